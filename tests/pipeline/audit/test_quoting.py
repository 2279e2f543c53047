"""Where quotes stand, and what stands around them."""

from array import array
from dataclasses import replace

from audit_accounts import CELL_EXECUTED, DOCUMENT, EXECUTED, REPORT, TRAINED
from heshu.pipeline.audit.quoting import (
    AROUND,
    all_whereabouts,
    excerpt,
    rectangles,
    section_title,
    whereabouts,
)
from heshu.schemas.document import Box, Document, Paragraph, Place, TextLine


def document(*paragraphs: Paragraph) -> Document:
    return replace(DOCUMENT, blocks=paragraphs)


def test_places_are_counted_as_people_count() -> None:
    assert whereabouts(DOCUMENT, EXECUTED.place) == "第2段"
    assert whereabouts(DOCUMENT, CELL_EXECUTED.place) == "表1第2行第3列"
    boxed = replace(EXECUTED.place, box=Box(3, 0, 0, 1, 1))
    assert whereabouts(DOCUMENT, boxed) == "第3页 第2段"


def test_places_in_one_table_share_a_line() -> None:
    places = [Place(4, 0, 1, 1, 1), Place(4, 0, 1, 1, 2), Place(4, 0, 1, 1, 1), Place(1, 0, 1)]
    assert all_whereabouts(DOCUMENT, places) == "表1第2行第2列、第2行第3列\n第2段"


def test_a_quote_in_a_cell_stands_among_its_row() -> None:
    found = excerpt(DOCUMENT, CELL_EXECUTED.place)
    assert (found.before, found.quote, found.after) == ("+合计｜200｜", "190", " （含结转）")


def test_a_quote_over_a_line_break_is_whole() -> None:
    found = excerpt(DOCUMENT, TRAINED.place)
    assert (found.before, found.quote, found.after) == ("全年培训", "1200人次", "。")


def test_a_long_paragraph_is_cut_around_the_quote() -> None:
    long = document(Paragraph("前" * 200 + "5元" + "后" * 200))
    found = excerpt(long, Place(0, 200, 202))
    assert found.before == "…" + "前" * AROUND
    assert found.after == "后" * AROUND + "…"


def test_every_printed_line_has_a_rectangle() -> None:
    first = TextLine(0, 1, 100, 112, array("d", [10, 20, 30]))
    second = TextLine(2, 2, 50, 62, array("d", [10, 20, 30, 40]))
    printed = document(Paragraph("共1234", lines=(first, second)))
    assert list(rectangles(printed, Place(0, 1, 4))) == [
        Box(1, 20, 100, 30, 112),
        Box(2, 10, 50, 30, 62),
    ]


def test_without_lines_the_place_has_its_own_rectangle_or_none() -> None:
    box = Box(1, 0, 0, 9, 9)
    assert list(rectangles(DOCUMENT, replace(EXECUTED.place, box=box))) == [box]
    assert list(rectangles(DOCUMENT, EXECUTED.place)) == []


def test_a_heading_has_its_number_once() -> None:
    assert section_title(REPORT, 0) == "一、概况"
    assert section_title(REPORT, None) is None
