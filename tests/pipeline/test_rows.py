"""Facts become rows: every column of every table, ids, places and ten places."""

import pickle
from dataclasses import replace
from decimal import Decimal

from handmade import BODY, DOC_ID, DOCUMENT, ENTRY, FIGURE, REPORT, report_with
from heshu.pipeline.rows import document_rows
from heshu.pipeline.values import printed
from heshu.schemas.document import Paragraph
from heshu.schemas.tables import TABLES

ROWS = document_rows(ENTRY, DOCUMENT, (REPORT,))


def test_every_row_has_the_columns_of_its_table_in_order() -> None:
    for table in TABLES:
        for row in ROWS[table.name]:
            assert tuple(row) == table.names


def test_rows_are_the_same_in_another_process() -> None:
    assert pickle.loads(pickle.dumps(ROWS)) == ROWS


def test_what_no_database_takes_is_marked_in_texts_and_quotes_alike() -> None:
    (finding,) = REPORT.findings
    broken = replace(finding.quotes[0], text="8\ud800家")
    found = replace(finding, message="不等\0", quotes=(broken,))
    (row,) = document_rows(ENTRY, DOCUMENT, (replace(REPORT, findings=(found,)),))["findings"]
    assert row["message"] == "不等\ufffd"
    assert "8\ufffd家" in printed(row["quotes"])


def test_every_table_but_the_dispositions_has_rows() -> None:
    assert [name for name, rows in ROWS.items() if not rows] == ["dispositions"]


def test_ids_are_the_documents_with_running_numbers() -> None:
    assert ROWS["reports"][0]["report_id"] == f"{DOC_ID}-1"
    assert ROWS["sections"][0]["section_id"] == f"{DOC_ID}-1-s001"
    assert ROWS["figures"][0]["figure_id"] == f"{DOC_ID}-1-f00001"
    assert ROWS["projects"][0]["project_id"] == f"{DOC_ID}-1-p001"
    assert ROWS["indicators"][0]["indicator_id"] == f"{DOC_ID}-1-p001-i001"
    assert ROWS["findings"][0]["finding_id"] == f"{DOC_ID}-1-x001"
    assert ROWS["funds"][0]["project_id"] == ROWS["projects"][0]["project_id"]


def test_a_figures_place_is_the_quote_in_its_block() -> None:
    figure = ROWS["figures"][0]
    assert BODY[5:13] == figure["text"]
    assert (figure["block"], figure["start"], figure["end"]) == (1, 5, 13)
    assert (figure["page"], figure["x0"], figure["y1"]) == (1, 90.0, 112.0)


def test_blocks_and_figures_name_the_innermost_section() -> None:
    inner = replace(REPORT.sections[0], level=2, first_block=1)
    rows = document_rows(ENTRY, DOCUMENT, (replace(REPORT, sections=(*REPORT.sections, inner)),))
    sections = [block["section_id"] for block in rows["blocks"]]
    assert sections == [f"{DOC_ID}-1-s001", f"{DOC_ID}-1-s002", f"{DOC_ID}-1-s002"]


def test_a_table_is_a_block_without_text_and_its_cells_are_rows() -> None:
    assert (ROWS["blocks"][2]["type"], ROWS["blocks"][2]["text"]) == ("table", None)
    assert [cell["text"] for cell in ROWS["cells"]] == ["项目名称", ""]


def test_a_note_on_the_whole_file_has_no_place() -> None:
    whole, placed = ROWS["notes"]
    assert (whole["code"], whole["block"]) == ("hidden-text", None)
    assert (placed["code"], placed["block"]) == ("unit-unknown", 1)


def test_decimals_are_cut_to_ten_places_once() -> None:
    third = replace(FIGURE, value=Decimal(1) / Decimal(3))
    rows = document_rows(ENTRY, DOCUMENT, (report_with(third),))
    assert rows["figures"][0]["value"] == Decimal("0.3333333333")


def test_a_number_beyond_the_columns_digits_is_null_with_a_note() -> None:
    huge = replace(FIGURE, value=Decimal("9" * 40))
    rows = document_rows(ENTRY, DOCUMENT, (report_with(huge),))
    assert rows["figures"][0]["value"] is None
    note = next(note for note in rows["notes"] if note["code"] == "too-many-digits")
    assert (note["block"], note["start"]) == (1, 5)


def test_blocks_are_those_that_the_reports_have_marked() -> None:
    marked = replace(DOCUMENT, blocks=(Paragraph("一、基本情况", type="title"),))
    rows = document_rows(ENTRY, DOCUMENT, (replace(REPORT, document=marked, sections=()),))
    assert [block["type"] for block in rows["blocks"]] == ["title"]


def test_a_file_that_was_not_read_gives_only_its_row_of_documents() -> None:
    rows = document_rows(replace(ENTRY, status="failed"), None, ())
    assert {name for name, those in rows.items() if those} == {"documents"}
