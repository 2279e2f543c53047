"""Projects told in sentences: 年初预算X万元，调整为Y万元，实际支出Z万元，执行率98%."""

from __future__ import annotations

from ...schemas.report import Fund, Project, Report
from ..structure.verdict import Verdict, find_verdict
from ..text.headings import squeeze
from .prose_accounts import Account
from .prose_confirmed import with_confirmed_budget
from .prose_goal import goal_in_prose
from .words import fund_source


def told_project(account: Account, report: Report) -> Project:
    """The project of an account; one without a name is the report's own."""
    account = with_confirmed_budget(account, report)
    own = account.name is None
    fund = _fund(account)
    verdict = Verdict(report.score, report.grade) if own else _verdict(account)
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
        total_score=verdict.score,
        grade=verdict.grade,
        goal_text=goal_in_prose(report) if own else None,
        result_text=None,
        source="prose",
        funds=(fund,) if fund else (),
    )


def _verdict(account: Account) -> Verdict:
    """The score and the grade in the passage of a named account, from its name on."""
    said = account.passage.text[account.start :] if account.passage else ""
    return find_verdict([squeeze(said)])


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
