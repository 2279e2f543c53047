"""Faults to plant in a report whose arithmetic is in order, and the rules that must find them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.facts import ProjectFacts, projects
from heshu.pipeline.checks.terms import Term
from heshu.pipeline.checks.totals import list_totals
from heshu.schemas.document import Block, Document, Paragraph, Place, Table

MONEY = {"F01", "F02", "F03", "F04", "F06", "F07", "F08", "F09", "C01", "S15", "X01", "X02", "P16"}
POINTS = {"F03", "S01", "S02", "S03", "S04", "S06", "S07", "X03", "X07", "P01"}


@dataclass(frozen=True)
class Change:
    """A text to print at a place instead of what stands there."""

    place: Place
    text: str


@dataclass(frozen=True)
class Fault:
    """A fault: where it can be planted, who must find it, and who else may ring for it."""

    name: str
    finders: frozenset[str]
    allowed: frozenset[str]
    plant: Callable[[Case], Iterator[Change]]


def planted(document: Document, change: Change) -> Document:
    """The document with the change made."""
    blocks = list(document.blocks)
    blocks[change.place.block] = _changed(blocks[change.place.block], change)
    return replace(document, blocks=tuple(blocks))


def _changed(block: Block, change: Change) -> Block:
    place = change.place
    if isinstance(block, Paragraph):
        return replace(block, text=_spliced(block.text, change))
    cells = [
        replace(cell, text=_spliced(cell.text, change))
        if (cell.row, cell.column) == (place.row, place.column)
        else cell
        for cell in block.cells
    ]
    return Table(block.rows, block.columns, tuple(cells), block.box, block.inside)


def _spliced(text: str, change: Change) -> str:
    return text[: change.place.start] + change.text + text[change.place.end :]


def other_digit(text: str) -> str:
    """The same number with its first digit made another one."""
    at = next(at for at, char in enumerate(text) if char in "123456789")
    return f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"


def of_term(term: Term | None, changed: Callable[[str], str]) -> Iterator[Change]:
    """A change of one number, if the report states it above zero."""
    if term and term.number.value:
        quote = term.sources[0].quote
        yield Change(quote.place, changed(quote.text))


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
            lambda text: f"{Decimal(text.replace(',', '').rstrip('万元亿')) * 10000:f}",
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
        yield from of_term(facts.indicators[-1].score, lambda text: f"{_less(text)}")


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
            yield Change(place, "差" if found[1] == "优" else "优")
            return


def signed_too_early(case: Case) -> Iterator[Change]:
    """The year of the closing line moved back two years."""
    for mention in case.report.dates:
        if mention.role == "closing" and mention.grain == "day" and mention.start:
            year = str(mention.start.year)
            if year in mention.text:
                yield Change(mention.place, mention.text.replace(year, str(int(year) - 2)))


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


def _less(text: str) -> Decimal:
    return Decimal(text.replace("分", "")) / 2


def _one_more(text: str) -> str:
    return str(Decimal(text.replace("分", "")) + 1)


def fault(
    name: str, finders: str, allowed: set[str], plant: Callable[[Case], Iterator[Change]]
) -> Fault:
    found = frozenset(finders.split())
    return Fault(name, found, found | allowed, plant)


FAULTS = (
    fault("total executed", "F01 F02 F04", MONEY, totals_wrong("executed")),
    fault("total budget", "F01 F02 F04", MONEY, totals_wrong("budget")),
    fault("unit slipped", "F01 F02 F04 F07", MONEY, total_slipped),
    fault("part left out", "F01", MONEY, part_left_out),
    fault("rate", "F02", MONEY, rate_wrong),
    fault("execution score", "F03", POINTS, execution_score_wrong),
    fault("score", "S06 S04", POINTS, score_wrong),
    fault("weight", "S01 S02", POINTS, weight_wrong),
    fault("total score", "S06 X03", POINTS, total_score_wrong),
    fault("grade", "S07", {"X03"}, grade_wrong),
    fault("date", "D02 D03 D04", {"D04", "D10"}, signed_too_early),
    fault("told amount", "X01 F07 F02 F04", MONEY, told_otherwise),
    fault("row of a list", "C01 F02 F04", MONEY, row_of_list_wrong),
)
