"""What is marked on the pages of one document, and what is said there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....schemas.document import Box, Document, Place
from ....schemas.labels import DISPOSITION_STATUSES, SEVERITIES
from ....schemas.report import Report
from ...checks.rules import audit_rules
from ...values import text
from ..dispositions import in_words
from ..model import Audit, Relation, gravest
from ..quoting import block_page, rectangles
from .drawing import Tone


@dataclass(frozen=True, slots=True)
class Highlight:
    """A quote that is marked: its lines on one page, and all doubts that rest on it."""

    page: int
    boxes: tuple[Box, ...]
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A note at the page's edge beside a doubt's first quote there, with the doubt's number."""

    page: int
    top: float
    number: int
    tone: Tone
    title: str
    text: str


def highlights(audit: Audit, document: Document) -> Iterator[Highlight]:
    """Every quote of a doubt in the document, once for each page that it stands on."""
    for place, against in _doubts_by_place(audit, document).items():
        boxes = list(rectangles(document, place))
        tone = _tone(against)
        note = "\n\n".join(told(doubt) for doubt in against)
        for page in sorted({box.page for box in boxes}):
            here = tuple(box for box in boxes if box.page == page)
            yield Highlight(page, here, tone, note)


def badges(audit: Audit, document: Document) -> Iterator[Badge]:
    """A note for every doubt on every page where one of its quotes stands.

    A doubt that is not about a place stands at the top of its report's first page.
    """
    for doubt in audit.doubts:
        tops = _tops(audit, document, doubt)
        if not tops and doubt.report.document is document:
            tops = {_first_page(doubt.report): 0.0}
        for page, top in tops.items():
            yield Badge(page, top, doubt.number, _tone([doubt]), _title(doubt), told(doubt))


def _tops(audit: Audit, document: Document, doubt: Relation) -> dict[int, float]:
    """Where the doubt's first quote on each page of the document begins."""
    tops: dict[int, float] = {}
    for quote in doubt.finding.quotes:
        if audit.document(quote.report_id) is document:
            for box in rectangles(document, quote.place):
                tops.setdefault(box.page, box.y0)
    return tops


def _first_page(report: Report) -> int:
    blocks = report.document.blocks[report.first_block :]
    pages = (block_page(block) for block in blocks)
    return next((page for page in pages if page is not None), 1)


def told(doubt: Relation) -> str:
    """What a note says of a doubt, and what a reviewer said of it."""
    said = doubt.disposition
    of_reviewer = [f"处理：{in_words(said)}"] if said else []
    return text("\n".join((_title(doubt), doubt.finding.statement, doubt.claim, *of_reviewer)))


def _title(doubt: Relation) -> str:
    finding = doubt.finding
    rule = audit_rules()[finding.rule]
    said = f"（{DISPOSITION_STATUSES[doubt.disposition.status]}）" if doubt.disposition else ""
    severity = SEVERITIES[finding.severity]
    return f"疑点{doubt.number} [{severity}] {finding.rule} {rule.chinese}{said}"


def _tone(doubts: Sequence[Relation]) -> Tone:
    """The gravest of those that stand."""
    standing = [doubt for doubt in doubts if not doubt.is_settled]
    return gravest(doubt.finding.severity for doubt in standing) if standing else "settled"


def _doubts_by_place(audit: Audit, document: Document) -> dict[Place, list[Relation]]:
    places: dict[Place, tuple[Place, dict[int, Relation]]] = {}
    for doubt in audit.doubts:
        for quote in doubt.finding.quotes:
            if audit.document(quote.report_id) is document:
                key = replace(quote.place, box=None)
                _, against = places.setdefault(key, (quote.place, {}))
                against[doubt.number] = doubt
    return {place: list(against.values()) for place, against in places.values()}
