"""Projects told in sentences: 年初预算X万元，调整为Y万元，实际支出Z万元，执行率98%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ...schemas.figure import Figure
from ...schemas.passage import Passage
from ...schemas.report import Fund, Project, Report
from .prose_goal import goal_in_prose
from .words import fund_source, is_whole_money

Slot = Literal["budget_initial", "budget", "executed", "execution_rate"]

_AMOUNT_SLOTS: tuple[Slot, ...] = ("budget_initial", "budget", "executed")
_PART = re.compile(r"其中|级|中央|部分")
_NAMED = re.compile(
    r"(?:^|[。;:,])\s*(?:[(]?\d+[.、)])?\s*"
    r"(?P<name>[^。;:,]{2,40}?)(?:支出)?绩效(?:自评|评价)(?:综述|得分|情况|结果)"
)
_LISTED = re.compile(
    r"^\s*(?P<mark>[(]?(?:\d+|[一二三四五六七八九十]+)[.、)])?\s*"
    r"(?P<name>[^。;:,\d本该为]{2,40}?(?:项目|经费|资金|工程|补助|专项))(?(mark)[:,]|:)"
)


@dataclass(frozen=True, slots=True)
class Account:
    """Money stated together; ``name`` is null where the text names no project with it."""

    name: str | None = None
    passage: Passage | None = None
    budget_initial: Figure | None = None
    budget: Figure | None = None
    executed: Figure | None = None
    execution_rate: Figure | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the sentence says what was spent of it, or at which rate."""
        spent = self.executed or (self.execution_rate and self.budget)
        return spent is not None

    def differs(self, project: Project) -> bool:
        """Whether an amount or rate that both state is not the same."""
        pairs = (
            (self.budget_initial, project.budget_initial),
            (self.budget, project.budget),
            (self.executed, project.executed),
            (self.execution_rate, project.execution_rate),
        )
        return any(one and other is not None and one.value != other for one, other in pairs)


def accounts_in(report: Report) -> Iterator[Account]:
    """The settled accounts of the report's paragraphs, in order."""
    account = Account()
    for passage, figure, slot in _statements(report):
        moved = passage is not account.passage
        if account.is_settled and (moved or getattr(account, slot)):
            yield account
            account = Account()
        if moved or getattr(account, slot) is None:
            name = _name(passage, figure) or (None if moved else account.name)
            account = replace(account, passage=passage, name=name, **{slot: figure})
    if account.is_settled:
        yield account


def told_project(account: Account, report: Report) -> Project:
    """The project of an account; one without a name is the report's own."""
    own = account.name is None
    fund = _fund(account)
    return Project(
        name=account.name or report.project,
        department=report.department,
        unit=report.unit,
        year=report.year,
        budget_initial=account.budget_initial and account.budget_initial.value,
        budget=account.budget and account.budget.value,
        executed=account.executed and account.executed.value,
        execution_rate=account.execution_rate and account.execution_rate.value,
        total_weight=None,
        total_score=report.score if own else _score(account, report),
        grade=report.grade if own else None,
        goal_text=goal_in_prose(report) if own else None,
        result_text=None,
        source="prose",
        funds=(fund,) if fund else (),
    )


def _statements(report: Report) -> Iterator[tuple[Passage, Figure, Slot]]:
    prose = [passage for passage in report.passages if passage.cell is None]
    passages = {piece.block: passage for passage in prose for piece in passage.pieces}
    for figure in report.figures:
        slot = _slot(figure, report)
        if slot and figure.place.row is None and figure.place.block in passages:
            yield passages[figure.place.block], figure, slot


def _slot(figure: Figure, report: Report) -> Slot | None:
    """What the figure says of the whole money; null for a part of it and for other things."""
    if _PART.search(figure.scope or "") or not _is_whole(figure.subject, report):
        return None
    if figure.kind == "rate":
        return "execution_rate" if figure.aspect == "execution" and not figure.role else None
    if figure.kind == "amount" and figure.aspect in {"level", None}:
        return next((slot for slot in _AMOUNT_SLOTS if slot == figure.role), None)
    return None


def _is_whole(subject: str | None, report: Report) -> bool:
    return subject is None or is_whole_money(subject.replace(report.project or "\n", ""))


def _name(passage: Passage, figure: Figure) -> str | None:
    """The project that the passage names before the figure."""
    pieces = (piece for piece in passage.pieces if piece.block == figure.place.block)
    at = next(piece.offset + figure.place.start - piece.start for piece in pieces)
    before = passage.folded[:at]
    found = list(_NAMED.finditer(before)) or list(_LISTED.finditer(before))
    name = passage.text[slice(*found[-1].span("name"))].strip() if found else None
    return None if name is None or is_whole_money(name) else name


def _score(account: Account, report: Report) -> Decimal | None:
    """The one score in the passage of a named account."""
    blocks = {piece.block for piece in account.passage.pieces} if account.passage else set[int]()
    scores = [f.value for f in report.figures if f.kind == "score" and f.place.block in blocks]
    return scores[0] if scores else None


def _fund(account: Account) -> Fund | None:
    """The money as a fund line, where the sentence says whose money it is."""
    stated = account.budget or account.budget_initial
    source = fund_source(stated.subject) if stated and stated.subject else None
    if stated is None or stated.subject is None or source in {None, "total"}:
        return None
    return Fund(
        line=1,
        label=stated.subject,
        source=source,
        budget_initial=account.budget_initial and account.budget_initial.value,
        budget=account.budget and account.budget.value,
        executed=account.executed and account.executed.value,
        execution_rate=account.execution_rate and account.execution_rate.value,
        weight=None,
        score=None,
        block=stated.place.block,
        row=None,
    )
