"""Sentences that say how much money a project had, how much was spent, and at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...schemas.figure import Figure, Kind
from ...schemas.passage import Passage
from ...schemas.report import Report
from .prose_names import Naming, naming_before, projects_over
from .words import is_whole_money

Slot = Literal["budget_initial", "budget", "executed", "execution_rate"]

_MONEY: frozenset[Kind] = frozenset({"amount", "rate"})
_AMOUNTS: tuple[Slot, ...] = ("budget_initial", "budget", "executed")
_PART = re.compile(r"其中|级|中央|部分")
_CHANGED = re.compile(r"(?:调整|调[增减整]|追加|压减|核减)(?:预算)?(?:数|额|金额|资金)?$")
_GRANTED = re.compile(
    r"(?:安排|批复|落实|应到位|可用|收到|争取|筹措|计划(?:总)?(?:资金|投资))[^,。;:]*$"
)
_SPENT = re.compile(
    r"(?:^|[,。;:日月底末])(?:实际|累计|已|共|全部|全年|当年)*(?:发放|兑付|兑现|拨付|支付|使用)"
    r"(?:资金|补助|补贴|金额)*(?:为|共计?|合计|了)*$"
)
_HAD = re.compile(
    r"(?:^|[,。;:年])(?:本|该)?(?:项目|专项)?资金(?:总额)?(?:为|共计?|合计|总?计|人民币|有)*$"
)
_TOGETHER = re.compile(
    r"(?:补助|补贴|配套|自筹|拨款|级)[^,。;:]*[和及与、加][^,。;:]*(?:资金|补助|配套|自筹|拨款)"
    r"(?:合计|共计?|总计)(?:为|人民币)?$"
)
_SUMMED = re.compile(
    r"(?:下达|安排|配套|落实|争取|收到)(?:(?!支出|使用|支付|用于|执行|投入)[^。])*\d[\d.]*[万亿]?元,"
    r"(?:资金)?(?:总计|共计|合计|总额)(?:为|达|共)?(?:人民币)?$"
)
_USES = re.compile(r"(?:项目|专项|补助|补贴|财政|资金|经费|预算|支出|总额|额|数)+$")
_SHORTEST = 2
_SPENDING_RATE = re.compile(r"(?:预算完成|执行|支出|支付|拨付|发放|兑付|兑现)(?:率|进度)$")
_WHICH = re.compile("(?:以[上下内])?的(?:项目|单位|部门|预算单位|资金|子项)")
_OF_BUDGET = re.compile(r"执行|预算完成")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that says of the whole money what ``slot`` names.

    ``summed`` tells the sum of what several bodies gave.
    """

    passage: Passage
    figure: Figure
    slot: Slot
    naming: Naming | None
    summed: bool

    def outranks(self, other: Figure) -> bool:
        """Whether it says it better: a sum, or the rate of the budget beside that of arrivals."""
        if self.slot != "execution_rate":
            return self.summed
        subject, before = self.figure.subject or "", other.subject or ""
        return bool(_OF_BUDGET.search(subject)) and not _OF_BUDGET.search(before)


def statements_in(report: Report) -> Iterator[Statement]:
    """The statements of the report's paragraphs, in order."""
    prose = [passage for passage in report.passages if passage.cell is None]
    over = projects_over(prose, report.sections)
    passages = {piece.block: passage for passage in prose for piece in passage.pieces}
    for figure in report.figures:
        passage = passages.get(figure.place.block)
        if passage is None or figure.kind not in _MONEY:
            continue
        plain = figure.kind == "amount" and figure.role is None
        slot = None if plain else _slot(figure)
        if slot is None and not plain:
            continue
        before = passage.folded[: offset_in(passage, figure)]
        summed = plain and _is_sum(before)
        slot = "budget" if summed else slot or _unnamed(figure, before)
        if slot is None or _only_bounds(passage, figure):
            continue
        naming = naming_before(passage, before)
        if naming is None and passage.block in over:
            naming = Naming(over[passage.block], 0)
        if summed or _is_whole(figure.subject, naming.name if naming else report.project):
            yield Statement(passage, figure, slot, naming, summed)


def offset_in(passage: Passage, figure: Figure) -> int:
    """Where in the passage the figure begins."""
    pieces = (piece for piece in passage.pieces if piece.block == figure.place.block)
    return next(piece.offset + figure.place.start - piece.start for piece in pieces)


def _only_bounds(passage: Passage, figure: Figure) -> bool:
    """Whether the figure tells which projects are meant: 执行率低于 90% 的项目."""
    end = offset_in(passage, figure) + len(figure.text)
    return bool(_WHICH.match(passage.folded, end))


def _slot(figure: Figure) -> Slot | None:
    """What a rate or an amount with a role says of money; null for a part of it and the rest."""
    if figure.kind == "rate":
        spent = figure.aspect == "execution" or _SPENDING_RATE.search(figure.subject or "")
        return "execution_rate" if spent and not figure.role and not _is_part(figure) else None
    return _named(figure.role) if figure.role and _is_value(figure) else None


def _named(role: str) -> Slot | None:
    return next((slot for slot in _AMOUNTS if slot == role), None)


def _is_part(figure: Figure) -> bool:
    """Whether the figure is of some of the money."""
    return figure.scope is not None and _PART.search(figure.scope) is not None


def _is_value(figure: Figure) -> bool:
    """Whether the amount is one of the money, not one of a part or a change of it."""
    changed = figure.aspect not in {"level", None} or _CHANGED.search(figure.subject or "")
    return not changed and not _is_part(figure)


def _is_sum(before: str) -> bool:
    """Whether an amount is what several bodies gave, told together or as their sum."""
    return bool(_TOGETHER.search(before) or _SUMMED.search(before))


def _unnamed(figure: Figure, before: str) -> Slot | None:
    """What an amount is by the words right before it, where its role is not told."""
    if not _is_value(figure):
        return None
    if _GRANTED.search(before) or _HAD.search(before):
        return "budget"
    return "executed" if _SPENT.search(before) else None


def _is_whole(subject: str | None, project: str | None) -> bool:
    """Whether the subject is the project or all its money."""
    if subject is None or is_whole_money(subject):
        return True
    if project is None:
        return False
    matter = _USES.sub("", subject)
    return (
        subject in project
        or is_whole_money(subject.replace(project, ""))
        or (len(matter) >= _SHORTEST and matter in project)
    )
