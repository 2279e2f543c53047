"""Several tables on a sheet, and forms that go on over several sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Paragraph, Table
from heshu.schemas.report import Project, Report
from workbooks import (
    FORM,
    MERGES,
    Value,
    fill,
    fill_form,
    form,
    lines,
    read,
    read_rows,
    saved,
    sheet_of,
    tables,
)

HEAD = FORM[:8]
HEAD_MERGES = tuple(merge for merge in MERGES if int(merge.rpartition(":")[2][1:]) <= len(HEAD))
INDICATORS: Sequence[Sequence[Value]] = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训管护员", "≥40人次", "46人次", 60, 60],
    ["效益指标", "社会效益指标", "受益村庄", "12个", "12个", 40, 40],
]


def reports_of(book: Workbook) -> tuple[Report, ...]:
    return read_source(Source("自评表.xlsx", saved(book)))[1]


def projects_of(book: Workbook) -> list[Project]:
    return [project for report in reports_of(book) for project in report.projects]


def moved(merge: str, rows: int) -> str:
    return re.sub("[0-9]+", lambda found: str(int(found[0]) + rows), merge)


def test_a_form_right_under_another_is_a_report_of_its_own():
    book = form()
    sheet = sheet_of(book)
    fill(sheet, FORM, *(moved(merge, len(FORM)) for merge in MERGES))
    sheet["C18"] = "堤防加固项目"
    document = read(book)
    kinds = [*[Paragraph] * 3, Table, Paragraph]
    assert [type(block) for block in document.blocks] == [*kinds, *kinds]
    assert [report.project for report in reports_of(book)] == ["河道清淤项目", "堤防加固项目"]
    assert [len(project.indicators) for project in projects_of(book)] == [3, 3]


@pytest.mark.parametrize("merges", [(), ("A1:E1", "A5:E5")])
@pytest.mark.parametrize("second", ["2023年度绩效指标完成情况表", "附表2：", "设备台账（2023年）"])
def test_a_title_over_new_headings_begins_a_table(second: str, merges: tuple[str, ...]):
    document = read_rows(
        ["2023年度资金情况表"],
        ["支出内容", "预算数", "执行数"],
        ["清淤", 1000, 986.5],
        ["合计", 1000, 986.5],
        [second],
        ["一级指标", "二级指标", "三级指标", "指标值", "完成值"],
        ["产出指标", "数量指标", "清淤长度", "≥30公里", "31.5公里"],
        merges=merges,
    )
    assert lines(document) == ["2023年度资金情况表", second]
    assert [len(table) for table in tables(document)] == [3, 2]
    assert tables(document)[0][0] == ["支出内容", "预算数", "执行数"]


def test_headings_that_come_again_need_no_word_for_a_table_over_them():
    headings = ["村名", "户数", "补助金额"]
    document = read_rows(
        ["青石镇"], headings, ["上坝村", 12, 36000], ["白沙镇"], headings, ["柳湾村", 9, 27000]
    )
    assert lines(document) == ["青石镇", "白沙镇"]
    assert [len(table) for table in tables(document)] == [2, 2]


def test_the_foot_of_a_table_stays_with_it():
    document = read_rows(
        ["甲表"],
        ["名称", "数量", "备注"],
        ["水泵", 4],
        ["填报人：某甲"],
        ["云陂县水务局", None, None],
        ["乙表"],
        ["名称", "金额"],
        ["水管", 5],
        merges=("A5:C5", "A6:C6"),
    )
    kinds = [Paragraph, Table, Paragraph, Paragraph, Paragraph, Table]
    assert [type(block) for block in document.blocks] == kinds
    assert lines(document)[1:] == ["填报人：某甲", "云陂县水务局", "乙表"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["二、绩效目标"], ["预期目标", "实际完成情况"]], id="band of a form"),
        pytest.param([["青石镇"], ["上坝村", 12, 36000]], id="group of a list"),
        pytest.param([["合计"], ["其中：村级", "镇级"]], id="unfilled sum"),
        pytest.param([[None, "登记表"], [None, "会议记录", "两份"]], id="label in a later column"),
        pytest.param([["维修情况统计表"], ["三台", 3, 1]], id="title without headings"),
    ],
)
def test_other_lone_texts_part_nothing(rows: Sequence[Sequence[Value]]):
    document = read_rows(["项目", "数量", "金额"], ["泵站", 2, 40000], *rows, merges=("A3:B3",))
    assert len(tables(document)) == 1


def test_money_and_indicators_on_sheets_behind_the_head_are_of_its_project():
    book = Workbook()
    fill(sheet_of(book), FORM[:5], "A1:I1", "A2:I2", "A4:B4", "C4:I4")
    fill(sheet_of(book, "资金"), [["项目资金执行情况表"], ["单位：万元"], *FORM[5:8]])
    details = [["绩效指标完成情况明细表"], ["项目名称：河道清淤项目"], *INDICATORS]
    fill(sheet_of(book, "指标明细"), details)
    (report,) = reports_of(book)
    (project,) = report.projects
    assert (report.title, report.year, report.project) == (
        "项目支出绩效自评表",
        2023,
        "河道清淤项目",
    )
    assert [fund.executed for fund in project.funds] == [9_865_000, 9_865_000]
    assert [row.name for row in project.indicators] == ["培训管护员", "受益村庄"]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("绩效指标完成情况表", [["项目名称", "堤防加固项目"], *INDICATORS]),
        ("绩效指标自评表", [["项目名称：河道清淤项目"], *FORM[8:12]]),
        ("项目支出绩效自评表", [["项目名称", "河道清淤项目"], *FORM[5:8], *INDICATORS]),
    ],
    ids=["another project", "the same indicators", "the same money"],
)
def test_a_sheet_with_a_matter_of_its_own_is_a_report(title: str, rows: list[Sequence[Value]]):
    book = form()
    fill(sheet_of(book, "附表"), [[title], *rows])
    assert [report.title for report in reports_of(book)] == ["项目支出绩效自评表", title]


def test_a_list_of_projects_before_the_forms_stays_a_report_of_its_own():
    book = Workbook()
    rows: list[Sequence[Value]] = [
        ["2023年度项目支出绩效自评汇总表"],
        ["填报单位：云陂县水务局", None, None, "单位：万元"],
        ["序号", "项目名称", "全年预算数", "全年执行数", "自评得分"],
        [1, "河道清淤项目", 1000, 986.5, 99.87],
        [2, "堤防加固项目", 1000, 986.5, 99.87],
    ]
    fill(sheet_of(book), rows)
    for name in ("河道清淤项目", "堤防加固项目"):
        fill_form(sheet := sheet_of(book, name))
        sheet["C4"] = name
    assert [len(report.projects) for report in reports_of(book)] == [2, 1, 1]
