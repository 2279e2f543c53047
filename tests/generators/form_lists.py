"""Drawn tables with a project in each row, and fund tables in blocks beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from heshu.schemas.report import Fund, FundSource, Grade, Project

from .form_canvas import Canvas
from .form_drawing import LOWEST, Form
from .form_facts import Money, draw_money, facts
from .form_funds import draw_amount

LEVELS: dict[str, FundSource] = {
    "中央": "central",
    "省级": "province",
    "市级": "city",
    "县级": "county",
}


def draw_list(seed: int, kind: str) -> Form:
    """The table of this seed; ``kind`` is one of ``LISTS``."""
    random = Random(seed)
    lines, canvas, projects = LISTS[kind](random)
    return Form(kind, lines, canvas.table(), (0,), projects)


Drawn = tuple[tuple[str, ...], Canvas, tuple[Project, ...]]


def _summary(random: Random) -> Drawn:
    canvas, cuts = Canvas(8, random), list(range(9))
    heads = ["序号", "项目名称", "年初预算", "全年预算", "执行数", "执行率", "自评得分", "等级"]
    canvas.row(heads, cuts)
    projects: list[Project] = []
    whole = Money(Decimal(0), Decimal(0), Decimal(0))
    for name in random.sample(facts()["projects"], random.randint(2, 9)):
        money, score = draw_money(random), draw_score(random)
        grade, whole = grade_of(score), whole + money
        rate = (money.executed / money.budget * 100).quantize(Decimal("0.01"))
        amounts = [
            draw_amount(random, a, "元") for a in (money.initial, money.budget, money.executed)
        ]
        canvas.row([str(len(projects) + 1), name, *amounts, f"{rate}%", str(score), grade], cuts)
        fund = fund_line(name, money, "total", rate / 100)
        projects.append(_listed(name, fund, score, grade))
    sums = [f"{amount:.2f}" for amount in (whole.initial, whole.budget, whole.executed)]
    canvas.row(["合计", *sums, "—", "—", "—"], [0, *cuts[2:]])
    return ("2022年度项目支出绩效自评结果汇总表", "单位：元"), canvas, tuple(projects)


def _arranged(random: Random) -> Drawn:
    canvas, cuts = Canvas(5, random), list(range(6))
    canvas.row(["序号", "名称", "项目资金安排", "实际投入", "项目开展情况"], cuts)
    name = random.choice(facts()["projects"])
    money = replace(draw_money(random), initial=Decimal(0))
    amounts = [
        draw_amount(random, a, "万元").replace(",", "") for a in (money.budget, money.executed)
    ]
    canvas.row(["1", name, *(f"{a}万" for a in amounts), ""], cuts)
    fund = replace(fund_line(name, money, "total", None), budget_initial=None)
    return ("2022年度项目支出绩效评价报告",), canvas, (_listed(name, fund, None, None),)


def _bonds(random: Random) -> Drawn:
    canvas, cuts = Canvas(6, random), list(range(7))
    canvas.row(["序号", "项目名称", "债券性质", "规模（亿元）", "评价分数", "等级"], cuts)
    projects: list[Project] = []
    for name in random.sample(facts()["projects"], random.randint(1, 5)):
        size, score = (
            Decimal(random.randint(1, 90)).scaleb(-1),
            draw_score(random),
        )
        grade = grade_of(score)
        canvas.row([str(len(projects) + 1), name, "专项债券", str(size), str(score), grade], cuts)
        money = Money(Decimal(0), size * 10**8, Decimal(0))
        fund = replace(fund_line(name, money, "bond", None), budget_initial=None, executed=None)
        projects.append(_listed(name, fund, score, grade))
    return ("2022年度专项债券项目绩效评价结果表",), canvas, tuple(projects)


def _blocks(random: Random) -> Drawn:
    """Four blocks of money, divided by level of government, and a list of vouchers."""
    canvas = Canvas(16, random)
    name = random.choice(facts()["projects"])
    canvas.row(["项目名称", name], [0, 4, 16])
    heads = ["计划安排资金", "实际到位资金", "实际支出资金", "结余资金"]
    canvas.row([f"{head}（万元）" for head in heads], [0, 4, 8, 12, 16])
    canvas.row([*LEVELS] * 4, list(range(17)))
    monies = [draw_money(random) for _ in LEVELS]
    rows = [[m.budget for m in monies], [m.budget for m in monies], [m.executed for m in monies]]
    rows.append([m.budget - m.executed for m in monies])
    texts = [draw_amount(random, a, "万元") for row in rows for a in row]
    canvas.row(texts, list(range(17)))
    canvas.row(["凭证号", "摘要", "支出金额（元）"], [0, 4, 12, 16])
    canvas.row(["记字12", "支付工程款", "12,000.00"], [0, 4, 12, 16])
    funds = tuple(
        replace(fund_line(label, money, source, None), budget_initial=None)
        for (label, source), money in zip(LEVELS.items(), monies, strict=True)
    )
    truth = replace(_listed(name, funds[0], None, None), source="form", funds=funds)
    truth = replace(truth, budget=None, executed=None)
    return ("2022年度专项支出绩效自评表",), canvas, (truth,)


def draw_score(random: Random) -> Decimal:
    return Decimal(random.randint(6000, 10000)).scaleb(-2)


def grade_of(score: Decimal) -> Grade:
    return next(grade for grade, least in LOWEST if score >= least)


def fund_line(label: str, money: Money, source: FundSource, rate: Decimal | None) -> Fund:
    return Fund(
        0, label, source, money.initial, money.budget, money.executed, rate, None, None, 0, 0
    )


def _listed(name: str, fund: Fund, score: Decimal | None, grade: Grade | None) -> Project:
    return Project(
        name=name,
        department=None,
        unit=None,
        year=2022,
        budget_initial=fund.budget_initial,
        budget=fund.budget,
        executed=fund.executed,
        execution_rate=fund.execution_rate,
        total_weight=None,
        total_score=score,
        grade=grade,
        goal_text=None,
        result_text=None,
        source="fund_table",
        funds=(fund,),
    )


LISTS: dict[str, Callable[[Random], Drawn]] = {
    "summary": _summary,
    "arranged-invested": _arranged,
    "special-bond": _bonds,
    "yueyang": _blocks,
}
