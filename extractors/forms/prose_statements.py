"""Sentences that say how much money a project had, how much was spent, and at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...schemas.figure import Figure
from ...schemas.passage import Passage
from ...schemas.report import Report
from .words import is_whole_money

Slot = Literal["budget_initial", "budget", "executed", "execution_rate"]

_AMOUNTS: tuple[Slot, ...] = ("budget_initial", "budget", "executed")
_PART = re.compile(r"其中|级|中央|部分")
_GRANTED = re.compile(r"(?:安排|批复|落实|应到位)[^,。;:]*$")
_NAMED = re.compile(
    r"(?:^|[。;:,])\s*(?:[(]?\d+[.、)])?\s*"
    r"(?P<name>[^。;:,]{2,40}?)(?:支出)?绩效(?:自评|评价)(?:综述|得分|情况|结果)"
)
_LISTED = re.compile(
    r"^\s*(?P<mark>[(]?(?:\d+|[一二三四五六七八九十]+)[.、)])?\s*"
    r"(?P<name>[^。;:,\d本该为]{2,40}?(?:项目|经费|资金|工程|补助|专项))(?(mark)[:,]|:)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that says of the whole money what ``slot`` names."""

    passage: Passage
    figure: Figure
    slot: Slot
    before: str

    @property
    def name(self) -> str | None:
        """The project that the passage names before the figure; null where it names none."""
        found = list(_NAMED.finditer(self.before)) or list(_LISTED.finditer(self.before))
        name = self.passage.text[slice(*found[-1].span("name"))].strip() if found else None
        return None if name is None or is_whole_money(name) else name


def statements_in(report: Report) -> Iterator[Statement]:
    """The statements of the report's paragraphs, in order."""
    prose = [passage for passage in report.passages if passage.cell is None]
    passages = {piece.block: passage for passage in prose for piece in passage.pieces}
    for figure in report.figures:
        passage = passages.get(figure.place.block)
        if passage and figure.place.row is None:
            before = passage.folded[: _offset(passage, figure)]
            slot = _slot(figure, before, report)
            if slot:
                yield Statement(passage, figure, slot, before)


def _offset(passage: Passage, figure: Figure) -> int:
    pieces = (piece for piece in passage.pieces if piece.block == figure.place.block)
    return next(piece.offset + figure.place.start - piece.start for piece in pieces)


def _slot(figure: Figure, before: str, report: Report) -> Slot | None:
    """What the figure says of the whole money; null for a part of it and for other things."""
    if _PART.search(figure.scope or "") or not _is_whole(figure.subject, report.project):
        return None
    if figure.kind == "rate":
        return "execution_rate" if figure.aspect == "execution" and not figure.role else None
    if figure.kind != "amount" or figure.aspect not in {"level", None}:
        return None
    if figure.role is None and _GRANTED.search(before):
        return "budget"
    return next((slot for slot in _AMOUNTS if slot == figure.role), None)


def _is_whole(subject: str | None, project: str | None) -> bool:
    """Whether the subject is the project or all its money."""
    if subject is None or is_whole_money(subject):
        return True
    return project is not None and (
        subject in project or is_whole_money(subject.replace(project, ""))
    )
