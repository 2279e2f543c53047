"""Hard-wrapped lines joined into the paragraphs that they were."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ...schemas.document import BlockType
from .captions import is_caption
from .lines import Element, Flow, Line, line_of, lines_of
from .marks import is_list_mark
from .phrases import ends_sentence, has_clauses, is_organisation, only_date, starts_with_label
from .title_words import title_wording

_OPENER = re.compile(
    r"(?:20\d\d|二〇)\d*\s*年|截[至止]|目前|同时|此外|另外|其中|根据|按照|依据|通过|围绕|针对|为[了进加深贯切]|综上|总体|"
    r"附[件表:]|注\d*:|备注|说明|主要|下一步|今年|全年|我[局委办县区市镇乡校院]|本[局委办县区市镇乡校院年]"
)
"""Words that begin a paragraph of their own rather than the second half of a sentence."""

_OPEN_END = re.compile(r"[^\W_]$|[,、，(《“\-—~]$")
_UNBALANCED = re.compile(r"[(《“][^)》”]*$")
_CLAUSE_ENDS = (",", "、", "(", "《", "“")
_SHORTEST = 15
_SHORTEST_ITEM = 40
_LONGEST_TITLE = 40
_NOT_CHINESE = re.compile("[^\u4e00-\u9fff]")
_INDENT = re.compile(r"^(?:\u3000{2}|[ \u00a0]{2,}|\t)")


@dataclass(frozen=True, slots=True)
class Ruler:
    """How lines are measured: full ones are at most ``tolerance`` short of the longest."""

    measure: Callable[[str], int]
    tolerance: int
    narrowest: int

    def width(self, texts: Sequence[str]) -> int | None:
        """The width at which these lines are cut; null where they are not of one width."""
        widths = sorted(map(self.measure, texts), reverse=True)
        spare = len(widths) // 50
        for width in widths[spare : spare + 1]:
            full = sum(width - self.tolerance <= other <= width for other in widths)
            if width >= self.narrowest and full >= max(5, 0.3 * len(widths)):
                return width
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """How the text is set: its line's width (null unless lines are of one width), indents."""

    width: int | None
    indented: bool
    ruler: Ruler

    def fills(self, text: str) -> bool:
        """Whether the line is as long as lines are that were cut."""
        if self.width is None:
            return False
        return self.ruler.measure(text.rstrip()) >= self.width - self.ruler.tolerance


def flow_of(elements: Flow, furniture: Mapping[int, BlockType]) -> Flow:
    """Lines and tables in order, without furniture, broken lines joined."""
    elements = [element for element in elements if element.block not in furniture]
    page = page_of(lines_of(elements))
    return _joined(elements, lambda first, second: goes_on(first, second, page))


def _joined(elements: Sequence[Element], joins: Callable[[Line, Line], bool]) -> Flow:
    flow: list[Element] = []
    for element in elements:
        last = flow[-1] if flow else None
        if isinstance(last, Line) and isinstance(element, Line) and joins(last, element):
            flow[-1] = line_of(last.blocks + element.blocks, last.paragraphs + element.paragraphs)
        else:
            flow.append(element)
    return flow


def page_of(lines: Sequence[Line]) -> Page:
    """Whether the lines are cut at one width, and whether paragraphs are indented."""
    texts = [line.paragraph.text.rstrip() for line in lines]
    indents = [bool(_INDENT.match(text)) for text in texts]
    long = [line for line in lines if len(line.bare) > _SHORTEST]
    indented = sum(indents) >= 0.25 * max(len(long), 1) and not all(indents)
    found = ((ruler.width(texts), ruler) for ruler in _RULERS)
    width, ruler = next((one for one in found if one[0] is not None), (None, _RULERS[0]))
    return Page(width, indented, ruler)


def goes_on(first: Line, second: Line, page: Page) -> bool:
    """Whether the second line carries on the sentence that the first one breaks off."""
    if ends_sentence(first) or not _plain(first) or not _plain(second) or _starts(second):
        return False
    if page.indented and _INDENT.match(second.paragraph.text):
        return False
    if page.fills(first.paragraphs[-1].text):
        return True
    if page.indented:
        return _breaks_off(first)
    if page.width is not None:
        return first.bare.endswith(_CLAUSE_ENDS)
    return _breaks_off(first) and not _OPENER.match(second.folded)


def _breaks_off(line: Line) -> bool:
    """Whether running prose ends without an end, as far as the words tell.

    A numbered or labelled phrase is no prose until it is long, or a sentence has ended in it.
    """
    if _UNBALANCED.search(line.bare):
        return True
    marked = line.mark is not None or starts_with_label(line)
    phrase = marked and "。" not in line.bare
    return (
        len(line.bare) >= (_SHORTEST_ITEM if phrase else _SHORTEST)
        and has_clauses(line)
        and bool(_OPEN_END.search(line.bare))
    )


def _plain(line: Line) -> bool:
    return (
        not line.paragraph.centred
        and line.paragraph.outline_level is None
        and all(paragraph.type == "paragraph" for paragraph in line.paragraphs)
        and only_date(line.folded) is None
        and not is_organisation(line.bare)
    )


def _starts(line: Line) -> bool:
    """Whether the line plainly begins something: a heading, an item, a label, a caption."""
    return (
        line.mark is not None
        or is_list_mark(line.folded)
        or starts_with_label(line)
        or is_caption(line)
        or _is_title(line)
    )


def _is_title(line: Line) -> bool:
    if len(line.bare) > _LONGEST_TITLE or has_clauses(line):
        return False
    wording = title_wording(line.text)
    return wording is not None and not wording.weak


def _columns(text: str) -> int:
    """Columns that the text takes, a Chinese character two."""
    others = _NOT_CHINESE.findall(text)
    return 2 * (len(text) - len(others)) + sum(map(_columns_of, others))


@cache
def _columns_of(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


_RULERS = (
    Ruler(_columns, tolerance=4, narrowest=40),
    Ruler(len, tolerance=3, narrowest=24),
)
"""Lines are cut at a width on paper or, by converters, at a number of characters."""
