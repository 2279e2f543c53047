"""C01: what a report tells of all projects together, against the list of them in another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..proof import Claim, equation
from ..tables.totals import ListTotals, list_totals
from ..terms import Term, total
from ..wording import clause_around, pattern, sentence_around
from .project_amounts import AmountColumn, amount_of
from .together import AcrossCheck, disclosure, sharing, unit_keys

_COLUMNS: dict[AmountColumn, str] = {
    "budget_initial": "年初预算数",
    "budget": "全年预算数",
    "executed": "全年执行数",
}


def sum_told(cases: Sequence[Case]) -> Iterator[Finding]:
    """C01: 共实施项目3个，项目支出全年预算数579万元: so much do the three listed have.

    Both are of one unit and year, and the report tells as many projects as the list has.
    """
    for one, other in sharing(cases, unit_keys):
        published = disclosure(one) or disclosure(other)
        if one.report.year == other.report.year and not published:
            for told, listing in ((one, other), (other, one)):
                for listed in _only_list(listing):
                    yield from _against(told, listing, listed)


def _only_list(case: Case) -> tuple[ListTotals, ...]:
    found = list_totals(case)
    return found if len(found) == 1 else ()


def _against(told: Case, listing: Case, listed: ListTotals) -> Iterator[Finding]:
    for figure, index in _of_all(told, len(listed.projects)):
        for column, name in _COLUMNS.items():
            terms = _terms(listing, listed, column) if figure.role == column else None
            if terms:
                matter = f"各项目{name}之和与{told.report.title or '报告'}写明的数"
                yield equation(Claim("C01", told.report, matter), total(terms), told.term(index))


def _terms(case: Case, listed: ListTotals, column: AmountColumn) -> list[Term] | None:
    """The amount of every project in the list; null where one is missing."""
    terms = [amount_of(case, facts, column) for facts in listed.projects]
    known = [term for term in terms if term]
    return known if len(known) == len(terms) else None


def _of_all(case: Case, count: int) -> Iterator[tuple[Figure, int]]:
    """The money told of so many projects: behind their number, in one sentence with it."""
    for sentence in _sentences(case):
        counted = of_projects = False
        for index in sentence:
            figure = case.report.figures[index]
            counted = counted or (figure.value == count and _counts_projects(figure))
            of_projects = of_projects or _is_of_projects(case, figure)
            settled = figure.kind == "amount" and figure.comparator == "eq"
            if counted and of_projects and settled and figure.aspect == "level":
                yield figure, index


@remembered
def _sentences(case: Case) -> tuple[list[int], ...]:
    """The figures of each sentence that numbers projects, in order."""
    blocks = {
        figure.place.block
        for figure in case.report.figures
        if figure.place.row is None and _counts_projects(figure)
    }
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, figure in enumerate(case.report.figures):
        if figure.place.row is None and figure.place.block in blocks:
            passage = case.passage_at(figure.place)
            sentence = sentence_around(*passage) if passage else None
            if sentence:
                found[figure.place.block, sentence.start()].append(index)
    return tuple(found.values())


def _counts_projects(figure: Figure) -> bool:
    named = pattern("projects_counted").fullmatch(figure.subject or "")
    return figure.kind == "count" and named is not None


def _is_of_projects(case: Case, figure: Figure) -> bool:
    """Whether an amount is that of all projects: 项目支出, 项目资金, and no part of them."""
    found = case.passage_at(figure.place) if figure.kind == "amount" else None
    clause = clause_around(*found) if found else ""
    return pattern("projects_money").search(clause) is not None


ACROSS = (AcrossCheck("C01", sum_told),)
"""Every check of a whole told elsewhere than its parts."""
