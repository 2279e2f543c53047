"""Money that sentences state together: what a project had, and what was spent of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ...schemas.figure import Figure
from ...schemas.passage import Passage
from ...schemas.report import Project, Report
from .prose_statements import Statement, statements_in


@dataclass(frozen=True, slots=True)
class Account:
    """Money stated together; ``name`` is null where the text names no project with it.

    ``start`` is where in the passage the text about it begins.
    """

    name: str | None = None
    passage: Passage | None = None
    start: int = 0
    budget_initial: Figure | None = None
    budget: Figure | None = None
    executed: Figure | None = None
    execution_rate: Figure | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the sentence says what was spent of it, or at which rate."""
        return self.executed is not None or self.execution_rate is not None

    def takes(self, said: Statement) -> bool:
        """Whether the statement goes on with this account; a rate needs its money beside it.

        Of two rates beside each other that of the budget counts.
        """
        here = said.passage is self.passage
        if said.slot != "execution_rate":
            return True
        if here and self.execution_rate is not None and self.names(said):
            return said.outranks(self.execution_rate)
        return self.executed is not None or (here and self.budget is not None)

    def names(self, said: Statement) -> bool:
        """Whether the statement is about the project of this account."""
        return self.name == (said.naming and said.naming.name)

    def differs(self, project: Project) -> bool:
        """Whether an amount or rate that both state is not the same."""
        pairs = (
            (self.budget_initial, project.budget_initial),
            (self.budget, project.budget),
            (self.executed, project.executed),
            (self.execution_rate, project.execution_rate),
        )
        return any(one and other is not None and not _meets(one, other) for one, other in pairs)


def accounts_in(report: Report) -> Iterator[Account]:
    """The settled accounts of the report's paragraphs, in order."""
    account = Account()
    for said in statements_in(report):
        if not account.takes(said):
            continue
        if account.is_settled and _leaves(account, said):
            yield account
            account = Account()
        if said.passage is not account.passage or not _states(account, said):
            account = _with(account, said)
    if account.is_settled:
        yield account


def _leaves(account: Account, said: Statement) -> bool:
    """Whether the statement is about other money than a settled account.

    A rate on a line of its own goes with the amounts on the lines over it.
    """
    beside = account.passage and said.passage.block - account.passage.block <= 1
    listed = said.slot == "execution_rate" and beside and account.names(said)
    moved = said.passage is not account.passage and not listed
    return moved or _states(account, said)


def _states(account: Account, said: Statement) -> bool:
    """Whether the account has what the statement says; a better rate takes the rate's place."""
    stated: Figure | None = getattr(account, said.slot)
    return stated is not None and not said.outranks(stated)


def _with(account: Account, said: Statement) -> Account:
    moved = said.passage is not account.passage
    kept = (None, 0) if moved else (account.name, account.start)
    name, start = (said.naming.name, said.naming.start) if said.naming else kept
    return replace(
        account, passage=said.passage, name=name, start=start, **{said.slot: said.figure}
    )


def unsettled(report: Report) -> Account:
    """The first budget of the whole that a paragraph states, whatever became of it."""
    account = Account()
    for said in statements_in(report):
        planned = said.slot in {"budget_initial", "budget"} and said.naming is None
        if planned and getattr(account, said.slot) is None:
            account = replace(account, passage=said.passage, **{said.slot: said.figure})
    return account


def _meets(figure: Figure, value: Decimal) -> bool:
    """Whether the figure, at the precision in which it is printed, can be the value."""
    above = figure.low is None or figure.low <= value
    return above and (figure.high is None or value <= figure.high)
