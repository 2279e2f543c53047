"""S10, S11, S12, S22: how targets and results of indicators are written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from ....schemas.figure import DateMention
from ....schemas.finding import Finding
from ..case import Case, remembered
from ..check import Check
from ..facts import IndicatorRow, projects
from ..number import judge_at_most
from ..proof import Claim, bound, remark
from ..terms import Term
from ..told import is_settled
from ..wording import pattern
from .scores import rows

_REMEMBERED = 1024
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万两零〇全无]")


def result_has_number(case: Case) -> Iterator[Finding]:
    """S10: a target with a number has a result with one (not only 完成), in the same unit."""
    for row in rows(case):
        one = row.indicator
        if row.target and one.actual_text and not _NUMERAL.search(one.actual_text):
            line = f"{one.target_text} / {one.actual_text}"
            matter = f"{one.name}的指标值为数值，完成值“{one.actual_text}”没有数值"
            quotes = [source.quote for source in row.target.sources]
            yield remark(Claim("S10", case.report, matter), "fail", line, quotes, [one.name])
        elif row.target and row.actual and one.target_unit != one.actual_unit:
            line = f"{row.target.text(True)} / {row.actual.text(True)}"
            matter = f"{one.name}的指标值与完成值单位不同：{line}"
            quotes = [source.quote for source in (row.target + row.actual).sources]
            claim = Claim("S10", case.report, matter, "info")
            yield remark(claim, "not_comparable", line, quotes, [one.name])


def rates_within_whole(case: Case) -> Iterator[Finding]:
    """S11: a rate of a whole (合格率, 覆盖率, 满意度) is no more than 100 %."""
    whole = Term.constant(1)
    for row in rows(case):
        if row.actual and _is_share(row.indicator.name, row.indicator.actual_unit):
            yield from _above(case, row.indicator.name, row.actual, whole)
    for index in case.of_kind("rate"):
        figure = case.report.figures[index]
        alone = figure.place.row is None and figure.aspect == "level"
        if alone and _is_share(figure.subject or "", "1") and is_settled(case, figure):
            yield from _above(case, figure.subject or "", case.term(index), whole)


def done_in_time(case: Case) -> Iterator[Finding]:
    """S12: full marks for a date of completion that is not after the target's."""
    for row in rows(case):
        full = row.score and row.weight and row.score.number.value == row.weight.number.value
        days = _dates(case, row) if full else None
        if days and days[0].end and days[1].start and days[1].start > days[0].end:
            line = f"{days[1].text} > {days[0].text}"
            matter = f"{row.indicator.name}的完成日期晚于目标日期，得满分：{line}"
            quotes = [case.quote(day.place, day.text) for day in days]
            claim = Claim("S12", case.report, matter)
            yield remark(claim, "fail", line, quotes, [row.indicator.name])


def repeated_indicators(case: Case) -> Iterator[Finding]:
    """S22: an indicator stands twice in one table with other values."""
    for facts in projects(case):
        for one, other in combinations(facts.indicators, 2):
            if _is_repeated(one, other) and one.target and other.target:
                line = f"{one.target.text(True)} / {other.target.text(True)}"
                matter = f"{one.indicator.name}在表中出现两次，数值不同：{line}"
                quotes = [source.quote for source in (one.target + other.target).sources]
                claim = Claim("S22", case.report, matter)
                yield remark(claim, "fail", line, quotes, [one.indicator.name])


def _is_share(name: str, unit: str | None) -> bool:
    return unit == "1" and _names_share(name)


@lru_cache(_REMEMBERED)
def _names_share(name: str) -> bool:
    if not pattern("share_of_whole").search(name):
        return False
    return pattern("open_rate").search(name) is None


def _above(case: Case, name: str, rate: Term, whole: Term) -> Iterator[Finding]:
    told = rate.exactly()
    if judge_at_most(told.number, whole.number) == "fail":
        yield bound(Claim("S11", case.report, f"{name}与100%"), told, whole)


def _dates(case: Case, row: IndicatorRow) -> tuple[DateMention, DateMention] | None:
    """The one date of the target's cell and the one of the result's."""
    told = {"target": list[DateMention](), "actual": list[DateMention]()}
    for mention in _dates_of_rows(case).get((row.indicator.block, row.indicator.row), ()):
        found = case.passage_at(mention.place)
        role = found[0].cell.role if found and found[0].cell else None
        if role in told:
            told[role].append(mention)
    both = told["target"], told["actual"]
    return (both[0][0], both[1][0]) if len(both[0]) == len(both[1]) == 1 else None


@remembered
def _dates_of_rows(case: Case) -> Mapping[tuple[int, int | None], Sequence[DateMention]]:
    found: dict[tuple[int, int | None], list[DateMention]] = defaultdict(list)
    for mention in case.report.dates:
        found[mention.place.block, mention.place.row].append(mention)
    return found


def _is_repeated(one: IndicatorRow, other: IndicatorRow) -> bool:
    first, second = one.indicator, other.indicator
    same = (first.name, first.level2, first.target_unit) == (
        second.name,
        second.level2,
        second.target_unit,
    )
    return same and first.target_value != second.target_value


CHECKS = (
    Check("S10", result_has_number),
    Check("S11", rates_within_whole),
    Check("S12", done_in_time),
    Check("S22", repeated_indicators),
)
