"""From a relation that was tested to the finding that says so."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from hashlib import sha256

from ...schemas.finding import Finding, Quote, Severity, Verdict
from ...schemas.record import record
from ...schemas.report import Report
from .number import Number, judge, judge_at_most, judge_same
from .rules import audit_rules
from .terms import Source, Term

_ENDINGS: dict[Verdict, str] = {
    "ok": "相符",
    "rounding": "因四舍五入相符",
    "fail": "不符",
    "not_comparable": "口径不同，不作比较",
}
_KEY_LENGTH = 16
_NO_DECIMALS = (None, None, None)
_EXACTLY = Context(prec=50)
"""Digits kept of a quotient that has no end; rows keep ten places."""


@record
class Claim:
    """What a relation is about: the rule that tests it, the report, and the matter in Chinese.

    ``severity`` is null for the rule's own.
    """

    rule: str
    report: Report
    matter: str
    severity: Severity | None = None


def equation(claim: Claim, computed: Term, stated: Term) -> Finding:
    """Whether a calculation gives the number that is stated: ``8 + 7 = 15 ≠ 16``."""
    verdict = judge(computed.number, stated.number)
    return _over_numbers(
        claim, verdict, _equation_line(computed, stated, verdict), computed, stated
    )


def bound(claim: Claim, smaller: Term, larger: Term) -> Finding:
    """Whether one number is no more than another: ``245.00 ≤ 280.00``."""
    verdict = judge_at_most(smaller.number, larger.number)
    sign = ">" if verdict == "fail" else "≤"
    units = _needs_units(smaller, larger)
    line = f"{smaller.text(units)} {sign} {larger.text(units)}"
    return _over_numbers(claim, verdict, line, larger, smaller)


def same(claim: Claim, expected: Term, stated: Term) -> Finding:
    """Whether two places state one fact alike: ``8642.35 ≠ 8624.35``."""
    verdict = judge_same(expected.number, stated.number)
    units = _needs_units(expected, stated)
    alike = expected.number.value == stated.number.value
    sign = "≠" if verdict == "fail" else "=" if alike else "≈"
    line = f"{stated.text(units)} {sign} {expected.text(units)}"
    return _over_numbers(claim, verdict, line, expected, stated)


def remark(
    claim: Claim,
    verdict: Verdict,
    statement: str,
    quotes: Sequence[Quote],
    tags: Sequence[str] = (),
) -> Finding:
    """What is said of texts and dates, where there is nothing to calculate.

    ``tags`` part findings of one rule on one report, as subjects do for numbers.
    """
    return _finding(claim, verdict, statement, f"{claim.matter}。", quotes, tags)


def _over_numbers(
    claim: Claim, verdict: Verdict, line: str, expected: Term, stated: Term
) -> Finding:
    sources = expected.sources + stated.sources
    return _finding(
        claim,
        verdict,
        line,
        f"{claim.matter}{_ENDINGS[verdict]}：{line}。",
        [source.quote for source in sources],
        [source.tag for source in sources],
        (expected, stated),
    )


def _finding(
    claim: Claim,
    verdict: Verdict,
    statement: str,
    message: str,
    quotes: Sequence[Quote],
    tags: Sequence[str],
    terms: tuple[Term, Term] | None = None,
) -> Finding:
    """``terms`` are what is expected and what is stated; null where nothing is calculated."""
    value, low, high = _decimals(terms[0].number) if terms else _NO_DECIMALS
    stated_value, stated_low, stated_high = _decimals(terms[1].number) if terms else _NO_DECIMALS
    sources = terms[0].sources + terms[1].sources if terms else ()
    return Finding(
        key=_key(claim, tags),
        rule=claim.rule,
        severity=claim.severity or audit_rules()[claim.rule].severity,
        verdict=verdict,
        statement=statement,
        message=message,
        expected=value,
        expected_low=low,
        expected_high=high,
        stated=stated_value,
        stated_low=stated_low,
        stated_high=stated_high,
        report_ids=tuple(dict.fromkeys([claim.report.report_id, *[q.report_id for q in quotes]])),
        figure_ids=tuple([source.figure_id for source in sources if source.figure_id]),
        quotes=tuple(quotes),
    )


def _equation_line(computed: Term, stated: Term, verdict: Verdict) -> str:
    units = _needs_units(computed, stated)
    left, right = computed.text(units), stated.text(units)
    differs, source = "≠" if verdict == "fail" else "≈", stated.pieces[0]
    if verdict == "fail" and not isinstance(source, Source):
        source = computed.sources[0]
    plain_terms = len(computed.pieces) == 1 or len(stated.pieces) > 1
    reckoned, told = computed.number.value, stated.number.value
    alike = reckoned == told
    if plain_terms or reckoned is None or told is None or not isinstance(source, Source):
        return f"{left} {'=' if alike else differs} {right}"
    decimals = _decimals_to_show(computed, source)
    shown = "" if alike else source.show(reckoned, decimals)
    if alike or shown == source.show(told, decimals):
        return f"{left} {'≠' if verdict == 'fail' else '='} {right}"
    return f"{left} = {shown}{source.unit_text * units} {differs} {right}"


def _decimals_to_show(computed: Term, stated: Source) -> int:
    """Enough digits to see the difference: two for what was divided or multiplied."""
    finest = max([source.decimals for source in computed.sources], default=0)
    return max(stated.decimals, finest if computed.binding == 1 else 2)


def _needs_units(*terms: Term) -> bool:
    """Whether digits alone would mislead: one kind of unit, printed in different sizes."""
    scales = [one.scale for term in terms for one in term.sources if one.unit_text]
    return len(scales) > 1 and any(scale != scales[0] for scale in scales[1:])


def _decimals(number: Number) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    value, low, high = number.value, number.rounded.low, number.rounded.high
    told = _decimal(value)
    lowest = told if low is value else _decimal(low)
    return told, lowest, told if high is value else _decimal(high)


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    numerator, denominator = value.as_integer_ratio()
    return Decimal(numerator) if denominator == 1 else _EXACTLY.divide(numerator, denominator)


def _key(claim: Claim, tags: Sequence[str]) -> str:
    """What stays the same over versions of a file: no value and no place."""
    report = claim.report
    about = (claim.rule, report.unit, report.year, report.kind, report.project, *tags)
    text = "\x1f".join(["" if part is None else str(part) for part in about])
    return sha256(text.encode()).hexdigest()[:_KEY_LENGTH]
