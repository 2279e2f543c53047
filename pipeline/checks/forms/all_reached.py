"""X06: sentences say that every indicator reached its target, and the form has one that did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....schemas.finding import Finding, Quote
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import sentences
from .scores import met, rows

_ALL = re.compile(
    "(?:(?:各项|所有|全部|全体)(?:的?(?:绩效|考核|三级|目标|预期|年度|项目))*指标(?:值|任务|目标)?"
    "(?:均|都|全部)(?:已|能够)?(?:按[时期质量计划]+|如期|圆满|顺利|全面|超额)*"
    "|(?:绩效|三级)指标(?:均|都|已?全部)(?:已|能够)?(?:按[时期质量计划]+|如期|圆满|顺利|全面)*)"
    "(?:完成|达标|达到|达成|实现)"
)
_BUT = re.compile(
    "除|外|基本|未|不|部分|个别|多数|主要|部门|要求|确保|力争|如果?|若|是否|下一步|上年|去年|往年"
)
"""The sentence leaves some out, or speaks of what is to be."""


def all_reached(case: Case) -> Iterator[Finding]:
    """X06: 各项指标均已完成 against rows whose results miss their targets, told once."""
    if len(case.report.projects) != 1 or not case.holds(_ALL):
        return
    missed = [row for row in rows(case) if met(row) is False and row.actual and row.target]
    claimed = _claimed(case) if missed else None
    for row in missed[:1] if claimed else ():
        if claimed and row.actual and row.target:
            most = row.indicator.comparator in {"le", "under"}
            sign = ">" if most else "<"
            line = f"{row.actual.text()} {sign} {row.target.text()}，“{claimed.text}”"
            matter = f"{row.indicator.name}未完成指标值，正文却称“{claimed.text}”"
            quotes = [source.quote for source in (row.actual + row.target).sources]
            claim = Claim("X06", case.report, matter)
            yield remark(claim, "fail", line, [*quotes, claimed], [row.indicator.name])


def _claimed(case: Case) -> Quote | None:
    """The first words that say so of all indicators."""
    for passage in case.report.passages:
        for sentence in sentences(passage) if passage.cell is None else ():
            found = _ALL.search(sentence[0])
            if found and not _BUT.search(sentence[0]):
                start = sentence.start()
                return case.quoted(passage, start + found.start(), start + found.end())
    return None


CHECKS = (Check("X06", all_reached),)
