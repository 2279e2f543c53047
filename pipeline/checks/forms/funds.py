"""F01, F08, F09: the lines of a fund table add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....schemas.finding import Finding
from ....schemas.report import FundSource
from ..case import Case, remembered
from ..check import Check
from ..facts import FundLine, projects
from ..kept import kept
from ..number import judge
from ..proof import Claim, equation
from ..terms import Term, total

LEVELS: frozenset[FundSource | None] = frozenset({"central", "province", "city", "county"})
_LOCAL: frozenset[FundSource | None] = LEVELS - {"central"}
COLUMNS = ("budget_initial", "budget", "executed")
_COLUMN_NAMES = {"budget_initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}


@dataclass(eq=False)
class Breakdown:
    """A line and the lines that make it up; without slots, so that it is added up once."""

    whole: FundLine
    parts: tuple[FundLine, ...]

    def column(self, column: str) -> tuple[Term, Term] | None:
        """The sum of the parts and the whole; null where the whole or any part says nothing."""
        whole, parts = self.whole.amount(column), [part.amount(column) for part in self.parts]
        stated = [part for part in parts if part]
        if whole is None or len(stated) < len(parts):
            return None
        return total(stated), whole

    @kept
    def told(self) -> tuple[tuple[str, Term, Term], ...]:
        """The columns in which the whole and all parts say something, with sum and whole."""
        columns = ((column, self.column(column)) for column in COLUMNS)
        return tuple((column, *found) for column, found in columns if found)

    def holds(self) -> bool:
        """Whether some column with money in it adds up, so that the parts are the right ones."""
        return any(
            whole.number.value and judge(parts.number, whole.number) != "fail"
            for _, parts, whole in self.told
        )


def total_of_sources(case: Case) -> Iterator[Finding]:
    """F01: the year's money is the sum of its sources (年度资金总额), column by column."""
    for breakdown in _of_totals(case):
        for column, parts, whole in breakdown.told:
            if whole.number.value or not parts.number.value:
                yield equation(_claim(case, "F01", breakdown, column), parts, whole)


def zero_total(case: Case) -> Iterator[Finding]:
    """F08: a total of zero has no parts above zero."""
    for breakdown in _of_totals(case):
        for column, parts, whole in breakdown.told:
            if whole.number.value == 0 and parts.number.value:
                yield equation(_claim(case, "F08", breakdown, column), parts, whole)


def levels_of_government(case: Case) -> Iterator[Finding]:
    """F09: fiscal money is the sum of what central, province, city and county gave."""
    for table in fund_tables(case):
        fiscal = [line for line in table if line.fund.source == "fiscal"]
        levels = tuple(line for line in table if line.fund.source in LEVELS)
        breakdown = Breakdown(fiscal[0], levels) if len(fiscal) == 1 and levels else None
        if breakdown and breakdown.holds():
            for column, parts, whole in breakdown.told:
                yield equation(_claim(case, "F09", breakdown, column), parts, whole)


def fund_tables(case: Case) -> Iterator[tuple[FundLine, ...]]:
    """The lines of each project's fund table, a total first."""
    for facts in projects(case):
        lines = [line for line in facts.funds if line.fund.row is not None]
        starts = [at for at, line in enumerate(lines) if line.fund.source == "total"]
        ends = [*starts[1:], len(lines)]
        yield from (tuple(lines[start:end]) for start, end in zip(starts, ends, strict=False))


def sum_of_parts(case: Case, whole: FundLine, column: str) -> Term | None:
    """What the parts of a total add up to in a column; null where that is not known."""
    for breakdown in _of_totals(case):
        if breakdown.whole.fund == whole.fund:
            found = breakdown.column(column)
            return found[0] if found else None
    return None


@remembered
def _of_totals(case: Case) -> tuple[Breakdown, ...]:
    """The total of each fund table with its parts, where they are known."""
    found = (_of_total(table) for table in fund_tables(case))
    return tuple(breakdown for breakdown in found if breakdown)


def _of_total(table: Sequence[FundLine]) -> Breakdown | None:
    """The way to part the total that holds: of all lines, or else of those with any money."""
    filled = tuple(line for line in table[1:] if any(map(line.amount, COLUMNS)))
    printed = [parts for parts in _ways_to_part(table[1:]) if parts]
    ways = [*printed, *filter(None, _ways_to_part(filled))]
    breakdowns = [Breakdown(table[0], parts) for parts in ways]
    sure = (one for one in breakdowns if one.holds())
    return next(sure, breakdowns[0] if printed and _is_standard(table[1:]) else None)


def _ways_to_part(lines: Sequence[FundLine]) -> Iterator[tuple[FundLine, ...]]:
    """Which lines may be the parts of the total: forms print levels under other lines or not."""
    sources = {line.fund.source for line in lines}
    if "fiscal" in sources:
        yield tuple(line for line in lines if line.fund.source not in LEVELS)
    yield tuple(lines)
    if "central" in sources:
        yield tuple(line for line in lines if line.fund.source not in _LOCAL)
    yield tuple(line for line in lines if not line.fund.label.lstrip().startswith("其中"))
    yield (*lines[:1], *(line for line in lines[1:] if not line.fund.label.startswith("其中")))


def _is_standard(lines: Sequence[FundLine]) -> bool:
    """The sources that the ministry's form prints are known to make up the total."""
    sources = [line.fund.source for line in lines]
    return {"fiscal", "other"} <= {*sources} and len({*sources}) == len(sources)


def _claim(case: Case, rule: str, breakdown: Breakdown, column: str) -> Claim:
    matter = f"{breakdown.whole.label}的{_COLUMN_NAMES[column]}与各分项之和"
    return Claim(rule, case.report, matter)


CHECKS = (
    Check("F01", total_of_sources),
    Check("F08", zero_total),
    Check("F09", levels_of_government),
)
