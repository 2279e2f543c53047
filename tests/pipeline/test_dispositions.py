"""What an auditor writes into the working paper comes back, stays, and is shown again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from heshu.pipeline.archive.store import Archive
from heshu.pipeline.audit.sheets.taking import take
from heshu.pipeline.cli import main
from old_word import needs_office, saved_by_office
from two_years import UNIT, Slips, add, archive_of, write_reports

Run = Callable[..., tuple[object, str, str]]
HEADINGS = ("规则", "处理", "处理说明", "复核人", "稳定键")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["heshu", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return left.value.code, printed.out, printed.err

    return call


@pytest.fixture
def wrong(address: str, tmp_path: Path) -> str:
    archive_of(address, write_reports(tmp_path / "报告", Slips(prior=55, staff=27)))
    return address


def column(sheet: Any, heading: str) -> int:
    found = (cell.column for cell in sheet[1] if str(cell.value).split("\n")[0] == heading)
    return next(found)


def row_of(sheet: Any, rule: str) -> int:
    at = column(sheet, "规则")
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == rule)


def fill(paper: Path, rule: str, *values: str | None) -> None:
    """Write 处理, 处理说明 and 复核人 of the first doubt of a rule."""
    book = openpyxl.load_workbook(paper)
    sheet = book["疑点"]
    for heading, value in zip(HEADINGS[1:4], values, strict=True):
        cast(Any, sheet.cell(row_of(sheet, rule), column(sheet, heading))).value = value
    book.save(paper)


def shown(paper: Path, rule: str) -> tuple[object, ...]:
    sheet = openpyxl.load_workbook(paper)["疑点"]
    row = row_of(sheet, rule)
    return tuple(sheet.cell(row, column(sheet, heading)).value for heading in HEADINGS[1:4])


def said(address: str) -> list[tuple[object, ...]]:
    with Archive.open(address) as archive, archive.view() as now:
        rows = list(now.rows("dispositions"))
    return [(row["status"], row["note"], row["reviewer"]) for row in rows]


def test_what_the_auditor_wrote_is_taken_once_and_shown_from_then_on(
    run: Run, wrong: str, tmp_path: Path
) -> None:
    paper, later = tmp_path / "底稿.xlsx", tmp_path / "再次.xlsx"
    run("audit", "--archive", wrong, "--out", paper)
    fill(paper, "C05", "误报", "口径不同\n见附件", "张审")
    fill(paper, "C02", "属实", None, None)
    status, _, told = run("audit", "--archive", wrong, "--import", paper)
    assert (status, told.splitlines()[0]) == (0, "处理意见：导入 2 条，未变 3 条，需看 0 条")
    assert set(said(wrong)) == {
        ("false_alarm", "口径不同\n见附件", "张审"),
        ("confirmed", None, None),
    }
    assert "导入 0 条，未变 5 条" in run("audit", "--archive", wrong, "--import", paper)[2]
    _, _, told = run("audit", "--archive", wrong, "--out", later)
    assert "疑点 5（错误 0、警告 1、提示 3、误报 1）" in told
    assert shown(later, "C05") == ("误报", "口径不同\n见附件", "张审")
    assert shown(later, "C02") == ("属实", None, None)
    assert "导入 0 条，未变 5 条" in run("audit", "--archive", wrong, "--import", later)[2]
    assert len(said(wrong)) == 2


def test_a_paper_that_was_written_before_takes_nothing_back(
    run: Run, wrong: str, tmp_path: Path
) -> None:
    old, new = tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    for paper in (old, new):
        run("audit", "--archive", wrong, "--unit", UNIT, "--out", paper)
    fill(new, "C05", "误报", None, None)
    fill(old, "C02", "已说明", "已补正", None)
    for paper in (new, old):
        run("audit", "--archive", wrong, "--import", paper)
    assert said(wrong) == [("false_alarm", None, None), ("explained", "已补正", None)]


def test_a_disposition_is_withdrawn_by_setting_it_back(
    run: Run, wrong: str, tmp_path: Path
) -> None:
    paper = tmp_path / "底稿.xlsx"
    for status in ("误报", "待查"):
        run("audit", "--archive", wrong, "--unit", UNIT, "--out", paper)
        fill(paper, "C05", status, None, None)
        run("audit", "--archive", wrong, "--import", paper)
    assert [one[0] for one in said(wrong)] == ["false_alarm", "pending"]


def test_what_is_not_understood_is_named_and_the_rest_is_taken(
    run: Run, wrong: str, tmp_path: Path
) -> None:
    paper = tmp_path / "底稿.xlsx"
    run("audit", "--archive", wrong, "--out", paper)
    fill(paper, "C05", "也许", "再看看", None)
    fill(paper, "C02", "属实", None, None)
    book = openpyxl.load_workbook(paper)
    sheet = book["疑点"]
    sheet.append(["补", *[None] * (column(sheet, "处理") - 2), "属实", "自己发现的"])
    book.save(paper)
    status, _, told = run("audit", "--archive", wrong, "--import", paper)
    counts, first, second = told.splitlines()
    assert status == 1
    assert counts == "处理意见：导入 1 条，未变 3 条，需看 2 条"
    assert first.startswith("底稿.xlsx 工作表“疑点”第 ")
    assert "“处理”写的是“也许”，应为属实、误报、已说明、待查之一" in first
    assert "没有稳定键" in second
    assert said(wrong) == [("confirmed", None, None)]


def test_a_disposition_stays_when_the_file_gets_a_new_version(
    run: Run, wrong: str, tmp_path: Path
) -> None:
    paper = tmp_path / "底稿.xlsx"
    run("audit", "--archive", wrong, "--out", paper)
    fill(paper, "C05", "误报", "统计口径调整", None)
    run("audit", "--archive", wrong, "--import", paper)
    write_reports(tmp_path / "报告", Slips(prior=57, staff=27))
    with Archive.open(wrong) as archive:
        add(archive, tmp_path / "报告" / "2023报告.docx")
    out = run("audit", "--archive", wrong)[1]
    assert "57 ≠ 52" in out
    assert "处理：误报，统计口径调整" in out


def test_the_page_greys_and_filters_what_is_settled(run: Run, wrong: str, tmp_path: Path) -> None:
    paper, page = tmp_path / "底稿.xlsx", tmp_path / "网页.html"
    run("audit", "--archive", wrong, "--unit", UNIT, "--out", paper)
    fill(paper, "C05", "误报", "<口径>", "张审")
    run("audit", "--archive", wrong, "--unit", UNIT, "--import", paper, "--out", page)
    text = page.read_text(encoding="utf-8")
    assert 'class="card false_alarm"' in text
    assert "处理：误报，&lt;口径&gt;（张审）" in text
    assert 'value="false_alarm"' in text
    assert "警告 1" in text


def test_without_an_archive_the_next_account_takes_the_paper(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "报告"
    write_reports(reports, Slips(prior=55, staff=27))
    paper, later, account = (tmp_path / name for name in ("旧.xlsx", "新.xlsx", "新.json"))
    run("audit", reports, "--out", paper)
    fill(paper, "C05", "误报", "口径不同", "张审")
    status, _, told = run("audit", reports, "--import", paper, "--out", later)
    assert status == 0
    assert "导入 1 条" in told
    assert shown(later, "C05") == ("误报", "口径不同", "张审")
    run("audit", reports, "--import", later, "--out", account)
    (row,) = json.loads(account.read_text(encoding="utf-8"))["dispositions"]
    assert (row["status"], row["note"]) == ("false_alarm", "口径不同")


def test_strict_passes_over_what_is_settled(run: Run, tmp_path: Path) -> None:
    report, paper = tmp_path / "报告.txt", tmp_path / "底稿.xlsx"
    report.write_text(
        "云屏市水务局2023年度供水项目绩效自评报告\n一、资金情况\n"
        "本项目全年预算数200万元，全年执行数180万元，预算执行率95%。\n",
        encoding="utf-8",
    )
    assert run("audit", report, "--strict", "--out", paper)[0] == 1
    fill(paper, "F02", "已说明", "笔误，已更正", None)
    assert run("audit", report, "--strict", "--import", paper)[0] == 0


def test_the_paper_is_read_by_its_headings(run: Run, tmp_path: Path) -> None:
    """Columns that were moved, sheets that were added, and no hidden column."""
    reports = tmp_path / "报告"
    write_reports(reports, Slips(prior=55))
    paper = tmp_path / "底稿.xlsx"
    run("audit", reports, "--out", paper)
    fill(paper, "C05", " 误报 ", None, None)
    book = openpyxl.load_workbook(paper)
    sheet = book["疑点"]
    letter = get_column_letter(column(sheet, "写出时的处理"))
    assert sheet.column_dimensions[letter].hidden
    sheet.delete_cols(column(sheet, "写出时的处理"))
    sheet.insert_cols(1)
    book.create_sheet("我的备注", 0)
    book.save(paper)
    assert "导入 1 条，未变 3 条，需看 0 条" in run("audit", reports, "--import", paper)[2]


@pytest.mark.parametrize("content", [b"", b"not a workbook"])
def test_what_is_no_working_paper_is_wrong_usage(run: Run, tmp_path: Path, content: bytes) -> None:
    paper = tmp_path / "别的.xlsx"
    paper.write_bytes(content)
    status, _, told = run("audit", tmp_path, "--import", paper)
    assert status == 2
    assert "别的.xlsx" in told


def test_another_workbook_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "别的.xlsx")
    status, _, told = run("audit", tmp_path, "--import", tmp_path / "别的.xlsx")
    assert status == 2
    assert "疑点" in told


@pytest.mark.parametrize(
    ("written", "note", "taken"),
    [
        ("已核实", None, ("confirmed", None)),
        ("属实。", None, ("confirmed", None)),
        ("不是问题", "见凭证", ("false_alarm", "见凭证")),
        ("误报：口径不同", None, ("false_alarm", "口径不同")),
        ("误报（口径不同）", "见凭证", ("false_alarm", "口径不同；见凭证")),
        ("已解释，附说明", None, ("explained", "附说明")),
        ("待核实", "再看", ("pending", "再看")),
        ("属实不属实再说", None, None),
        ("？", None, None),
    ],
)
def test_other_words_for_a_status_are_understood(
    run: Run,
    tmp_path: Path,
    written: str,
    note: str | None,
    taken: tuple[str, str | None] | None,
) -> None:
    write_reports(tmp_path / "报告", Slips(prior=55))
    paper = tmp_path / "底稿.xlsx"
    run("audit", tmp_path / "报告", "--out", paper)
    fill(paper, "C05", written, note, None)
    found = take(paper)
    told = [(one.status, one.note) for one in found.dispositions]
    assert told == ([taken] if taken else [])
    assert bool(found.problems) == (taken is None)


def test_a_paper_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    write_reports(tmp_path / "报告")
    status, _, told = run("audit", tmp_path / "报告", "--import", tmp_path / "没有.xlsx")
    assert status == 2
    assert "没有找到" in told


@needs_office
def test_a_paper_saved_by_another_program_is_taken_back(run: Run, tmp_path: Path) -> None:
    write_reports(tmp_path / "报告", Slips(prior=55))
    paper = tmp_path / "底稿.xlsx"
    run("audit", tmp_path / "报告", "--out", paper)
    fill(paper, "C05", "误报", "口径不同\n见附件", "张审")
    paper.write_bytes(saved_by_office(paper.read_bytes(), "xlsx", "xlsx:Calc MS Excel 2007 XML"))
    (found,) = take(paper).dispositions
    assert (found.status, found.note, found.reviewer) == ("false_alarm", "口径不同\n见附件", "张审")
    paper.write_bytes(saved_by_office(paper.read_bytes(), "xlsx", "ods"))
    _, _, told = run("audit", tmp_path / "报告", "--import", paper)
    assert "另存为 .xlsx" in told


def test_a_paper_is_no_report(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "报告"
    write_reports(folder, Slips(prior=55))
    run("audit", folder, "--out", folder / "底稿.xlsx")
    status, _, told = run("audit", folder / "底稿.xlsx")
    assert status == 2
    assert "--import" in told
    assert "跳过" in run("audit", folder)[2]
    fill(folder / "底稿.xlsx", "C05", "误报", None, None)
    status, _, told = run("audit", folder)
    assert status == 1
    assert "[unknown-format] 底稿.xlsx" in told
    assert "--import" in told
