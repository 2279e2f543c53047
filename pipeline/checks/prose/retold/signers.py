"""P29: no more people of a body sign than it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .....schemas.finding import Finding, Quote
from .....schemas.report import Signature
from ...between_reports.together import AcrossCheck
from ...case import Case
from ...check import Check
from ...proof import Claim, remark
from ...terms import Term
from ..parts.staff import people_in_service


def signers(case: Case) -> Iterator[Finding]:
    """P29: the people of the body who sign a report are no more than work there."""
    yield from _over(case.report.unit, [case])


def all_signers(cases: Sequence[Case]) -> Iterator[Finding]:
    """P29: nor do more sign all reports of one body on one year."""
    for unit, year in dict.fromkeys((case.report.unit, case.report.year) for case in cases):
        of_year = [case for case in cases if case.report.year == year]
        signing = [case for case in of_year if dict(_signed(unit, [case]))]
        if unit and len(signing) > 1:
            yield from _over(unit, of_year)


def _over(unit: str | None, cases: Sequence[Case]) -> Iterator[Finding]:
    signed = dict(_signed(unit, cases))
    of_unit = [case for case in cases if case.report.unit == unit] if signed else []
    staff = [told for case in of_unit for told in _staff(case)]
    values = {term.number.value for _, term in staff}
    if signed and len(values) == 1:
        case, term = staff[0]
        number = term.number.value or 0
        fails = len(signed) > number
        line = f"{len(signed)} {'>' if fails else '≤'} {term.text()}"
        matter = f"署名的本单位人员与实有人数{'不符' if fails else '相符'}：{line}"
        quotes = [*signed.values(), *(source.quote for source in term.sources)]
        yield remark(Claim("P29", case.report, matter), "fail" if fails else "ok", line, quotes)


def _signed(unit: str | None, cases: Sequence[Case]) -> Iterator[tuple[str, Quote]]:
    """Everybody of the unit who signs, with the place of the name."""
    for case in cases:
        for signature in case.report.signatures:
            quote = _name_cell(case, signature)
            if quote and signature.unit in (None, unit):
                yield signature.name, quote


def _name_cell(case: Case, signature: Signature) -> Quote | None:
    beside = case.cells(signature.block, signature.row)
    named = [passage for passage in beside if passage.text.strip() == signature.name]
    return case.quoted(named[-1]) if named else None


def _staff(case: Case) -> Iterator[tuple[Case, Term]]:
    for mention in people_in_service(case):
        yield case, case.term(mention.index)


CHECKS = (Check("P29", signers),)
ACROSS = (AcrossCheck("P29", all_signers),)
