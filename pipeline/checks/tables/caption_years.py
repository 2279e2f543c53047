"""D01: the year over a table that holds the report's own money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ....schemas.document import Paragraph, Place
from ....schemas.finding import Finding, Quote
from ..case import Case, remembered
from ..check import Check
from ..proof import Claim, remark
from ..texts.dates import year_agreement
from ..told import is_settled

_YEAR = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_LINES_OVER = 3
_FEWEST_DIGITS = 4
_ROLES = ("budget", "executed")


def caption_years(case: Case) -> Iterator[Finding]:
    """D01: a table with the report's budget and spending bears its year.

    What is told elsewhere of both stands in one of its rows, so it is no table of last year.
    """
    report = case.report
    for block in _tables(case) if str(report.year) in (report.title or "") else ():
        caption = _caption(case, block)
        years = set(_YEAR.findall(caption.text)) if caption else set[str]()
        other = len(years) == 1 and str(report.year) not in years
        known = not caption or caption.place.block in _told(case)
        if caption and other and not known and _holds_own_money(case, block):
            line = f"{next(iter(years))} ≠ {report.year}"
            matter = f"表题“{caption.text}”的年度与报告年度不一致：{line}"
            yield remark(Claim("D01", report, matter), "fail", line, [caption], ["caption"])


def _told(case: Case) -> frozenset[int]:
    """The blocks of which another year is told already."""
    return frozenset(quote.place.block for one in year_agreement(case) for quote in one.quotes)


def _caption(case: Case, block: int) -> Quote | None:
    """The nearest line over a table that names a year, past a line for the unit."""
    for above in range(block - 1, max(block - 1 - _LINES_OVER, -1), -1):
        line = case.report.document.blocks[above]
        if not isinstance(line, Paragraph) or line.type not in {"caption", "title"}:
            return None
        if _YEAR.search(line.text):
            return case.quote(Place(above, 0, len(line.text)), line.text.strip())
    return None


def _tables(case: Case) -> Sequence[int]:
    """The tables in which a budget and what was spent stand."""
    return sorted(
        {
            figure.place.block
            for index in case.of_role("executed")
            if (figure := case.report.figures[index]).place.row is not None
        }
    )


def _holds_own_money(case: Case, block: int) -> bool:
    """Whether a row has the budget and the spending that are told outside of the table."""
    own = {role: _told_outside(case, role, block) for role in _ROLES}
    rows = (case.rows[block, row] for row in case.numbered_rows(block))
    return any(all(_tells(case, row, role, own[role]) for role in _ROLES) for row in rows)


def _tells(case: Case, row: Sequence[int], role: str, known: frozenset[Decimal]) -> bool:
    figures = (case.report.figures[index] for index in row)
    return any(figure.role == role and figure.value in known for figure in figures)


def _told_outside(case: Case, role: str, block: int) -> frozenset[Decimal]:
    return frozenset(value for at, value in _money(case)[role] if at != block)


@remembered
def _money(case: Case) -> Mapping[str, Sequence[tuple[int, Decimal]]]:
    """The amounts of the evaluated year in each role, with the blocks; long ones if spent."""
    return {role: list(_amounts(case, role)) for role in _ROLES}


def _amounts(case: Case, role: str) -> Iterator[tuple[int, Decimal]]:
    for index in case.of_role(role):
        figure = case.report.figures[index]
        long = sum(map(str.isdecimal, figure.number_text.rstrip("0"))) >= _FEWEST_DIGITS
        if figure.value is not None and (long or role == "budget") and is_settled(case, figure):
            yield figure.place.block, figure.value


CHECKS = (Check("D01", caption_years),)
