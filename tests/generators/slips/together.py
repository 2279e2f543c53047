"""Files that hold several reports, or list several projects: C, D09, F15, S13 and X04."""

from __future__ import annotations

from decimal import Decimal

from generators.form_facts import facts

from .draw import Draw, percent
from .marked import Planted, written


def list_of_projects(seed: int) -> Planted:
    """A summary that lists its projects with a total row."""
    draw = Draw(f"list {seed}")
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"])
    names = draw.sample(facts()["projects"], draw.randint(3, 5))
    rows, budgets, spent = list[str](), list[Decimal](), list[Decimal]()
    for number, name in enumerate(names, 1):
        budget = draw.money(100, 900)
        executed = draw.share_of(budget, 82, 99)
        budgets.append(budget)
        spent.append(executed)
        rows.append(
            f"| {number} | {name} | {draw.slip('C01 F02 F04 | X01', budget)} | "
            f"{draw.slip('C01 F02 F04 | X01', executed)} | "
            f"{draw.slip('F02 | F11', percent(executed, budget))}% |"
        )
    return written(_summary(draw, unit, rows, (sum(budgets), sum(spent))), draw.marks)


def _summary(draw: Draw, unit: str, rows: list[str], sums: tuple[object, object]) -> str:
    budget, spent = Decimal(str(sums[0])), Decimal(str(sums[1]))
    rate = percent(spent, budget)
    count = draw.slip("X04", len(rows), len(rows) + draw.choice((1, 2)))
    told = draw.worded(
        "{year}年，我单位共实施项目{count}个，全年预算数{budget}万元，全年执行数{spent}万元，"
        "预算执行率{rate}%。",
        "本年度共开展项目{count}个，预算安排资金{budget}万元，实际支出{spent}万元，"
        "预算执行率为{rate}%。",
        year=draw.year,
        count=count,
        budget=draw.slip("X01 F02 F04 F07", budget),
        spent=draw.slip("X01 F02 F04 F07", spent),
        rate=draw.slip("X02 F02", rate),
    )
    table = "\n".join(rows)
    return f"""
# {unit}{draw.year}年度项目支出绩效自评汇总报告
一、总体情况
{told}
单位：万元
| 序号 | 项目名称 | 全年预算数 | 全年执行数 | 执行率 |
{table}
| 合计 | < | {draw.slip("C01 | F02 F04 X01", budget)} | {draw.slip("C01 | F02 F04 X01", spent)} | \
{draw.slip("F02 | X02", rate)}% |
{unit}
{draw.year + 1}年3月10日
"""


def two_years(seed: int) -> Planted:
    """Reports of one project for two years: what was carried over, and last year's values."""
    draw = Draw(f"years {seed}")
    unit, project, year = _about(draw)
    length = draw.randrange(40, 90)
    more = draw.randrange(10, 30)
    rate = percent(more, length, 1)
    text = f"""
# {unit}{year - 1}年度{project}绩效自评报告
一、绩效目标完成情况
全年开展技术指导{length}次，群众反映良好。
{unit}
{year}年3月10日
# {unit}{year}年度{project}绩效自评报告
一、绩效目标完成情况
全年开展技术指导{length + more}次，上年开展技术指导{draw.slip("C05 P05", length)}次，增长{rate}%。
{unit}
{year + 1}年3月10日
"""
    return written(text, draw.marks)


def two_projects(seed: int) -> Planted:
    """Two projects of one unit and year: the staff, and paragraphs that are not copied."""
    draw = Draw(f"projects {seed}")
    unit, _, year = _about(draw)
    one, other = draw.sample(facts()["projects"], 2)
    posts, serving = draw.randrange(30, 60), draw.randrange(12, 29)
    first, second = draw.sample(LONG_TEXTS, 2)
    again = draw.slip("C02", f"{serving}", f"{serving + draw.randint(1, 3)}")
    text = f"""
# {unit}{year}年度{one}绩效自评报告
实施单位：{unit}
一、基本情况
核定编制{posts}名，年末在职人员{serving}人。
二、绩效目标完成情况
{first}
{unit}
{year + 1}年3月10日
# {unit}{year}年度{other}绩效自评报告
实施单位：{unit}
一、基本情况
核定编制{posts}名，年末在职人员{again}人。
二、绩效目标完成情况
{draw.slip("D09", second, first)}
{unit}
{year + 1}年3月10日
"""
    return written(text, draw.marks)


LONG_TEXTS = (
    "项目实施以来，各责任单位密切配合，建立了定期调度、现场督办和结果通报制度，"
    "工程进度、质量和安全均处于受控状态，受益群众普遍认可，长效管护责任得到落实。",
    "通过项目实施，基层服务条件明显改善，群众办事更加便捷，工作人员业务能力得到提升，"
    "相关制度逐步健全，为下一年度工作的持续开展打下了较为扎实的基础，社会反响良好。",
    "在推进过程中，坚持问题导向，围绕薄弱环节逐项制定整改措施并明确完成时限，"
    "定期组织回访，资金使用、物资采购和档案管理等方面的规范化程度有了较大提高。",
)


def goals_and_results(seed: int) -> Planted:
    """The approved table of goals, and the form that reports on it."""
    draw = Draw(f"goals {seed}")
    unit, project, year = _about(draw)
    length, people = draw.randrange(20, 90), draw.randrange(200, 900)
    head = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 |"
    text = f"""
# {year}年度项目支出绩效目标表
| 项目名称 | {project} | 实施单位 | {unit} |
{head}
| 产出指标 | 数量指标 | 维修渠道长度 | ≥{length}公里 |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥{people}人 |
# {year}年度项目支出绩效自评表
| 项目名称 | < | {project} | 实施单位 | {unit} | < | < |
{head} 实际完成值 | 分值 | 得分 |
| 产出指标 | 数量指标 | 维修渠道长度 | ≥{draw.slip("S13 | S04 S09", length, length - 5)}公里 | \
{length + 1}公里 | 50 | 50 |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥{draw.slip("S13 | S04 S09", people, people - 20)}人 | \
{people + 3}人 | 50 | 50 |
"""
    return written(text, draw.marks)


def _about(draw: Draw) -> tuple[str, str, int]:
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"])
    return unit, draw.choice(facts()["projects"]), draw.year
