from __future__ import annotations

from decimal import Decimal

import pytest

from generators.form_reading import projects_of
from generators.grids import table
from heshu.schemas.report import Indicator, Project

ONE = """
|三级指标|指标值  |实际完成值|分值|得分|偏差原因|
|某项指标|{target}|{actual}  |10  |9.5 |        |
"""


def project_of(drawing: str) -> Project:
    (project,) = projects_of("项目支出绩效自评表", table(drawing))
    return project


def indicator(target: str, actual: str = "") -> Indicator:
    (found,) = project_of(ONE.format(target=target, actual=actual)).indicators
    return found


@pytest.mark.parametrize(
    ("target", "comparator", "value", "unit"),
    [
        ("≥95%", "ge", "0.95", "1"),
        ("≧95%", "ge", "0.95", "1"),
        ("＞95%", "over", "0.95", "1"),
        ("═12个", "eq", "12", "个"),
        ("≤90万元", "le", "900000", "CNY"),
        ("=12个", "eq", "12", "个"),
        ("100%", "eq", "1", "1"),
        ("不少于3,600户", "ge", "3600", "户"),
        ("5000人次以上", "ge", "5000", "人次"),
        ("控制在0.5‰以内", "le", "0.0005", "1"),
        ("30日内", "le", "30", "d"),
        ("≤1,600元／亩", "le", "1600", "CNY/亩"),
    ],
)
def test_measured_targets(target: str, comparator: str, value: str, unit: str):
    found = indicator(target)
    assert (found.comparator, found.target_unit) == (comparator, unit)
    assert found.target_value == Decimal(value)
    assert found.target_text == target


@pytest.mark.parametrize("target", ["显著提升", "2023年12月底前", "按期完成", "建立健全"])
def test_qualitative_targets_keep_their_text_alone(target: str):
    found = indicator(target, target)
    assert (found.target_text, found.actual_text) == (target, target)
    assert (found.comparator, found.target_value, found.target_unit) == (None, None, None)
    assert (found.actual_value, found.actual_unit) == (None, None)


def test_two_measures_in_one_cell_are_no_single_value():
    found = indicator("铺设管道12公里，新建泵站2座", "12.5公里（其中改造3公里）")
    assert (found.target_value, found.comparator) == (None, None)
    assert (found.actual_value, found.actual_unit) == (12500, "m")


def test_operator_and_unit_of_their_own_columns():
    project = project_of("""
    |一级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|
    |产出指标|巡查次数|≧      |120   |次      |118   |10  |9.8 |
    |产出指标|合格率  |═      |100   |%       |98.5  |10  |9.9 |
    |效益指标|机制建设|定性    |健全  |        |健全  |5   |5   |
    """)
    counted, rated, told = project.indicators
    assert (counted.comparator, counted.target_value, counted.target_unit) == ("ge", 120, "次")
    assert counted.actual_value == 118
    assert (rated.comparator, rated.target_value) == ("eq", 1)
    assert rated.actual_value == Decimal("0.985")
    assert (told.comparator, told.target_text, told.target_value) == (None, "健全", None)


def test_levels_are_carried_down_over_blank_cells_and_merged_ones():
    project = project_of("""
    |一级指标        |二级指标|三级指标|指标值|完成值|分值|
    |产出指标/（50分）|数量指标|甲数    |≥3个 |3个   |20  |
    |                |        |乙数    |≥4个 |4个   |20  |
    |                |质量指标|丙率    |≥90% |95%   |10  |
    |效益指标        |社会效益|丁数    |≥5人 |6人   |20  |
    |^               |^       |戊数    |≥6人 |6人   |10  |
    """)
    levels = [(i.level1, i.level1_kind, i.level2) for i in project.indicators]
    assert levels == [
        ("产出指标", "output", "数量指标"),
        ("产出指标", "output", "数量指标"),
        ("产出指标", "output", "质量指标"),
        ("效益指标", "benefit", "社会效益"),
        ("效益指标", "benefit", "社会效益"),
    ]


def test_levels_are_carried_over_a_header_repeated_on_the_next_page():
    project = project_of("""
    |一级指标|二级指标|三级指标|指标值|完成值|
    |产出指标|数量指标|甲数    |≥3个 |3个   |
    |一级指标|二级指标|三级指标|指标值|完成值|
    |        |        |乙数    |≥4个 |4个   |
    """)
    assert [(i.name, i.level1, i.level2) for i in project.indicators] == [
        ("甲数", "产出指标", "数量指标"),
        ("乙数", "产出指标", "数量指标"),
    ]


def test_a_weight_in_the_name_serves_where_no_column_has_it():
    project = project_of("""
    |一级指标|三级指标（分值）  |目标值|实际完成值|得分|
    |产出指标|送演次数（12分）  |≥24场|25场      |12  |
    |总分    |<                 |<     |<         |96.5|
    """)
    (found,) = project.indicators
    assert (found.name, found.weight, found.score) == ("送演次数", 12, 12)
    assert (project.total_weight, project.total_score) == (None, Decimal("96.5"))


