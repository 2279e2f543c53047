from __future__ import annotations

from decimal import Decimal

from generators.form_reading import projects_of
from generators.grids import table
from heshu.schemas.report import Project

TITLE = "2022年度渡口修缮项目支出绩效自评报告"
SETTLED = "2022年年初预算120万元，调整后预算150万元，实际支出147万元，执行率98%。"


def test_a_settled_sentence_is_a_project():
    (project,) = projects_of(TITLE, "一、基本情况", SETTLED)
    assert project.source == "prose"
    assert (project.budget_initial, project.budget, project.executed) == (1200000, 1500000, 1470000)
    assert project.execution_rate == Decimal("0.98")


def test_parts_of_the_money_are_left_out():
    (project,) = projects_of(
        TITLE,
        "一、基本情况",
        "全年预算数为150万元，其中：省级补助100万元，县级配套50万元。",
        "其中公用经费预算20万元，实际支出18万元。",
        "全年执行数为147万元，执行率为98%。",
    )
    assert (project.budget, project.executed) == (1500000, 1470000)


def test_named_projects_of_a_departments_text():
    projects = projects_of(
        "远山县水利局2022年度部门决算",
        "1.渡口修缮项目绩效自评综述：渡口修缮项目绩效自评得分为98.5分。全年预算数为150万元，执行数为147万元，完成预算的98%。",
        "2.灌渠清淤项目绩效自评综述：灌渠清淤项目绩效自评得分为90分。全年预算数为80万元，执行数为60万元，完成预算的75%。",
    )
    assert [(p.name, p.budget, p.total_score) for p in projects] == [
        ("渡口修缮项目", 1500000, Decimal("98.5")),
        ("灌渠清淤项目", 800000, Decimal("90")),
    ]


def told_with_table(executed: int) -> list[Project]:
    drawing = f"""
    |资金类别    |全年预算数（万元）|全年执行数（万元）|
    |年度资金总额|150               |{executed}        |
    """
    return projects_of(TITLE, "一、基本情况", SETTLED, table(drawing))


def test_a_text_that_agrees_with_the_table_fills_it():
    (project,) = told_with_table(147)
    assert (project.source, project.budget_initial) == ("fund_table", 1200000)


def test_a_text_that_contradicts_the_table_is_kept_beside_it():
    projects = told_with_table(141)
    assert [(p.source, p.executed) for p in projects] == [
        ("fund_table", 1410000),
        ("prose", 1470000),
    ]


def test_rounding_in_the_text_is_no_contradiction():
    (project,) = told_with_table(147)
    assert project.execution_rate == Decimal("0.98")
    (project,) = projects_of(
        TITLE,
        "一、基本情况",
        "全年预算数为150万元，执行数为147万元，执行率98%。",
        table("|资金类别|全年预算数（元）|全年执行数（元）|\n|合计|1,500,000|1,473,200|"),
    )
    assert project.executed == 1473200


def test_money_granted_to_the_project_is_its_budget():
    (project,) = projects_of(
        TITLE, "一、基本情况", "2022年共安排渡口修缮项目资金150万元，实际支出147万元。"
    )
    assert (project.budget, project.executed) == (1500000, 1470000)


def test_a_goal_for_the_execution_rate_settles_nothing():
    (project,) = projects_of(
        TITLE,
        "一、基本情况",
        "2022年年初预算安排120万元，调整后全年预算数为150万元。",
        "项目资金执行率达到100%，群众满意度达到90%以上。",
        "全年实际支出141万元，预算执行率为94%。",
    )
    assert (project.budget, project.executed) == (1500000, 1410000)
    assert project.execution_rate == Decimal("0.94")


def test_a_table_of_uses_that_repeats_the_form_is_no_project_of_its_own():
    uses = "|支出内容|预算数（万元）|实际支出（万元）|\n|修缮|150|147|\n|合计|150|147|"
    form = """
    |项目名称    |渡口修缮          |<                 |
    |资金类别    |全年预算数（万元）|全年执行数（万元）|
    |年度资金总额|150               |{executed}        |
    """
    for executed, sources in ((147, ["form"]), (141, ["fund_table", "form"])):
        filled = table(form.format(executed=executed))
        projects = projects_of(TITLE, "一、基本情况", table(uses), filled)
        assert [project.source for project in projects] == sources


def test_a_project_that_is_judged_though_no_sentence_tells_of_spending():
    (project,) = projects_of(
        "2022年度渡口修缮工程资金绩效自评情况的报告",
        "一、基本情况",
        "年初预算100万元，执行中调增20万元，全年预算120万元。",
        "二、自评结论",
        "综合得分96.5分，评定等级为优。",
    )
    assert (project.budget_initial, project.budget, project.executed) == (1000000, 1200000, None)
    assert (project.total_score, project.grade, project.source) == (Decimal("96.5"), "优", "prose")


def test_a_report_without_a_score_or_money_tells_of_no_project():
    assert (
        projects_of("2022年度渡口修缮工程资金绩效自评报告", "一、基本情况", "修缮渡口3处。") == []
    )


def test_a_sentence_that_contradicts_the_form_makes_no_second_project():
    form = """
    |项目名称    |渡口修缮          |<                 |
    |资金类别    |全年预算数（万元）|全年执行数（万元）|
    |年度资金总额|150               |147               |
    """
    told = "全年预算数为150万元，执行数为144万元，执行率96%。"
    (project,) = projects_of(TITLE, "一、基本情况", told, table(form))
    assert (project.source, project.executed) == ("form", 1470000)
