"""X01, X02, F02, F07: the money and the rate that sentences tell, against the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ....extractors.forms.words import is_whole_money
from ....extractors.text.fold import fold
from ....schemas.document import Place
from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import FundLine, ProjectFacts, projects
from ..number import judge_same
from ..proof import Claim, equation, same
from ..tables.totals import list_totals
from ..terms import Term
from ..told import is_settled, is_told
from ..transposed import are_transposed, have_changed_places
from ..wording import pattern, sentence_around
from .told_cells import labels_before

_NAMES = {
    "budget_initial": "年初预算数",
    "budget": "全年预算数",
    "executed": "全年执行数",
    "execution": "预算执行率",
}
_ASPECTS = {"amount": "level", "rate": "execution"}
_SLIPS = tuple(Fraction(10) ** power for power in (3, 4, 8))
_NEAR = Fraction(23, 1000)
_BODY = re.compile("[省市县区旗镇乡村局处科站所校院队场司]$|街道|中心|公司")


@dataclass(frozen=True, slots=True)
class Known:
    """What the tables of a report state of all its money, and of each line of it."""

    whole: Mapping[str, Term]
    lines: Mapping[str, tuple[Term, ...]]


def amounts(case: Case) -> Iterator[Finding]:
    """X01: an amount in a sentence is the one in the table."""
    return (finding for finding in _all_amounts(case) if finding.rule == "X01")


def unit_slips(case: Case) -> Iterator[Finding]:
    """F07: an amount in a sentence has the digits of the table in another unit (元, 万元)."""
    return (finding for finding in _all_amounts(case) if finding.rule == "F07")


@remembered
def _all_amounts(case: Case) -> tuple[Finding, ...]:
    roles = ("budget_initial", "budget", "executed")
    return tuple(finding for role in roles for finding in _compared(case, "X01", role))


def rates(case: Case) -> Iterator[Finding]:
    """X02: an execution rate in a sentence is the one in the table."""
    yield from _compared(case, "X02", "execution")


def rates_of_amounts(case: Case) -> Iterator[Finding]:
    """F02: an execution rate in a sentence is that of the table's amounts, which tells none."""
    known = known_money(case)
    if known is None or "execution" in known.whole:
        return
    budget, executed = known.whole.get("budget"), known.whole.get("executed")
    if not (budget and executed and budget.number.value):
        return
    claim = Claim("F02", case.report, "正文所述预算执行率与表中预算数、执行数")
    rates = [i for i in _told(case, "execution") if not _is_of_arrived(case, i)]
    told = [equation(claim, executed / budget, case.term(i)) for i in rates]
    held = [finding for finding in told if finding.verdict != "fail"]
    # Where one rate told is that of the table, another (支出率) is of other money.
    yield from held or told


def rates_told(case: Case) -> Iterator[int]:
    """The execution rates of all the money that sentences tell, as the checks here read them."""
    indices = _told(case, "execution")
    return (i for i in indices if not (_is_of_arrived(case, i) or _is_of_a_line(case, i)))


def _is_of_arrived(case: Case, index: int) -> bool:
    """Whether a rate (资金使用率) may be one of the money that arrived, of which a table tells."""
    named = pattern("rate_of_arrived").search(case.report.figures[index].subject or "")
    return named is not None and _has_arrived(case)


@remembered
def _has_arrived(case: Case) -> bool:
    cells = (passage.cell for passage in case.report.passages if passage.cell)
    return any(pattern("arrived").search(head) for cell in cells for head in cell.column_headings)


def _compared(case: Case, rule: str, role: str) -> Iterator[Finding]:
    known = known_money(case)
    if known and role in known.whole:
        indices = [index for index in _told(case, role) if not _is_of_a_line(case, index)]
        if role == "budget":
            indices += _totals_told(case, known)
        told, whole = [case.term(index) for index in indices], known.whole[role]
        agrees = any(judge_same(whole.number, term.number) != "fail" for term in told)
        for term in told:
            yield from _against(case, Claim(rule, case.report, ""), role, known, term, agrees)


def _against(
    case: Case, claim: Claim, role: str, known: Known, told: Term, agrees: bool
) -> Iterator[Finding]:
    """The sentence against the line that states the same; against the whole if none does.

    Where another sentence tells the whole, one that differs speaks of something else, and
    so does one that has spoken of a part, or tells what another table states; but not where
    only two digits changed places.
    """
    own = (term for term in known.lines[role] if judge_same(term.number, told.number) != "fail")
    stated, whole = next(own, None), known.whole[role]
    sure = stated or have_changed_places(whole, told)
    another = agrees or _is_of_a_part(case, told.sources[0].quote.place)
    if not sure and (another or _is_in_a_table(case, role, told)):
        return
    stated = stated or whole
    slip = judge_same(stated.number, told.number) == "fail" and is_unit_slip(stated, told)
    rule = "F07" if slip else claim.rule
    matter = f"正文所述{_NAMES[role]}与表中{'数量级' if slip else '数值'}"
    yield same(replace(claim, rule=rule, matter=matter, report=case.report), stated, told)


def _is_of_a_line(case: Case, index: int) -> bool:
    """Whether it is told of someone whose row of a table has a number of its own (各县)."""
    figure = case.report.figures[index]
    labels = labels_before(case, figure)
    if labels or figure.kind != "rate":
        return figure.kind == "rate" or any(map(_BODY.search, labels))
    found = case.passage_at(case.report.figures[index].place)
    sentence = sentence_around(*found) if found else None
    if found is None or sentence is None:
        return False
    before = found[0].folded[sentence.start() : found[1]]
    return any(label in before for label in _lines_with_rates(case))


