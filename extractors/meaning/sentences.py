"""A sentence as a row of words: names, verbs, fillers, and figures and dates as one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from ..text.tokens import words
from .budget_words import BUDGETED, budgeted
from .vocabulary import ends_in, vocabulary
from .words import Mention, Sentence, Word

_SENTENCE_END = re.compile(r"(?:(?<!项[)）])。|[！？!?\n])+")
"""Behind an item (项) a full stop only leads to its money: 行政运行（项）。年初预算为 5万元."""
_CLAUSE_END = re.compile("[，,；;]")
_QUOTED = re.compile(
    r"[“\"‘（(《×✕÷〔\[\d](?:"
    r"(?P<item>(?<=[（(])项[）)])|(?P<name>(?<=[“\"])[^“”\"，。；]{1,24}[”\"]|(?<=‘)[^’，。；]{1,24}’"
    r"|(?<=[（(])(?:[省市州县区旗镇乡村、]{1,7}[）)]"
    r"|(?<=[\u4e00-\u9fff].)(?!其中|含)[\u4e00-\u9fff]{1,5}[）)](?=[\u4e00-\u9fff]{1,6}[数率量额]|[费款金]|经费|支出|决算|预算|团组)))"
    r"|(?P<title>(?<=《)[^》]*》)|(?P<break>(?<=[×✕÷])\s?\d+(?:\.\d+)?%?"
    r"|(?<=\d)(?<![^。;；\n,，:：]\d)\d?[.、](?=[\u4e00-\u9fff“]))"
    r"|(?P<document>(?<=[〔\[])\d{4}[〕\]]第?\d+号文?))"
)
"""What is one word: its first character comes first, for that is sought fastest."""
_PER = re.compile("每[一十百千万]*[^一十百千万][^一十百千万多少约近超达需]?")
_YEARS = re.compile("近?[一二三四五六七八九十两几]+年(多|来|内|间)?")
_MARKS = {
    **dict.fromkeys("，,、；;（）()[]【】。！？!?\n①②③④⑤⑥⑦⑧⑨⑩⑪⑫●•■◆▲★○◇►➢※", "break"),
    **dict.fromkeys("≥≤=<>", "hedge"),
    **dict.fromkeys("“”‘’\"'", "pronoun"),
    **dict.fromkeys(":：", "colon"),
    "的": "de",
}
"""The classes of single characters; a lone quotation mark is part of no name."""
_NO_STEMS = frozenset(
    {
        "de", "break", "figure", "date", "preposition", "pronoun", "hedge", "title", "document",
        "colon", "per",
    }
)  # fmt: skip
_VERBS = frozenset({"verb", "loose_verb", "filler"})
_MOVES = frozenset({"up", "down", "flat"})
_BEFORE_VERBS = _VERBS | {"adverb"}
_APART = frozenset({"figure", "date", "break", "title", "document", "colon", "de"})
_MASK = "\ufffc"
_PREFIXES = frozenset("新每应实")
_DUE = re.compile("[应实][种检收缴征补退发付报评查办建训考交]")
"""What is due and what came of it: 应种 5.2万剂次，实种 5.1万剂次."""
_FROM = frozenset({"由", "从"})
_TO = frozenset("到至为成")
_FAR = 12
"""How many words behind 由 the value stands that it came to, at most."""
_PREFIXED = {"每": "per", "新": "verb"}
_LONGEST = 3
"""How many of jieba's words one listed word may be cut into."""


def sentences(folded: str, mentions: Sequence[Mention]) -> Iterator[Sentence]:
    """Every sentence that holds a figure, up to the end of the last one's clause.

    ``mentions`` stand in order and do not overlap.
    """
    bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(folded)), len(folded)]
    at = 0
    for start, end in pairwise(bounds):
        first = at
        while at < len(mentions) and mentions[at].start < end:
            at += 1
        inside = mentions[first:at]
        told = max((mention.end for mention in inside if mention.kind == "figure"), default=0)
        if told:
            clause = _CLAUSE_END.search(folded, told, end)
            stop = clause.end() if clause else end
            cut = _turned(_suffixed(_words(folded, start, stop, inside)))
            yield Sentence(budgeted(cut) if BUDGETED.search(folded, start, stop) else cut)


