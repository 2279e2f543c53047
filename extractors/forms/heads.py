"""The head of a form: labels with their values, beside each other or in one cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from ...schemas.document import Cell
from ...schemas.passage import ColumnRole
from ...schemas.report import Grade
from ..text.fold import fold
from ..text.headings import is_sum, label_role
from .printed import first_of, is_choice, name_without_code, passage_text, read_grade
from .sheet import Sheet

Value = TypeVar("Value")

_IN_ONE_CELL = re.compile(r"([^\s:]{2,14}?(?:\([^()]*\))?):[ \t]*(\S[^\n]*?)(?=\s{2,}|\n|$)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with its label, both as printed; ``text`` is the value."""

    role: ColumnRole
    label: str
    text: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Head:
    """What the labels of a form say; null where the form does not say it."""

    name: str | None = None
    department: str | None = None
    unit: str | None = None
    score: Decimal | None = None
    grade: Grade | None = None
    goal: str | None = None
    result: str | None = None


def stated_in(sheet: Sheet) -> list[Stated]:
    """Every value with its label, in reading order."""
    return [value for cell in sheet.table.cells for value in _stated(sheet, cell)]


def head_of(sheet: Sheet, values: list[Stated]) -> Head:
    """The head that these values make; the first statement of each kind counts."""
    return Head(
        name=_first(values, "name", name_without_code),
        department=_first(values, "department", name_without_code),
        unit=_first(values, "implementing_unit", name_without_code),
        score=_score(sheet, values),
        grade=_first(values, "grade", read_grade),
        goal=_first(values, "goal", passage_text),
        result=_first(values, "result", passage_text),
    )


def _stated(sheet: Sheet, cell: Cell) -> Iterator[Stated]:
    passage = sheet.passage(cell)
    if passage is None or passage.cell is None:
        return
    context = passage.cell
    if context.role and context.row_labels and not sheet.is_under_heading(cell):
        label = context.row_labels[-1]
        text = first_of(cell.text) if "/" in fold(label) else cell.text
        if not (context.role == "name" and is_choice(text)):
            yield Stated(context.role, label, text, cell)
    elif ":" in passage.folded and (context.role is None or any(map(is_sum, context.row_labels))):
        for found in _IN_ONE_CELL.finditer(passage.folded):
            role = label_role(found[1])
            if role:
                yield Stated(role, found[1], cell.text[slice(*found.span(2))], cell)


def _first(
    values: list[Stated], role: ColumnRole, read: Callable[[str], Value | None]
) -> Value | None:
    texts = (value.text for value in values if value.role == role)
    return next((found for found in map(read, texts) if found is not None), None)


def _score(sheet: Sheet, values: list[Stated]) -> Decimal | None:
    cells = (value.cell for value in values if value.role == "score")
    return next(filter(None, map(sheet.points, cells)), None)