def test_totals_under_merged_heads():
    project = project_of("""
    |一级指标|三级指标|分值|指标值|完成值|得分|偏差原因|
    |产出指标|甲数    |90  |≥3个 |3个   |88  |        |
    |总分    |<       |100 |<     |<     |97.5|        |
    """)
    assert (project.total_weight, project.total_score) == (100, Decimal("97.5"))
    assert len(project.indicators) == 1


def test_a_grade_in_the_row_of_the_totals():
    form = """
    |一级指标|三级指标|分值|指标值|完成值|得分|偏差原因|
    |产出指标|甲数    |90  |≥3个 |3个   |88  |        |
    |总分    |<       |100 |<     |<     |97.5|{grade} |
    """
    grades = ("优", "等级：良", "优□ 良☑ 中□ 差□", "", "中心未建")
    projects = [project_of(form.format(grade=grade)) for grade in grades]
    assert [project.grade for project in projects] == ["优", "良", "良", None, None]
    assert {project.total_score for project in projects} == {Decimal("97.5")}


def test_the_rows_of_the_execution_rate_and_of_blank_lines_are_no_indicators():
    project = project_of("""
    |一级指标  |二级指标|三级指标|指标值|完成值|分值|得分|
    |产出指标  |数量指标|指标1： |      |      |    |    |
    |^         |^       |甲数    |≥3个 |3个   |80  |78  |
    |^         |^       |……      |      |      |    |    |
    |预算执行率|<       |<       |<     |<     |10  |9.6 |
    |总分      |<       |<       |<     |<     |100 |97.6|
    """)
    assert [i.name for i in project.indicators] == ["甲数"]


def test_the_execution_rate_as_an_indicator_of_its_own_is_one():
    project = project_of("""
    |一级指标|二级指标|三级指标      |分值|得分|扣分原因      |
    |A决策   |A1立项  |A11依据充分性 |10  |10  |              |
    |B过程   |B1资金  |B11预算执行率 |5   |4.1 |执行率为82.05%|
    """)
    assert [(i.name, i.level1_kind) for i in project.indicators] == [
        ("A11依据充分性", "decision"),
        ("B11预算执行率", "process"),
    ]
    assert project.indicators[1].reason == "执行率为82.05%"


def test_the_adjusted_target_counts_where_one_is_printed():
    project = project_of("""
    |指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|指标权重（分）|指标得分（分）|
    |甲数    |场      |≥      |20        |15        |16        |10            |10            |
    |乙数    |万人次  |≥      |3         |          |3.2       |10            |10            |
    """)
    assert [i.target_value for i in project.indicators] == [15, 30000]
    assert project.indicators[1].actual_value == 32000


def test_scores_of_first_levels_alone_are_no_indicators():
    projects = projects_of(
        "绩效评价得分情况表",
        table("""
        |一级指标|分值|得分|得分率|
        |决策    |20  |19  |95%   |
        |合计    |100 |93  |93%   |
        """),
    )
    assert not any(project.indicators for project in projects)


def test_levels_under_a_head_that_says_little():
    project = project_of("""
    |指标类型|<        |指标名称|指标值|完成值|
    |产出指标|数量指标 |甲数    |≥3个 |3个   |
    |^       |质量指标 |乙率    |≥90% |95%   |
    """)
    levels = [(i.level1, i.level2) for i in project.indicators]
    assert levels == [("产出指标", "数量指标"), ("产出指标", "质量指标")]


def test_weights_of_levels_need_no_unit():
    project = project_of("""
    |一级指标（权重）|二级指标（权重）|三级指标|指标值|完成值|得分|
    |产出指标（50）  |数量指标（20）  |甲数    |≥3个 |3个   |20  |
    """)
    assert [(i.level1, i.level2) for i in project.indicators] == [("产出指标", "数量指标")]


def test_the_own_score_counts_where_another_body_scored_again():
    project = project_of("""
        |一级指标|二级指标|三级指标    |指标值|完成值|分值|自评分|复核分|
        |产出指标|数量指标|修缮渡口（个）|3   |3     |10  |10    |8     |
        |总分    |<       |<           |<     |<     |10  |10    |8     |
    """)
    assert (project.indicators[0].score, project.total_score) == (10, 10)


