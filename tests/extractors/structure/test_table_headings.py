from __future__ import annotations

import pytest

from generators.grids import table
from heshu.extractors.structure.table_headings import TableView
from heshu.schemas.document import Table

FORM = """
|项目名称          |<        |田家湾灌渠修缮 |<       |<        |<     |<     |
|主管部门          |<        |远山县水利局   |实施单位|灌区所   |<     |<     |
|项 目/资金/（万元）|        |年初预算数     |全年预算数（A）|全年执行数（B）|分值|得 分|
|^                 |年度资金总额|120.5        |130     |128.2    |10    |9.86  |
|^                 |其中：财政拨款|100        |110     |108.2    |—     |—     |
|年度总体目标      |预期目标 |<              |<       |实际完成情况|<  |<     |
|^                 |修渠8公里|<              |<       |修渠8.4公里|<   |<     |
|绩效指标          |一级指标 |三级指标       |指标值  |完成值   |分值  |得分  |
|^                 |产出指标（50分）|修渠长度|≥8公里  |8.4公里  |10    |10    |
|^                 |^        |受益户数       |≥300户  |310户    |10    |10    |
|总分              |<        |<              |<       |<        |100   |98.5  |
|自评等级          |优       |<              |<       |<        |<     |<     |
"""


def contexts(grid: Table, caption_unit: str | None):
    view = TableView(grid)
    return {(cell.row, cell.column): view.context(cell, caption_unit) for cell in grid.cells}


def test_a_form_is_read_band_by_band():
    found = contexts(table(FORM), None)
    roles = {at: context.role for at, context in found.items() if context.role}
    assert roles[0, 2] == "name"
    assert (roles[1, 2], roles[1, 4]) == ("department", "implementing_unit")
    assert [roles[3, at] for at in range(1, 7)] == [
        "label",
        "budget_initial",
        "budget",
        "executed",
        "weight",
        "score",
    ]
    assert (roles[6, 1], roles[6, 4]) == ("goal", "result")
    assert [roles[8, at] for at in range(1, 7)] == [
        "level1",
        "level3",
        "target",
        "actual",
        "weight",
        "score",
    ]
    assert (roles[10, 5], roles[10, 6], roles[11, 1]) == ("weight", "score", "grade")


def test_a_line_with_its_points_is_one_of_the_list_whatever_it_is_called():
    rows = """
|一级指标|二级指标|三级指标  |分值|得分|
|管理    |结果应用|整改完成率|6   |5   |
|^       |项目负责人|履职情况|4   |4   |
|合计    |<       |<         |10  |9   |
"""
    found = contexts(table(rows), None)
    assert [found[row, 3].role for row in (1, 2, 3)] == ["weight"] * 3
    assert [found[row, 4].role for row in (1, 2, 3)] == ["score"] * 3


def test_money_takes_the_unit_of_the_label_beside_the_header():
    found = contexts(table(FORM), None)
    assert found[3, 2].column_unit == "万元"
    assert found[3, 5].column_unit is None
    assert found[8, 3].column_unit is None


def test_row_labels_run_from_the_left_and_reach_into_merged_cells():
    found = contexts(table(FORM), None)
    assert found[9, 4].row_labels == ("绩效指标", "产出指标（50分）", "受益户数")
    assert found[9, 4].column_headings == ("完成值",)


def test_headings_and_labels_are_marked():
    marked = {(c.row, c.column) for c in TableView(table(FORM)).with_headers().cells if c.is_header}
    assert {(0, 0), (1, 3), (2, 0), (2, 2), (5, 0), (5, 4), (7, 0), (7, 6), (11, 0)} <= marked
    assert not marked & {(0, 2), (3, 1), (3, 2), (6, 1), (8, 1), (8, 3), (10, 5)}


def test_operator_and_unit_columns_serve_their_row():
    found = contexts(
        table("""
        |三级指标|指标性质|指标值|度量单位|完成值|权重|得分|
        |巡查次数|≥      |12    |次      |14    |10  |10  |
        |合计    |<      |<     |<       |<     |100 |99  |
        """),
        None,
    )
    assert (found[1, 2].row_unit, found[1, 2].row_operator) == ("次", "≥")
    assert (found[1, 4].row_unit, found[1, 4].row_operator) == ("次", None)
    assert (found[1, 5].row_unit, found[2, 5].row_unit) == (None, None)


def test_a_unit_behind_the_name_serves_where_there_is_no_unit_column():
    found = contexts(
        table("""
        |三级指标          |目标值|实际值|
        |新铺管道（公里）  |12    |13.5  |
        """),
        None,
    )
    assert found[1, 2].row_unit == "公里"


def test_a_header_of_two_rows():
    found = contexts(
        table("""
        |资金类别|预算安排  |<         |全年执行数|执行率|
        |^       |年初预算数|全年预算数|^         |^     |
        |总额    |10        |12        |11        |91.7% |
        """),
        "万元",
    )
    assert [found[2, at].role for at in range(1, 5)] == [
        "budget_initial",
        "budget",
        "executed",
        "execution_rate",
    ]
    assert found[2, 1].column_headings == ("预算安排", "年初预算数")
    assert found[2, 1].caption_unit == "万元"


