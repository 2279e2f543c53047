"""The fund table of a drawn form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce
from operator import add
from random import Random
from typing import cast

from heshu.schemas.report import Fund, FundSource

from .form_canvas import Canvas
from .form_facts import Money, draw_money
from .form_layouts import Layout, Slot

AMOUNTS = ("budget_initial", "budget", "executed")
FACTORS = {"元": 1, "万元": 10000}


@dataclass
class _Line:
    """A line being drawn: the cell texts and, under the same names, what they say."""

    texts: dict[str, str]
    values: dict[str, Decimal | None]


def draw_funds(
    canvas: Canvas, layout: Layout, unit_at: str, heading: Callable[[str], str]
) -> tuple[Fund, ...]:
    """Draw the fund table; gives its lines, the total first."""
    if not layout.fund_columns:
        return ()
    top = canvas.rows
    count = len(layout.fund_columns) * 2 if layout.fund_blocks else len(layout.fund_columns) + 1
    cuts = canvas.even(count, 1)
    if not layout.fund_blocks:
        canvas.row(_header(layout, unit_at, heading), cuts)
    parts = [draw_money(canvas.random) for _ in layout.fund_rows[1:]] or [draw_money(canvas.random)]
    monies = [reduce(add, parts), *parts][: len(layout.fund_rows)]
    funds = [
        _draw_line(canvas, layout, unit_at, (slot, money), heading, cuts)
        for slot, money in zip(layout.fund_rows, monies, strict=True)
    ]
    side_at = "side" if layout.fund_blocks and unit_at == "column" else unit_at
    canvas.side(_side(canvas.random, layout, side_at), top)
    return tuple(funds)


def _header(layout: Layout, unit_at: str, heading: Callable[[str], str]) -> list[str]:
    corner = layout.fund_corner + (f"（{layout.unit}）" if unit_at == "corner" else "")
    tail = f"（{layout.unit}）" if unit_at == "column" else ""
    return [corner] + [
        heading(slot.text) + (tail if slot.holds in AMOUNTS else "") for slot in layout.fund_columns
    ]


def _side(random: Random, layout: Layout, unit_at: str) -> str:
    if unit_at != "side":
        return layout.fund_side
    unit = random.choice(
        (f"（{layout.unit}）", f"\n（{layout.unit}）", f"\n({layout.unit[0]}\n{layout.unit[1:]})")
    )
    return layout.fund_side + unit


def _draw_line(
    canvas: Canvas,
    layout: Layout,
    unit_at: str,
    content: tuple[Slot, Money],
    heading: Callable[[str], str],
    cuts: list[int],
) -> Fund:
    slot, money = content
    label = slot.text if layout.fund_blocks else heading(slot.text)
    line = _line(canvas.random, layout, unit_at, money, slot.holds == "total")
    texts = [line.texts.get(column.holds, "") for column in layout.fund_columns]
    row = canvas.row(_row_texts(layout, label, texts, slot.holds == "total"), cuts)
    return Fund(
        line=0,
        label=label.replace("\n", ""),
        source=cast("FundSource | None", slot.holds or None),
        block=0,
        row=row,
        **{name: line.values.get(name) for name in (*AMOUNTS, "execution_rate", "weight", "score")},
    )


def _row_texts(layout: Layout, label: str, texts: list[str], total: bool) -> list[str]:
    """The label before the amounts; in blocks each amount has its own label."""
    if not layout.fund_blocks:
        return [label, *texts]
    labels = [column.text if total else label for column in layout.fund_columns]
    return [text for pair in zip(labels, texts, strict=True) for text in pair]


def _line(random: Random, layout: Layout, unit_at: str, money: Money, total: bool) -> _Line:
    line = _Line({}, {})
    columns = {column.holds for column in layout.fund_columns}
    amounts = money.initial, money.budget, money.executed
    for name, amount in zip(AMOUNTS, amounts, strict=True):
        needed = total or (layout.fund_blocks and not line.values)
        if name in columns and (needed or random.random() < 0.9):
            line.texts[name] = _printed(random, amount, layout.unit, unit_at)
            line.values[name] = amount
        elif name in columns:
            line.texts[name] = random.choice(("", "—", "/"))
    _add_rate(line, money, columns)
    _add_points(line, layout, columns, total)
    return line


def _printed(random: Random, amount: Decimal, unit: str, unit_at: str) -> str:
    units = (unit, unit.removesuffix("元") or unit)
    return draw_amount(random, amount, unit) + (random.choice(units) if unit_at == "cell" else "")


def draw_amount(random: Random, amount: Decimal, unit: str) -> str:
    """The amount in this unit with two decimals, with or without commas."""
    number = (amount / FACTORS[unit]).quantize(Decimal("0.01"))
    return f"{number:,}" if random.random() < 0.3 else f"{number}"


def _add_rate(line: _Line, money: Money, columns: set[str]) -> None:
    rate = (money.executed / money.budget * 100).quantize(Decimal("0.01"))
    if "execution_rate" in columns:
        line.texts["execution_rate"] = f"{rate}%"
    if "bare_rate" in columns:
        line.texts["bare_rate"] = f"{rate}"
    if columns & {"execution_rate", "bare_rate"}:
        line.values["execution_rate"] = rate / 100


def _add_points(line: _Line, layout: Layout, columns: set[str], total: bool) -> None:
    weight = Decimal(layout.fund_weight or 10)
    if total and "weight" in columns:
        line.texts["weight"], line.values["weight"] = str(weight), weight
    if total and layout.fund_weight:
        line.values["weight"] = weight
    if total and "score" in columns:
        rate = min(line.values["execution_rate"] or Decimal(0), Decimal(1))
        score = (weight * rate).quantize(Decimal("0.01"), ROUND_HALF_UP)
        line.texts["score"], line.values["score"] = str(score), score
    if not total:
        line.texts |= {"weight": "—", "score": "—"}
