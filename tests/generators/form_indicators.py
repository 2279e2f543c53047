"""The indicator table of a drawn form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import cast

from heshu.schemas.report import Indicator, Level1Kind

from .form_canvas import Canvas
from .form_facts import OPERATORS, SIGNS, Measure, draw_measures, facts
from .form_layouts import Layout, Slot

KINDS = {
    "产出": "output",
    "效益": "benefit",
    "满意": "satisfaction",
    "成本": "cost",
    "决策": "decision",
    "管理": "management",
    "过程": "process",
    "履职": "output",
    "效应": "benefit",
}


@dataclass(frozen=True)
class Scored:
    """The indicators of a form, and their total with the score of execution."""

    indicators: tuple[Indicator, ...]
    total_weight: Decimal | None = None
    total_score: Decimal | None = None


@dataclass
class _Row:
    """A row being drawn: cell texts by what the columns hold, and the indicator they say."""

    texts: dict[str, str]
    indicator: Indicator


def draw_indicators(
    canvas: Canvas, layout: Layout, execution: Decimal | None, heading: Callable[[str], str]
) -> Scored:
    """Draw the indicator table with its total row; gives what it says.

    ``execution`` is the score of the money's execution, if the form has one.
    """
    first = 1 if layout.indicator_side else 0
    top, cuts = canvas.rows, canvas.cuts(len(layout.indicator_columns), first)
    header = [heading(slot.text) for slot in layout.indicator_columns]
    canvas.header_rows.append(canvas.row(header, cuts))
    merging = canvas.random.choice(("merged", "merged", "blank", "repeated"))
    rows = [
        row for level in layout.levels for row in _draw_level(canvas, layout, level, cuts, merging)
    ]
    if layout.indicator_side:
        canvas.side(layout.indicator_side, top)
    indicators = tuple(row.indicator for row in rows)
    scores = [execution, *(one.score for one in indicators)]
    total = sum((score for score in scores if score is not None), Decimal(0))
    return _with_total(canvas, layout, Scored(indicators, None, total), cuts, heading)


def _draw_level(
    canvas: Canvas, layout: Layout, level: Slot, cuts: list[int], merging: str
) -> list[_Row]:
    measures = draw_measures(canvas.random, canvas.random.randint(1, 4))
    weights = _weights(canvas.random, int(level.holds), len(measures))
    shown = f"{level.text}{canvas.random.choice(('', f'（{level.holds}分）'))}"
    rows = [
        _row(canvas.random, layout, level.text, measure, weight)
        for measure, weight in zip(measures, weights, strict=True)
    ]
    level2 = [measure.level2 for measure in measures]
    _draw_rows(canvas, layout, [shown] * len(rows), level2, rows, cuts, merging)
    return rows


def _weights(random: Random, whole: int, count: int) -> list[int]:
    cuts = sorted(random.sample(range(1, whole), count - 1))
    return [end - start for start, end in zip([0, *cuts], [*cuts, whole], strict=True)]


def _draw_rows(
    canvas: Canvas,
    layout: Layout,
    level1: list[str],
    level2: list[str],
    rows: list[_Row],
    cuts: list[int],
    merging: str,
) -> None:
    top = canvas.rows
    columns = {slot.holds: at for at, slot in enumerate(layout.indicator_columns)}
    for at, row in enumerate(rows):
        row.texts["level1"] = _level_text(level1, at, merging)
        row.texts["level2"] = _level_text(level2, at, merging)
        texts = [row.texts.get(slot.holds, "") for slot in layout.indicator_columns]
        canvas.row(texts, cuts)
    if merging == "merged":
        for name, levels in (("level1", level1), ("level2", level2)):
            if name in columns:
                _merge(canvas, levels, top, cuts[columns[name]], cuts[columns[name] + 1])


def _level_text(levels: list[str], at: int, merging: str) -> str:
    carried = at > 0 and levels[at] == levels[at - 1] and merging != "repeated"
    return "" if carried else levels[at]


def _merge(canvas: Canvas, levels: list[str], top: int, start: int, end: int) -> None:
    """Merge the cells of a level column that hold one level."""
    below = [c for c in canvas.cells if not (c.row >= top and c.column == start)]
    canvas.cells[:] = below
    at = 0
    while at < len(levels):
        run = next((k for k in range(at, len(levels)) if levels[k] != levels[at]), len(levels))
        canvas.merged(levels[at], top + at, run - at, start, end - start)
        at = run


def _row(random: Random, layout: Layout, level1: str, measure: Measure, weight: int) -> _Row:
    score = _score(weight, measure)
    weighed = layout.has("weight") or layout.weight_in_name
    explained = measure.done < 1 or random.random() < 0.1
    reason = random.choice(facts()["reasons"]) if explained else ""
    target, actual = _target(random, layout, measure), _actual(random, layout, measure)
    compared = "eq" if layout.has("unit") and not layout.has("operator") else measure.comparator
    aimed, told = layout.has("target"), layout.has("actual")
    quantified = measure.target_value is not None
    indicator = Indicator(
        level1=level1 if layout.has("level1") else None,
        level1_kind=_kind(level1) if layout.has("level1") else None,
        level2=measure.level2 if layout.has("level2") else None,
        name=measure.name,
        comparator=compared if aimed and quantified else None,
        target_text=target if aimed else None,
        target_value=measure.target_value if aimed else None,
        target_unit=measure.unit if aimed else None,
        actual_text=actual if told else None,
        actual_value=measure.actual_value if told else None,
        actual_unit=measure.unit if told else None,
        weight=Decimal(weight) if weighed else None,
        score=score if layout.has("score") else None,
        reason=reason or None if layout.has("reason") else None,
        block=0,
        row=0,
    )
    return _Row(_texts(random, layout, measure, indicator, weight), indicator)


def _score(weight: int, measure: Measure) -> Decimal:
    """The weight for a target that was met, in proportion to the result for another."""
    return Decimal(plain(weight * measure.done))


def plain(value: Fraction) -> str:
    """A number with at most two decimals, without zeros that say nothing."""
    return f"{(Decimal(round(value * 100)) / 100).normalize():f}"


def _texts(
    random: Random, layout: Layout, measure: Measure, indicator: Indicator, weight: int
) -> dict[str, str]:
    adjusted = random.choice(("", indicator.target_text or ""))
    return {
        "level3": measure.name + (f"（{weight}分）" if layout.weight_in_name else ""),
        "target": indicator.target_text or "",
        "adjusted": adjusted,
        "operator": _operator(random, measure),
        "unit": measure.printed_unit,
        "actual": indicator.actual_text or "",
        "weight": str(weight),
        "score": str(indicator.score),
        "reason": indicator.reason or "",
        "basis": "项目实施方案",
        "rule": "按完成比例得分，满分为止。",
        "proof": "验收单、统计表",
        "explained": "反映项目产出数量的完成程度。",
        "prior": f"{measure.actual}{measure.printed_unit}",
        "text_rate": f"{plain(measure.done * 100)}%",
        "core": random.choice(("是", "否")),
    }


def _operator(random: Random, measure: Measure) -> str:
    return random.choice(OPERATORS[measure.comparator]) if measure.comparator else "定性"


def _target(random: Random, layout: Layout, measure: Measure) -> str:
    if measure.comparator is None or layout.has("unit"):
        return measure.target
    return random.choice(SIGNS[measure.comparator]) + measure.target + measure.printed_unit


def _actual(random: Random, layout: Layout, measure: Measure) -> str:
    if measure.comparator is None or layout.has("unit"):
        return measure.actual
    return random.choice(("", "", "", "完成")) + measure.actual + measure.printed_unit


def _kind(level1: str) -> Level1Kind:
    return cast("Level1Kind", next(kind for word, kind in KINDS.items() if word in level1))


def _with_total(
    canvas: Canvas,
    layout: Layout,
    scored: Scored,
    cuts: list[int],
    heading: Callable[[str], str],
) -> Scored:
    if not layout.total:
        return scored
    weight = Decimal(100) if layout.has("weight") else None
    columns = [slot.holds for slot in layout.indicator_columns]
    first = min(columns.index(name) for name in ("weight", "score") if name in columns)
    texts = {"weight": str(weight), "score": str(scored.total_score)}
    tail = [texts.get(name, "") for name in columns[first:]]
    canvas.row([heading(layout.total), *tail], [0, *cuts[first:]])
    return replace(scored, total_weight=weight)
