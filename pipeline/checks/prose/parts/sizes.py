"""Things of at least or at most a size: 5000平方米以上的楼宇78栋."""

from __future__ import annotations

import re

from ..reading.lines import Line
from ..reading.mentions import Mention

_STOPS = re.compile("[,;。、:]")
_BOUND = re.compile("以[上下]")
_BOUNDS = {"ge": "以上", "le": "以下"}


def size_of(line: Line, counted: Mention) -> Mention | None:
    """The bound that leads, with 以上 or 以下 and a name, to a count; null where none does."""
    if counted.figure.kind != "count" or not line.says(_BOUND):
        return None
    size = line.before(counted)
    word = _BOUNDS.get(size.figure.comparator) if size else None
    if size is None or word is None:
        return None
    between = line.text[size.end : counted.start]
    return size if between.startswith(word) and not _STOPS.search(between) else None
