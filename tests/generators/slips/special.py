"""Forms in which rarer rules find their faults: F11 to F13, F15, S14, S17, S20, X05, D05, D14."""

from __future__ import annotations

from decimal import Decimal

from generators.form_facts import facts

from .draw import Draw, percent
from .marked import Planted, written
from .people import NAMES

INDICATORS = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |"
FUNDS = "| 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"
SCORED = "S04 S06 S08 X07 S07"


def low_execution(seed: int) -> Planted:
    """Money that was hardly spent: the reason for it, and the cap on the score."""
    draw = Draw(f"low {seed}")
    unit, year, budget = _unit(draw), draw.year, draw.money(200, 900)
    executed = draw.share_of(budget, 62, 69)
    rate = percent(executed, budget)
    score = (rate / 10).quantize(Decimal("0.01"))
    whole = score + 70
    reason = draw.choice(("受汛期影响，工程推迟开工，资金支付滞后", "因采购流标，部分资金未能支付"))
    text = f"""
# {unit}{year}年度项目支出绩效自评报告
按照本地办法，执行率低于80%的，总分不得高于89分；执行率低于70%的，总分不得高于79分。
单位：万元
{FUNDS}
| 年度资金总额 | {budget} | {executed} | 10 | {rate}% | {score} |
绩效指标完成情况
{INDICATORS}
| 产出指标 | 数量指标 | 维修渠道长度 | ≥40公里 | 40公里 | 60 | 60 |  |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥500人 | 250人 | 20 | 0 | 工期顺延 |
| 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | 100 | {draw.slip("S17 | S06", whole, whole + 10)} |  |
一、存在的问题
{draw.slip("F11", reason, "项目管理较为规范")}。
{unit}
{year + 1}年3月15日
"""
    return written(text, draw.marks)


def written_product(seed: int) -> Planted:
    """A cost that is worked out in its cell."""
    draw = Draw(f"product {seed}")
    unit, year = _unit(draw), draw.year
    price, people, days = draw.choice((120, 150, 200)), draw.randrange(11, 60), draw.randrange(3, 9)
    cost = price * people * days
    told = draw.slip("F13", cost)
    text = f"""
# {unit}{year}年度项目支出绩效自评表
| 项目名称 | {draw.choice(facts()["projects"])} | 实施单位 | {unit} | < | < | < | < |
{INDICATORS}
| 产出指标 | 数量指标 | 培训人数 | ≥{people}人 | {people}人 | 50 | 50 |  |
| 成本指标 | 经济成本指标 | 培训费 | {price}元×{people}人×{days}天={told}元 | 按标准 | 50 | 50 |  |
{unit}
{year + 1}年3月15日
"""
    return written(text, draw.marks)


def goal_and_result(seed: int) -> Planted:
    """What the cells of goal and result, and a sentence, repeat of the indicators."""
    draw = Draw(f"goal {seed}")
    unit, year = _unit(draw), draw.year
    length, people = draw.randrange(20, 90), draw.randrange(210, 900)
    name = draw.choice(facts()["projects"])
    text = f"""
# {unit}{year}年度项目支出绩效自评报告
实施单位：{draw.slip("D05", unit, _another(draw, unit))}
一、绩效目标完成情况
全年维修渠道长度{draw.slip("X05 | P16", length + 1)}公里，受益群众人数{people + 3}人。
二、附表
| 项目名称 | {name} | 实施单位 | {unit} | < | < | < | < |
| 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < |
| ^ | 维修渠道长度{draw.slip("S14", length)}公里，受益群众人数{people}人。 | < | < | \
维修渠道长度{length + 1}公里，受益群众人数{draw.slip("S14 | P16", people + 3)}人。 | < | < | < |
{INDICATORS}
| 产出指标 | 数量指标 | 维修渠道长度 | ≥{length}公里 | {length + 1}公里 | 50 | 50 |  |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥{people}人 | {people + 3}人 | 50 | 50 |  |
{unit}
{year + 1}年3月15日
"""
    return written(text, draw.marks)


