"""Rows of a form's table from its facts: ``%fund | $label | $budget`` and ``%indicator``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import EMPTY, Facts, Fund, Indicator, bare_code, bare_label, quantity
from .marks import parse


def expand(line: str, facts: Facts) -> Iterator[list[str]]:
    """Rows of a source line: one for a table row, as many as there are facts for a template."""
    if line.startswith("|"):
        yield cells_of(line[1:])
        return
    word, _, rest = line.partition("|")
    template = cells_of(rest)
    items = facts.funds if word.strip() == "%fund" else facts.indicators
    levels = [at for at, cell in enumerate(template) if cell in {"$level1", "$level2"}]
    before: list[str] = []
    for item in items:
        row = [fill(cell, item, facts) for cell in template]
        same = {at for at in levels if before and same_up_to(at, levels, row, before)}
        yield ["^" if at in same else text for at, text in enumerate(row)]
        before = row
        template = ["^" if cell.startswith("!") else cell for cell in template]


def same_up_to(at: int, levels: list[int], row: list[str], before: list[str]) -> bool:
    """Whether a level and those above it go on from the row before."""
    return all(row[i] == before[i] for i in levels if i <= at)


def cells_of(text: str) -> list[str]:
    """Cells of a row."""
    return [cell.strip() for cell in text.strip().removesuffix("|").split("|")]


def fill(cell: str, item: Fund | Indicator, facts: Facts) -> str:
    """A template's cell for one fact; ``$=level1`` repeats a level instead of merging it."""
    if not cell.startswith("$"):
        return cell.removeprefix("!")
    key = cell[1:].removeprefix("=")
    return fund_cell(key, item, facts) if isinstance(item, Fund) else indicator_cell(key, item)


def fund_cell(key: str, fund: Fund, facts: Facts) -> str:
    """An amount in the form's unit, a rate or a score."""
    if key == "label":
        return fund.label
    text = str(getattr(fund, key))
    if text in EMPTY:
        return text
    names = "/".join(
        dict.fromkeys((parse(fund.label).text, bare_label(fund.label), facts.project, "项目资金"))
    )
    roles = {"initial": "budget_initial", "budget": "budget", "executed": "executed"}
    if key in roles:
        return f"{{{text}^u:{facts.unit} S:{names}/资金总额 level {roles[key]}}}"
    if key == "rate":
        unit = "" if text.endswith("%") else "u:% "
        return f"{{{text}^{unit}S:{names}/执行率/预算执行率 execution}}"
    unit = "" if text.endswith("分") else "u:分 "
    return f"{{{text}^{unit}S:{names}/预算执行率/执行率/预算执行情况 {key} -}}"


def indicator_cell(key: str, item: Indicator) -> str:
    """A cell of an indicator's row."""
    name = re.sub(r"[（(]\d+分.*$", "", parse(item.name).text)
    if key in {"weight", "score"}:
        text = str(getattr(item, key))
        unit = "" if text.endswith("分") else "u:分 "
        names = "/".join(dict.fromkeys((name, bare_code(name))))
        return f"{{{text}^{unit}S:{names} {key} -}}" if text not in EMPTY else text
    if key in {"level1", "name"}:
        return with_weight(str(getattr(item, key)))
    if key in {"operator", "unit"}:
        q = quantity(item.target)
        if q is None:
            return "定性" if key == "operator" else ""
        return q.operator if key == "operator" else q.unit
    if key in {"target", "actual", "target_number", "actual_number"}:
        return value_cell(key, item, name)
    return str(getattr(item, key))


def with_weight(text: str) -> str:
    """A name that carries its weight: 产出指标（50分）."""
    name, mark, weight = text.partition("（")
    if not re.fullmatch(r"\d+分）", weight):
        return text
    return f"{name}{mark}{{{weight[:-1]}^S:{name} weight -}}）"


def value_cell(key: str, item: Indicator, name: str) -> str:
    """A target or actual value, with its unit or the bare number of a form with a unit column."""
    role = key.removesuffix("_number")
    text = str(getattr(item, role))
    q = quantity(text)
    if q is None or "{" in text:
        return text
    words = f"S:{name} {role} {q.comparator if role == 'target' else 'eq'} -"
    if role != key:
        unit = q.unit or (quantity(item.target) or q).unit
        return f"{{{q.number}^u:{unit} {words}}}"
    return f"{q.operator}{{{q.number}{q.unit}^{words}}}{q.after}"
