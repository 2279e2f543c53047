"""C04: evaluations against the budget and the final accounts of the same unit and year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heshu.pipeline.checks.engine import compare
from heshu.schemas.document import Paragraph
from heshu.schemas.report import Report

from .faults.written import LIST_OF_PROJECTS
from .reading import checked, document

BUDGET = (
    "云陵县水利局2022年部门预算公开说明",
    "一、收支情况",
    "2022年支出预算总额1200万元，其中：基本支出300万元，项目支出900万元。",
    "二、项目支出",
    "渠道清淤预算{}万元，主要用于干渠清淤。",
    "云陵县水利局",
    "2022年2月10日",
)
ACCOUNTS = (
    "2022年度云陵县水利局部门决算",
    "支出决算情况说明",
    "2022年度支出总计1150万元，其中：基本支出290万元，项目支出{}万元。",
    "云陵县水利局",
    "2023年8月10日",
)


def told(*lines: str) -> list[str]:
    """What C04 says of a list of projects beside a document with these lines."""
    evaluated = checked(document(*LIST_OF_PROJECTS))
    published = replace(document(*map(Paragraph, lines)), doc_id="1" * 16)
    return c04([*evaluated, *checked(published)])


def c04(reports: list[Report]) -> list[str]:
    found = (one for one in compare(reports) if one.rule == "C04")
    return [f"{one.verdict} {one.statement}" for one in found]


def published_list(amount: str) -> list[str]:
    """The same, for a budget that lists its projects in a table."""
    blocks = [
        replace(block, text=block.text.replace("项目支出绩效自评汇总报告", "部门预算"))
        if isinstance(block, Paragraph)
        else replace(
            block,
            cells=tuple(
                replace(cell, text=cell.text.replace("200.00", amount)) for cell in block.cells
            ),
        )
        for block in LIST_OF_PROJECTS
    ]
    published = checked(replace(document(*blocks), doc_id="1" * 16))
    return c04([*checked(document(*LIST_OF_PROJECTS)), *published])


def test_budgets_of_projects_are_those_published() -> None:
    assert "ok 200.00 = 200.00" in published_list("200.00")
    assert "fail 200.00 ≠ 260.00" in published_list("260.00")


@pytest.mark.parametrize(("spent", "verdict"), [("850", "ok"), ("180", "fail")])
def test_no_project_spends_more_than_the_accounts_tell(spent: str, verdict: str) -> None:
    lines = told(*(line.format(spent) for line in ACCOUNTS))
    sign = "≤" if verdict == "ok" else ">"
    assert lines[0] == f"{verdict} 209.00 {sign} {spent}"


def test_another_year_or_unit_is_not_compared() -> None:
    lines = [line.format("180") for line in ACCOUNTS]
    assert told(*(line.replace("2022", "2021") for line in lines)) == []
    assert told(*(line.replace("水利局", "林业局") for line in lines)) == []


def test_a_published_budget_is_no_other_report_of_the_project() -> None:
    published = replace(document(*map(Paragraph, (x.format(260) for x in BUDGET))), doc_id="1" * 16)
    reports = [*checked(document(*LIST_OF_PROJECTS)), *checked(published)]
    assert [one.rule for one in compare(reports) if one.rule == "C03"] == []
