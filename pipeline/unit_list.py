"""The units of an archive as a list that people edit in Excel (单位名称对照表)."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..schemas.errors import UsageError
from .archive.store import Archive
from .audit.register import Register
from .checks.units import simplified

_NAME, _UNIT = "报告中的名称", "统一为"
_HEADINGS = (_NAME, _UNIT, "报告数", "年度")
_ENCODINGS = ("utf-8-sig", "gb18030")
"""What Excel writes: the first as “CSV UTF-8”, the other as plain CSV on Chinese Windows."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit's name as reports print it, the name that stands for it, and its reports."""

    name: str
    unit: str
    reports: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """What an import did: how many names are matched anew, as they were, or not understood."""

    changed: int
    unchanged: int
    problems: tuple[str, ...]


def unit_names(archive: Archive) -> list[UnitName]:
    """Every name that reports give their unit, those of one unit together."""
    with archive.view() as view:
        register = Register.of(view)
    counts = Counter(listed.unit for listed in register.reports)
    years: defaultdict[str | None, set[int]] = defaultdict(set)
    for listed in register.reports:
        years[listed.unit].update([listed.year] if listed.year else [])
    names = (
        UnitName(name, register.units.body(name) or name, count, tuple(sorted(years[name])))
        for name, count in counts.items()
        if name is not None
    )
    return sorted(names, key=lambda one: (one.unit, one.name != one.unit, one.name))


def write_names(names: Iterable[UnitName], file: Path) -> None:
    """Write the list as CSV that Excel opens; raises ``OSError`` where the disk refuses."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(_HEADINGS)
        for one in names:
            years = "、".join(map(str, one.years))
            writer.writerow([_guarded(one.name), _guarded(one.unit), one.reports, years])


def match_names(archive: Archive, file: Path) -> Matched:
    """Take the list back: a name whose unit was changed is matched with that unit from now on.

    A name set to itself is matched with no other; an emptied one is matched by itself
    again. Names that the list does not hold stay as they are. Raises ``UsageError`` for a
    file that is no such list.
    """
    with archive.view() as view:
        before, register = view.aliases(), Register.of(view)
    wanted: dict[str, str | None] = {}
    problems: list[str] = []
    unchanged = 0
    for number, name, unit in _rows(file):
        key = simplified(name)
        target = simplified(unit) if unit else None
        stays = target is None and key not in before
        if stays or (target is not None and target == register.units.body(name)):
            unchanged += 1
        elif wanted.setdefault(key, target) != target:
            problems.append(f"第 {number} 行：“{name}”前面已统一为“{wanted[key]}”，本行未采用")
    problems += _circles({**before, **wanted}, wanted)
    archive.match_units(wanted)
    return Matched(len(wanted), unchanged, tuple(problems))


def _circles(aliases: dict[str, str | None], wanted: dict[str, str | None]) -> Iterator[str]:
    """Takes out of ``wanted`` the names that would lead back to themselves, and tells them."""
    told = {name: unit for name, unit in aliases.items() if unit is not None}
    for name in sorted(wanted):
        unit, passed = told.get(name), {name}
        while unit is not None and unit not in passed:
            passed.add(unit)
            unit = told.get(unit)
        if unit == name and told[name] != name:
            del wanted[name], told[name]
            yield f"“{name}”与“{unit}”互相指向，未采用"


def _rows(file: Path) -> Iterator[tuple[int, str, str]]:
    """The names and units with the number of their row; columns are found by their headings."""
    rows = csv.reader(_text(file).splitlines())
    headings = [heading.strip() for heading in next(rows, list[str]())]
    if _NAME not in headings or _UNIT not in headings:
        raise UsageError(f"{file} 的第一行没有“{_NAME}”和“{_UNIT}”，不是 heshu units 导出的对照表")
    at, unit_at = headings.index(_NAME), headings.index(_UNIT)
    for number, row in enumerate(rows, 2):
        cells = [cell.strip().removeprefix("'") for cell in row] + [""] * len(headings)
        if cells[at]:
            yield number, cells[at], cells[unit_at]


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} 打不开") from error
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{file} 不是文本；请用 Excel 另存为 CSV")


def _guarded(name: str) -> str:
    """A name that Excel does not take for a formula."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
