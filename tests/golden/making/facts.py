"""Fund lines and indicators of a form: one list that writes both its rows and its gold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from .marks import parse
from .reading import plain, read

Row = dict[str, Any]
SCALE = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
EMPTY = {"", "—", "-", "/"}
OPERATORS = {
    "≥": "ge",
    "≧": "ge",
    "＞": "over",
    ">": "over",
    "≤": "le",
    "≦": "le",
    "＜": "under",
    **dict.fromkeys(("=", "═", "＝"), "eq"),
    **dict.fromkeys(("不低于", "不少于"), "ge"),
    "不超过": "le",
}
AFTER = {"以上": "ge", "以内": "le", "以下": "le", "内": "le"}
QUANTITY = re.compile(
    r"(≥|≧|＞|>|≤|≦|＜|=|═|＝|不低于|不少于|不超过)?(-?[\d,]+(?:\.\d+)?)(.*?)(以上|以内|以下|内)?"
)


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund line as printed."""

    label: str
    source: str
    initial: str = ""
    budget: str = ""
    executed: str = ""
    weight: str = ""
    rate: str = ""
    score: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator row as printed; texts may hold marks."""

    level1: str
    kind: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str = ""
    score: str = ""
    reason: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or actual value taken apart: operator as printed, number, unit, what follows."""

    operator: str
    number: str
    unit: str
    after: str

    @property
    def comparator(self) -> str:
        """The contract's code."""
        return OPERATORS.get(self.operator) or AFTER.get(self.after) or "eq"


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a form."""

    funds: tuple[Fund, ...]
    indicators: tuple[Indicator, ...]
    unit: str
    project: str
    separate: bool

    @classmethod
    def of(cls, front: Row) -> Facts:
        """Read the lists of the front matter."""
        form = front.get("form", {})
        return cls(
            tuple(Fund(*cells) for cells in lines(form.get("funds", ""))),
            tuple(Indicator(*cells) for cells in lines(form.get("indicators", ""))),
            form.get("unit", "万元"),
            form.get("project", ""),
            form.get("separate_units", False),
        )


def lines(text: str) -> Iterator[list[str]]:
    """Cells of the lines of a list."""
    for line in text.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def quantity(text: str) -> Quantity | None:
    """Take a value apart; null where it is words."""
    m = QUANTITY.fullmatch(parse(text).text)
    return Quantity(m[1] or "", m[2], m[3].strip(), m[4] or "") if m else None


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
    """A template's cell for one fact."""
    if not cell.startswith("$"):
        return cell.removeprefix("!")
    key = cell[1:]
    return fund_cell(key, item, facts) if isinstance(item, Fund) else indicator_cell(key, item)


def bare_label(label: str) -> str:
    """A label without 其中 and row numbers."""
    return re.sub("^(其中|其中的)[:：]?", "", parse(label).text).strip()


def bare_code(name: str) -> str:
    """A name without its code (A101)."""
    return re.sub(r"^[A-Z]\d*", "", name)


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
    row |= value_row("target", plain_item["target"], facts, None)
    row |= value_row("actual", plain_item["actual"], facts, quantity(item.target))
    for key in ("weight", "score"):
        text = plain_item[key].rstrip("分")
        row[key] = None if text in EMPTY else text
    row["reason"] = plain_item["reason"] or None
    if row["reason"] in {"无", "/", "—"}:
        row["reason_accept"] = [None]
    return row


def value_row(role: str, text: str, facts: Facts, like: Quantity | None) -> Row:
    """Text, value and unit of a target or actual value."""
    q = quantity(text)
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
