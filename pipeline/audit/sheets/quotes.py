"""The sheet 引文: every quote of every relation, in bold among what stands around it."""

from __future__ import annotations

from ....schemas.finding import Quote
from ...outputs.workbook import Workbook
from ..model import Audit, Relation
from ..quoting import excerpt, whereabouts
from .grid import Field, Grid, Link, Styled
from .relations import CHECKED
from .said import DOUBTS

QUOTES = "引文"
_FIELDS = (
    Field("编号", "No.", 8),
    Field("规则", "Rule", 7),
    Field("文件", "File", 26),
    Field("报告", "Report", 30),
    Field("位置", "Place", 24),
    Field("引文", "Quote", 22),
    Field("上下文", "Context", 90),
)


def quote_rows(audit: Audit) -> dict[int, int]:
    """The row where the quotes of each relation begin, by the relation's number."""
    rows: dict[int, int] = {}
    row = 1
    for relation in audit.relations:
        rows[relation.number] = row
        row += len(relation.finding.quotes)
    return rows


def write_quotes(book: Workbook, audit: Audit) -> None:
    """Write the quotes in the order of the relations; the number leads back to its row."""
    grid = Grid(book, QUOTES, _FIELDS)
    for relations, sheet in ((audit.doubts, DOUBTS), (audit.checked, CHECKED)):
        for row, relation in enumerate(relations, 1):
            for quote in relation.finding.quotes:
                _write_quote(grid, audit, relation, quote, Link(relation.number, sheet, row))
    grid.finish(1)


def _write_quote(grid: Grid, audit: Audit, relation: Relation, quote: Quote, back: Link) -> None:
    report = audit.report(quote.report_id)
    grid.add(
        (
            back,
            relation.finding.rule,
            report.document.name,
            report.title,
            whereabouts(report.document, quote.place),
            Styled(quote.text, "proof"),
            excerpt(report.document, quote.place),
        )
    )