def full_marks(seed: int) -> Planted:
    """A form that is not all full marks while money is left over."""
    draw = Draw(f"full {seed}")
    unit, year, budget = _unit(draw), draw.year, draw.money(200, 900)
    idle = draw.random() < 0.5
    executed = draw.share_of(budget, 12, 18) if idle else draw.share_of(budget, 82, 95)
    rate = percent(executed, budget)
    score = (rate / 10).quantize(Decimal("0.01"))
    heavy = draw.slip("S19 | S01 S02 S03 S08", 20, 60)
    lost = draw.slip(f"{'F12 S20' if idle else 'S20'} | {SCORED}", 27, 30)
    text = f"""
# {unit}{year}年度项目支出绩效自评报告
单位：万元
{FUNDS}
| 年度资金总额 | {budget} | {executed} | 10 | {rate}% | {score} |
绩效指标完成情况
{INDICATORS}
| 产出指标 | 数量指标 | 维修渠道长度 | ≥40公里 | 36公里 | 30 | {lost} | 工期顺延 |
| ^ | 数量指标 | 开展巡查次数 | ≥40次 | 41次 | {heavy} | 20 |  |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥500人 | 510人 | 40 | 40 |  |
| 总分 | < | < | < | < | 100 | {score + 87} |  |
一、存在的问题
受征地影响，资金支付滞后。
{unit}
{year + 1}年3月15日
"""
    return written(text, draw.marks)


def panel(seed: int) -> Planted:
    """A panel of as many members as are asked for, who sign."""
    draw = Draw(f"panel {seed}")
    unit, year = _unit(draw), draw.year
    project = draw.choice(facts()["projects"]).partition("（")[0]
    count = draw.randint(3, 5)
    rows = "\n".join(f"| {name} | {unit} | 干部 | {name} |" for name in draw.sample(NAMES, count))
    least = draw.slip("D14", 3, count + 2)
    text = f"""
# {unit}{year}年度{project}绩效自评报告
一、项目概况
项目主要开展日常维护，运行平稳。
{unit}
{year + 1}年6月2日
{draw.slip("D06", project, "信息化运维")}绩效自评人员（评价小组人数不少于{least}人）
| 姓名 | 单位 | 职称/职务 | 签名 |
{rows}
"""
    return written(text, draw.marks)


def carried_over(seed: int) -> Planted:
    """Forms of two years: what one leaves, the next takes over; and results that go on."""
    draw = Draw(f"carried {seed}")
    unit, year = _unit(draw), draw.year
    project = draw.choice(facts()["projects"])
    budget, fresh = draw.money(200, 900), draw.money(200, 900)
    executed = draw.share_of(budget, 85, 95)
    left = budget - executed
    spent = draw.share_of(fresh, 85, 95) + left
    length = draw.randrange(40, 90)
    before = f"""
| 年度资金总额 | {budget} | {executed} | 10 | {percent(executed, budget)}% |  |
| 其中：当年财政拨款 | {budget} | {executed} | — |  | — |"""
    after = f"""
| 年度资金总额 | {fresh + left} | {spent} | 10 | {percent(spent, fresh + left)}% |  |
| 其中：当年财政拨款 | {fresh} | {spent - left} | — |  | — |
| 上年结转资金 | {draw.slip("F15 | F01 F04", left)} | {left} | — |  | — |"""
    target = draw.slip("C09 C10 | S09 S04 S10", f"{length}公里", f"{length // 2}公里")
    text = f"""
# {year - 1}年度项目支出绩效自评表
{_year_form(project, unit, before, f"≥{length - 3}公里", f"{length}公里")}
# {year}年度项目支出绩效自评表
{_year_form(project, unit, after, f"≥{target}", f"{length + 2}公里")}
"""
    return written(text, draw.marks)


def _year_form(project: str, unit: str, funds: str, target: str, actual: str) -> str:
    return f"""
单位：万元
| 项目名称 | {project} | 实施单位 | {unit} | < | < |
{FUNDS}{funds}
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 |
| 产出指标 | 数量指标 | 维修渠道长度 | {target} | {actual} | 90 |
{unit}
"""


def _unit(draw: Draw) -> str:
    return draw.choice(facts()["places"]) + draw.choice(facts()["services"])


def _another(draw: Draw, unit: str) -> str:
    return next(one for one in iter(lambda: _unit(draw), None) if one[:3] != unit[:3])


KINDS = (low_execution, written_product, goal_and_result, full_marks, panel, carried_over)