def _words(folded: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Word]:
    """The tokeniser's words, with mentions, quoted names and titles whole; no white space."""
    inside = [mention for mention in mentions if mention.start < end]
    whole = sorted([*inside, *_quoted(folded, start, end, inside)])
    masked = _masked(folded, start, end, whole)
    found: list[Word] = []
    for part in masked.split():
        first = len(found)
        found += _cut(part)
        if first or masked[0].isspace():
            found[first] = found[first]._replace(spaced=True)
    told = iter(whole)
    return [
        _told(folded, next(told), spaced=word.spaced) if word.text == _MASK else word
        for word in found
    ]


def _told(folded: str, mention: Mention, *, spaced: bool) -> Word:
    text = folded[mention.start : mention.end]
    return Word(text, mention.kind, mention.number, mention.sort, spaced)


def _masked(folded: str, start: int, end: int, whole: Sequence[Mention]) -> str:
    """The stretch with one character for every mention, so that it is cut into words at once.

    What the text has of that character stands for an object and is no word.
    """
    between: list[str] = []
    for mention in whole:
        between.append(folded[start : mention.start].replace(_MASK, " "))
        start = mention.end
    return _MASK.join([*between, folded[start:end].replace(_MASK, " ")])


@lru_cache(maxsize=4096)
def _cut(part: str) -> tuple[Word, ...]:
    """The words of a stretch without white space, by the dictionary and by our own lists."""
    return tuple(_listed([*chain.from_iterable(map(_pieces, words(part)))]))


def cut_words(text: str) -> Sequence[Word]:
    """The words of a text that holds no mention, with cut-off ends joined."""
    return _suffixed([word for part in text.split() for word in _cut(part)])


@lru_cache(maxsize=16384)
def _pieces(text: str) -> tuple[Word, ...]:
    """A word with its class, or its two where a filler or a movement is one of them."""
    ends = () if text in vocabulary().classes else (2, len(text) - 1)
    for first, second in ((text[:at], text[at:]) for at in ends):
        if _splits(first, second):
            return (_word(first), _word(second))
    return (_word(text),)


def _word(text: str) -> Word:
    kind = _class(text)
    begins = text in vocabulary().beginnings or text[0] in _PREFIXES
    return Word(text, kind, opens=begins and kind not in _APART)


def _splits(first: str, second: str) -> bool:
    """Whether a word that is not listed is two here: 达到 目标, 追加 预算, 得分 为."""
    names, classes = vocabulary().names, vocabulary().classes
    if second == "为":
        return first in classes
    led = classes.get(first)
    return (
        (led == "filler" and second in names.aims)
        or (led in _MOVES and second in names.of_deeds)
        or (led == "verb" and second in names.states)
        or (led == "time" and second in names.money)
        or (first == "计划" and classes.get(second) in _VERBS)
    )


