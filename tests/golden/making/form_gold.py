"""Gold rows of a form's facts."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal
from typing import Any

from .facts import EMPTY, Facts, Fund, Indicator, Quantity, bare_code, bare_label, quantity
from .marks import parse
from .reading import plain, read

Row = dict[str, Any]
SCALE = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}


def fund_row(fund: Fund, facts: Facts) -> Row:
    """The gold row of a fund line."""

    def amount(text: str) -> str | None:
        scale = SCALE[facts.unit]
        return None if text in EMPTY else plain(Decimal(text.replace(",", "")) * scale)

    rate = fund.rate.rstrip("%")
    label = parse(fund.label).text
    return {
        "label": label,
        "label_accept": [bare_label(label)],
        **choice("source", fund.source),
        "budget_initial": amount(fund.initial),
        "budget": amount(fund.budget),
        "executed": amount(fund.executed),
        "execution_rate": None if rate in EMPTY else plain(Decimal(rate) / 100),
        "weight": None if fund.weight in EMPTY else fund.weight.rstrip("分"),
        "score": None if fund.score in EMPTY else fund.score.rstrip("分"),
        "required": True,
    }


def choice(key: str, text: str) -> Row:
    """A field with its alternatives."""
    first, *more = [None if value == "null" else value for value in text.split("/")]
    return {key: first} | ({f"{key}_accept": more} if more else {})


def indicator_row(item: Indicator, facts: Facts) -> Row:
    """The gold row of an indicator."""
    plain_item = {f.name: parse(str(getattr(item, f.name))).text for f in fields(item)}
    level1 = re.sub(r"[（(]\d+分[）)]$", "", plain_item["level1"])
    name = re.sub(r"[（(]\d+分[）)]$", "", plain_item["name"])
    level2 = plain_item["level2"]
    row: Row = {"level1": level1 or None}
    row["level1_accept"] = [plain_item["level1"], bare_code(level1)]
    row |= choice("level1_kind", item.kind)
    row |= {"level2": level2 or None, "level2_accept": [bare_code(level2)]}
    row |= {"name": name, "name_accept": [plain_item["name"], bare_code(name)]}
    row |= value_row("target", item.target, facts, None)
    row |= value_row("actual", item.actual, facts, quantity(item.target))
    for key in ("weight", "score"):
        text = plain_item[key].rstrip("分")
        row[key] = None if text in EMPTY else text
    row["reason"] = plain_item["reason"] or None
    if row["reason"] in {"无", "/", "—"}:
        row["reason_accept"] = [None]
    return row


def value_row(role: str, text: str, facts: Facts, like: Quantity | None) -> Row:
    """Text, value and unit of a value; a date has none, a phrase leaves it open."""
    marked, text = text, parse(text).text
    q = None if "{" in marked else quantity(text)
    if q is None and "{" in marked:
        return {f"{role}_text": text} | ({} if "^d" not in marked else {f"{role}_value": None})
    row: Row = {} if role == "actual" else {"comparator": q.comparator if q else None}
    shown = text if q is None or not facts.separate else q.number
    row[f"{role}_text"] = shown or None
    if facts.separate and q:
        row[f"{role}_text_accept"] = [text, f"{q.operator}{q.number}", f"{q.number}{q.unit}"]
    if q is None:
        return {**row, f"{role}_value": None, f"{role}_unit": None}
    reading = read(q.number, q.unit or (like.unit if like else ""), "eq")
    row |= {f"{role}_value": plain(reading.value), f"{role}_unit": reading.unit}
    if "/" in (reading.unit or ""):
        row[f"{role}_unit_accept"] = [str(reading.unit).partition("/")[0]]
    return row
