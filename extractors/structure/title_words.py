"""What a title's wording announces: a report, a form, a signature table, and of which kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from ...schemas.report import ReportKind
from ..text.headings import squeeze
from .vocabulary import rules

TitleForm = Literal["report", "form", "signature"]

_BRACKET_END = re.compile(r"\([^()]{1,20}\)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a title heads; ``weak`` where headings may read the same (绩效自评情况)."""

    form: TitleForm
    weak: bool = False


def title_wording(text: str) -> Wording | None:
    """What the text heads if it is a title; null where no title reads like it."""
    bare = without_bracket(squeeze(text))
    name = next((rule.name for rule in rules("titles", "form") if rule.fits(bare)), None)
    if name is None:
        return None
    return Wording("report", weak=True) if name == "weak" else Wording(cast("TitleForm", name))


def report_kind(title: str, wording: Wording) -> ReportKind:
    """The kind of report that a title announces."""
    bare = squeeze(title)
    name = "weak" if wording.weak else wording.form
    fitting = (rule for rule in rules("titles", "kind") if name in rule.forms)
    found = next((rule.name for rule in fitting if rule.fits(bare)), "other")
    return cast("ReportKind", found)


def without_bracket(bare: str) -> str:
    """The folded title without the bracket at its end （2022年度）."""
    return _BRACKET_END.sub("", bare)
