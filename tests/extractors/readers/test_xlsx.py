"""Workbooks as a person sees their sheets."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
from openpyxl import Workbook

from heshu.extractors.readers import xlsx
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.outputs.signature import sign_workbook
from heshu.pipeline.sources import Search
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Paragraph, Table
from workbooks import (
    codes,
    fill,
    fill_form,
    form,
    lines,
    read,
    read_rows,
    repacked,
    saved,
    sheet_of,
    strict,
    tables,
)


def test_lines_over_and_under_a_form_are_paragraphs_around_its_table():
    document = read_document(Source("自评表.xlsx", saved(form())))
    over = ["项目支出绩效自评表", "（2023年度）", "单位：万元"]
    assert lines(document) == [*over, "填报人：某甲\u3000联系电话：000"]
    assert [type(block) for block in document.blocks] == [*[Paragraph] * 3, Table, Paragraph]
    assert [block.centred for _, block in document.paragraphs()] == [True, True, False, False]
    assert (document.format, document.pages, document.notes) == ("xlsx", None, ())


def test_merged_cells_stand_once_with_their_spans():
    ((_, table),) = read(form()).tables()
    spans = {
        cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells
    }
    assert (table.rows, table.columns) == (10, 9)
    assert spans["项目名称"] == (0, 0, 1, 2)
    assert spans["项目资金"] == (2, 0, 3, 2)
    assert spans["绩效指标"] == (5, 0, 4, 1)
    assert spans["产出指标"] == (6, 1, 2, 1)
    assert all(cell is not None for row in table.lattice() for cell in row)


def test_funds_and_indicators_of_a_form_come_out():
    _, (report,) = read_source(Source("自评表.xlsx", saved(form())))
    (project,) = report.projects
    assert (project.name, project.unit) == ("河道清淤项目", "云陂县河道管护站")
    assert (report.title, report.year) == ("项目支出绩效自评表", 2023)
    assert [(f.source, f.budget_initial, f.budget, f.executed) for f in project.funds] == [
        ("total", 12_000_000, 10_000_000, 9_865_000),
        ("fiscal", 12_000_000, 10_000_000, 9_865_000),
    ]
    assert project.funds[0].execution_rate == Decimal("0.9865")
    assert [(i.level2, i.name, i.target_value, i.actual_value) for i in project.indicators] == [
        ("数量指标", "清淤河道长度", 30000, 31500),
        ("质量指标", "验收合格率", 1, 1),
        ("服务对象满意度", "村民满意度", Decimal("0.9"), Decimal("0.93")),
    ]
    assert project.total_score == Decimal("99.87")


def test_a_strict_workbook_gives_what_a_transitional_one_does():
    book = form()
    sheet_of(book)["I3"] = "=1+1"
    fill(sheet_of(book, "附表"), [["名称", "日期"], ["水泵", date(2023, 2, 5)]])
    kept = repacked(saved(book), lambda _, part: part.replace(b"</f><v></v>", b"</f><v>2</v>"))
    number, day = b't="n"><v>44962</v>', b't="d"><v>2023-02-05T00:00:00.000</v>'
    as_iso = repacked(strict(kept), lambda _, part: part.replace(number, day))
    usual = read_document(Source("自评表.xlsx", kept))
    for data in (strict(kept), as_iso):
        assert b"2006/main" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml")
        found = read_document(Source("自评表.xlsx", data))
        assert found.blocks == usual.blocks
        assert found.created == usual.created is not None


def test_values_are_read_as_shown():
    book = Workbook()
    sheet = sheet_of(book)
    fill(sheet, [["金额", 1234.5, 0.1 + 0.2, True], [date(2023, 2, 5), 0.5, "甲\r\n乙", "#DIV/0!"]])
    sheet["B1"].number_format = "#,##0.00"
    sheet["A2"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["B2"].number_format = "0%"
    assert tables(read(book)) == [
        [["金额", "1,234.50", "0.3", "TRUE"], ["2023年2月5日", "50%", "甲\n乙", "#DIV/0!"]]
    ]


def test_a_date_format_that_only_a_chinese_excel_knows():
    book = Workbook()
    sheet = sheet_of(book)
    fill(sheet, [["日期", date(2023, 2, 5)], ["数", 1]])
    sheet["B1"].number_format = "mm-dd-yy"
    assert tables(read(book))[0][0] == ["日期", "2023/2/5"]
    data = repacked(saved(book), lambda _, part: part.replace(b'numFmtId="14"', b'numFmtId="31"'))
    assert tables(xlsx.read(Source("a.xlsx", data)))[0][0] == ["日期", "2023年2月5日"]


def test_a_formula_gives_its_kept_result_and_without_one_an_empty_cell_with_a_note():
    book = Workbook()
    fill(sheet_of(book), [["甲", 1], ["合计", "=SUM(B1:B1)"], ["乙", 3]])
    document = read(book)
    assert tables(document) == [[["甲", "1"], ["合计", ""], ["乙", "3"]]]
    (note,) = document.notes
    assert note.code == "formula-without-value"
    assert "B2" in note.message
    kept = repacked(saved(book), lambda _, part: part.replace(b"</f><v></v>", b"</f><v>1</v>"))
    document = xlsx.read(Source("a.xlsx", kept))
    assert tables(document)[0][1] == ["合计", "1"]
    assert document.notes == ()


def test_shared_and_rich_strings_errors_and_pictures_in_cells():
    stream = io.BytesIO()
    with cast(Any, xlsxwriter).Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["名称", "金额", "签名"])
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(1, 0, "甲", bold, "乙", "丙")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 2, '=_xlfn.DISPIMG("ID_1",1)', None, '=DISPIMG("ID_1",1)')
    document = xlsx.read(Source("a.xlsx", stream.getvalue()))
    assert tables(document) == [[["名称", "金额", "签名"], ["甲乙丙", "#DIV/0!", ""]]]
    assert document.notes == ()


def test_hidden_sheets_rows_and_columns_are_left_out_with_a_note():
    book = form()
    sheet = sheet_of(book)
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["I"].hidden = True
    hidden = sheet_of(book, "底稿")
    fill(hidden, [["秘密", 1], ["秘密", 2]])
    hidden.sheet_state = "hidden"
    document = read(book)
    ((_, table),) = document.tables()
    texts = {cell.text: cell for cell in table.cells}
    assert (table.rows, table.columns) == (9, 8)
    assert texts["项目资金"].row_span == 2
    assert not {"其中：当年财政拨款", "9.87", "秘密"} & set(texts)
    assert codes(document) == ["hidden-text", "hidden-text"]
    assert "底稿" in document.notes[0].message


def test_sheet_names_stand_over_their_content_where_several_have_any():
    book = form()
    fill(sheet_of(book, "附表"), [["名称", "数量"], ["水泵", 4]])
    sheet_of(book, "空表")
    sheet_of(book).title = "自评表"
    document = read(book)
    first, *_, last = [block for _, block in document.paragraphs()]
    assert (first.text, first.type, first.outline_level) == ("自评表", "header", None)
    assert (last.text, last.type, last.outline_level) == ("附表", "paragraph", 1)
    assert tables(document)[1] == [["名称", "数量"], ["水泵", "4"]]
    book.remove(book["附表"])
    assert "自评表" not in lines(read(book))


def test_forms_on_two_sheets_give_both_their_projects():
    book = form()
    sheet_of(book).title = "Sheet1"
    second = sheet_of(book, "Sheet2")
    fill_form(second)
    second["C4"] = "堤防加固项目"
    _, reports = read_source(Source("自评表.xlsx", saved(book)))
    projects = [project for report in reports for project in report.projects]
    assert [report.title for report in reports] == ["项目支出绩效自评表"] * 2
    assert [project.name for project in projects] == ["河道清淤项目", "堤防加固项目"]
    assert [len(project.indicators) for project in projects] == [3, 3]


def test_empty_borders_are_trimmed_and_an_unfilled_row_stays():
    document = read_rows(
        [],
        [None, None, "名称", "数量", "备注"],
        [None, None, "水泵", 4],
        [None, None, "合计"],
        [None, None, None],
    )
    assert tables(document) == [[["名称", "数量", "备注"], ["水泵", "4", ""], ["合计", "", ""]]]


def test_a_second_table_begins_at_its_title_behind_an_empty_row():
    document = read_rows(
        ["甲表"], ["名称", "数"], ["泵", 4], [], ["乙表"], ["名称", "数"], ["管", 5]
    )
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph, Table]
    assert lines(document) == ["甲表", "乙表"]


def test_remarks_under_a_table_are_paragraphs():
    document = read_rows(
        ["名称", "数"], ["泵", 4], ["注：", None], ["1.数量以验收单为准。", None], merges=("A4:B4",)
    )
    assert tables(document) == [[["名称", "数"], ["泵", "4"]]]
    assert lines(document) == ["注：", "1.数量以验收单为准。"]


def test_an_empty_workbook_has_no_text():
    document = read(Workbook())
    assert (document.blocks, codes(document)) == ((), ["no-text"])


def test_workbooks_in_folders_are_read_save_those_that_heshu_wrote(tmp_path: Path):
    for name in ("甲.xlsx", "乙.xlsm", "结果.xlsx"):
        (tmp_path / name).write_bytes(saved(form()))
    sign_workbook(tmp_path / "结果.xlsx")
    search = Search()
    search.look([tmp_path])
    assert [candidate.path for candidate in search.found] == ["乙.xlsm", "甲.xlsx"]
    assert search.own == ["结果.xlsx"]
