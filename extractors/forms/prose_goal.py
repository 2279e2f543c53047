"""The goal that a paragraph states behind 绩效目标：."""

from __future__ import annotations

import re

from ...schemas.report import Report

_GOAL = re.compile(
    r"^\s*(?:\d+[.、]\s*)?(?:项目)?(?:总体|年度|年度总体)?(?:绩效)?目标:\s*(?P<goal>.+)$", re.DOTALL
)


def goal_in_prose(report: Report) -> str | None:
    """The text behind the first 绩效目标： of the report; null where there is none."""
    for passage in report.passages:
        found = _GOAL.match(passage.folded) if passage.cell is None else None
        if found:
            return passage.text[found.start("goal") :].strip()
    return None