def _quoted(folded: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names in quotes, brackets in names, titles; what holds a figure is read word by word."""
    for match in _QUOTED.finditer(folded, start, end):
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            yield Mention(match.start(), match.end(), match.lastgroup or "name")


@lru_cache(maxsize=16384)
def _class(text: str) -> str:
    if text in _MARKS:
        return _MARKS[text]
    if "年" in text and _YEARS.fullmatch(text):
        return "time"
    return vocabulary().classes.get(text) or _composed(text)


def _prefixed(text: str) -> bool:
    """Whether the word is of the kind 每千人, 新登记 or 应种."""
    if text[0] == "每":
        return bool(_PER.fullmatch(text))
    if text[0] in "应实":
        return bool(_DUE.fullmatch(text))
    return text[0] == "新" and vocabulary().classes.get(text[1:]) in _VERBS


def _composed(text: str) -> str:
    """The class of a word that is not listed, by its parts: 每千人, 新登记, 立案查处."""
    classes = vocabulary().classes
    if _prefixed(text):
        return _PREFIXED.get(text[0], "name")
    halves = (classes.get(text[:2]), classes.get(text[2:])) if len(text) == 4 else (None, None)
    moves = halves[1] in _MOVES and halves[0] in {"comparison", "adverb"}
    acts = halves[1] in _VERBS and halves[0] in _BEFORE_VERBS
    return halves[1] if halves[1] and (moves or acts) else "name"


def _listed(cut: Sequence[Word]) -> list[Word]:
    """The words, with listed words that the tokeniser cut made whole: 不少 于."""
    whole: list[Word] = []
    end = 0
    for at in [at for at, word in enumerate(cut) if word.opens]:
        size = _size(cut, at) if at >= end else 1
        if size > 1:
            text = "".join([part.text for part in cut[at : at + size]])
            whole += [*cut[end:at], Word(text, _class(text))]
            end = at + size
    return [*whole, *cut[end:]]


def _size(cut: Sequence[Word], at: int) -> int:
    """How many words from ``at`` on are one listed word."""
    classes, beginnings = vocabulary().classes, vocabulary().beginnings
    text, size = cut[at].text, 1
    open_ended = text[0] in _PREFIXES
    for count, word in enumerate(cut[at + 1 : at + _LONGEST], 2):
        if word.kind in _APART or word.text == _MASK:
            break
        text += word.text
        if text in classes or (open_ended and _prefixed(text)):
            size = count
        elif not (open_ended or text in beginnings):
            break
    return size


def _suffixed(cut: Sequence[Word]) -> list[Word]:
    """The words with a cut-off end joined to its stem: 执行 率."""
    suffixes = vocabulary().names.suffixes
    joined: list[Word] = []
    rest = 0
    for at in [at for at, word in enumerate(cut) if word.text in suffixes]:
        joined += cut[rest:at]
        rest = at + 1
        follower = cut[rest].kind if rest < len(cut) else ""
        if joined and _ends(joined[-1], cut[at], follower):
            stem = joined.pop()
            joined.append(Word(stem.text + cut[at].text, "name", spaced=stem.spaced))
        else:
            joined.append(cut[at])
    return [*joined, *cut[rest:]]


def _turned(cut: list[Word]) -> list[Word]:
    """The words with an unlisted verb as one: 由 18块 [扩充] 到 45块."""
    origins = [at for at, word in enumerate(cut) if word.text in _FROM]
    for origin in origins:
        told = [at for at in range(origin, min(origin + _FAR, len(cut))) if cut[at].number >= 0]
        figures = [at for at in told if cut[at].kind == "figure"]
        for at in _turns(cut, figures[0] + 1, figures[1]) if len(figures) > 1 else ():
            cut[at] = cut[at]._replace(kind="loose_verb")
    return cut


def _turns(cut: Sequence[Word], low: int, high: int) -> Iterator[int]:
    """Where verbs stand between two figures, before or with 到, 至, 为 or 成."""
    ends = (at for at in range(low, high) if cut[at].text[-1] in _TO)
    found = next(ends, None)
    end = low if found is None else found
    at = end - 1 if cut[end].text in _TO else end
    word, owners = cut[at], vocabulary().names.owners
    if "break" in [each.kind for each in cut[low : high if found is None else end + 1]]:
        return
    if low <= at and word.kind == "name" and not ends_in(word.text, owners):
        yield at
    yield from (verb for verb in range(low, end) if cut[verb].kind == "verb")


def _ends(stem: Word, end: Word, follower: str) -> bool:
    """Whether a suffix is the cut-off end of the word before; 比 is none before a time (比上年)."""
    if end.spaced or stem.kind in _NO_STEMS or (stem.kind == "adverb" and len(stem.text) == 1):
        return False
    return not (end.text == "比" and (follower in {"time", "date"} or stem.kind == "adverb"))
