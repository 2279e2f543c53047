"""Labels with their values: on cover pages, over forms, and in the heads of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ...schemas.document import Cell, Table
from ..text.fold import fold
from ..text.headings import squeeze
from .captions import stated_unit
from .lines import Grid, Line
from .phrases import tidy
from .table_grid import REMEMBERED
from .vocabulary import table as data_table

_SEALS = re.compile(
    r"[(\[]\s*(?:盖\s*章|公\s*章|签\s*章|单位\s*盖章|加盖公章|签\s*字|盖单位?公?章)\s*[)\]]"
)
_BLANKS = " _\u3000\n:"
_CODE = re.compile(r"^(?:[\[(【]?[0-9A-Za-z]{3,}[\])】]?)(?:\s*[-—_]\s*|(?<=[\])】])\s*)")
_CODED = frozenset({"project", "unit", "department"})
_SPACED_LABEL = 4
_FILLED_IN = r"填[报写表](?:日期|时间|人)\s*:"
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the report field that its label names, ``none`` for a label of no field.

    ``rank`` is the label's place among the field's labels, 0 the first choice.
    """

    field: str
    rank: int
    value: str


def labels_in_line(line: Line) -> tuple[Labelled, ...]:
    """The labels of a line with their values; empty where it begins with no label.

    On a cover wide blanks may stand for the colon (项目名称    渡口修缮).
    """
    if not _in_line().match(line.folded):
        spaced = _spaced().match(line.folded)
        alone = spaced and _labelled(spaced["label"], line.text[spaced.end() :])
        return (alone,) if alone else ()
    matches = list(_in_line().finditer(line.folded))
    ends = [match.start() for match in matches[1:]] + [len(line.folded)]
    found = (
        _labelled(match["label"], line.text[match.end() : end])
        for match, end in zip(matches, ends, strict=True)
    )
    return tuple(filter(None, found))


def labels_in_table(grid: Grid) -> Iterator[Labelled]:
    """The labels of a form's head, or of a cover set as a table, with their values."""
    for cell in _beside_labels(grid.table):
        context = grid.view.context(cell, None)
        label = context.row_labels[-1] if context.row_labels else ""
        plain = not context.column_headings and not context.is_header
        labelled = _labelled(label, cell.text) if plain else None
        if labelled:
            yield labelled


def _beside_labels(table: Table) -> Iterator[Cell]:
    """The printed cells in rows where the label of a field stands."""
    labels = [cell for cell in table.cells if _field_of(cell.text)]
    rows = {row for cell in labels for row in range(cell.row, cell.row + cell.row_span)}
    return (cell for cell in table.cells if cell.row in rows and cell.text.strip())


def best(labelled: Sequence[Labelled], field: str) -> str | None:
    """The value of a field under its first label that has one; null where none has."""
    values = [found for found in labelled if found.field == field and found.value]
    return min(values, key=lambda found: found.rank).value if values else None


def _labelled(label: str, value: str) -> Labelled | None:
    """The value under its label; null where the label is not known."""
    known = _field_of(label)
    if known is None:
        return None
    field, rank = known
    return Labelled("none" if stated_unit(f"单位:{value}") else field, rank, _clean(value, field))


def _clean(value: str, field: str) -> str:
    """The value without seals, filling blanks and the code before a name."""
    folded = fold(value)
    for seal in reversed(list(_SEALS.finditer(folded))):
        value = value[: seal.start()] + value[seal.end() :]
    value = tidy(value.strip(_BLANKS))
    return _CODE.sub("", value) if field in _CODED else value


@lru_cache(REMEMBERED)
def _field_of(label: str) -> tuple[str, int] | None:
    """The field that the label names and the label's rank; null where it is not known."""
    bare = squeeze(label)
    joined = bare.replace("(", "").replace(")", "")
    return _fields().get(joined) or _fields().get(_BRACKETS.sub("", bare).rstrip(":"))


@cache
def _fields() -> Mapping[str, tuple[str, int]]:
    words: dict[str, list[str]] = data_table("covers")["fields"]
    return {
        label: (field, rank) for field, labels in words.items() for rank, label in enumerate(labels)
    }


@cache
def _in_line() -> re.Pattern[str]:
    """Labels at the beginning of a line or after a blank, blanks inside them allowed.

    填报日期 and its like end what stands before them without a blank, too.
    """
    return re.compile(
        rf"(?:^|(?<=\s)|(?={_FILLED_IN}))(?P<label>(?:{_any_of(1)})\s*(?:\([^()]*\))?)\s*:\s*"
    )


@cache
def _spaced() -> re.Pattern[str]:
    """A label of several words at the beginning of a line with wide blanks behind it."""
    return re.compile(rf"(?P<label>{_any_of(_SPACED_LABEL)})[\s_]{{2,}}(?=[^\s_:])")


def _any_of(least: int) -> str:
    """The labels of at least so many characters as a pattern, the longest first."""
    names = sorted((name for name in _fields() if len(name) >= least), key=len, reverse=True)
    return "|".join(r"[ ()/]*".join(map(re.escape, name)) for name in names)
