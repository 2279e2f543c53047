"""The words of a figure's mark, and the gold row that they make."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from .marks import Mark
from .numerals import fold
from .reading import Reading, plain, read

Row = dict[str, Any]
COMPARATORS = frozenset(["eq", "approx", "over", "ge", "under", "le", "plus"])
LASTING = frozenset(["level", "share", "completion", "execution", "rank", "per_unit"])
ASPECTS = LASTING | {"growth", "change"}
MONEY_ROLES = frozenset(["budget_initial", "budget", "executed"])
ROLES = MONEY_ROLES | {"target", "actual", "weight", "score", "prior", "plan"}
DIRECTIONS = frozenset(["up", "down", "flat"])
PERIOD = re.compile(r"p(\d{4})(?:-(\d\d))?(?:\.\.(\d{4})?-?(\d\d))?(\?)?")
LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIELDS = {"aspect": ASPECTS, "role": ROLES, "direction": DIRECTIONS}
QUANTITIES = {"amount", "count", "measure"}


def figure_row(mark: Mark) -> Row:
    """The gold row of a figure's mark, without its place."""
    words = list(mark.words)
    optional = take(words, "opt")
    bare = take(words, "-")
    new = take(words, "new")
    comparator = next((word for word in words if word in COMPARATORS), None)
    comparator = comparator or ("plus" if re.search("[余多]", mark.text) else "eq")
    unit = value_of(words, "u:")
    reading = read(mark.text, unit, comparator)
    row: Row = {"text": mark.text, **reading_row(reading, comparator), "comparator": comparator}
    row["unit_text"] = unit or printed_unit(mark.text)
    subject_row(row, value_of(words, "S:"))
    for word in words:
        word_row(row, word)
    defaults(row, reading, bare, new)
    return {**row, "required": not optional}


def take(words: list[str], word: str) -> bool:
    """Whether a word is there; it is taken out."""
    if word not in words:
        return False
    words.remove(word)
    return True


def value_of(words: list[str], prefix: str) -> str | None:
    """The value of a prefixed word, which is taken out."""
    for word in words:
        if word.startswith(prefix):
            words.remove(word)
            return word.removeprefix(prefix)
    return None


def printed_unit(text: str) -> str | None:
    """What stands after the number."""
    return re.sub(r"^.*[\d点〇一二三四五六七八九十百余多](?=\D*$)", "", fold(text)) or None


def reading_row(reading: Reading, comparator: str) -> Row:
    """Kind, value, interval and unit with what else is right."""
    row: Row = {"kind": reading.kind, "value": plain(reading.value)}
    if reading.stated or reading.value is None:
        row |= {"low": plain(reading.low), "high": plain(reading.high)}
    row |= {"unit": reading.unit, "decimals": reading.decimals}
    if reading.kind == "score":
        row["unit_accept"] = [None]
    if "/" in (reading.unit or ""):
        row["unit_accept"] = [str(reading.unit).partition("/")[0]]
    accept_interval(row, reading, comparator)
    return row


def accept_interval(row: Row, reading: Reading, comparator: str) -> None:
    """Other intervals that are right by the conventions of the development gold."""
    value = reading.value
    if value is None or "low" not in row:
        return
    if comparator in {"le", "under"}:
        row["low_accept"] = ["0"]
    exact_too = reading.kind == "score" or (reading.kind == "count" and reading.magnitude)
    if exact_too and comparator in {"eq", "approx"}:
        row |= {"low_accept": [plain(value)], "high_accept": [plain(value)]}
    if comparator == "approx" and reading.wide and not exact_too:
        half = reading.wide / 2
        row |= {"low_accept": [plain(value - half)], "high_accept": [plain(value + half)]}
    if reading.kind == "count" and not reading.magnitude and comparator == "approx":
        half = (reading.wide or Decimal(0)) / 2
        row |= {"low_accept": [plain(value - half)], "high_accept": [plain(value + half)]}
    if value == 0:
        row["low_accept"] = ["0"]


def subject_row(row: Row, subjects: str | None) -> None:
    """The subject and everything else that names it, shortest first."""
    if subjects:
        names = subjects.split("/")
        row["subject"] = names[0]
        row["subject_accept"] = sorted(set(names), key=lambda name: (len(name), names.index(name)))


def word_row(row: Row, word: str) -> None:
    """One word of a mark: a code, a scope or a period."""
    if word in COMPARATORS:
        return
    if word.startswith("@"):
        put(row, "scope", word.removeprefix("@").split("/"))
    elif m := PERIOD.fullmatch(word):
        period_row(row, m)
    elif "=" in word:
        key, _, text = word.partition("=")
        put(row, key, text.split("/"))
    else:
        values = word.split("/")
        field = next((name for name, codes in FIELDS.items() if values[0] in codes), None)
        if field is None:
            raise ValueError(f"{row['text']}: word {word}")
        put(row, field, values)


def put(row: Row, field: str, values: list[str]) -> None:
    """A field and its other right answers; ``null`` says that there is none."""
    first, *more = [None if value == "null" else value for value in values]
    row[field] = first
    if more:
        row[f"{field}_accept"] = more


def period_row(row: Row, m: re.Match[str]) -> None:
    """p2022, p2022-01..10, p2021..2023; a question mark accepts none."""
    first = int(m[2] or 1)
    last_year = int(m[3] or m[1])
    last = int(m[4] or (12 if m[3] or not m[2] else first))
    day = 29 if last == 2 and last_year % 4 == 0 else LAST_DAY[last - 1]
    row["period_start"] = f"{m[1]}-{first:02d}-01"
    row["period_end"] = f"{last_year}-{last:02d}-{day}"
    if m[5]:
        row |= {"period_start_accept": [None], "period_end_accept": [None]}


def defaults(row: Row, reading: Reading, bare: bool, new: bool) -> None:
    """What the kind says where the mark is silent."""
    if new:
        row |= {"aspect": "change", "aspect_accept": ["level"]}
        row |= {"direction": "up", "direction_accept": [None]}
    if bare or "aspect" in row:
        pass
    elif reading.kind == "rank":
        row["aspect"] = "rank"
    elif "/" in (reading.unit or ""):
        row["aspect"] = "per_unit"
    elif reading.kind == "points":
        row |= {"aspect": "change", "aspect_accept": ["growth"]}
    elif reading.kind in QUANTITIES and "subject" in row:
        row["aspect"] = "level"
    if row.get("aspect") in LASTING:
        row.setdefault("direction", None)
