from __future__ import annotations

from decimal import Decimal

import pytest

from generators.form_reading import projects_of
from generators.grids import table
from heshu.extractors.forms.words import fund_source
from heshu.schemas.report import Fund


def funds_of(drawing: str, *lines: str) -> tuple[Fund, ...]:
    (project,) = projects_of("项目支出绩效自评表", *lines, table(drawing))
    return project.funds


@pytest.mark.parametrize(
    ("label", "source"),
    [
        ("年度资金总额：", "total"),
        ("合 计", "total"),
        ("年度财政资金总额", "total"),
        ("其中：当年财政拨款", "fiscal"),
        ("其中:一般公共预算拨款", "fiscal"),
        ("上年结转资金", "carryover"),
        ("上年结余结转", "carryover"),
        ("其它资金", "other"),
        ("地方资金", "other"),
        ("其中：中央财政资金", "central"),
        ("省级财政资金", "province"),
        ("自治区补助资金", "province"),
        ("市级安排", "city"),
        ("区财政配套", "county"),
        ("乡镇配套", "county"),
        ("乡镇自筹", "self_raised"),
        ("市县自筹资金", "self_raised"),
        ("县级资金", "county"),
        ("单位自筹", "self_raised"),
        ("财政专户管理资金", "special_account"),
        ("专项债券资金", "bond"),
        ("其中：中央、省补助", None),
        ("工作人员", None),
    ],
)
def test_labels_tell_where_the_money_comes_from(label: str, source: str | None):
    assert fund_source(label) == source


def test_the_project_takes_its_amounts_from_the_line_of_all_the_money():
    (project,) = projects_of(
        table("""
        |项目名称|渡口修缮    |<         |<         |<         |<     |
        |项目资金/（万元）|资金来源|年初预算数|全年预算数|全年执行数|执行率|
        |^       |其中：财政拨款|10        |12        |9.6       |80%   |
        |^       |其他资金      |0.00      |3         |—         |      |
        |^       |年度资金总额  |10        |15        |9.6       |64%   |
        """)
    )
    assert (project.budget_initial, project.budget, project.executed) == (100000, 150000, 96000)
    assert project.execution_rate == Decimal("0.64")
    assert [fund.executed for fund in project.funds] == [96000, None, 96000]
    assert project.funds[1].budget_initial == 0


def test_amounts_keep_the_unit_printed_in_their_cell():
    (fund,) = funds_of("""
        |资金类别    |年初预算数（元）|全年预算数（元）|全年执行数（元）|
        |年度资金总额|1.2万元         |12,500.00       |0.9万           |
    """)
    assert (fund.budget_initial, fund.budget, fund.executed) == (12000, 12500, 9000)


def test_a_weight_beside_the_table_is_the_total_lines():
    (total, other) = funds_of("""
        |预算执行（20分）/（万元）|资金      |预算数（A）|执行数（B）|执行率 |得分 |
        |^                        |总额      |50         |45         |90%    |18   |
        |^                        |其他资金  |5          |5          |100%   |     |
    """)
    assert (total.weight, total.score, other.weight) == (20, 18, None)


def test_a_line_without_a_label_takes_the_one_beside_the_table():
    (fund,) = funds_of("""
        |部门预算执行情况/（万元）|年初预算数|全年预算数|全年执行数|执行率（%）|
        |^                        |50        |60        |45        |75.00      |
    """)
    assert (fund.label, fund.source) == ("部门预算执行情况", "total")
    assert fund.execution_rate == Decimal("0.75")


def test_uses_of_the_money_are_no_fund_lines_but_their_sum_is():
    (fund,) = funds_of(
        """
        |支出内容|资金来源|<       |预算数|实际支出|
        |^       |省级补助|市级资金|^     |^       |
        |修缮    |10.5    |2       |12.5  |12      |
        |合计    |10.5    |2       |12.5  |12      |
    """,
        "单位：万元",
    )
    assert (fund.label, fund.budget, fund.executed) == ("合计", 125000, 120000)


def test_levels_of_government_beside_each_other_are_lines():
    found = funds_of(
        """
        |计划安排资金|<   |<   |实际到位资金|<   |<   |实际支出资金|<   |<   |
        |合计        |中央|县级|合计        |中央|县级|合计        |中央|县级|
        |30          |20  |10  |30          |20  |10  |28          |20  |8   |
    """,
        "单位：万元",
    )
    assert [(f.label, f.source, f.budget, f.executed) for f in found] == [
        ("合计", "total", 300000, 280000),
        ("中央", "central", 200000, 200000),
        ("县级", "county", 100000, 80000),
    ]


