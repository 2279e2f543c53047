"""Find the figures of a text: rules at every numeral, then ranges, lists and comparators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..text.numerals import CHINESE_DIGIT, NUMERAL, SPOKEN
from ..text.tokens import word_edges
from . import amount, count, measure, multiple, rank, rate, score
from .comparators import comparator_of
from .found import Found
from .lists import distribute
from .names import hide_names
from .ranges import read_stretch
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *rate.RULES,
    *amount.MONEY,
    *multiple.RULES,
    *rank.RULES,
    *score.RULES,
    *measure.RULES,
    *count.RULES,
    *count.PEOPLE,
    *amount.BARE_MONEY,
    *count.BARE_COUNT,
)
_SAID = f"{CHINESE_DIGIT[1:-1]}十百千万亿拾佰仟廿卅第半负首翻"
_ANCHOR = re.compile(
    rf"[\d\-$￥€£A-Z{_SAID}](?:(?<=[{_SAID}])|(?<=\d)(?<![\d_.].)"
    r"|(?<=-)(?<![\d_.A-Za-z%‰)\]\-\ue000].)(?=\d)"
    r"|(?<=[$￥€£A-Z])(?<![A-Za-z].)(?:(?<=[$￥€£])|(?<=U)(?=S\$)|(?<=H)(?=K\$)|(?=[A-Z]{2} ?\d)))"
)
"""Where a figure can begin: its first character comes first, for that is sought fastest."""

_NUMBER = re.compile(rf"{NUMERAL}\s{{0,2}}")
_LONE_WORD = re.compile(rf"[{SPOKEN}](?=[^{SPOKEN}点余多来\s])(?!(?<=零)下)")
"""A number of one word, which is no sign (零下) and goes on in no other way."""
_FOLLOWING = frozenset("".join(rule.follows for rule in RULES))
_NO_UNIT = "."
"""Stands for all that no unit begins with."""
_SHORT = 24
_BARE = re.compile("[百千万亿]+")
_MODIFIER = "近超约逾上过达共"
_SIGNS = (">", "<", "≥", "≤", "=")
_SENTENCE = re.compile(r"[^。;!?\n]*")
_SENTENCE_END = re.compile("[。;!?\n]")


def read_figures_in(folded: str) -> tuple[Found, ...]:
    """Every figure of the folded text, in order."""
    if not _ANCHOR.search(folded):
        return ()
    return _read_short(folded) if len(folded) <= _SHORT else tuple(_read(folded))


@lru_cache(maxsize=4096)
def _read_short(folded: str) -> tuple[Found, ...]:
    """The figures of a cell or label, which are printed again and again (≥95%, 100%)."""
    return tuple(_read(folded))


def _read(folded: str) -> Iterator[Found]:
    text = hide_names(folded)
    for one in distribute(text, list(_scan(text))):
        before, after = text[max(one.start - 18, 0) : one.start], text[one.end : one.end + 8]
        if _is_class(one) and not _widened(before):
            continue
        comparator = one.reading.comparator or comparator_of(before, after)
        if one.reading.numeral.more:
            comparator = "plus"
        yield one if comparator == "eq" else one._replace(comparator=comparator)


def _widened(before: str) -> bool:
    """Whether a word (过, 超, 近), and no sign of a blank never filled (>> 万元), stands before."""
    return comparator_of(before, "") != "eq" and not before.rstrip().endswith(_SIGNS)


def _is_class(found: Found) -> bool:
    """Whether the number is a magnitude alone (千亿元): one only behind 过, 超, 近."""
    measured = found.rule.kind in {"amount", "count", "measure"}
    return measured and bool(_BARE.fullmatch(found.reading.number_text))


def read_whole(text: str) -> Found | None:
    """The figure that is the whole of a text known to hold no name; null where it is none."""
    found = _read_at(text, 0)
    return found if found and found.end == len(text) else None


def _scan(text: str) -> Iterator[Found]:
    end = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        if start < end:
            continue
        stretch = read_stretch(text, start, _read_at)
        if stretch is None:
            continue
        end = stretch.end
        if stretch.found is not None:
            yield stretch.found


def _read_at(text: str, start: int) -> Found | None:
    """The figure that begins here, by the first rule that reads one."""
    if start >= len(text):
        return None
    first = "0" if text[start].isdecimal() else text[start]
    for rule in _rules_for(first, _behind(text, start)):
        match = rule.regex.match(text, start)
        reading = rule.read(match) if match else None
        if match and reading:
            found = Found(start, match.end(), rule, reading)
            return None if _inside_word(text, found) else found
    return None


def _behind(text: str, start: int) -> str:
    """What stands behind the number that begins here, of a unit; empty where that is unsure."""
    number = (_NUMBER if text[start].isdecimal() else _LONE_WORD).match(text, start)
    behind = text[number.end() : number.end() + 1] if number else ""
    return behind if not behind or behind in _FOLLOWING else _NO_UNIT


@lru_cache(maxsize=4096)
def _rules_for(first: str, behind: str) -> tuple[Rule, ...]:
    """The rules that can match at a character with this one behind its number."""
    return tuple(rule for rule in RULES if rule.fits(first, behind))


def _inside_word(text: str, found: Found) -> bool:
    """Whether a number in words is a part of a longer word (一次性, 三位一体)."""
    if not found.reading.numeral.spelled or found.rule.kind not in {"count", "measure"}:
        return False
    first = max((m.end() for m in _SENTENCE_END.finditer(text, 0, found.start)), default=0)
    sentence = _SENTENCE.match(text, first)
    assert sentence is not None
    edges = word_edges(sentence[0])
    start = found.start - first
    begins = start in edges or (start - 1 in edges and text[found.start - 1] in _MODIFIER)
    return not begins or found.end - first not in edges
