"""Evaluations by others: groups of points in a table and in sentences. S01, S06, S07, X03, P01."""

from __future__ import annotations

from decimal import Decimal

from generators.form_facts import facts

from .draw import Draw
from .frame import GRADES
from .marked import Planted, written

GROUPS = (
    (("决策", 15), ("过程", 20), ("产出", 35), ("效益", 30)),
    (("投入", 20), ("过程", 20), ("产出", 30), ("效果", 30)),
    (("项目决策", 20), ("项目管理", 25), ("项目绩效", 55)),
    (("预算执行", 10), ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
)


def evaluation(seed: int) -> Planted:
    """The report of an evaluation: the points of each group in a table or in a sentence."""
    draw = Draw(f"evaluated {seed}")
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"])
    project, year = draw.choice(facts()["projects"]), draw.year
    groups = draw.choice(GROUPS)
    scores = [weight - Decimal(draw.randint(0, weight * 3)) / 10 for _, weight in groups]
    told = draw.choice((_in_table, _in_table, _in_sentence))(draw, groups, scores)
    text = f"""
# {unit}{year}年度{project}绩效评价报告
一、项目概况
项目主要开展日常维护，运行平稳。
二、综合评价情况及评价结论
{told}
{unit}
{year + 1}年6月15日
"""
    return written(text, draw.marks)


def _in_table(draw: Draw, groups: tuple[tuple[str, int], ...], scores: list[Decimal]) -> str:
    total = sum(scores, Decimal(0))
    heads = draw.choice(
        (
            ("一级指标", "分值", "得分"),
            ("评价指标", "权重", "评价得分"),
            ("指标类别", "满分", "得分"),
            ("一级指标", "标准分", "评价得分"),
        )
    )
    rows = [
        f"| {name} | {draw.slip('S01 | S06 S03', weight, weight + draw.choice((-3, 2, 5)))} | "
        f"{draw.slip('S06 | S03 S01', score, _off(draw, score))} |"
        for (name, weight), score in zip(groups, scores, strict=True)
    ]
    last = draw.choice(("合计", "总分", "合 计"))
    whole = draw.slip("S06 X03 | S07", total, _off(draw, total))
    table = "\n".join((f"| {' | '.join(heads)} |", *rows, f"| {last} | 100 | {whole} |"))
    return f"{_conclusion(draw, total)}具体得分情况如下表：\n{table}"


def _in_sentence(draw: Draw, groups: tuple[tuple[str, int], ...], scores: list[Decimal]) -> str:
    total = sum(scores, Decimal(0))
    pattern = draw.choice(
        (
            "{name}类指标满分{weight}分，得分{score}分",
            "{name}{score}分",
            "{name}方面得{score}分（满分{weight}分）",
            "{name}指标得分{score}分",
        )
    )
    parts = [
        pattern.format(
            name=name,
            weight=weight,
            score=draw.slip("P01 S06 | S07 X03 P02", score, _off(draw, score)),
        )
        for (name, weight), score in zip(groups, scores, strict=True)
    ]
    listed = draw.choice(("，", "；", "、")).join(parts)
    return f"{_conclusion(draw, total)}其中：{listed}。"


def _conclusion(draw: Draw, total: Decimal) -> str:
    grade = next((name for least, name in GRADES if total >= least), "差")
    wrong = draw.choice([name for _, name in GRADES if name != grade])
    return draw.worded(
        "经综合评价，该项目得分为{total}分，评价等级为“{grade}”。",
        "项目综合得分{total}分，等级为“{grade}”。",
        "根据评分标准，项目绩效评价总得分{total}分，评定等级为“{grade}”。",
        total=draw.slip("X03 P01 S06 | S07 P16", total, _off(draw, total)),
        grade=draw.slip("S07 | X03", grade, wrong),
    )


def _off(draw: Draw, score: Decimal) -> Decimal:
    return score - draw.choice((Decimal("0.5"), Decimal(1), Decimal(2)))
