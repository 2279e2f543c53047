"""F10, F13, S16: what one sentence or cell tells with its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ..case import Case, Spot, remembered
from ..check import Check
from ..number import judge
from ..proof import Claim, equation, remark
from ..terms import Term, plain
from ..wording import pattern, sentence_around
from . import products

_PLANNED = {"plan", "budget", "budget_initial"}
_SCOPES = {None, "累计"}
_AHEAD = {"target", "plan"}
_OF_A_PART = re.compile("中央|[省市县区镇乡]|自治区|地方|配套|自筹|社会|财政|债券|企业|群众")
_STOPS = ",。;:("


def arrival_and_spending(case: Case) -> Iterator[Finding]:
    """F10: arrived over planned (到位率), spent over arrived (支出率), told in one sentence.

    What arrived or was spent may also be told in the sentence behind (；实际支出…).
    """
    before: tuple[int, int] | None = None
    ahead: tuple[int, int] | None = None
    for figures in _by_sentence(case) if _tells(case, "arrival_rate", "spending_rate") else ():
        arrived, planned = _only(case, figures, "arrived"), _planned(case, figures)
        arrived = _before_rate(case, figures) if arrived is None else arrived
        spent, block = _only(case, figures, "spent"), case.report.figures[figures[0]].place.block
        if arrived is None and before and before[0] == block:
            arrived = before[1]
        if planned is None and ahead and ahead[0] == block:
            planned = ahead[1]
        before = None if arrived is None else (block, arrived)
        ahead = None if planned is None else (block, planned)
        for name, part, whole in (
            ("arrival_rate", arrived, planned),
            ("spending_rate", spent, arrived),
        ):
            rate = _only(case, figures, name)
            if rate is not None and part is not None and whole is not None:
                ratio = case.term(part) / case.term(whole)
                claim = Claim("F10", case.report, f"{case.report.figures[rate].subject}与金额之比")
                finding = equation(claim, ratio, case.term(rate))
                if finding.verdict != "fail" or not _fits_another(case, part, rate):
                    yield finding


def _fits_another(case: Case, part: int, rate: int) -> bool:
    """Whether the rate is that of an amount told before, such as the budget of one source."""
    place, term = case.report.figures[part].place, case.term(part)
    before = (at for at in case.rows[place.block, place.row] if at < rate and at != part)
    amounts = (at for at in before if case.report.figures[at].kind == "amount")
    wholes = (case.term(at) for at in amounts if case.report.figures[at].value)
    return any(judge((term / one).number, case.term(rate).number) != "fail" for one in wholes)


def rate_of_sample(case: Case) -> Iterator[Finding]:
    """S16: with so few questionnaires, some rates of satisfaction cannot be (GRIM)."""
    for figures in _by_sentence(case) if _tells(case, "satisfaction") else ():
        rates = [index for index in figures if _named(case, index, "satisfaction", "rate")]
        sizes = [index for index in figures if _is_sample(case, index)]
        for rate in rates if sizes else ():
            yield from _possible(case, case.term(rate), [case.term(index) for index in sizes])


def _is_sample(case: Case, index: int) -> bool:
    """Whether it counts the questionnaires, not those with a certain answer (表示满意的264份)."""
    answered = pattern("answered").search(_lead(case, index))
    return not answered and _named(case, index, "sample", "count")


def _tells(case: Case, *names: str) -> bool:
    """Whether the report tells a rate under one of these names."""
    return any(_named(case, index, name, "rate") for index in _rates(case) for name in names)


@remembered
def _rates(case: Case) -> list[int]:
    """The rates that may have such a name."""
    return [index for index in case.of_kind("rate") if _is_plain(case.report.figures[index])]


@remembered
def _by_sentence(case: Case) -> tuple[list[int], ...]:
    """The figures of each sentence in which two or more stand, in order."""
    beside = groupby(range(len(case.report.figures)), key=lambda at: _spot(case, at))
    together = (group for _, each in beside if len(group := list(each)) > 1)
    sentences = (groupby(group, key=lambda at: _sentence(case, at)) for group in together)
    groups = (list(group) for each in sentences for _, group in each)
    return tuple(group for group in groups if len(group) > 1)


def _spot(case: Case, index: int) -> Spot:
    place = case.report.figures[index].place
    return place.block, place.row, place.column


def _sentence(case: Case, index: int) -> int:
    """Where the sentence of a figure begins in its passage; below zero where none is found."""
    found = case.passage_at(case.report.figures[index].place)
    sentence = sentence_around(*found) if found else None
    return sentence.start() if sentence else -1


def _only(case: Case, figures: list[int], name: str) -> int | None:
    kind = "rate" if name.endswith("_rate") else "amount"
    named = [index for index in figures if _named(case, index, name, kind)]
    return named[0] if len(named) == 1 else None


def _planned(case: Case, figures: list[int]) -> int | None:
    """The only amount planned; where more are, the first of all, if no later one is as much."""
    only = _only(case, figures, "planned")
    named = [index for index in figures if _named(case, index, "planned", "amount")]
    if only is not None or not named:
        return only
    first, *later = (case.report.figures[index].value or 0 for index in named)
    return named[0] if named[0] == figures[0] and first > max(later) else None


def _before_rate(case: Case, figures: list[int]) -> int | None:
    """The amount that arrived, told right before the rate of it; parts may follow."""
    for index, rate in pairwise(figures):
        rated = _named(case, rate, "arrival_rate", "rate")
        whole = not _OF_A_PART.search(case.report.figures[index].subject or "")
        if rated and whole and _named(case, index, "arrived", "amount"):
            return index
    return None


def _named(case: Case, index: int, name: str, kind: str) -> bool:
    figure = case.report.figures[index]
    if figure.kind != kind or not _is_plain(figure):
        return False
    if name == "planned" and figure.role in _PLANNED:
        return True
    if name != "planned" and figure.role in _AHEAD:
        return False
    wanted = pattern(name)
    return bool(wanted.search(figure.subject or "") or wanted.search(_lead(case, index)))


def _is_plain(figure: Figure) -> bool:
    return figure.scope in _SCOPES and figure.comparator == "eq"


def _lead(case: Case, index: int) -> str:
    """The words that stand right before a figure in its clause."""
    known = _leads(case)
    if index not in known:
        found = case.passage_at(case.report.figures[index].place)
        text, end = (found[0].folded, found[1]) if found else ("", 0)
        known[index] = text[max([text.rfind(stop, 0, end) for stop in _STOPS]) + 1 : end]
    return known[index]


@remembered
def _leads(_: Case) -> dict[int, str]:
    """What ``_lead`` was asked for."""
    return {}


def _possible(case: Case, rate: Term, sizes: list[Term]) -> Iterator[Finding]:
    rounded = rate.number.rounded
    counts = [size.number.value for size in sizes if size.number.value]
    if rounded.low is None or rounded.high is None or not counts:
        return
    fits = [size for size in counts if _whole_between(rounded.low * size, rounded.high * size)]
    size = sizes[0] if not fits else next(one for one in sizes if one.number.value == fits[0])
    exact = (rate.number.value or Fraction(0)) * (size.number.value or 0)
    line = (
        f"{size.text()} × {rate.text()} = {plain(exact, 2)}，{'可为' if fits else '不可能为'}整数"
    )
    matter = f"满意度与样本数{'相符' if fits else '不符'}：{line}"
    quotes = [source.quote for source in (size * rate).sources]
    yield remark(Claim("S16", case.report, matter), "ok" if fits else "fail", line, quotes)


def _whole_between(low: Fraction, high: Fraction) -> bool:
    """Whether a whole number lies from ``low`` up to, and with a rounding's grace at, ``high``."""
    return high.__floor__() >= low.__ceil__()


CHECKS = (
    Check("F10", arrival_and_spending),
    *products.CHECKS,
    Check("S16", rate_of_sample),
)