def test_amounts_beside_their_labels_are_a_line():
    (project,) = projects_of(
        table("""
        |项目名称            |渡口修缮|主管部门        |远山县交通局|
        |年初预算资金（万元）|20      |实际投入（万元）|18.5        |
        |执行率              |92.5%   |自评得分        |95          |
        """)
    )
    assert (project.budget_initial, project.executed) == (200000, 185000)
    assert (project.execution_rate, project.total_score) == (Decimal("0.925"), 95)


def test_a_fund_table_on_its_side_has_a_line_for_each_column():
    found = funds_of("""
        |内容              |合计  |其中：县级|
        |年初预算数（万元）|80    |30        |
        |实际支出（万元）  |75    |28        |
        |执行率            |93.75%|93.33%    |
    """)
    assert [(f.label, f.source, f.budget_initial, f.executed) for f in found] == [
        ("合计", "total", 800000, 750000),
        ("其中：县级", "county", 300000, 280000),
    ]


def test_a_block_of_budget_beside_a_block_of_execution():
    (project,) = projects_of(
        "项目绩效目标完成情况自评表",
        table("""
        |项目名称                |渡口修缮      |<   |<             |<   |
        |预算执行情况/（万元）   |预算数：      |20  |执行数：      |18.5|
        |^                       |其中：财政拨款|15  |其中：财政拨款|14.5|
        |^                       |其他资金      |5   |其他资金      |4   |
        |年度目标完成情况        |预期目标      |<   |目标实际完成情况|< |
        |^                       |修缮渡口3处   |<   |修缮渡口3处   |<   |
        """),
    )
    assert (project.budget, project.executed) == (200000, 185000)
    assert [(f.label, f.source, f.budget, f.executed) for f in project.funds] == [
        ("预算数：", "total", 200000, 185000),
        ("其中：财政拨款", "fiscal", 150000, 145000),
        ("其他资金", "other", 50000, 40000),
    ]
    assert project.goal_text == "修缮渡口3处"


def test_labels_in_two_columns():
    found = funds_of("""
    |项目资金/（万元）|<           |<       |全年预算数|全年执行数|
    |^                |年度资金总额|<       |100       |90        |
    |^                |其中：      |财政拨款|80        |75        |
    |^                |^           |其他资金|20        |15        |
    """)
    labels = [(f.label, f.source, f.budget) for f in found]
    assert labels == [
        ("年度资金总额", "total", 1000000),
        ("财政拨款", "fiscal", 800000),
        ("其他资金", "other", 200000),
    ]


def test_sources_as_heads_of_columns():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table("""
        |项目名称|渡口修缮|<   |<                 |<       |<              |
        |项目资金/（万元）|资金来源|合计|其中：中央财政资金|其他资金|得分（满分10分）|
        |^       |全年预算数（A）|15  |12                |3       |/              |
        |^       |全年执行数（B）|12  |12                |0       |/              |
        |^       |执行率（B/A）  |80% |100%              |0%      |8              |
        |一级指标|二级指标|三级指标|指标值|分值|得分|
        |产出指标|数量指标|修缮渡口（个）|3   |90  |90  |
        """),
    )
    total, central, other = project.funds
    assert [fund.source for fund in project.funds] == ["total", "central", "other"]
    assert (total.budget, total.executed, total.execution_rate) == (150000, 120000, Decimal("0.8"))
    assert (total.weight, total.score) == (10, 8)
    assert (central.executed, central.score, other.executed) == (120000, None, 0)
    assert (project.budget, project.executed) == (150000, 120000)


def test_the_weight_over_the_scores_is_that_of_all_the_money():
    total, part = funds_of("""
        |资金类别    |年初预算数（万元）|全年预算数（万元）|全年执行数（万元）|得分（10分）|
        |年度资金总额|15                |15                |12                |8           |
        |其他资金    |3                 |3                 |2                 |—           |
    """)
    assert (total.weight, total.score, part.weight) == (10, 8, None)


def test_blank_lines_of_several_sources_are_lines():
    funds = funds_of("""
    |项目名称        |渡口修缮            |<             |<             |<     |
    |项目资金（万元）|                    |全年预算数（A）|全年执行数（B）|执行率|
    |^               |年度资金总额        |30            |24            |80%   |
    |^               |其中：中央、省级补助|              |              |      |
    |^               |市县资金            |              |              |      |
    |^               |县级资金            |30            |24            |80%   |
    |资金管理情况    |专款专用            |<             |<             |<     |
    """)
    assert [(fund.label, fund.source) for fund in funds] == [
        ("年度资金总额", "total"),
        ("其中：中央、省级补助", None),
        ("市县资金", None),
        ("县级资金", "county"),
    ]


