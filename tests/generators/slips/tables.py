"""Fund and indicator tables in order, with a sentence that repeats them: F, S and X."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generators.form_facts import facts

from .draw import Draw, percent
from .indicators import indicator_table
from .marked import Planted, written

AMOUNTS = "F01 F02 F04 F07 F08 X01 S15"
"""What may ring where an amount of a fund table is another."""


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a form in 万元, by its sources, and the score of its execution."""

    sources: tuple[tuple[str, Decimal, Decimal], ...]
    weight: int

    @property
    def budget(self) -> Decimal:
        return sum((budget for _, budget, _ in self.sources), Decimal(0))

    @property
    def executed(self) -> Decimal:
        return sum((executed for *_, executed in self.sources), Decimal(0))

    @property
    def rate(self) -> Decimal:
        return percent(self.executed, self.budget)

    @property
    def score(self) -> Decimal:
        return (self.rate * self.weight / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def form(seed: int) -> Planted:
    """The form of this seed, in one of several layouts."""
    draw = Draw(f"form {seed}")
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["services"])
    money = _money(draw)
    indicators = indicator_table(draw, money.score, f"{money.executed}")
    text = f"""
# {unit}{draw.year}年度项目支出绩效自评报告
单位：万元
{draw.choice(FUND_TABLES)(draw, money)}
绩效指标完成情况
{indicators.text}
一、综合评价结论
{_told(draw, money)}{indicators.told}
{unit}
{draw.year + 1}年3月15日
"""
    return written(text, draw.marks)


def _money(draw: Draw) -> Money:
    names = ("当年财政拨款", "上年结转资金", "其他资金")
    budgets = [draw.money(200, 900), draw.money(20, 150), draw.money(10, 90)]
    lines = [
        (name, one, draw.share_of(one, 82, 99)) for name, one in zip(names, budgets, strict=True)
    ]
    return Money(tuple(lines), 10)


def _by_rows(draw: Draw, money: Money) -> str:
    """The ministry's table: a source a row."""
    total = _total_cells(draw, money)
    head = "| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"
    rows = [f"| 年度资金总额 | {total.budget} | {total.budget_again} | {total.executed} | 10 | "]
    rows[0] += f"{total.rate}% | {total.score} |"
    rows += [
        f"| {'其中：' * (at == 0)}{name} | {budget} | {_part(draw, budget)} | "
        f"{_part(draw, executed)} | — | {percent(executed, budget)}% | — |"
        for at, (name, budget, executed) in enumerate(money.sources)
    ]
    return "\n".join([head, *rows])


def _by_columns(draw: Draw, money: Money) -> str:
    """Sources head the columns; the rows are budget and what was spent."""
    total = _total_cells(draw, money)
    names = " | ".join(name for name, *_ in money.sources)
    budgets = " | ".join(_part(draw, budget) for _, budget, _ in money.sources)
    spent = " | ".join(_part(draw, executed) for *_, executed in money.sources)
    return "\n".join(
        (
            f"| 资金情况 | 年度资金总额 | {names} |",
            f"| 全年预算数 | {total.budget_again} | {budgets} |",
            f"| 全年执行数 | {total.executed} | {spent} |",
        )
    )


def _with_balance(draw: Draw, money: Money) -> str:
    """Budget, spent and what is left, with the levels of government below the fiscal money."""
    (_, fiscal, spent), *others = money.sources
    shares = _split(draw, fiscal)
    total = _total_cells(draw, money)
    left = money.budget - money.executed
    rows = [
        "| 资金来源 | 全年预算数 | 全年执行数 | 结余资金 | 执行率 |",
        f"| 年度资金总额 | {total.budget_again} | {total.executed} | "
        f"{draw.slip('F06', left)} | {total.rate}% |",
        f"| 其中：财政拨款 | {fiscal} | {spent} | {fiscal - spent} | {percent(spent, fiscal)}% |",
    ]
    used = [(share * spent / fiscal).quantize(spent, ROUND_HALF_UP) for share in shares[:2]]
    levels = zip(("中央", "省级", "县级"), shares, [*used, spent - sum(used)], strict=True)
    rows += [
        f"| {level}财政资金 | {draw.slip(f'F09 | {AMOUNTS} F06', one)} | {two} | "
        f"{one - two} | {percent(two, one)}% |"
        for level, one, two in levels
    ]
    rows += [
        f"| {name} | {one} | {draw.slip(f'F01 F04 | {AMOUNTS} F06', two)} | {one - two} | "
        f"{percent(two, one)}% |"
        for name, one, two in others
    ]
    return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class _Total:
    budget: str
    budget_again: str
    executed: str
    rate: str
    score: str


def _total_cells(draw: Draw, money: Money) -> _Total:
    """The cells of the total line, each with its fault."""
    faults = (
        None,
        f"{money.executed * 10000:f}",
        "0.00",
        f"{money.executed - money.sources[-1][2]}",
    )
    executed = draw.choice(faults)
    return _Total(
        budget=draw.slip(f"F01 | {AMOUNTS}", money.budget),
        budget_again=draw.slip(f"F01 | {AMOUNTS} F06", money.budget),
        executed=draw.slip(f"F01 F08 | {AMOUNTS} F06", money.executed, executed),
        rate=draw.slip("F02 | F03 X02 F11", money.rate),
        score=draw.slip("F03 | S06 X07", money.score),
    )


def _part(draw: Draw, amount: Decimal) -> str:
    wrong = draw.choice((None, None, f"-{amount}"))
    return draw.slip(f"F14 | F01 {AMOUNTS}" if wrong else f"F01 | {AMOUNTS}", amount, wrong)


def _split(draw: Draw, amount: Decimal) -> list[Decimal]:
    one, two = draw.share_of(amount, 40, 60), draw.share_of(amount, 10, 20)
    return [one, two, amount - one - two]


def _told(draw: Draw, money: Money) -> str:
    """A sentence that repeats the table, as those who write it like to."""
    wrong = f"{money.executed * 100}"
    spent = draw.slip("X01 F07 F02 F04", money.executed, draw.choice((None, wrong)))
    return draw.worded(
        "{year}年，全年预算数为{budget}万元，全年执行数为{spent}万元，预算执行率为{rate}%。",
        "项目资金总额{budget}万元，截至{year}年12月31日，实际支出{spent}万元，预算执行率{rate}%。",
        "全年预算安排{budget}万元，实际支出{yuan}元，资金执行率{rate}%。",
        year=draw.year,
        budget=draw.slip("X01 F07 F02 F04", money.budget),
        spent=spent,
        yuan=draw.slip("X01 F07 F02 F04", f"{money.executed * 10000:f}"),
        rate=draw.slip("X02 F02", money.rate),
    )


FUND_TABLES: tuple[Callable[[Draw, Money], str], ...] = (
    _by_rows,
    _by_rows,
    _by_columns,
    _with_balance,
)
