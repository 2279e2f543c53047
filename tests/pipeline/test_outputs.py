"""Each output holds what the rows hold."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast, get_args

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
from rich.console import Console

from handmade import DOCUMENT, ENTRY, FIGURE, REPORT
from heshu.pipeline.arrow import data_frame, schema
from heshu.pipeline.outputs import sheet
from heshu.pipeline.outputs.legend import LEGEND
from heshu.pipeline.outputs.parquet import ParquetWriter
from heshu.pipeline.outputs.summary import SHOWN_ROWS, print_summary
from heshu.pipeline.outputs.workbook import CUT_MARK, TEXT_LIMIT
from heshu.pipeline.outputs.writer import OutputFormat, open_writer
from heshu.pipeline.outputs.xlsx import WORKBOOK
from heshu.pipeline.rows import Row, Rows, document_rows, no_rows
from heshu.schemas.definitions.facts import FIGURES
from heshu.schemas.tables import TABLES

pq = cast(Any, pyarrow.parquet)  # its stubs leave much untyped
ROWS = document_rows(ENTRY, DOCUMENT, (REPORT,))


def written(folder: Path, format: OutputFormat, *documents: Rows) -> list[str]:
    with open_writer(format, folder) as writer:
        for rows in documents or (ROWS,):
            writer.write(rows)
    return writer.notices


def with_block(text: str) -> Rows:
    return {**ROWS} | {"blocks": [ROWS["blocks"][0] | {"text": text}]}


@pytest.mark.parametrize("format", get_args(OutputFormat))
def test_no_rows_are_no_trouble(tmp_path: Path, format: OutputFormat) -> None:
    assert written(tmp_path, format, no_rows()) == []


def test_csv_is_utf8_with_a_mark_and_plain_digits(tmp_path: Path) -> None:
    written(tmp_path, "csv")
    content = (tmp_path / "figures.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(row) == FIGURES.names
    assert (row["value"], row["page"], row["role"]) == ("12505000", "1", "")
    assert row["period_start"] == "2023-01-01"


def test_csv_lists_are_json(tmp_path: Path) -> None:
    written(tmp_path, "csv")
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert json.loads(row["also_at"]) == ["乙/副本.docx"]


def test_csv_keeps_line_feeds_quotes_and_commas(tmp_path: Path) -> None:
    text = '甲，"乙",\n丙\r\n丁'
    written(tmp_path, "csv", with_block(text))
    with (tmp_path / "blocks.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == text


def test_jsonl_decimals_are_text_and_nulls_are_null(tmp_path: Path) -> None:
    written(tmp_path, "jsonl")
    (line,) = (tmp_path / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    assert tuple(row) == FIGURES.names
    assert (row["value"], row["role"], row["start"]) == ("12505000", None, 5)


def test_parquet_has_the_types_of_the_definitions(tmp_path: Path) -> None:
    written(tmp_path, "parquet", ROWS, ROWS)
    table = pq.read_table(tmp_path / "figures.parquet")
    assert table.schema.field("value").type == pa.decimal128(38, 10)
    assert table.schema.field("period_start").type == pa.date32()
    assert table.to_pylist()[1]["value"] == Decimal(12505000)


def test_parquet_is_written_in_groups_so_that_memory_stays_flat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heshu.pipeline.outputs.parquet.GROUP_ROWS", 2)
    with ParquetWriter(tmp_path) as writer:
        for _ in range(4):
            writer.write(ROWS)
    assert pq.read_metadata(tmp_path / "figures.parquet").num_row_groups == 2


def test_arrow_fields_say_what_they_mean() -> None:
    field = cast(Any, schema(FIGURES)).field("subject")
    assert field.metadata[b"chinese"].decode() == "对象"
    assert not cast(Any, schema(FIGURES)).field("figure_id").nullable


def test_data_frames_are_exact() -> None:
    frame = data_frame(FIGURES, ROWS["figures"])
    assert frame["value"].dtype == pd.ArrowDtype(pa.decimal128(38, 10))
    assert frame["value"].iloc[0] == Decimal(12505000)
    assert frame["role"].isna().all()
    assert frame["period_start"].iloc[0] == date(2023, 1, 1)


def workbook(folder: Path, *documents: Rows) -> openpyxl.Workbook:
    written(folder, "xlsx", *documents)
    return openpyxl.load_workbook(folder / WORKBOOK)


def test_a_workbook_has_a_sheet_a_table_under_chinese_headings(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    assert book.sheetnames == [*(table.chinese for table in TABLES), LEGEND]
    for table in TABLES:
        page = book[table.chinese]
        assert [cell.value for cell in page[1]] == [column.chinese for column in table.columns]
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref is not None


def test_a_workbook_explains_its_columns_and_code_words(tmp_path: Path) -> None:
    lines = list(workbook(tmp_path)[LEGEND].iter_rows(min_row=2, values_only=True))
    assert len(lines) == sum(len(table.columns) for table in TABLES)
    (kind,) = (line for line in lines if line[2] == "figures.kind")
    assert "amount 金额；rate 比率" in str(kind[5])


def in_sheet(book: openpyxl.Workbook, table: str, column: str) -> object:
    definition = next(each for each in TABLES if each.name == table)
    return book[definition.chinese].cell(2, definition.names.index(column) + 1).value


def test_a_workbook_holds_numbers_dates_and_truth(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    assert in_sheet(book, "figures", "value") == 12505000
    assert str(in_sheet(book, "figures", "period_start")).startswith("2023-01-01")
    assert in_sheet(book, "signatures", "signed") is True
    projects = book["项目"]
    assert projects.cell(2, 10).number_format == "0.00%"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    book = workbook(tmp_path, with_block(text))
    cell = book["文本块"].cell(2, 4)
    assert cell.data_type == "s"
    assert str(cell.value).replace("_x000D_", "\r") == text
    assert cell.quotePrefix


def test_text_that_is_too_long_for_a_cell_is_told(tmp_path: Path) -> None:
    notices = written(tmp_path, "xlsx", with_block("长" * (TEXT_LIMIT + 1)))
    book = openpyxl.load_workbook(tmp_path / WORKBOOK)
    value = str(book["文本块"].cell(2, 4).value)
    assert len(value) == TEXT_LIMIT
    assert value.endswith(CUT_MARK)
    assert any("1 处文字" in notice for notice in notices)


def test_rows_beyond_a_sheet_go_on_in_the_next_and_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "ROW_LIMIT", 3)
    notices = written(tmp_path, "xlsx", ROWS, ROWS, ROWS)
    book = openpyxl.load_workbook(tmp_path / WORKBOOK)
    assert (book["数字"].max_row, book["数字（2）"].max_row) == (3, 2)
    assert any("分成 2 个工作表" in notice for notice in notices)


def test_a_number_longer_than_excel_holds_is_text(tmp_path: Path) -> None:
    figures: list[Row] = [ROWS["figures"][0] | {"value": Decimal("12345678901234567.5")}]
    book = workbook(tmp_path, {**ROWS} | {"figures": figures})
    assert in_sheet(book, "figures", "value") == "12345678901234567.5"


@pytest.fixture
def shown() -> Callable[[Rows], str]:
    def show(rows: Rows) -> str:
        console = Console(file=io.StringIO(), width=200)
        print_summary(rows, console)
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()

    return show


def test_the_summary_shows_reports_funds_indicators_figures_and_findings(
    shown: Callable[[Rows], str],
) -> None:
    text = shown(ROWS)
    for expected in ("自评报告", "总额", "管网长度", FIGURE.text, "12,505,000", "96%", "≠ 3"):
        assert expected in text


def test_the_summary_speaks_chinese(shown: Callable[[Rows], str]) -> None:
    text = shown(ROWS)
    assert "金额" in text
    assert "自评表" in text
    for code in ("amount", "CNY", "project_self_evaluation"):
        assert code not in text


def test_the_summary_says_how_much_it_leaves_out(shown: Callable[[Rows], str]) -> None:
    many = {**ROWS} | {"figures": ROWS["figures"] * (SHOWN_ROWS + 7)}
    assert "其余 7 行" in shown(many)


def test_the_summary_takes_marks_in_texts_for_texts(shown: Callable[[Rows], str]) -> None:
    figures: list[Row] = [ROWS["figures"][0] | {"text": "[bold]5[/x]元"}]
    assert "[bold]5[/x]元" in shown({**ROWS} | {"figures": figures})
