"""The stage that reads figures, dates and citations out of a report's passages."""

from __future__ import annotations

from dataclasses import replace

from ...schemas.document import Note
from ...schemas.figure import Citation, DateMention, Figure
from ...schemas.passage import Passage
from ...schemas.report import Report
from ..text.calendar import DateSpan
from .citation import CitationSpan
from .date import Body, body_of, date_role
from .facts import read_facts
from .found import Found
from .intervals import interval


def read_figures(report: Report) -> Report:
    """The report with the figures, dates, citations and notes of its passages added."""
    body = body_of(report)
    read = [
        (passage, facts)
        for passage in report.passages
        if any(facts := read_facts(passage.text, passage.folded, report.year, passage.cell))
    ]
    return replace(
        report,
        figures=(*report.figures, *[_figure(p, one) for p, facts in read for one in facts.figures]),
        dates=(*report.dates, *[_date(p, one, body) for p, facts in read for one in facts.dates]),
        citations=(
            *report.citations,
            *[_citation(p, one) for p, facts in read for one in facts.citations],
        ),
        notes=(*report.notes, *[_note(p, one) for p, facts in read for one in facts.notes]),
    )


def _figure(passage: Passage, found: Found) -> Figure:
    reading = found.reading
    low, high = interval(reading, found.comparator)
    return Figure(
        passage.place(found.start, found.end),
        passage.text[found.start : found.end],
        reading.number_text,
        found.rule.kind,
        reading.value,
        low,
        high,
        reading.unit,
        reading.unit_text,
        reading.unit_from if reading.unit_text else None,
        reading.numeral.decimals,
        found.comparator,
        found.rule.name,
        passage.section,
    )


def _date(passage: Passage, span: DateSpan, body: Body) -> DateMention:
    return DateMention(
        place=passage.place(span.start, span.end),
        text=passage.text[span.start : span.end],
        grain=span.grain,
        start=span.first,
        end=span.last,
        role=date_role(span, passage, body),
    )


def _citation(passage: Passage, span: CitationSpan) -> Citation:
    return Citation(
        place=passage.place(span.start, span.end),
        text=passage.text[span.start : span.end],
        title=span.title,
        issuer=span.issuer,
        year=span.year,
        serial=span.serial,
        number=span.number,
    )


def _note(passage: Passage, note: Note) -> Note:
    return replace(note, place=passage.place(0, len(passage.text)))
