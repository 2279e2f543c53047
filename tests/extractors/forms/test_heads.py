from __future__ import annotations

from decimal import Decimal

import pytest

from generators.form_reading import projects_of, reports_of
from generators.grids import table
from heshu.extractors.forms.printed import read_grade

FORM = """
|项目名称|{name}|主管部门（及代码）|{department}|实施单位|{unit}|
|年度总体目标|预期目标|<|实际完成情况|<|<|
|^       |修渠8公里|<|修渠8.4公里|<|<|
|自评得分|95.5  |自评等级|{grade}|填报人|甲某|
"""


def form(
    name: str = "灌渠修缮", department: str = "水利局", unit: str = "灌区所", grade: str = "优"
) -> str:
    return FORM.format(name=name, department=department, unit=unit, grade=grade)


def test_the_head_and_the_goals():
    (project,) = projects_of("项目支出绩效自评表（2022年度）", table(form()))
    assert (project.name, project.department, project.unit) == ("灌渠修缮", "水利局", "灌区所")
    assert (project.goal_text, project.result_text) == ("修渠8公里", "修渠8.4公里")
    assert (project.total_score, project.grade) == (Decimal("95.5"), "优")
    assert (project.source, project.year) == ("form", 2022)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("51087722T000006485921-灌渠修缮", "灌渠修缮"),
        ("灌渠\n修缮", "灌渠修缮"),
        ("2022年灌渠修缮", "2022年灌渠修缮"),
    ],
)
def test_names_without_their_code(printed: str, name: str):
    (project,) = projects_of("项目支出绩效自评表", table(form(name=printed.replace("\n", "/"))))
    assert project.name == name


@pytest.mark.parametrize("department", ["[116]水利局", "116-水利局", "水利局（116001）"])
def test_bodies_without_their_code(department: str):
    (project,) = projects_of("项目支出绩效自评表", table(form(department=department)))
    assert project.department == "水利局"


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("优", "优"),
        ("良好", "良"),
        ("合格", "中"),
        ("不合格", "差"),
        ("优秀□ 良好□ 合格√ 不合格□", "中"),
        ("优秀□良好□合格□不合格☑", "差"),
        ("验收合格", None),
        ("评价结果为合格", "中"),
        ("自评等级为“中”。", "中"),
        ("项目自评总分96.5分，等级为优。", "优"),
        ("优□ 良☑ 中□ 差□", "良"),
        ("□优 □良 ■中 □差", "中"),
        ("优£ 良R 中£ 差£", "良"),
        ("优 √ 良 口 中 口 差 口", "优"),
        ("优秀（90分以上）☑ 良好（80-90分）□", "优"),
        ("进展良好，效果优于预期", None),
        ("优、良", None),
        ("", None),
    ],
)
def test_grades_as_words_and_as_ticks(text: str, grade: str | None):
    assert read_grade(text) == grade


def test_the_form_fills_what_the_report_left_open():
    (report,) = reports_of("项目支出绩效自评表", "（2022年度）", table(form()))
    assert (report.kind, report.score, report.grade) == (
        "self_evaluation_form",
        Decimal("95.5"),
        "优",
    )
    assert (report.unit, report.department, report.project) == ("灌区所", "水利局", "灌渠修缮")


def test_two_forms_in_one_table_are_two_projects():
    (one, other) = projects_of("项目支出绩效自评表", table(form("甲项目") + form("乙项目")))
    assert (one.name, other.name) == ("甲项目", "乙项目")


def test_a_form_over_two_tables_is_one_project():
    indicators = "|三级指标|指标值|完成值|得分|\n|修渠长度|≥8公里|8.4公里|10|"
    (project,) = projects_of("项目支出绩效自评表", table(form()), table(indicators))
    assert (project.name, len(project.indicators)) == ("灌渠修缮", 1)


def test_labels_and_values_in_one_cell():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table("""
        |项目名称：灌渠修缮|<       |主管部门：水利局|<     |
        |三级指标          |指标值  |完成值          |得分  |
        |修渠长度          |≥8公里 |8.4公里         |10    |
        """),
    )
    assert (project.name, project.department) == ("灌渠修缮", "水利局")


def test_a_form_of_goals_has_no_results():
    (project,) = projects_of(
        "项目支出绩效目标申报表",
        table("""
        |项目名称    |灌渠修缮|实施单位|灌区所|
        |年度总体目标|修渠8公里|<      |<     |
        |一级指标    |二级指标|三级指标|指标值|
        |产出指标    |数量指标|修渠长度|≥8公里|
        """),
    )
    assert project.goal_text == "修渠8公里"
    assert (project.result_text, project.executed, project.total_score) == (None, None, None)
    assert [(i.target_value, i.actual_text) for i in project.indicators] == [(8000, None)]


def test_a_title_and_a_year_inside_the_table():
    (report,) = reports_of(
        table("""
        |项目支出绩效自评表|<       |<       |<     |
        |（2022年度）      |<       |<       |<     |
        |项目名称          |灌渠修缮|实施单位|灌区所|
        |三级指标          |指标值  |完成值  |得分  |
        |修渠长度          |≥8公里 |8.4公里 |10    |
        """)
    )
    assert (report.year, report.projects[0].year) == (2022, 2022)


def test_the_grade_in_the_row_of_the_total():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table("""
        |项目名称|渡口修缮|<           |<         |<         |<   |<   |<         |
        |一级指标|二级指标|三级指标    |年度指标值|实际完成值|分值|得分|扣分原因  |
        |产出指标|数量指标|修缮渡口（个）|3         |3         |100 |95.5|          |
        |总分    |<       |<           |<         |<         |100 |95.5|等级：优  |
        """),
    )
    assert (project.total_score, project.grade) == (Decimal("95.5"), "优")


def test_two_labels_joined_by_a_slash_have_their_values_so():
    (project,) = projects_of(
        "项目支出绩效自评表",
        table(
            """
        |项目名称      |灌渠修缮|实施单位/项目负责人|灌区所/甲某|
        |归口管理部门  |水利局  |专项实施期         |2022年     |
        """.replace("单位/", "单位／").replace("所/", "所／")
        ),
    )
    assert (project.unit, project.department) == ("灌区所", "水利局")


def test_boxes_to_tick_name_no_project():
    projects = projects_of(
        "项目支出绩效自评表",
        table("""
        |专项名称|☑基础研究 □基地建设|<       |<     |
        |项目名称|草甸修复            |实施单位|草原站|
        |资金情况（万元）|全年预算数|全年执行数|执行率|
        |年度资金总额    |80        |72        |90%   |
        """),
    )
    assert [(project.name, project.budget) for project in projects] == [("草甸修复", 800000)]
