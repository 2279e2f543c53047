"""Relations whose numbers stand in different paragraphs, or in reports of different years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heshu.pipeline.checks.engine import compare
from heshu.schemas.document import Paragraph
from heshu.schemas.report import Report

from ..reading import checked, document
from ..small import SIGNED, TITLE, prose

SPENT = (
    "一、资金安排\n省级补助320万元，县级配套80万元，总计400万元。",
    "二、资金执行\n上述资金全部到位，累计支出{}万元，总体执行率95%；未支出的{}万元为质保金。",
)
SHARES = (
    "一、资金规模\n全县共收到各级专项资金1200万元。",
    "二、资金使用\n产业类投入{}万元，占资金总量的60%。",
)


def spent(rule: str, amount: str, left: str) -> list[str]:
    return prose(rule, *SPENT[0].split("\n"), *SPENT[1].format(amount, left).split("\n"))


def test_a_rate_and_a_rest_are_of_the_total_told_before() -> None:
    assert spent("F02", "380", "20") == ["ok 380 ÷ 400 = 95%"]
    assert spent("F06", "380", "20") == ["ok 400 - 380 = 20"]


def test_a_total_of_another_paragraph_that_does_not_fit_proves_nothing() -> None:
    assert spent("F02", "360", "20") == []
    assert spent("F06", "360", "20") == []


@pytest.mark.parametrize(
    ("amount", "line"), [("720", "ok 720 ÷ 1200 = 60%"), ("760", "fail 760 ÷ 1200 = 63.33% ≠ 60%")]
)
def test_a_share_of_all_the_money_is_of_what_was_received(amount: str, line: str) -> None:
    lines = [*SHARES[0].split("\n"), *SHARES[1].format(amount).split("\n")]
    assert prose("P03", *lines) == [line]


def test_a_leap_from_one_report_to_the_next_is_worth_a_look() -> None:
    found: list[Report] = []
    for year, amount, doc_id in ((2022, "86万元", "0" * 16), (2023, "8.6亿元", "1" * 16)):
        lines = (TITLE, f"一、概况\n全年粮食烘干补贴{amount}。", *SIGNED)
        text = "\n".join(lines).replace("2022", str(year)).replace("2023年3月", f"{year + 1}年3月")
        made = document(*map(Paragraph, text.split("\n")))
        found += checked(replace(made, doc_id=doc_id))
    leaps = [one.statement for one in compare(found) if one.rule == "P23"]
    assert leaps == ["8.6亿元 ÷ 86万元 = 1000"]
