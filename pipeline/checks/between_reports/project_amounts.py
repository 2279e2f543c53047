"""The money of a project, wherever its report tells it: in a form, a list or a sentence."""

from __future__ import annotations

from typing import Literal

from ..case import Case
from ..facts import ProjectFacts
from ..terms import Term

AmountColumn = Literal["budget_initial", "budget", "executed"]
"""年初预算数, 全年预算数, 全年执行数."""


def amount_of(case: Case, facts: ProjectFacts, column: AmountColumn) -> Term | None:
    """The amount in the line of all the money, or in the sentence that tells of the project."""
    if facts.total:
        return facts.total.amount(column)
    if facts.project.source != "prose":
        return None
    amounts = {
        "budget_initial": facts.project.budget_initial,
        "budget": facts.project.budget,
        "executed": facts.project.executed,
    }
    for index, figure in enumerate(case.report.figures):
        told = figure.kind == "amount" and figure.role == column and figure.place.row is None
        if told and figure.value is not None and figure.value == amounts[column]:
            return case.term(index)
    return None
