"""Money of a project of which only sentences tell: F02, F04, F06, F10 and P07."""

from __future__ import annotations

from .draw import Draw, percent


def budget_and_spent(draw: Draw) -> str:
    """F02, F04: budget, money spent and the rate of execution."""
    budget = draw.money()
    spent = draw.share_of(budget)
    above = f"{budget * 3:.2f}"
    return draw.worded(
        "{year}年，本项目全年预算数{budget}万元，全年执行数{spent}万元，预算执行率为{rate}%。",
        "项目预算安排资金{budget}万元，截至{year}年12月31日，实际支出{spent}万元，执行率{rate}%。",
        "{year}年项目预算资金{budget}万元，实际支出{spent}万元，预算执行率{rate}%。",
        "全年预算数为{budget}万元，实际执行数为{spent}万元，执行率达到{rate}%。",
        "资金到位{budget}万元，实际使用{spent}万元，资金使用率为{rate}%。",
        "该项目全年预算为{budget}万元，全年实际执行{spent}万元，执行率为{rate}%。",
        "年度预算数{budget}万元，年度决算数{spent}万元，预算执行率{rate}%。",
        "{year}年度预算{budget}万元，执行{spent}万元，执行进度{rate}%。",
        "当年财政拨款预算{budget}万元，支出{spent}万元，预算执行进度{rate}%。",
        "全年共下达项目资金{budget}万元，实际使用{spent}万元，资金支出率{rate}%。",
        "项目批复预算{budget}万元。截至年底，累计支付{spent}万元，支付率{rate}%。",
        "预算资金{budget}万元已全部到位，实际支出{spent}万元，资金使用率{rate}%。",
        "本项目预算金额{budget}万元，实际支出金额{spent}万元，预算执行率为{rate}%。",
        year=draw.year,
        budget=budget,
        spent=draw.slip(
            "F02 F04 F10 P03", spent, draw.choice((above, draw.share_of(spent, 60, 90)))
        ),
        rate=draw.slip("F02 F10 P03", percent(spent, budget)),
    )


def balance(draw: Draw) -> str:
    """F06: what is left of it."""
    budget = draw.money()
    spent = draw.share_of(budget, 60, 95)
    return draw.worded(
        "资金总额{budget}万元，全年支付{spent}万元，支付进度{rate}%，年末剩余{left}万元。",
        "项目资金总额{budget}万元，全年支出{spent}万元，年末结余{left}万元。",
        "{year}年下达项目资金{budget}万元，实际支出{spent}万元，结转结余{left}万元。",
        "全年预算{budget}万元，执行{spent}万元，执行率{rate}%，结转{left}万元。",
        "预算安排{budget}万元，实际支出{spent}万元，结余资金{left}万元已由财政收回。",
        "收入合计{budget}万元，支出合计{spent}万元，年末结转和结余{left}万元。",
        "到位资金{budget}万元，已使用{spent}万元，剩余资金{left}万元结转下年使用。",
        year=draw.year,
        budget=budget,
        spent=spent,
        rate=draw.slip("F02 P03", percent(spent, budget)),
        left=draw.slip("F06", budget - spent),
    )


def adjusted(draw: Draw) -> str:
    """P07: the budget of the year's beginning, and what was added or cut."""
    initial, more = draw.money(300, 900), draw.money(20, 200)
    return draw.worded(
        "项目年初预算{initial}万元，年中追加{more}万元，全年预算数{budget}万元。",
        "年初批复预算{initial}万元，执行中追加预算{more}万元，调整后预算{budget}万元。",
        "年初预算数为{initial}万元，年中调增{more}万元，调整后全年预算数为{budget}万元。",
        initial=initial,
        more=draw.slip("P07", more),
        budget=draw.slip("P07", initial + more),
    )


def cut(draw: Draw) -> str:
    """P07: a budget that was cut."""
    initial, less = draw.money(300, 900), draw.money(20, 200)
    return draw.worded(
        "项目年初预算{initial}万元，年中压减{less}万元，全年预算数{budget}万元。",
        "年初预算{initial}万元，年中调减{less}万元，调整后预算数{budget}万元。",
        initial=initial,
        less=less,
        budget=draw.slip("P07", initial - less),
    )


def arrival(draw: Draw) -> str:
    """F10: how much of the planned money arrived, and how much of that was spent."""
    planned = draw.money()
    arrived = draw.share_of(planned, 60, 95)
    spent = draw.share_of(arrived, 60, 95)
    return draw.worded(
        "项目计划资金{planned}万元，实际到位{arrived}万元，资金到位率{rate}%；"
        "实际支出{spent}万元，支出率{spending}%。",
        "应到位资金{planned}万元，实际到位资金{arrived}万元，到位率为{rate}%。",
        "计划投入资金{planned}万元，到位资金{arrived}万元，资金到位率为{rate}%。",
        planned=planned,
        arrived=arrived,
        spent=spent,
        rate=draw.slip("F10 P03", percent(arrived, planned)),
        spending=draw.slip("F10 F02 P03", percent(spent, arrived)),
    )


STORIES = (budget_and_spent, balance, adjusted, cut, arrival)
