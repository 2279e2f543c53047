"""The left side: the reports as read, with every figure marked."""

from __future__ import annotations

from collections.abc import Iterator

from ....schemas.document import FURNITURE, Cell, Document, Paragraph, Table
from ....schemas.finding import Verdict
from ....schemas.labels import ASPECTS, KINDS, REPORT_KINDS, ROLES
from ....schemas.report import Report
from ..amounts import interval, worth
from ..model import Audit, gravest
from ..quoting import block_page
from .marks import Mark, Marks, Segment, Spot, doubts, numbers
from .markup import Html, element, html, joined

_BEST_FIRST: tuple[Verdict, ...] = ("ok", "rounding", "not_comparable")
_INDENTED = frozenset({"footnote", "textbox", "caption"})


def reading_pane(audit: Audit, marks: Marks) -> Html:
    """Every document that was read, one below the other."""
    parts = (_document(file.document, file.reports, marks) for file in audit.files if file.document)
    return joined(parts)


def _document(document: Document, reports: tuple[Report, ...], marks: Marks) -> Html:
    heads = {report.first_block: report for report in reports}
    parts: list[Html] = [element("h2", html(document.name))]
    page = None
    for number, block in enumerate(document.blocks):
        if number in heads:
            parts.append(_head(heads[number]))
        here = block_page(block)
        if here is not None and here != page:
            page = here
            parts.append(element("p", html(f"第 {page} 页"), class_="page-number"))
        parts.append(_block(document, number, block, marks))
    return element("article", *parts, class_="document")


def _head(report: Report) -> Html:
    facts = (
        REPORT_KINDS[report.kind],
        None if report.year is None else f"{report.year} 年度",
        report.unit,
        None if report.score is None else f"自评 {report.score:f} 分",
        report.grade,
        f"{len(report.figures)} 个数字",
    )
    title = element("h3", html(report.title or report.document.name))
    about = element("p", html(" · ".join(filter(None, facts))))
    return element("header", title, about, id=f"r-{report.report_id}", class_="report-head")


def _block(document: Document, number: int, block: Paragraph | Table, marks: Marks) -> Html:
    if isinstance(block, Table):
        rows = (element("tr", *cells) for cells in _rows(document, number, block, marks))
        body = element("tbody", *rows)
        return element("div", element("table", body), class_="nested" if block.inside else "sheet")
    text = _text(block.text, (document.doc_id, number, None, None), marks)
    kind = "furniture" if block.type in FURNITURE else block.type
    shown = f"{kind} aside" if block.type in _INDENTED else kind
    return element("p", text, class_=f"{shown} centred" if block.centred else shown)


def _rows(document: Document, number: int, table: Table, marks: Marks) -> Iterator[list[Html]]:
    for row, cells in enumerate(table.lattice()):
        yield [
            element("td") if cell is None else _cell(document, number, cell, marks)
            for column, cell in enumerate(cells)
            if cell is None or (cell.row, cell.column) == (row, column)
        ]


def _cell(document: Document, number: int, cell: Cell, marks: Marks) -> Html:
    return element(
        "th" if cell.is_header else "td",
        _text(cell.text, (document.doc_id, number, cell.row, cell.column), marks),
        rowspan=cell.row_span if cell.row_span > 1 else None,
        colspan=cell.column_span if cell.column_span > 1 else None,
    )


def _text(text: str, spot: Spot, marks: Marks) -> Html:
    return joined(_segment(text, segment) for segment in marks.segments(spot, len(text)))


def _segment(text: str, segment: Segment) -> Html:
    shown = html(text[segment.start : segment.end])
    if not segment.marks:
        return shown
    first, *others = [f"m{mark.number}" for mark in segment.begins] or [None]
    anchors = (element("span", id=each) for each in others)
    against = doubts(segment.ends)
    mark = element(
        "mark",
        shown,
        id=first,
        class_=_state(segment.marks),
        data_m=numbers(segment.marks),
        data_n=" ".join(str(each.number) for each in against) or None,
        title=_about(segment.marks),
        role="button",
        tabindex=0 if doubts(segment.marks) else -1,
    )
    return joined((*anchors, mark))


def _state(marks: tuple[Mark, ...]) -> str:
    """The gravest of what stands against the text; else the best that was found; else nothing."""
    against = doubts(marks)
    if against:
        return gravest(each.finding.severity for each in against)
    verdicts = {each.finding.verdict for mark in marks for each in mark.relations}
    return next((each for each in _BEST_FIRST if each in verdicts), "untouched")


def _about(marks: tuple[Mark, ...]) -> str | None:
    lines = [_describe(mark) for mark in marks if mark.figure]
    return "\n".join(lines) or None


def _describe(mark: Mark) -> str:
    """What a figure is worth and what it measures, on one line."""
    figure = mark.figure
    if figure is None:
        return ""
    span = interval(figure.low, figure.high, figure.kind == "rate")
    value = worth(figure)
    facts = (
        KINDS[figure.kind],
        value,
        span if span and figure.value is not None and figure.low != figure.high else None,
        figure.subject,
        figure.scope,
        figure.aspect and ASPECTS[figure.aspect],
        figure.role and ROLES[figure.role],
    )
    return " · ".join(filter(None, facts))
