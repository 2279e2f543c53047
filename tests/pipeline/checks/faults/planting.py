"""Faults to plant in reports that others wrote or drew, found by what the program reads there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generators.slips.draw import Mark
from generators.slips.marked import Slip
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.facts import ProjectFacts, projects
from heshu.pipeline.checks.tables.totals import list_totals
from heshu.pipeline.checks.terms import Term
from heshu.schemas.document import Place, Table

MONEY = "F01 F02 F03 F04 F06 F07 F08 F09 C01 S15 X01 X02 P16"
POINTS = "F03 S01 S02 S03 S04 S06 S07 S08 X03 X07 P01"


@dataclass(frozen=True)
class Change:
    """A text to print at a place instead of what stands there."""

    place: Place
    right: str
    wrong: str


@dataclass(frozen=True)
class Fault:
    """A kind of fault: where it can be planted, who must find it, and who else may ring for it."""

    name: str
    finders: frozenset[str]
    also: frozenset[str]
    plant: Callable[[Case], Iterator[Change]]

    def slips(self, case: Case) -> Iterator[Slip]:
        """The faults of this kind that a report has room for."""
        for change in self.plant(case):
            yield Slip(change.place, change.right, Mark(change.wrong, self.finders, self.also))


def other_digit(text: str) -> str:
    """The same number with its first digit made another one."""
    at = next(at for at, char in enumerate(text) if char in "123456789")
    return f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"


def of_term(term: Term | None, changed: Callable[[str], str]) -> Iterator[Change]:
    """A change of one number, if the report states it above zero."""
    if term and term.number.value:
        quote = term.sources[0].quote
        yield Change(quote.place, quote.text, changed(quote.text))


def totals_wrong(column: str) -> Callable[[Case], Iterator[Change]]:
    def plant(case: Case) -> Iterator[Change]:
        for facts in _with_rate(case):
            yield from of_term(facts.total and facts.total.amount(column), other_digit)

    return plant


def total_slipped(case: Case) -> Iterator[Change]:
    """万元 printed as 元: the digits of the same money, ten thousand times as many."""
    for facts in _with_rate(case):
        yield from of_term(
            facts.total and facts.total.executed,
            lambda text: _with(text, lambda number: number * 10000),
        )


def part_left_out(case: Case) -> Iterator[Change]:
    """A zero for the largest part, where every part of the total is printed."""
    for facts in projects(case):
        lines = facts.funds if facts.total and len(facts.funds) > 3 else ()
        if all(line.executed and line.budget for line in lines):
            largest = max(lines[1:], key=lambda line: line.fund.executed or 0, default=None)
            yield from of_term(
                largest and largest.executed, lambda text: re.sub(r"[\d.,]+", "0.00", text)
            )


def rate_wrong(case: Case) -> Iterator[Change]:
    for facts in _with_rate(case):
        yield from of_term(facts.total and facts.total.rate, other_digit)


def execution_score_wrong(case: Case) -> Iterator[Change]:
    for facts in projects(case):
        if facts.total and facts.total.rate and facts.total.weight:
            yield from of_term(facts.total.score, other_digit)


def score_wrong(case: Case) -> Iterator[Change]:
    for facts in _scored(case):
        yield from of_term(facts.indicators[-1].score, _halved)


def score_above_weight(case: Case) -> Iterator[Change]:
    for facts in _scored(case):
        weight = facts.indicators[-1].weight
        above = _one_more(weight.text()) if weight else ""
        yield from of_term(facts.indicators[-1].score, above.format)


def target_missed(case: Case) -> Iterator[Change]:
    """Half of what was reached, where the row has full marks for it."""
    for facts in projects(case):
        for row in facts.indicators:
            full = row.score and row.weight and row.score.number.value == row.weight.number.value
            rises = row.indicator.comparator == "ge" and row.indicator.actual_unit == "个"
            if full and rises and row.target and _sole(row.indicator.actual_text):
                yield from of_term(row.actual, _halved)


def reason_left_out(case: Case) -> Iterator[Change]:
    """The reason for lost points is blank, where the form asks for it."""
    for facts in projects(case):
        for row in facts.indicators:
            place = _place(case, row.indicator.block, row.indicator.row, row.indicator.reason)
            weight, score = row.indicator.weight, row.indicator.score
            lost = weight is not None and score is not None and score < weight
            asked = place and _asks_for_reason(case, place)
            if lost and asked and place and row.indicator.reason:
                yield Change(place, row.indicator.reason, "")


def weight_wrong(case: Case) -> Iterator[Change]:
    for facts in _scored(case):
        yield from of_term(facts.indicators[0].weight, _one_more)


def total_score_wrong(case: Case) -> Iterator[Change]:
    for facts in _scored(case):
        yield from of_term(facts.total_score, lambda text: _one_more(text.replace("100", "98")))


def grade_wrong(case: Case) -> Iterator[Change]:
    """Another grade behind 等级, or in a cell of its own beside the score."""
    facts = next((one for one in projects(case) if one.total_score and one.project.grade), None)
    for passage in case.report.passages if facts else ():
        text = passage.folded
        found = re.search(r"等级[^,，。；]{0,4}([优良中差])(?![、])", text)
        found = found or re.fullmatch(r"\s*([优良中差])\s*", text)
        if found and facts and found[1] == facts.project.grade:
            place = passage.place(*found.span(1))
            yield Change(place, found[1], "差" if found[1] == "优" else "优")
            return


def signed_too_early(case: Case) -> Iterator[Change]:
    """The year of the closing line moved back two years."""
    for mention in case.report.dates:
        if mention.role == "closing" and mention.grain == "day" and mention.start:
            year = str(mention.start.year)
            if year in mention.text:
                wrong = mention.text.replace(year, str(int(year) - 2))
                yield Change(mention.place, mention.text, wrong)


def told_otherwise(case: Case) -> Iterator[Change]:
    """The executed amount of the sentence that agrees with the form, with another digit."""
    forms = [facts for facts in projects(case) if facts.project.source == "form" and facts.total]
    for facts in forms if len(forms) == 1 else ():
        executed = facts.total.executed if facts.total else None
        told = [
            index
            for index, figure in enumerate(case.report.figures)
            if figure.place.row is None and figure.role == "executed" and executed
            if Decimal(figure.value or 0) == Decimal(str(float(executed.number.value or 1)))
        ]
        if len(told) == 1:
            yield from of_term(case.term(told[0]), other_digit)


def row_of_list_wrong(case: Case) -> Iterator[Change]:
    for listed in list_totals(case):
        line = listed.projects[0].total
        if line and listed.executed:
            yield from of_term(line.executed, other_digit)


def _with_rate(case: Case) -> Iterator[ProjectFacts]:
    """Projects whose total line has a rate, or parts that make up the total."""
    for facts in projects(case):
        line = facts.total
        if line and line.fund.row is not None and line.rate and line.budget and line.executed:
            yield facts


def _scored(case: Case) -> Iterator[ProjectFacts]:
    """Projects with a weight and a score in every row, and a total score."""
    for facts in projects(case):
        rows = facts.indicators
        if len(rows) > 2 and all(row.weight and row.score for row in rows) and facts.total_score:
            yield facts


def _sole(text: str | None) -> bool:
    return text is not None and len(re.findall(r"\d+(?:\.\d+)?", text)) == 1


def _asks_for_reason(case: Case, place: Place) -> bool:
    """Whether the column of a cell is headed as one of reasons."""
    table = case.report.document.blocks[place.block]
    cells = table.cells if isinstance(table, Table) else ()
    return any(cell.column == place.column and "原因" in cell.text for cell in cells)


def _place(case: Case, block: int, row: int, text: str | None) -> Place | None:
    """Where the cell of a row stands that says nothing but the text."""
    for (at, line, column), passage in case.passages.items():
        if (at, line) == (block, row) and passage.text.strip() == text and column is not None:
            return Place(block, 0, len(passage.text), row, column)
    return None


def _with(text: str, changed: Callable[[Decimal], Decimal]) -> str:
    """The text with another number in it."""
    return re.sub(r"[\d.,]+", lambda one: f"{changed(Decimal(one[0].replace(',', ''))):f}", text)


def _halved(text: str) -> str:
    return _with(text, lambda number: number / 2)


def _one_more(text: str) -> str:
    return _with(text, lambda number: number + 1)


def fault(name: str, rules: str, plant: Callable[[Case], Iterator[Change]]) -> Fault:
    """A kind of fault; its rules are written as those of a mark."""
    finders, _, also = rules.partition("|")
    return Fault(name, frozenset(finders.split()), frozenset(also.split()), plant)


FAULTS = (
    fault("total executed", f"F01 F02 F04 | {MONEY}", totals_wrong("executed")),
    fault("total budget", f"F01 F02 F04 | {MONEY}", totals_wrong("budget")),
    fault("unit slipped", f"F01 F02 F04 F07 | {MONEY}", total_slipped),
    fault("part left out", f"F01 | {MONEY}", part_left_out),
    fault("rate", f"F02 | {MONEY}", rate_wrong),
    fault("execution score", f"F03 | {POINTS}", execution_score_wrong),
    fault("score", f"S06 S04 | {POINTS}", score_wrong),
    fault("score above weight", f"S03 | {POINTS}", score_above_weight),
    fault("weight", f"S01 S02 | {POINTS}", weight_wrong),
    fault("total score", f"S06 X03 | {POINTS}", total_score_wrong),
    fault("target missed", f"S04 | {POINTS} S14 X05", target_missed),
    fault("reason left out", "S08", reason_left_out),
    fault("grade", "S07 X03", grade_wrong),
    fault("date", "D02 D03 D04 | D10", signed_too_early),
    fault("told amount", f"X01 F07 F02 F04 | {MONEY}", told_otherwise),
    fault("row of a list", f"C01 F02 F04 | {MONEY}", row_of_list_wrong),
)
