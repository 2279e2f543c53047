"""Projects that a text names: in the sentence with the money, or in the heading over it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...schemas.passage import Passage
from ...schemas.report import Section
from ..structure.table_grid import REMEMBERED
from ..text.headings import squeeze
from .words import fund_source, is_no_project, is_whole_money

_KIND = r"(?:项目|经费|资金|工程|补助|补贴|专项)"
_JUDGED = r"(?:支出)?(?:绩效)?(?:自评|自我评价|评价)(?:情况|结果)?(?:综述|得分|情况|结果|总结|:)"
_MARK = r"\s*(?:[(]?\d+[.、)]|[①-⑳]|[一二三四五六七八九十]是)?\s*"
_NAMED = re.compile(
    rf"(?:^|[。;:,]){_MARK}(?P<name>(?:(?!\d[\d.]*[万亿]?[元分%])[^。;:,]){{2,40}}?){_JUDGED}"
)
_LISTED = re.compile(
    r"^\s*(?P<mark>[(]?(?:\d+|[一二三四五六七八九十]+)[.、)]|[①-⑳])?\s*"
    rf"(?P<name>[^。;:,\d本该为]{{2,40}}?{_KIND})(?(mark)[:,]|:)"
)
_ENUMERATED = re.compile(
    rf"(?:^|[。;:]){_MARK}(?P<name>[^。;:,、\d]{{2,30}}?{_KIND})"
    r"(?:,|(?=(?:年初|全年|本年|年度)*(?:预算|执行|支出|安排)[^,。;]{0,6}\d))"
)
_BEGUN = re.compile(
    "(?:[把将对与和及在经并由按以从]|进行|开展|组织|做好|强化|加强|推进|结合)$|^(?:根据|按照)"
)
"""What leads on to 自评 and names nothing: 2024年将 [把] 自评结果."""
_LABEL = "项目名称"
_LABELLED = re.compile(rf"{_MARK}{_LABEL}:\s*(?P<name>\S.{{1,40}}?)\s*")
_TITLED = re.compile(
    rf"(?P<name>.{{2,40}}?{_KIND})(?:支出)?(?:绩效)?(?:自评|自我评价|评价)?"
    r"(?:目标)?(?:完成|实施)?(?:情况|结果)?(?:综述|总结|分析)?"
)
_SOURCES = frozenset({"central", "province", "city", "county", "self_raised", "carryover", "bond"})
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """A project's name, and where in the passage what is said of it begins."""

    name: str
    start: int


def naming_before(passage: Passage, before: str) -> Naming | None:
    """The project named last before a figure of the passage; null where none is named."""
    return (
        _last(_NAMED, passage, before)
        or _last(_LISTED, passage, before)
        or (_last(_ENUMERATED, passage, before) if _enumerates(passage) else None)
    )


def _enumerates(passage: Passage) -> bool:
    """Whether several projects are told of side by side."""
    return len(_ENUMERATED.findall(passage.folded)) >= _FEWEST


def _last(pattern: re.Pattern[str], passage: Passage, before: str) -> Naming | None:
    spans = [match.span("name") for match in pattern.finditer(before)]
    named = ((passage.text[slice(*span)].strip(), span[0]) for span in reversed(spans))
    return next((Naming(*each) for each in named if _is_name(each[0])), None)


def _is_name(name: str) -> bool:
    """Whether the words name a project, not all money nor the beginning of a sentence."""
    return not is_whole_money(name) and not _BEGUN.search(name)


def projects_over(prose: Sequence[Passage], sections: Sequence[Section]) -> Mapping[int, str]:
    """The project that the heading or the label 项目名称： over a paragraph names, by its block."""
    headed, labels = _projects_of_sections(sections), _labelled(prose)
    names: dict[int, str] = {}
    label: str | None = None
    for passage in prose:
        label = labels.get(passage.block, label)
        name = label or headed.get(-1 if passage.section is None else passage.section)
        if name:
            names[passage.block] = name
    return names


def _labelled(prose: Sequence[Passage]) -> Mapping[int, str]:
    """The projects of lines 项目名称：…, by their blocks; none where there is only one."""
    found = ((p, _LABELLED.fullmatch(p.folded)) for p in prose if _LABEL in p.folded)
    names = {p.block: p.text[slice(*match.span("name"))] for p, match in found if match}
    return names if len(names) >= _FEWEST else {}


def _projects_of_sections(sections: Sequence[Section]) -> Mapping[int, str]:
    """The project that each section is about, by its index; a section's parts are about it too.

    Only headings beside each other name projects: one alone may head the money of the whole.
    """
    above = [_above(sections, at) for at in range(len(sections))]
    titled = [_titled(section.title) for section in sections]
    beside = [(section.level, over) for section, over in zip(sections, above, strict=True)]
    sisters = Counter(place for place, name in zip(beside, titled, strict=True) if name)
    names: dict[int, str] = {}
    for at, over in enumerate(above):
        own = titled[at] if sisters[beside[at]] >= _FEWEST else None
        name = own or (None if over is None else names.get(over))
        if name:
            names[at] = name
    return names


def _above(sections: Sequence[Section], at: int) -> int | None:
    places = (i for i in range(at - 1, -1, -1) if sections[i].level < sections[at].level)
    return next(places, None)


@lru_cache(REMEMBERED)
def _titled(title: str) -> str | None:
    """The project that a heading names; null for sources and uses of money."""
    found = _TITLED.fullmatch(squeeze(title))
    name = found["name"] if found else None
    if name is None or is_whole_money(name) or is_no_project(name):
        return None
    return None if fund_source(name) in _SOURCES else name