def test_an_amount_behind_the_label_of_a_line_is_no_part_of_it():
    funds = funds_of("""
    |年度预算（万元）|            |年初预算数|全年预算数|全年执行数|执行率|
    |^               |年度资金总额|30        |40        |32        |80%   |
    |^               |其中：一般公共预算：28.50|<|<|其中：基本支出：30.00|<|
    """)
    assert [fund.label for fund in funds] == ["年度资金总额", "其中：一般公共预算"]
    assert (funds[1].budget_initial, funds[1].budget, funds[1].executed) == (None, None, None)


def test_sources_beside_what_was_spent():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table("""
        |项目名称    |渡口修缮|<|<|<|<|<|<|
        |项目资金来源|中央/（万元）|省、地/（万元）|本级/（万元）|其他/（万元）|合计/（万元）|执行数（万元）|执行率|
        |^           |100|209| | |309|247.2|80%|
        |项目负责人  |甲某|<|<|<|<|<|<|
        """),
    )
    central, province, total = project.funds
    assert [fund.source for fund in project.funds] == ["central", "province", "total"]
    assert (central.budget, central.executed) == (1000000, None)
    assert (province.budget, province.execution_rate) == (2090000, None)
    assert (total.budget, total.executed) == (3090000, 2472000)
    assert (project.budget, project.execution_rate) == (3090000, Decimal("0.8"))


def test_pairs_under_heads_with_the_unit_beside_its_label():
    (project,) = projects_of(
        "预算项目绩效自评表",
        table("""
        |一、基本情况|项目名称：|渡口修缮|<|是否为专项资金：|否|金额单位：|万元|
        |二、预算执行情况|预算安排情况（调整后）|<|资金到位情况|<|资金执行情况|<|预算执行进度（%）|
        |^|预算数|6.84|到位数|6.84|执行数|5.13|75.00|
        |^|其中：财政资金|5.00|其中：财政资金|5.00|其中：财政资金|5.00|^|
        |^|其他|1.84|其他|1.84|其他|0.13|^|
        """),
    )
    total, fiscal, other = project.funds
    assert [fund.source for fund in project.funds] == ["total", "fiscal", "other"]
    assert (total.budget, total.executed, total.execution_rate) == (68400, 51300, Decimal("0.75"))
    assert (fiscal.budget, fiscal.executed, other.executed) == (50000, 50000, 1300)


def test_a_number_beside_a_label_of_its_own_is_not_of_the_one_before():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table("""
        |项目名称      |渡口修缮|<         |<   |<         |<   |
        |预算数（万元）|80      |到位数    |75  |执行数（万元）|70|
        """),
    )
    assert (project.budget, project.executed) == (800000, 700000)
    assert len(project.funds) == 1


def test_levels_of_indicators_are_no_fund_lines():
    funds = funds_of("""
    |资金来源          |全年预算数（万元）|全年执行数（万元）|执行率|
    |资金总额          |15                |12                |80%   |
    |产出指标（50分）  |数量指标          |渡口              |95%   |
    """)
    assert [fund.label for fund in funds] == ["资金总额"]


def test_the_money_of_a_form_of_goals_stands_beside_its_labels():
    (project,) = projects_of(
        "绩效目标申报表（2022年度）",
        table("""
        |项目名称        |渡口修缮        |<       |<       |<     |
        |资金情况（万元）|年度资金总额：  |<       |85.4    |<     |
        |^               |其中：财政拨款  |<       |80      |<     |
        |^               |其他资金        |<       |5.4     |<     |
        |绩效指标        |一级指标        |二级指标|三级指标|指标值|
        |^               |产出指标        |数量指标|修缮渡口|≥8处 |
        """),
    )
    assert [(fund.source, fund.budget) for fund in project.funds] == [
        ("total", 854000),
        ("fiscal", 800000),
        ("other", 54000),
    ]
    assert [i.target_value for i in project.indicators] == [8]


def test_a_head_that_is_a_label_elsewhere_heads_a_column_of_sources():
    total, fiscal = funds_of(
        """
        |资金情况  |年度资金总额|当年财政拨款|
        |全年预算数|500.00      |400.00      |
        |全年执行数|450.00      |380.00      |
        """,
        "单位：万元",
    )
    assert (total.budget, total.executed) == (5000000, 4500000)
    assert (fiscal.budget, fiscal.executed) == (4000000, 3800000)
