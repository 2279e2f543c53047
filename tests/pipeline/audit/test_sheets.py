"""The working paper: what stands on its sheets, and that text stays text."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from audit_accounts import AUDIT, RATE
from heshu.pipeline.audit.model import Audit
from heshu.pipeline.audit.sheets.book import write_workbook
from heshu.pipeline.audit.sheets.grid import LINE_HEIGHT

SHEETS = ["概览", "疑点", "已核对", "未核对数字", "资金", "指标", "引文"]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("paper") / "底稿.xlsx"
    write_workbook(AUDIT, file)
    return file


@pytest.fixture
def book(file: Path) -> Any:
    return openpyxl.load_workbook(file, rich_text=True)


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the header by their Chinese heading; of two alike the later one."""
    headings = [str(cell.value).split("\n")[0] for cell in sheet[1]]
    return [
        dict(zip(headings, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=2)
    ]


def test_the_sheets_in_their_order(book: Any) -> None:
    assert book.sheetnames == SHEETS


@pytest.mark.parametrize("name", SHEETS[1:])
def test_every_list_has_a_frozen_header_a_filter_and_widths(book: Any, name: str) -> None:
    sheet = book[name]
    assert sheet.freeze_panes.endswith("2")
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.column_dimensions["A"].width
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"


def test_a_doubt_has_its_proof_its_quotes_and_both_intervals(book: Any) -> None:
    doubt = rows(book["疑点"])[0]
    assert (doubt["编号"], doubt["严重程度"], doubt["规则"]) == (1, "错误", "F02")
    assert doubt["算式"] == "180 ÷ 200 = 90% ≠ 95%"
    assert doubt["引文"] == "“180万元” “200万元” “95%”"
    assert doubt["位置"] == "第2段"
    assert (doubt["应为"], doubt["应为区间"]) == ("90%", "[89.5%, 90.5%)")
    assert (doubt["写明"], doubt["写明区间"]) == ("95%", "[94.5%, 95.5%)")
    assert doubt["稳定键"] == "key-F02-fail"


def test_a_disposition_is_chosen_from_a_list(book: Any) -> None:
    sheet = book["疑点"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"属实,误报,已说明,待查"'
    assert sheet[str(choice.sqref).split(":")[0]].value == "待查"
    assert sheet["N1"].value.startswith("处理")


def test_the_overview_counts_dispositions_as_they_change(book: Any) -> None:
    formulas = [
        cell.value for row in book["概览"].iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert len(formulas) == 4
    assert all(formula.startswith("=COUNTIF('疑点'!$N$2:$N$3") for formula in formulas)


def test_severities_and_verdicts_have_colours(book: Any) -> None:
    def colour(sheet: str, cell: str) -> str:
        return book[sheet][cell].fill.fgColor.rgb

    assert colour("疑点", "B2") != colour("疑点", "B3")
    assert len({colour("已核对", f"B{row}") for row in (2, 3, 4)}) == 3


def test_a_row_leads_to_its_quotes_and_back(book: Any) -> None:
    doubts, quotes = book["疑点"], book["引文"]
    assert [doubts[cell].hyperlink.location for cell in ("A2", "A3")] == ["'引文'!A2", "'引文'!A5"]
    assert quotes["A5"].hyperlink.location == "'疑点'!A3"
    assert quotes["A6"].hyperlink.location == "'已核对'!A2"
    assert quotes["A6"].value == 3


def test_a_quote_is_marked_among_what_stands_around_it(book: Any) -> None:
    context = book["引文"]["G4"].value
    marked = [str(part) for part in context if getattr(part, "font", None) and part.font.b]
    assert marked == [RATE.text]
    assert "执行率95%。" in str(context)


def test_what_holds_is_listed_with_its_verdict(book: Any) -> None:
    found = [(row["规则"], row["结论"]) for row in rows(book["已核对"])]
    assert found == [("F04", "相符"), ("F01", "因四舍五入相符"), ("X01", "口径不同，未比")]


def test_figures_that_no_rule_touched_are_listed(book: Any) -> None:
    (row,) = rows(book["未核对数字"])
    assert (row["数字"], row["折合"], row["章节"]) == ("1200人次", "1,200人次", "一、概况")
    assert row["对象"] == "=预算"


def test_funds_and_indicators_are_listed(book: Any) -> None:
    (fund,) = rows(book["资金"])
    assert (fund["资金"], fund["全年执行（元）"], fund["执行率"]) == ("+合计", 1900000, 0.95)
    (indicator,) = rows(book["指标"])
    assert (indicator["三级指标"], indicator["目标值"], indicator["得分"]) == ("-长度", "=5", 9.5)


@pytest.mark.parametrize("name", SHEETS)
def test_text_is_never_a_formula(book: Any, name: str) -> None:
    for row in book[name].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                assert cell.value.startswith("=COUNTIF(")
            elif isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                assert cell.quotePrefix


def test_rows_are_as_high_as_their_text(book: Any) -> None:
    heights = book["疑点"].row_dimensions
    assert heights[2].height > LINE_HEIGHT


def test_files_that_failed_are_told(book: Any) -> None:
    values = [cell.value for row in book["概览"].iter_rows() for cell in row]
    assert "[damaged] =坏.pdf：已损坏" in values


def test_an_audit_without_anything_is_a_paper_too(tmp_path: Path) -> None:
    file = tmp_path / "空.xlsx"
    write_workbook(Audit.of([]), file)
    assert openpyxl.load_workbook(file).sheetnames == SHEETS


def test_rows_that_no_sheet_holds_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heshu.pipeline.audit.sheets.grid.ROW_LIMIT", 4)
    write_workbook(AUDIT, tmp_path / "满.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "满.xlsx")["引文"]
    assert sheet.max_row == 4
    assert "其余" in str(sheet["A4"].value)
