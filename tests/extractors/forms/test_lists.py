from __future__ import annotations

from decimal import Decimal

from generators.form_reading import projects_of
from generators.grids import table

LIST = """
|序号|项目名称|实施单位|年初预算|全年预算|执行数|执行率|自评得分|等级|
|1   |甲项目  |甲所    |10      |12      |9     |75%   |88.5    |良  |
|2   |乙项目  |乙所    |20      |20      |20    |100%  |99      |优  |
|合计|<       |        |30      |32      |29    |90.63%|        |    |
"""


def test_each_row_is_a_project_and_the_sum_is_none():
    projects = projects_of("2022年度项目支出绩效自评汇总表", "单位：万元", table(LIST))
    assert [project.name for project in projects] == ["甲项目", "乙项目"]
    first = projects[0]
    assert (first.unit, first.budget_initial, first.executed) == ("甲所", 100000, 90000)
    assert (first.execution_rate, first.total_score) == (Decimal("0.75"), Decimal("88.5"))
    assert (first.grade, first.source) == ("良", "fund_table")


def test_expenses_are_no_projects():
    projects = projects_of(
        "支出明细表",
        table("|序号|名称|支出金额（元）|\n|1|印刷费|1,200.00|\n|2|差旅费|860.00|"),
    )
    assert projects == []


def test_a_single_row_takes_the_goal_from_the_text():
    (project,) = projects_of(
        "2022年度渡口修缮项目支出绩效评价报告",
        "绩效目标：修缮渡口3处，保障过渡安全。",
        table("|序号|名称|项目资金安排|实际投入|项目开展情况|\n|1|渡口修缮经费|72.4万|70万||"),
    )
    assert (project.budget, project.executed) == (724000, 700000)
    assert project.goal_text == "修缮渡口3处，保障过渡安全。"


def test_bonds_are_named_as_such():
    (project,) = projects_of(
        "专项债券项目绩效评价结果表",
        table(
            "|序号|项目名称|债券性质|规模（亿元）|评价分数|等级|\n|1|供水二期|专项债券|1.2|91.5|优|"
        ),
    )
    assert (project.budget, project.total_score) == (120000000, Decimal("91.5"))
    assert project.funds[0].source == "bond"


def test_projects_with_their_indicators_in_the_same_rows():
    ferry, channel = projects_of(
        "项目支出绩效自评情况表（2022年度）",
        table("""
        |项目名称|实施单位|预算数（元）|执行数（元）|执行率|年度目标|三级指标|指标值|完成值|分值|得分|
        |渡口修缮|航道所|3200000|2880000|90%|修缮3处|修缮渡口|3处|3处|60|60|
        |^|^|^|^|^|^|通行率|95%|96%|40|40|
        |航道清淤|清淤队|2000000|2000000|100%|清淤8公里|清淤里程|8公里|8公里|60|60|
        | | | | | | |通行率|95%|96%|40|39|
        """),
    )
    assert (ferry.name, ferry.unit, ferry.budget) == ("渡口修缮", "航道所", 3200000)
    assert (ferry.execution_rate, ferry.goal_text) == (Decimal("0.9"), "修缮3处")
    assert [i.name for i in ferry.indicators] == ["修缮渡口", "通行率"]
    assert (channel.name, channel.executed, len(channel.funds)) == ("航道清淤", 2000000, 1)
    assert [(i.target_value, i.score) for i in channel.indicators] == [
        (8000, 60),
        (Decimal("0.95"), 39),
    ]


def test_indicators_of_listed_projects_in_a_table_of_their_own():
    first, second = projects_of(
        "2022年度项目支出绩效自评汇总表",
        "单位：万元",
        table(LIST),
        "其中主要项目的指标如下：",
        table("""
        |项目名称|二级指标|三级指标|年度指标值|实际完成值|分值|得分|
        |乙项目  |数量指标|修缮渡口|≥3处     |3处       |20  |20  |
        |^       |质量指标|合格率  |100%      |100%      |20  |20  |
        """),
    )
    assert (first.name, first.indicators) == ("甲项目", ())
    assert [i.name for i in second.indicators] == ["修缮渡口", "合格率"]
    assert (second.total_score, second.budget) == (99, 200000)
