"""Taking back what an auditor wrote into a working paper (导入处理意见)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zipfile import BadZipFile

from ....schemas.errors import UsageError
from ....schemas.finding import Disposition
from ....schemas.labels import DISPOSITION_STATUSES
from .said import DOUBTS, KEY, NOTE, NOTHING, REVIEWER, STATUS, WRITTEN, Said
from .status_words import meant

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NEEDED = (STATUS, KEY)

Cells = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a working paper holds: what the auditor said, what is as it was, what is unclear.

    ``dispositions`` are what was changed since the paper was written, in the order of its
    rows. ``unchanged`` rows are as they were. ``problems`` name the sheet and the row.
    ``standing`` is everything that the paper says, changed or not, by key.
    """

    dispositions: tuple[Disposition, ...]
    unchanged: int
    problems: tuple[str, ...]
    standing: Mapping[str, Disposition]


def take(file: Path, now: datetime | None = None) -> Taken:
    """Read the auditor's columns of a working paper; they are found by their headings.

    A row counts as changed when it differs from what the paper was written with. Where that
    column is gone, every row counts that says more than 待查. Raises ``UsageError`` for a
    file that is no working paper.
    """
    taking = _Taking(file.name, now or datetime.now(UTC))
    for number, cells in _rows(file):
        taking.add(number, cells)
    return Taken(
        tuple(taking.dispositions),
        taking.unchanged,
        tuple(taking.problems),
        taking.standing,
    )


class _Taking:
    """A working paper as it is read, row by row."""

    def __init__(self, name: str, now: datetime) -> None:
        self._name, self._now = name, now
        self._rows: dict[str, tuple[int, Said]] = {}
        self.dispositions: list[Disposition] = []
        self.standing: dict[str, Disposition] = {}
        self.problems: list[str] = []
        self.unchanged = 0

    def add(self, number: int, cells: Cells) -> None:
        """Take a row, or say what is wrong with it."""
        said, written = _said(cells), _written(cells)
        key = cells.get(KEY)
        if said is None:
            words = "、".join(DISPOSITION_STATUSES.values())
            self._tell(number, f"“{STATUS}”写的是“{cells[STATUS]}”，应为{words}之一")
        elif key is None:
            if said != NOTHING:
                self._tell(number, f"没有{KEY}，不知道说的是哪个疑点")
        elif said == written:
            self.unchanged += 1
            if said != NOTHING:
                self.standing.setdefault(key, self._disposition(key, said))
        else:
            self._take(number, key, said)

    def _take(self, number: int, key: str, said: Said) -> None:
        earlier = self._rows.setdefault(key, (number, said))
        if earlier[1] != said:
            self._tell(number, f"与第 {earlier[0]} 行是同一疑点，处理却不同；以本行为准")
            self._rows[key] = number, said
        elif earlier[0] != number:
            self.unchanged += 1
            return
        self.dispositions.append(self._disposition(key, said))
        self.standing[key] = self.dispositions[-1]

    def _disposition(self, key: str, said: Said) -> Disposition:
        """One made now, each a little later than the one before, so that their order stays."""
        at = self._now + timedelta(microseconds=len(self.dispositions))
        return Disposition(key, said.status, said.note, said.reviewer, at)

    def _tell(self, number: int, problem: str) -> None:
        self.problems.append(f"{self._name} 工作表“{DOUBTS}”第 {number} 行：{problem}")


def _said(cells: Cells) -> Said | None:
    """What stands in the auditor's columns; null for a status that is none. Empty is 待查.

    What is written behind the status in its cell goes before the note.
    """
    found = meant(cells[STATUS] or NOTHING.status)
    if found is None:
        return None
    note = "；".join(filter(None, (found.remark, cells.get(NOTE)))) or None
    return Said(found.status, note, cells.get(REVIEWER))


def _written(cells: Cells) -> Said:
    """What stood there when the paper was written; nothing where that is not known."""
    try:
        written = Said.from_text(cells.get(WRITTEN) or "")
    except (ValueError, TypeError):
        return NOTHING
    return replace(written, note=_text(written.note), reviewer=_text(written.reviewer))


def _rows(file: Path) -> Iterator[tuple[int, Cells]]:
    """The rows of the sheet of doubts, with their numbers as Excel shows them."""
    rows = iter(_values(file))
    names = [(_text(value) or "").split("\n")[0] for value in next(rows, ())]
    for needed in _NEEDED:
        if needed not in names:
            raise UsageError(f"{file} 里没有工作表“{DOUBTS}”的“{needed}”列，不是审计底稿")
    for number, row in enumerate(rows, 2):
        cells = dict(zip(names, map(_text, row), strict=False))
        if any(cells.values()):
            yield number, cells


def _values(file: Path) -> Iterable[tuple[object, ...]]:
    """The values of the sheet of doubts; none where there is no such sheet."""
    import openpyxl

    try:
        with file.open("rb") as stream:
            book = openpyxl.load_workbook(stream, data_only=True)
    except FileNotFoundError as error:
        raise UsageError(f"没有找到 {file}") from error
    except OSError as error:
        why = f"{file} 读不了：{error.strerror}；请先在 Excel 或 WPS 里关闭它"
        raise UsageError(why) from error
    except (BadZipFile, KeyError, ValueError) as error:
        raise UsageError(
            f"{file} 打不开，不是 heshu audit --out 写出的 .xlsx；"
            "存成了 .xls、.et、.ods 的，请另存为 .xlsx 再导入"
        ) from error
    if DOUBTS not in book.sheetnames:
        return ()
    return cast("Worksheet", book[DOUBTS]).iter_rows(values_only=True)


def _text(value: object) -> str | None:
    """A cell's text without space around it; null where nothing stands there."""
    text = "" if value is None else str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()
    return text or None