def test_halved_headings_are_read_together():
    found = contexts(
        table("""
        |资金来源|预算数（万元）|<     |全年执行数|执行率|
        |^       |年初          |调整后|^         |^     |
        |总额    |10            |12    |11        |91.7% |
        """),
        None,
    )
    assert [found[2, at].role for at in (1, 2)] == ["budget_initial", "budget"]
    assert found[2, 2].column_unit == "万元"


def test_headings_divided_by_level_of_government():
    found = contexts(
        table("""
        |计划安排资金|<   |<   |实际支出资金|<   |<   |
        |中央        |省级|县级|中央        |省级|县级|
        |10          |5   |5   |10          |4   |5   |
        """),
        None,
    )
    assert found[2, 1].role == "budget"
    assert found[2, 4].column_headings == ("实际支出资金", "省级")
    assert found[2, 4].role == "executed"


def test_a_table_without_known_headings_still_has_headings_and_labels():
    found = contexts(
        table("""
        |片区  |栽植株数|成活株数|
        |东片  |120     |118     |
        """),
        None,
    )
    assert found[0, 1].is_header
    assert found[1, 2].role is None
    assert found[1, 2].column_headings == ("成活株数",)
    assert found[1, 2].row_labels == ("东片",)


def test_words_at_the_edge_of_a_list_are_headings_over_numbers():
    found = contexts(
        table("""
        |序号|片区  |栽植（株）|上年（株）|备注|
        |1   |东片  |120       |90        |无  |
        """),
        None,
    )
    assert all(found[0, column].is_header for column in range(5))
    assert found[1, 2].column_headings == ("栽植（株）",)
    assert found[1, 3].role == "prior"


def test_years_are_headings_over_numbers():
    drawn = "|类别|2022年|2021年|增减（人）|\n|就诊|520|480|40|\n|住院|96|91|5|"
    found = contexts(table(drawn), None)
    assert [found[1, at].column_headings for at in (1, 2)] == [("2022年",), ("2021年",)]
    assert found[2, 1].row_labels == ("住院",)


def test_one_column_of_money_is_headed_though_a_remark_is_its_neighbour():
    rows = """
|2022年救助资金分配表|<      |<    |
|单位：元            |<      |<    |
|街 镇               |金额   |备 注|
|凤山街道            |200,000|     |
|江口镇              |60,000 |     |
"""
    found = contexts(table(rows), None)
    assert found[3, 1].column_headings == ("金额",)
    assert found[3, 1].row_labels == ("凤山街道",)
    assert found[4, 1].caption_unit == "元"


def test_a_remark_beside_the_name_of_a_project_heads_no_column():
    rows = """
|项目名称|补助资金|备注|
|金额    |20      |    |
"""
    assert not contexts(table(rows), "万元")[1, 1].column_headings


def test_a_table_on_its_side():
    found = contexts(
        table("""
        |内容            |合计|其中：县级|
        |年初预算数（万元）|80  |30        |
        |实际支出（万元）|75  |28        |
        |执行率          |93.75%|93.33%  |
        """),
        None,
    )
    assert [found[row, 2].role for row in (1, 2, 3)] == [
        "budget_initial",
        "executed",
        "execution_rate",
    ]
    assert found[1, 2].row_unit == "万元"
    assert found[1, 2].row_labels[-1] == "其中：县级"


def test_an_employer_is_no_unit_of_measure():
    found = contexts(
        table("""
        |姓名  |单位      |职务|签名|
        |甲某  |远山县水利局|科员|    |
        """),
        None,
    )
    assert found[1, 1].role is None


def test_a_header_repeated_on_the_next_page_is_no_data():
    found = contexts(
        table("""
        |三级指标|指标值|完成值|分值|
        |甲数    |≥5个  |6个   |10  |
        |三级指标|指标值|完成值|分值|
        |乙数    |≥7个  |7个   |10  |
        """),
        None,
    )
    assert found[2, 0].is_header
    assert found[3, 1].role == "target"


def test_columns_that_swap_places_keep_their_meaning():
    found = contexts(
        table("""
        |权重|得分|三级指标|完成值|指标值|
        |10  |9   |甲数    |6个   |≥5个  |
        """),
        None,
    )
    assert [found[1, at].role for at in range(5)] == [
        "weight",
        "score",
        "level3",
        "actual",
        "target",
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("全 年 预 算 数 （A）", "budget"),
        ("2023年预算数", "budget"),
        ("执行数(B)", "executed"),
        ("预算执行率（B/A×100%）", "execution_rate"),
        ("得　分", "score"),
        ("得分（20分×执行率）", "score"),
        ("A203 分值", "weight"),
        ("截至12月底累计支出数", "executed"),
        ("偏差原因分析/及改进措施", "reason"),
        ("年初调整追加预算金额", "budget_initial"),
    ],
)
def test_headings_are_known_whatever_stands_around_them(heading: str, role: str):
    drawing = f"|三级指标|指标值|{heading}|\n|甲数|≥5个|7.5|"
    found = contexts(table(drawing), None)
    assert found[1, 2].role == role


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("预算数（万元）", "万元"),
        ("预算数（单位：元）", "元"),
        ("预算/金额/（万/元）", "万元"),
        ("预算金额万元", "万元"),
        ("预算数", None),
        ("预算数（A）", None),
    ],
)
def test_units_in_headings(heading: str, unit: str | None):
    found = contexts(table(f"|项目名称|{heading}|执行率|\n|甲项目|5|98%|"), None)
    assert found[1, 1].column_unit == unit
