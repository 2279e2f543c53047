"""The values of a workbook, read through one typed face over openpyxl."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Protocol, cast

from ...schemas.file_errors import DamagedFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell.read_only import ReadOnlyCell

Moment = date | time | timedelta
Value = str | bool | int | float | Moment

_CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    31: 'yyyy"年"m"月"d"日"',
}
"""Formats that only a Chinese Excel has under these numbers; the file does not spell them out."""
_LOCAL_DATES = {14: "yyyy/m/d", 22: "yyyy/m/d h:mm"}
"""Formats that every Excel writes as its own country does."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    IndexError,
    ValueError,
    OverflowError,
    TypeError,
    AttributeError,
)
"""What openpyxl raises over styles, references and parts that contradict each other."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell with a value, and the code of its number format (0.00%); both count from 1."""

    row: int
    column: int
    value: Value
    format_code: str


class _Sheet(Protocol):
    def iter_rows(
        self, *, min_row: int, max_row: int, min_col: int, max_col: int
    ) -> Iterator[Sequence[ReadOnlyCell]]: ...


class _Workbook(Protocol):
    epoch: datetime

    def __getitem__(self, name: str) -> _Sheet: ...


class Book:
    """A workbook whose package and XML parts were found safe before.

    Formulas give the results that the file holds. Pictures, charts and comments are not
    opened. Raises DamagedFile where openpyxl cannot follow the file.
    """

    def __init__(self, data: bytes) -> None:
        from openpyxl import load_workbook  # noqa: PLC0415

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            except _UNREADABLE as error:
                raise DamagedFile(f"工作簿打不开：{error}") from error
        self._book = cast(_Workbook, book)

    def values(self, sheet: str, rows: int, columns: int) -> tuple[Filled, ...]:
        """The cells with values in the first rows and columns of a sheet, in reading order."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return tuple(self._values(sheet, rows, columns))
            except _UNREADABLE as error:
                raise DamagedFile(f"工作表“{sheet}”：{error}") from error

    def _values(self, sheet: str, rows: int, columns: int) -> Iterator[Filled]:
        lines = self._book[sheet].iter_rows(min_row=1, max_row=rows, min_col=1, max_col=columns)
        for at, line in enumerate(islice(lines, rows), 1):
            for column, cell in enumerate(line, 1):
                value = cell.value
                if value is not None:
                    yield self._filled(at, column, cast(Value, value), cell)

    def _filled(self, row: int, column: int, value: Value, cell: ReadOnlyCell) -> Filled:
        number = cell.style_array.numFmtId
        if number in _CHINESE_DATES and isinstance(value, int | float):
            value = self._moment(value)
        known = _CHINESE_DATES.get(number) or _LOCAL_DATES.get(number)
        return Filled(row, column, value, known or cell.number_format)

    def _moment(self, days: float) -> Value:
        try:
            return self._book.epoch + timedelta(days=days)
        except OverflowError:
            return days
