"""Dates and times as a sheet shows them: yyyy"年"m"月"d"日" gives 2023年2月20日."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from .xlsx_book import Moment

_PART = re.compile(
    r'"(?P<text>[^"]*)"|[\\!](?P<escaped>.)|[_*].|\[[^\]]*\]|General'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<part>y+|e+|m+|d+|a{3,4}|h+|s+)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = {"y": "%y", "yy": "%y", "mmm": "%b", "mmmm": "%B", "ddd": "%a", "dddd": "%A"}
_WEEKDAYS = "一二三四五六日"


def shown_moment(value: Moment, format_code: str) -> str:
    """The date, time of day or duration, as its number format writes it.

    A duration is written as hours, minutes and seconds.
    """
    if isinstance(value, timedelta):
        minutes, seconds = divmod(value // timedelta(seconds=1), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    parts = list(_PART.finditer(format_code.partition(";")[0]))
    if not any(part["part"] for part in parts):
        return value.isoformat()
    moment = _complete(value)
    halved = any(part["half"] for part in parts)
    return "".join(_written(parts, at, moment, halved) for at in range(len(parts))).strip()


def _complete(value: date | time) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        return datetime.combine(date(1899, 12, 31), value)
    return datetime.combine(value, time())


def _written(parts: Sequence[re.Match[str]], at: int, moment: datetime, halved: bool) -> str:
    found = parts[at]
    if found["half"]:
        first, _, second = found["half"].partition("/")
        return first if moment.hour < 12 else second
    code = (found["part"] or "").lower()
    if not code:
        return found["text"] or found["escaped"] or found["plain"] or ""
    if code[0] == "m" and _counts_minutes(parts, at):
        return _padded(moment.minute, code)
    if code[0] == "h" and halved:
        return _padded(moment.hour % 12 or 12, code)
    return _of_date(code, moment)


def _of_date(code: str, moment: datetime) -> str:
    if code[0] == "a":
        return ("星期" if len(code) > 3 else "") + _WEEKDAYS[moment.weekday()]
    if code[0] in "ye" or len(code) > 2:
        return moment.strftime(_NAMED.get(code, "%Y"))
    numbers = {"m": moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}
    return _padded(numbers[code[0]], code)


def _padded(number: int, code: str) -> str:
    return f"{number:02}" if len(code) > 1 else str(number)


def _counts_minutes(parts: Sequence[re.Match[str]], at: int) -> bool:
    """Whether an m stands behind hours or in front of seconds."""
    before = next((part["part"] for part in reversed(parts[:at]) if part["part"]), "")
    after = next((part["part"] for part in parts[at + 1 :] if part["part"]), "")
    return before[:1].lower() == "h" or after[:1].lower() == "s"