@pytest.mark.parametrize(
    ("target", "actual", "name", "value", "unit"),
    [
        ("≥50个", "52", "修缮渡口数量", "52", "个"),
        ("≥95百分比", "96", "验收结果", "0.96", "1"),
        ("≤90万元", "89.5", "总投入", "895000", "CNY"),
        ("12", "12条", "清淤沟渠", "12", "条"),
        ("100%", "98", "按期开工情况", "0.98", "1"),
        ("3个", "100", "新建泵站", "100", None),
        ("完成", "3", "新建泵站", "3", None),
        ("100", "98", "工程合格率", "0.98", "1"),
        ("95", "97.5", "乘客满意度（抽样）", "0.975", "1"),
        ("1", "0.98", "工程合格率", "0.98", None),
        ("3", "4", "工作效率", "4", None),
        ("2023", "2023", "建成年份", None, None),
    ],
)
def test_bare_results_take_the_unit_of_the_target_or_of_a_share(
    target: str, actual: str, name: str, value: str | None, unit: str | None
):
    project = project_of(f"""
    |三级指标|指标值  |实际完成值|分值|得分|
    |{name}  |{target}|{actual}  |10  |10  |
    """)
    (found,) = project.indicators
    assert (found.actual_text, found.actual_unit) == (actual, unit)
    assert found.actual_value == (None if value is None else Decimal(value))


def test_a_bare_target_keeps_its_comparison_sign():
    found = indicator("≥3", "4")
    assert (found.comparator, found.target_value, found.target_unit) == ("ge", 3, None)


def test_running_marks_without_a_colon():
    project = project_of("""
    |一级指标|三级指标        |指标值|完成值|
    |产出指标|指标1渡口修缮数 |≥3个 |3个   |
    |^       |指标2           |      |      |
    |^       |指标3 2024年投用|是    |是    |
    |^       |指标12024年投用 |是    |是    |
    """)
    assert [i.name for i in project.indicators] == ["渡口修缮数", "2024年投用", "指标12024年投用"]


def test_weights_of_levels_need_no_brackets():
    project = project_of("""
    |一级指标    |二级指标      |指标名称（三级指标）|年初指标值|年终完成值|自评分|复核分|
    |产出指标40分|数量指标25.5分|养护里程            |300公里   |300公里   |25    |      |
    """)
    assert [(i.level1, i.level2) for i in project.indicators] == [("产出指标", "数量指标")]


def test_heads_that_name_a_level_only_beside_indicators():
    project = project_of("""
    |项目            |考核内容|考核指标  |指标说明|年度工作目标|评分标准  |权数|考评得分|
    |预算管理（60分）|支出进度|支出完成率|支出比预算|≥95%    |按比例得分|60  |60      |
    |职责履行（40分）|重点工作|办结率    |办结比交办|100%      |按比例得分|40  |38      |
    |合计            |        |          |        |            |          |100 |98      |
    """)
    rows = [(i.level1, i.level2, i.name, i.weight, i.score) for i in project.indicators]
    assert rows == [
        ("预算管理", "支出进度", "支出完成率", 60, 60),
        ("职责履行", "重点工作", "办结率", 40, 38),
    ]
    assert project.indicators[0].target_value == Decimal("0.95")
    assert (project.total_weight, project.total_score) == (100, 98)


def test_what_was_reached_under_other_heads():
    project = project_of("""
    |一级指标    |二级指标|三级指标      |绩效指标值|实现情况|三级指标测算依据|
    |实施效果指标|数量指标|支持渡口数（个）|3       |4       |投资计划        |
    """)
    (found,) = project.indicators
    assert (found.target_value, found.actual_value, found.actual_unit) == (3, 4, "个")


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("单位成本（万元／公里）", "120000", "CNY/公里"),
        ("补助标准（元／人·月）", "12", "CNY/人·月"),
        ("购置数量（台／套）", "12", "台/套"),
        ("清淤里程（公里）", "12000", "m"),
    ],
)
def test_units_behind_names_may_be_of_something(name: str, value: str, unit: str):
    project = project_of(f"|三级指标|指标值|实际完成值|\n|{name}|≤12|11|")
    (found,) = project.indicators
    assert (found.target_value, found.target_unit) == (Decimal(value), unit)


def test_of_several_columns_of_weights_the_one_behind_the_indicators_counts():
    project = project_of("""
    |一级指标|权重|二级指标|权重|三级指标      |权重|评分标准  |得分|
    |决策    |20  |项目立项|8   |立项依据充分性|4   |符合得满分|4   |
    |^       |^   |^       |^   |立项程序规范性|4   |符合得满分|3   |
    |^       |^   |绩效目标|12  |目标合理性    |12  |符合得满分|12  |
    |合计    |100 |        |100 |              |100 |          |95  |
    """)
    assert [i.weight for i in project.indicators] == [4, 4, 12]
    assert (project.total_weight, project.total_score) == (100, 95)


def test_a_name_of_indicators_beside_another_word_for_them():
    project = project_of("""
    |绩效指标         |指标名称|指标方向|指标值|计量单位|完成值|分值|得分|
    |产出指标-数量指标|修缮渡口|>=      |3     |座      |4     |50  |50  |
    """)
    (found,) = project.indicators
    assert (found.level1, found.level1_kind, found.name) == (
        "产出指标-数量指标",
        "output",
        "修缮渡口",
    )
    assert (found.comparator, found.target_value, found.actual_unit) == ("ge", 3, "座")
