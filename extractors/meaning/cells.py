"""What a number in a table means: its headings, its row's labels and its column's role say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ...schemas.figure import Aspect, Direction, Figure, Kind, Role
from ...schemas.passage import CellContext, ColumnRole
from .chains import Meaning
from .direction import DIRECTIONS
from .vocabulary import vocabulary

_ROLES: Mapping[ColumnRole, Role] = {
    "budget_initial": "budget_initial",
    "budget": "budget",
    "executed": "executed",
    "weight": "weight",
    "score": "score",
    "target": "target",
    "target_adjusted": "target",
    "goal": "target",
    "actual": "actual",
    "result": "actual",
    "prior": "prior",
}
_ASPECTS: Mapping[ColumnRole, Aspect] = {
    "execution_rate": "execution",
    "completion_rate": "completion",
}
_KINDS: Mapping[Kind, Aspect] = {"rank": "rank", "points": "change"}
_RATES: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    ("growth", re.compile("增速|增幅|增长率")),
    ("share", re.compile("占比|比重")),
)
_AVERAGE = re.compile("[人户亩日月年次校村]均|每|单价")
_NUMBER = re.compile(r"[\d.,%、()（）\s]*")
_WEIGHT = re.compile(r"[（(]\s*[\d.]+\s*分?\s*[）)]")
_PARTY = re.compile("(公司|集团|事务所|银行|合作社)$")
_UNIT = re.compile(
    r"[（(](?:[^（）()]*[元%][^（）()]*|[分个人户次亩天吨台套]|(?:平方)?公里|[A-Z]/[A-Z])[）)]"
)
_PLANNED: Mapping[str, Role] = {"计划": "plan", "任务": "target", "目标": "target"}
"""How heads of what is to be done begin: 计划里程, 任务面积."""
_CODE = re.compile(r"^\s*(?:其中[:：]|\d+[.、]\s*|[①-⑩]\s*)+")
_VALUES: frozenset[ColumnRole | None] = frozenset(
    {
        "budget_initial", "budget", "executed", "execution_rate", "balance", "weight", "score",
        "target", "target_adjusted", "prior", "actual", "completion_rate",
    }
)  # fmt: skip
"""Columns whose cells hold values; all others hold names or sentences."""


def holds_value(cell: CellContext) -> bool:
    """Whether the cell's column is one of values."""
    return cell.role in _VALUES


def weighted_label(text: str, figure: Figure) -> str | None:
    """The label that a score in brackets is the weight of: [产出指标]（50分）."""
    match = _WEIGHT.search(text) if figure.kind == "score" else None
    return plain_label(text[: match.start()]) if match and match.end() == len(text) else None


def cell_role(cell: CellContext) -> Role | None:
    """The role that the column gives its numbers; null where it gives none."""
    if cell.role:
        return _ROLES.get(cell.role)
    return _PLANNED.get(cell.column_headings[-1][:2]) if cell.column_headings else None


def cell_subject(cell: CellContext) -> str | None:
    """The row's own label, without the weight printed in it; null where the row has none."""
    return _thing_of_row(cell.row_labels)


@lru_cache(maxsize=4096)
def _thing_of_row(labels: tuple[str, ...]) -> str | None:
    """The last label that is no number; one that is no party before one that is."""
    named = [label for label in labels if not _NUMBER.fullmatch(label)]
    things = [label for label in named if not _PARTY.search("".join(label.split()))]
    return plain_label((things or named)[-1]) if named else None


def plain_label(label: str) -> str | None:
    """A label without 其中：, list number and bracketed weight, unit or formula (B/A)."""
    return _CODE.sub("", _UNIT.sub("", _WEIGHT.sub("", "".join(label.split())))) or None


def read_cell(cell: CellContext, text: str, figure: Figure) -> Meaning:
    """The meaning of a number that stands in its cell alone."""
    subject = cell_subject(cell)
    aspect = _aspect(cell, figure, subject or "")
    scope = "其中" if cell.row_labels and "其中" in cell.row_labels[-1] else None
    return Meaning(subject, aspect, scope, cell_role(cell), _moves(text, figure))


def _moves(text: str, figure: Figure) -> Direction | None:
    """The direction that a word before the number tells: 提高 2个百分点."""
    word = "" if text.startswith(figure.text) else text.partition(figure.text)[0].strip()
    return DIRECTIONS.get(vocabulary().classes.get(word, "")) if word else None


def in_column(meaning: Meaning, cell: CellContext) -> Meaning:
    """The meaning of a figure in a sentence, with what the column of its cell gives."""
    given = meaning.role if meaning.role == "prior" else cell_role(cell)
    label = cell_subject(cell) if holds_value(cell) else None
    return meaning._replace(role=given or meaning.role, subject=meaning.subject or label)


def _aspect(cell: CellContext, figure: Figure, subject: str) -> Aspect:
    """The aspect by the column, else by the figure's kind and unit, else by the label."""
    if cell.role and cell.role in _ASPECTS:
        return _ASPECTS[cell.role]
    if figure.kind in _KINDS:
        return _KINDS[figure.kind]
    if "/" in (figure.unit or "") or _AVERAGE.search(subject):
        return "per_unit"
    named = subject + "".join(cell.column_headings)
    for aspect, words in _RATES if figure.kind == "rate" else ():
        if words.search(named):
            return aspect
    return "level"
