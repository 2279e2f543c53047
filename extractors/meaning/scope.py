"""Among or of whom a figure is measured: words that keep figures from being compared."""

from __future__ import annotations

import re
from itertools import takewhile

from .clauses import Clause
from .measured import group_start
from .vocabulary import NOMINAL

_SIZE = re.compile("规模以[上下]|限额以[上下]|资质以[上下]|规以[上下]|规上|限上|规下|限下")
_PLACE = re.compile("[省市州盟县区旗镇乡村国]$")
_LEADING = frozenset({"de", "hedge", "filler", "preposition", "adverb"})
_GROWN = frozenset({"新增", "净增", "累计"})
_LEVEL = re.compile(r"^(国家级|省级|市级|区级|县级|镇级|乡级|村级|中央|部级)")


def scope(clause: Clause, name: str, *, part: bool) -> str | None:
    """The scope that the clause gives; null where it gives none."""
    return (
        _whole(clause)
        or _threshold(clause)
        or _named(clause, name)
        or _kept_apart(clause, name, part=part)
    )


def lead_scope(text: str) -> str | None:
    """The size class (限额以上) that a clause without figures sets for those after it."""
    match = _SIZE.search(text)
    return match[0] if match else None


def _whole(clause: Clause) -> str | None:
    """Of what a share is: 占 [全区税收] 的 51%."""
    relation = clause.relations.get("share")
    if not relation:
        return None
    inner = [w for w in clause.words[relation.start + 1 : relation.end - 1] if w.kind != "figure"]
    while inner and (inner[-1].kind in _LEADING or inner[-1].text in {"比重", "比例", "比率"}):
        inner.pop()
    return "".join([word.text for word in inner]) or None


def _threshold(clause: Clause) -> str | None:
    """A size before the counted thing: [5000平方米以上] 楼宇 78栋."""
    low = clause.low
    if 0 < low < clause.at and clause.words.texts[low] in {"以上", "以下"}:
        told = clause.words.kinds[low - 1] == "figure"
        return clause.words.text(low - 1, low + 1) if told else None
    return None


def _named(clause: Clause, name: str) -> str | None:
    """Scope words of the clause: 全区, 限额以上; both where they stand together."""
    text = clause.words.text(clause.opening, clause.at)
    places = _places(clause)
    if clause.figure.sort == "rank":
        return places[-1] if places else _field(clause)
    size = _SIZE.search(text) or _SIZE.search(name)
    if size and places and places[-1] + size[0] in text:
        return places[-1] + size[0]
    return size[0] if size else places[-1] if places else None


def _places(clause: Clause) -> list[str]:
    kinds = clause.words.kinds[clause.opening : clause.at]
    if "scope" not in kinds:
        return []
    texts = clause.words.texts[clause.opening : clause.at]
    return [text for text, kind in zip(texts, kinds, strict=True) if kind == "scope"]


def _field(clause: Clause) -> str | None:
    """The place among whose parts something ranks: 在 [万宁区] 排名第四."""
    start = group_start(clause.words, clause.opening, clause.at)
    names = takewhile(lambda word: word.kind in NOMINAL, clause.words[start + 1 : clause.at])
    field = "".join([word.text for word in names])
    return field if _PLACE.search(field) else None


def _kept_apart(clause: Clause, name: str, *, part: bool) -> str | None:
    """What else is never added up or compared: levels, new ones, running totals, parts."""
    level = _LEVEL.match(name)
    if level:
        return level[0]
    if clause.says(_GROWN):
        return next(text for text in reversed(clause.lead_texts) if text in _GROWN)
    return "其中" if part else None
