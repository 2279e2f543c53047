"""Numbers before and after something was done: 改造前120吨，改造后90吨."""

from __future__ import annotations

import re

from ..parts.parallel import deed
from ..reading.compared_words import compared_words
from ..reading.lines import Line
from ..reading.mentions import Mention

_STOP = re.compile("[;。]")
_THINGS = re.compile("^(?:项目|工程|措施)")


def around(line: Line, old: Mention) -> Mention | None:
    """The number after the event that an old one was before; null where none is told so.

    It stands right behind, with the event or only what was measured, or right before, where
    the old one has no name of its own (90吨，改造前120吨).
    """
    wanted = compared_words().event.before
    before = wanted.search(old.lead) if line.says(wanted) else None
    if before is None:
        return None
    new = line.behind(old.end)
    if new and _is_after(line, old, new, before["event"]):
        return new
    return _told_first(line, old, before)


def _is_after(line: Line, old: Mention, new: Mention, event: str) -> bool:
    """Whether the next number is told of the time after, by no other name."""
    after = re.search(f"(?:^|{event})后", new.lead)
    if after is None or _STOP.search(line.text, old.end, new.start):
        return False
    return _are_alike(old, new) and set(_called(new, after)) <= set(old.label)


def _told_first(line: Line, old: Mention, before: re.Match[str]) -> Mention | None:
    """The number before an old one that has no name of its own."""
    new = line.before(old)
    if _called(old, before).strip("的") or new is None or new.depth > old.depth:
        return None
    told = _are_alike(old, new) and not _STOP.search(line.text, new.end, old.start)
    return new if told else None


def _called(mention: Mention, when: re.Match[str]) -> str:
    """What a number is called by beside the word for the time."""
    called = deed(mention)
    return _THINGS.sub("", f"{called[: when.start()]}{called[when.end() :]}")


def _are_alike(old: Mention, new: Mention) -> bool:
    told = new.figure.role not in ("prior", "target", "plan")
    level = new.figure.aspect not in ("growth", "change", "share")
    return old.unit_kind == new.unit_kind and told and level and new.figure.value is not None
