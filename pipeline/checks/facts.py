"""What the forms of a report state, each number with the place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ...schemas.record import record
from ...schemas.report import Fund, Indicator, Project
from .case import Case, remembered
from .kept import kept
from .terms import Term

_OF_WHICH = re.compile(r"^\s*(?:其中\s*[:：]?|[-—]+|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*")


@dataclass(eq=False)
class FundLine:
    """A line of a fund table (资金情况); a term is null where the line states nothing.

    Without slots, as ``ProjectFacts`` is, so that what many checks ask is found out once.
    """

    fund: Fund
    label: str
    budget_initial: Term | None
    budget: Term | None
    executed: Term | None
    rate: Term | None
    weight: Term | None
    score: Term | None

    @kept
    def spent_share(self) -> Term | None:
        """Executed over budget; null where one is not stated or the budget is nought."""
        if not (self.executed and self.budget and self.budget.number.value):
            return None
        return self.executed / self.budget

    def amount(self, column: str) -> Term | None:
        """The amount in a column: ``budget_initial``, ``budget`` or ``executed``."""
        cells = {
            "budget_initial": self.budget_initial,
            "budget": self.budget,
            "executed": self.executed,
        }
        return cells[column]


@record
class IndicatorRow:
    """A row of an indicator table (绩效指标); scores and weights are taken as printed."""

    indicator: Indicator
    target: Term | None
    actual: Term | None
    weight: Term | None
    score: Term | None


@dataclass(eq=False)
class ProjectFacts:
    """A project with its funds and indicators."""

    project: Project
    funds: tuple[FundLine, ...]
    indicators: tuple[IndicatorRow, ...]
    total_weight: Term | None
    total_score: Term | None

    @kept
    def total(self) -> FundLine | None:
        """The line of all the money, by its source or as the only one."""
        totals = [line for line in self.funds if line.fund.source == "total"]
        return totals[0] if totals else self.funds[0] if len(self.funds) == 1 else None

    @property
    def called(self) -> str:
        """The project's name for messages; empty where it has none."""
        return self.project.name or ""


@remembered
def projects(case: Case) -> tuple[ProjectFacts, ...]:
    """Every project of the report, as its forms state it."""
    return tuple(
        ProjectFacts(
            project=project,
            funds=tuple(fund_line(case, fund) for fund in project.funds),
            indicators=tuple(indicator_row(case, one) for one in project.indicators),
            total_weight=_total(case, project, "weight"),
            total_score=_total(case, project, "score"),
        )
        for project in case.report.projects
    )


def fund_line(case: Case, fund: Fund) -> FundLine:
    """The numbers of a fund line as terms; where sources head the columns they have many rows."""
    at = fund.block, fund.row
    return FundLine(
        fund=fund,
        label=_OF_WHICH.sub("", fund.label) or fund.label,
        budget_initial=case.nearest(*at, fund.budget_initial, "budget_initial"),
        budget=case.nearest(*at, fund.budget, "budget"),
        executed=case.nearest(*at, fund.executed, "executed"),
        rate=case.nearest(*at, fund.execution_rate, "execution", "completion", "rate"),
        weight=_exact(case.nearest(*at, fund.weight, "weight")),
        score=_exact(case.nearest(*at, fund.score, "score")),
    )


def indicator_row(case: Case, indicator: Indicator) -> IndicatorRow:
    """The numbers of an indicator as terms."""
    at = indicator.block, indicator.row
    return IndicatorRow(
        indicator=indicator,
        target=case.find(*at, indicator.target_value, "target"),
        actual=case.find(*at, indicator.actual_value, "actual"),
        weight=_exact(_last(case.find_all(*at, indicator.weight, "weight"))),
        score=_exact(case.find(*at, indicator.score, "score")),
    )


def _last(terms: tuple[Term, ...]) -> Term | None:
    """The weight of the row itself: those of its levels are printed to the left."""
    return terms[-1] if terms else None


def _total(case: Case, project: Project, role: str) -> Term | None:
    value = project.total_score if role == "score" else project.total_weight
    rows = [(one.block, one.row) for one in project.indicators]
    rows += [(fund.block, fund.row) for fund in project.funds if fund.row is not None]
    for block, row in sorted(rows, reverse=True)[:1]:
        found = case.nearest(block, row + 1, value, role)
        if found:
            return _exact(found)
    return anywhere(case, value, role)


def anywhere(case: Case, value: Decimal | None, role: str) -> Term | None:
    """The first figure, wherever it stands, that states a total of weights or scores."""
    for index in case.of_role(role) if value is not None else ():
        if case.report.figures[index].value == value:
            return case.term(index).exactly()
    return None


def _exact(term: Term | None) -> Term | None:
    return term.exactly() if term else None
