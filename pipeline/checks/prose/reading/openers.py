"""Where a text opens the parts of a whole: 其中, 按用途分, 主要用于, a colon or a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from .....schemas.record import record
from .lines import Line
from .mentions import Mention
from .part_words import part_words
from .words import relations

_AGAIN = re.compile(
    r"(?:^|(?<=[,;。]))(?:而|在|则|其|上述|这[些笔项批]?|该)*(?P<name>[^,;:。()\d]{2,12}?)"
    r"(?:[当之]?中|里|内)(?:[面部])?(?:[,:]|又?以)"
)
_MARK = re.compile(r"[^,;。:()\d]{0,8}([:(])(?!其中|包括)")
_STOP = re.compile("[,;。:()!?]")
_DIVIDED = re.compile("[看计算划统区归来度月类次][,:分]|分[^,:]{1,4}[,:]")
_SPREAD = re.compile(
    "上看|分布|投向|安排给|[来出源]自|[两二三四五六七八九](?:[项类块笔部方渠]|个渠)"
)
"""Where none stands, no opener of more words need be looked for."""
_FEWEST = 3


@record
class Opener:
    """Words that open parts, and what they say of them.

    ``divides``: nothing is left out. ``asks_several``: one number alone is no part. ``each``:
    one number follows for each of the things before. ``closed``: the list ends with its form.
    ``purpose``: what money went for. ``whole``: what it is of, null where that is to be found.
    """

    start: int
    end: int
    divides: bool = False
    asks_several: bool = False
    each: bool = False
    closed: bool = False
    purpose: bool = False
    whole: Mention | None = None


def openers(line: Line) -> Iterator[Opener]:
    """Every place of the line where parts are opened."""
    words, more = relations().words, part_words().openers
    closed = words.closed.finditer(line.text) if words.sources.search(line.text) else ()
    divided = more.division.finditer(line.text) if line.says(_DIVIDED) else ()
    for match in chain(closed, words.division.finditer(line.text), divided):
        yield Opener(match.start(), match.end(), divides=True)
    for match in more.purpose.finditer(line.text) if "amount" in line.kinds else ():
        yield Opener(match.start(), match.end(), asks_several=True, purpose=True)
    for match in more.parts.finditer(line.text) if line.says(_SPREAD) else ():
        yield Opener(match.start(), match.end(), asks_several=True)
    for match in words.parts.finditer(line.text):
        each = bool(words.each.match(match[0]))
        bare = each and words.bare.search(line.text, 0, match.start())
        yield Opener(match.start(), match.end(), divides=bool(bare), each=each)
    yield from _named_openers(line)
    yield from _marks(line)


def _marks(line: Line) -> Iterator[Opener]:
    """Colons and brackets right behind a number, and the comma behind the number of all."""
    marked = ":" in line.text or "(" in line.text
    for mention in line.mentions if marked else ():
        match = _MARK.match(line.text, mention.end) if mention.is_level else None
        if match:
            yield Opener(match.end() - 1, match.end(), asks_several=True, closed=match[1] == ":")
    for mention in line.stated if "、" in line.text else ():
        if line.text.startswith(",", mention.end) and _is_listed(line, mention):
            at = mention.end
            yield Opener(at, at + 1, asks_several=True, closed=True, whole=mention)


def _is_listed(line: Line, whole: Mention) -> bool:
    """Whether the number of all is followed by a list that ends the clause: 共18户，甲9户、…."""
    if not relations().words.whole.search(whole.lead):
        return False
    _, end = line.sentence_of(whole.start)
    stop = _STOP.search(line.text, whole.end + 1, end)
    told = line.within(whole.end, stop.start() if stop else end)
    parted = all("、" in line.text[one.end : other.start] for one, other in pairwise(told))
    alike = all(m.is_stated and m.unit_kind == whole.unit_kind for m in told)
    return len(told) >= _FEWEST and parted and alike and (stop is None or stop[0] in ";。")


def _named_openers(line: Line) -> Iterator[Opener]:
    """Where the thing that was counted before is named again: 卫生人员 812人。卫生人员中，."""
    for match in _AGAIN.finditer(line.text) if line.says(_AGAIN) else ():
        before = (m for m in reversed(line.within(0, match.start())) if m.is_stated)
        whole = next((m for m in before if _is_named(m, match["name"])), None)
        if whole:
            yield Opener(match.start(), match.end(), whole=whole)


def _is_named(whole: Mention, said: str) -> bool:
    """Whether a name is the whole's own, or begins with what was done (审结案件 of 审结)."""
    subject = whole.figure.subject or ""
    return said in subject or (len(subject) > 1 and said.startswith(subject))
