"""What is said of the step from an old number to a new one: its size, its rate, its points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.words import Pattern, Words, relations

_WITH_YEAR_BEFORE = re.compile("[同相]比|[较比与](?:上年|去年)(?:同期)?")
_OWN_TIME = re.compile(r"[较比与](?P<when>年初|期初|上年末?|去年末?|[^,;。\d]{1,4}前|\d{4}年)的?")
_YEARS = re.compile("[两二三四五六七八九十]年")
_EACH = re.compile("[每人户亩单]|平均")


def steps(line: Line, old: Mention, new: Mention) -> Iterator[Mention]:
    """All that the sentence says of the step, in reading order."""
    yield from _steps_between(line, old, new)
    yield from _steps_behind(line, old, new)


def is_year_after(old: Mention, new: Mention) -> bool:
    """Whether one number is of the year after the other's."""
    years = old.figure.period_start, new.figure.period_start
    return bool(years[0] and years[1] and years[0].year + 1 == years[1].year)


def _steps_between(line: Line, old: Mention, new: Mention) -> Iterator[Mention]:
    """Steps told ahead of the old number: 5194人次，同比增加176人次，上年为5018人次."""
    inside = line.within(new.end, old.start)
    if inside and old.figure.role == "prior" and ";" not in line.text[new.end : old.start]:
        for step in inside[:2]:
            base = _WITH_YEAR_BEFORE.sub("", step.lead)
            if not _is_step(step, old, new) or relations().words.other_base.search(base):
                return
            yield step


def _steps_behind(line: Line, old: Mention, new: Mention) -> Iterator[Mention]:
    """What is said behind both, up to the next comparison; 同比 is one with the year before."""
    _, end = line.sentence_of(new.start)
    at, last = max(old.end, new.end), new
    for mention in line.within(at, end):
        if _is_of_other(old, new, line.text[at : mention.start]):
            return
        of_rates = mention.figure.kind == "points" and new.figure.kind != "rate"
        told = _is_step(mention, old, new, last) or _is_short_of(line, old, mention)
        if of_rates or not told:
            return
        yield mention
        at, last = mention.end, mention


def _is_of_other(old: Mention, new: Mention, between: str) -> bool:
    """Whether the words begin another comparison than the one with the old number."""
    after = is_year_after(old, new)
    if old.figure.role == "prior" or after:
        between = _WITH_YEAR_BEFORE.sub("", between)
    own = _OWN_TIME.search(between)
    between = between.replace(own[0], "") if own and own["when"] in old.lead else between
    words, over_years = relations().words, after and _YEARS.search(between)
    other = words.each.search(between) or words.other_base.search(between)
    return bool(";" in between or over_years or other)


def _is_step(mention: Mention, old: Mention, new: Mention, last: Mention | None = None) -> bool:
    """Whether it is a change of the new number, or says how much more or less there is.

    What is said behind ``last`` can be of what that was told of (亩均增产42公斤，增长10%).
    """
    figure, told = mention.figure, [one.figure for one in (old, new, last) if one]
    own = (None, *(one.subject for one in told))
    changed = figure.aspect in ("growth", "change") and figure.subject in own
    changed = changed or (figure.kind == "rate" and bool(_step_rate().fullmatch(mention.lead)))
    return figure.value is not None and (changed or _says_how_much(mention, old, new))


def _says_how_much(mention: Mention, old: Mention, new: Mention) -> bool:
    """Whether a number of the new one's unit is more or less; of each, if both are."""
    figure, words, lead = mention.figure, relations().words, mention.lead
    bare = (new.figure.unit or "").partition("/")[0]
    if figure.kind != new.figure.kind or figure.unit not in (bare, new.figure.unit):
        return False
    of_each = all(_EACH.search(f"{m.lead}{m.figure.subject}") for m in (old, new))
    if _EACH.match(lead) and not of_each and new.figure.aspect != "per_unit":
        return False
    return bool(words.difference.fullmatch(lead) or _bare_step(words).fullmatch(lead))


@cache
def _bare_step(words: Words) -> Pattern:
    """A word of change alone: 延长9分钟."""
    return re.compile(f"(?:{words.rises.pattern}|{words.falls.pattern})了?")


@cache
def _step_rate() -> Pattern:
    """The rate of a change, called after it: 压减率, 增长幅度."""
    words = relations().words
    return re.compile(
        f"(?:{words.rises.pattern}|{words.falls.pattern})"
        "(?:率|幅度?|比例|时限|时间|工期|环节|周期|用时)了?[为达约到]*"
    )


def _is_short_of(line: Line, old: Mention, step: Mention) -> bool:
    """Whether points are told right behind a standard: 低于90%的要求7.5个百分点."""
    between = line.text[old.end : step.start]
    held = old.figure.role == "target" and relations().words.held_to.fullmatch(between)
    return step.figure.kind == "points" and bool(held)
