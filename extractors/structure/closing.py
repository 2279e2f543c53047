"""The lines under a report's text: the body that signs it and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..text.headings import squeeze
from .lines import Flow, Line
from .phrases import ends_sentence, is_organisation, only_date

_FURTHEST = 8
_SHORTEST_NAME = 3
_LONGEST_ANNEX = 40
_BODY_AND_DATE = re.compile(
    r"^(?P<body>.{3,34}?)[\s,:]*(?P<date>(?:20\d\d|二〇[〇一二三四五六七八九]{2})\s*[年.].*)$"
)
_CONTACT = re.compile(r"\(联系.*\)$")
_NOTE = re.compile(r"^\(?(?:附[件表]|注|备注|联系人|联系电话|此件|抄送|主动公开)")


@dataclass(frozen=True, slots=True)
class Closing:
    """The body and the day at the end of a text; null where it has none."""

    body: str | None = None
    day: date | None = None


def read_closing(flow: Flow, first: int, end: int) -> Closing:
    """What the last lines of ``flow[first:end]`` say."""
    body: str | None = None
    day: date | None = None
    for line in _last_lines(flow, first, end):
        both = _both(line)
        found = both.day or only_date(_CONTACT.sub("", line.folded))
        if found and day is None:
            day, body = found, both.body
        elif is_organisation(line.bare):
            body = _first_body(line.text)
        elif not found:
            break
    return Closing(body, day) if day else Closing()


def _last_lines(flow: Flow, first: int, end: int) -> Iterator[Line]:
    """The last lines from the end up, lists of annexes and notes left out."""
    lines = [e for e in flow[max(first, end - _FURTHEST) : end] if isinstance(e, Line)]
    for line in reversed(lines):
        if not _NOTE.match(line.bare) and not _is_listed(line):
            yield line


def _is_listed(line: Line) -> bool:
    """Whether the line is one of a list of annexes (2.评价人员名单)."""
    numbered = line.mark is not None and line.mark.style == "arabic"
    return numbered and len(line.bare) <= _LONGEST_ANNEX and not ends_sentence(line)


def _both(line: Line) -> Closing:
    """A line that holds the body and the day; nulls where it holds anything else."""
    match = _BODY_AND_DATE.match(line.folded)
    day = only_date(match["date"]) if match else None
    if match is None or day is None or not is_organisation(squeeze(match["body"])):
        return Closing()
    return Closing(_first_body(line.text[: match.end("body")]), day)


def _first_body(text: str) -> str:
    """The body's name without its seal; the first where several sign side by side."""
    names = re.sub(r"[(（]?(?:盖?公?章)[)）]?$", "", text.strip()).split()
    several = len(names) > 1 and all(len(name) >= _SHORTEST_NAME for name in names)
    return names[0] if several else "".join(names)
