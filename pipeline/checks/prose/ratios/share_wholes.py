"""The whole that a share is said to be of, and whether a number has its name."""

from __future__ import annotations

import re

from ..parts.parallel import deed
from ..reading.lines import Line
from ..reading.mentions import Mention
from ..reading.names import bare, is_specific
from ..reading.part_words import part_words
from ..reading.words import relations

_TWO = 2
_LIKE = re.compile(r"(?:相当于|约?为|是|达到?)(?P<whole>[^,;。:()\d]{2,16})的(?:约|近)?$")
_MARKS = re.compile(r"[\s(]*(?:[\d一二三四五六七八九十]+[)、.是])*")


def whole_named(rate: Mention) -> str | None:
    """The whole that is named after 占; what stands before it names the part (省级占27%)."""
    scope, (before, share, behind) = rate.figure.scope, rate.lead.partition("占")
    if share and scope and scope not in behind:
        return None
    if scope in (None, "其中") and not share:
        like = _LIKE.search(rate.lead)
        return like["whole"] if like else None
    return None if scope in (None, "其中") or scope in before else scope


def is_quantity_of(rate: Mention, told: str) -> bool:
    """Whether the name after 占 is how much of what is ``told`` there is: 完成面积, 受理总量.

    What was done is generic, or among the words of the sentence with the number.
    """
    words, scope = part_words().shares, whole_named(rate) or ""
    counted = words.quantity.search(scope)
    if counted is None or words.pointing.match(scope):
        return False
    done = scope[: counted.start()]
    return not is_specific(done) or done in told


def is_of_those_present(rate: Mention) -> bool:
    """Whether the name after 占 counts all who were there, and does not say what: 到馆人次."""
    _, _, named = rate.lead.partition("占")
    return part_words().shares.present.fullmatch(named.removesuffix("的")) is not None


def money_deed(scope: str) -> str:
    """What the name after 占 says beside that it is money: 下达 of 下达资金."""
    return relations().names.money.sub("", scope)


def is_told_by(whole: Mention, scope: str) -> bool:
    """Whether a whole is told by the deed in the name after 占: 下达 of 下达资金."""
    told = money_deed(scope)
    return len(told) >= _TWO and told in whole.lead


def is_called(line: Line, whole: Mention, scope: str) -> bool:
    """Whether a number is told under the name: by its subject, its deed or its topic.

    新收案件 is 新收11360件 of cases, 应种剂次 is 应种48.6万剂次, 馆藏 what a sentence that
    begins with it adds up.
    """
    words = part_words().shares
    name = words.quantity.sub("", bare(scope))
    if not is_specific(name) or words.pointing.match(scope):
        return False
    subject = words.quantity.sub("", bare(whole.figure.subject))
    named = subject.endswith(name) or _is_told_as(line, whole, name)
    return named or is_topic(line, whole, name)


def _is_told_as(line: Line, whole: Mention, name: str) -> bool:
    """Whether the words before a number end as the name begins, and its unit or topic follows."""
    said, (start, _) = deed(whole), line.sentence_of(whole.start)
    before = line.text[start : whole.start]
    for cut in range(len(name), 1, -1):
        if said.endswith(name[:cut]):
            rest = name[cut:]
            unit = rest and rest.endswith(whole.figure.unit or "\n")
            return not rest or bool(unit) or rest in before
    return False


def is_topic(line: Line, whole: Mention, name: str) -> bool:
    """Whether the number is the sum of what its sentence tells of, from its first word on."""
    start, _ = line.sentence_of(whole.start)
    marks = _MARKS.match(line.text, start)
    begin = marks.end() if marks else start
    summed = relations().words.sum.search(whole.lead)
    return summed is not None and line.text.startswith(name, begin)
