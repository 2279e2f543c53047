"""An indicator table in order, with its total row and a sentence that repeats it: S and X."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .draw import Draw
from .frame import GRADES

SCORES = "S01 S02 S03 S04 S05 S06 S07 S08 X03 X07"
"""What may ring where a weight or a score is another."""

HEAD = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析 |"
REASONS = ("受汛期影响，工期顺延", "设备到货推迟", "部分对象外出，未能到场")
OUTPUTS = (
    ("数量指标", "维修渠道长度", "公里"),
    ("数量指标", "举办培训班期数", "期"),
    ("数量指标", "更新设备台数", "台"),
    ("数量指标", "开展巡查次数", "次"),
)
LEVELS = (("产出指标", 60), ("效益指标", 20), ("满意度指标", 10))


@dataclass(frozen=True, slots=True)
class Indicators:
    """The lines of the table, and the sentence that repeats its total."""

    text: str
    told: str


def indicator_table(draw: Draw, execution: Decimal, spent: str) -> Indicators:
    """A table of 90 points, the score of execution below them, and the total."""
    level1, level2, level3 = (_level(draw, *level) for level in LEVELS)
    missed = _missed(draw, level1)
    shares = (
        missed.row,
        _counted(draw),
        _rated(draw),
        _timed(draw),
        _cost(draw, spent),
        _tiered(draw, level2),
        _satisfied(draw, level3),
    )
    score = Decimal(90) - missed.lost + execution
    total = draw.slip(f"S06 X03 S07 | {SCORES}", score, score - draw.choice((1, 2, Decimal("0.5"))))
    rows = "\n".join(shares)
    text = f"""{HEAD}
{rows}
| 预算执行率 | < | < | < | < | 10 | {draw.slip(f"X07 S06 | {SCORES}", execution)} |  |
| 总分 | < | < | < | < | {draw.slip("S01", 100, draw.choice((95, 110, 101)))} | {total} |  |"""
    return Indicators(text, _told(draw, score))


@dataclass(frozen=True, slots=True)
class _Missed:
    row: str
    lost: Decimal


def _level(draw: Draw, name: str, weight: int) -> str:
    told = draw.slip(f"S02 | {SCORES}", weight, weight + draw.choice((-10, -5, 5, 10)))
    return f"{name}（{told}分）"


def _missed(draw: Draw, level: str) -> _Missed:
    """A target that was missed, scored in proportion, with the reason."""
    target, weight = draw.choice((20, 40, 50)), 20
    done = target * draw.choice((80, 85, 90, 95)) // 100
    score = (Decimal(weight) * done / target).quantize(Decimal("0.1"), ROUND_HALF_UP)
    level2, name, unit = draw.choice(OUTPUTS)
    scored = draw.slip(f"S04 | {SCORES}", score, weight)
    reason = draw.slip("S08", draw.choice(REASONS), "")
    row = f"| {level} | {level2} | {name} | ≥{target}{unit} | {done}{unit} | {weight} | {scored} | "
    return _Missed(f"{row}{reason} |", weight - score)


def _counted(draw: Draw) -> str:
    target = draw.randrange(100, 900)
    done = target + draw.randrange(1, target // 6)
    faults = (
        (f"S09 | {SCORES} X05", f"{target * 2}人"),
        ("S10", "已完成"),
        (f"S04 | {SCORES} X05 S14", f"{target * 7 // 10}人"),
    )
    rules, wrong = draw.choice(faults)
    actual = draw.slip(rules, f"{done}人", wrong)
    name = draw.slip("S22 | S10", "服务群众人数", "补助学生人数")
    twin = f"\n| ^ | 数量指标 | 补助学生人数 | ≥{target + 30}人 | {target + 31}人 | 5 | 5 |  |"
    row = f"| ^ | 数量指标 | {name} | ≥{target}人 | {actual} | {_weight(draw, 5)} | 5 |  |"
    return row + twin


def _rated(draw: Draw) -> str:
    target = draw.randrange(90, 97)
    done = draw.slip(f"S11 | S09 {SCORES}", f"{target + 2}%", f"{target + 2}0%")
    score = draw.slip(f"S03 | {SCORES}", 10, draw.choice((11, 12, 20)))
    return f"| ^ | 质量指标 | 工程验收合格率 | ≥{target}% | {done} | 10 | {score} |  |"


def _timed(draw: Draw) -> str:
    month = draw.randrange(6, 11)
    late = f"{draw.year}年{month + 2}月20日完工"
    done = draw.slip("S12 | D04", f"{draw.year}年{month}月20日完工", late)
    return f"| ^ | 时效指标 | 工程完工时间 | {draw.year}年{month + 1}月底前 | {done} | 10 | 10 |  |"


def _cost(draw: Draw, spent: str) -> str:
    limit = (Decimal(spent) + 1).quantize(Decimal(1))
    done = draw.slip(f"S15 | {SCORES}", f"{spent}万元")
    return f"| ^ | 成本指标 | 项目总成本 | ≤{limit}万元 | {done} | 10 | 10 |  |"


def _tiered(draw: Draw, level: str) -> str:
    score = draw.slip(f"S05 | {SCORES}", 20, draw.choice((9, 11, 15)))
    return f"| {level} | 社会效益指标 | 公共服务水平 | 明显提升 | 达成预期指标 | 20 | {score} |  |"


def _satisfied(draw: Draw, level: str) -> str:
    target = draw.randrange(85, 93)
    done = f"{target}.5%"
    wrong = draw.slip("X06", "", "未完成目标")
    return f"| {level} | 满意度指标 | 群众满意度 | ≥{target}% | {done} | 10 | 10 | {wrong} |"


def _weight(draw: Draw, weight: int) -> str:
    return draw.slip(f"S01 S02 | {SCORES}", weight, weight + draw.choice((1, 2, 3)))


def _told(draw: Draw, score: Decimal) -> str:
    grade = next(name for least, name in GRADES if score >= least)
    wrong = draw.choice([name for _, name in GRADES if name != grade])
    return draw.worded(
        "自评得分为{score}分，评价等级为“{grade}”。",
        "自评总分{score}分，自评等级为{grade}。",
        "经自评，项目综合得分{score}分，评价结果为“{grade}”。",
        score=draw.slip("X03 | S06 S07", score, score - draw.choice((1, 2, Decimal("0.5")))),
        grade=draw.slip("S07 X03", grade, wrong),
    )