@remembered
def _lines_with_rates(case: Case) -> frozenset[str]:
    """The labels of rows that have an execution rate and are neither a source nor the whole."""
    sources = {line.label for facts in projects(case) for line in facts.funds if line.fund.source}
    rates = (case.report.figures[index] for index in case.of_kind("rate"))
    labels = {one.subject for one in rates if one.aspect == "execution" and one.place.row}
    return frozenset(fold(one) for one in labels - sources if one and not is_whole_money(one))


def _is_of_a_part(case: Case, place: Place) -> bool:
    """Whether the sentence has spoken of a part of the money before it comes to this amount."""
    found = case.passage_at(place)
    sentence = sentence_around(*found) if found else None
    beside = (case.report.figures[at] for at in case.rows.get((place.block, place.row), ()))
    before = [
        figure
        for figure in beside
        if sentence and sentence.start() <= figure.place.start < place.start
    ]
    return any(
        figure.kind == "amount" and not is_whole_money(figure.subject or "") for figure in before
    )


def _is_in_a_table(case: Case, role: str, told: Term) -> bool:
    """Whether a table states just this in the same role: then the sentence speaks of it."""
    cells = (at for at in case.of_role(role) if case.report.figures[at].place.row is not None)
    return any(case.term(at).number.value == told.number.value for at in cells)


@remembered
def slipped(case: Case) -> frozenset[str]:
    """The ids of the figures told of all the money, two digits of which changed places."""
    fails = (finding for finding in amounts(case) if finding.verdict == "fail")
    slips = (one for one in fails if are_transposed(one.expected, one.stated))
    return frozenset(figure_id for one in slips for figure_id in one.figure_ids)


def is_unit_slip(one: Term, other: Term) -> bool:
    """Whether two amounts differ by about a thousand, ten thousand or a hundred million."""
    values = one.number.value, other.number.value
    if not values[0] or not values[1] or min(values[0], values[1]) < 0:
        return False
    ratio = max(values[0] / values[1], values[1] / values[0])
    return any(abs(ratio / slip - 1) < _NEAR for slip in _SLIPS)


@remembered
def known_money(case: Case) -> Known | None:
    """The one form's fund table or the only one, or the totals of the one list of projects."""
    tables = [one for one in projects(case) if one.project.source != "prose"]
    forms = [one for one in tables if one.total and _tells_all(one, len(tables))]
    lists = [one for one in list_totals(case) if one.row is not None]
    if len(forms) == 1 and not lists:
        return _of_form(forms[0])
    if len(lists) == 1 and not forms:
        one = lists[0]
        cells = {
            "budget_initial": one.budget_initial,
            "budget": one.budget,
            "executed": one.executed,
            "execution": one.rate,
        }
        whole = {role: term for role, term in cells.items() if term}
        return Known(whole, {role: (term,) for role, term in whole.items()})
    return None


def _tells_all(facts: ProjectFacts, tables: int) -> bool:
    """Whether it is a form, or the only fund table, with a line of all the money."""
    alone = tables == 1 and any(line.fund.source == "total" for line in facts.funds)
    return facts.project.source == "form" or alone


def _of_form(facts: ProjectFacts) -> Known:
    whole = {role: term for role, term in _cells(facts.total).items() if term}
    lines = [_cells(line) for line in facts.funds]
    return Known(
        whole, {role: tuple(term for cells in lines if (term := cells[role])) for role in _NAMES}
    )


def _cells(line: FundLine | None) -> dict[str, Term | None]:
    if line is None:
        return dict.fromkeys(_NAMES)
    return {
        "budget_initial": line.budget_initial,
        "budget": line.budget,
        "executed": line.executed,
        "execution": line.rate,
    }


def _told(case: Case, role: str) -> Iterator[int]:
    """The figures of all the money in a role, or the rates of it, that sentences tell."""
    for index in case.of_kind("rate") if role == "execution" else case.of_role(role):
        figure = case.report.figures[index]
        whole = role in (figure.role, figure.aspect) and _is_whole(figure)
        if whole and is_told(case, figure) and is_settled(case, figure):
            yield index


def _totals_told(case: Case, known: Known) -> Iterator[int]:
    """The amounts (资金总额) of which a sentence tells the money spent, as the table states it."""
    stated = known.whole.get("executed")
    for index in _told(case, "executed") if stated else ():
        spent = case.term(index)
        same_money = stated and judge_same(stated.number, spent.number) != "fail"
        if same_money and index and _is_open_total(case, index - 1, index):
            yield index - 1


def _is_open_total(case: Case, index: int, spent: int) -> bool:
    """Whether an amount of all the money, in no role, stands before another in its sentence."""
    figure, found = case.report.figures[index], case.passage_at(case.report.figures[spent].place)
    sentence = sentence_around(*found) if found else None
    before = case.passage_at(figure.place)
    if not (found and sentence and before and before[0] is found[0]):
        return False
    return figure.role is None and _is_whole(figure) and before[1] >= sentence.start()


def _is_whole(figure: Figure) -> bool:
    subject = figure.subject
    if not subject or _ASPECTS.get(figure.kind) != figure.aspect:
        return False
    return is_whole_money(subject) or pattern("whole_rate").fullmatch(subject) is not None


CHECKS = (
    Check("X01", amounts),
    Check("F07", unit_slips),
    Check("X02", rates),
    Check("F02", rates_of_amounts),
)
