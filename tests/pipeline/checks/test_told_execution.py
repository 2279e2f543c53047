"""Budget, spending and rate of a report that tells them in sentences alone."""

from __future__ import annotations

import pytest

from .small import prose

HEAD = "一、资金使用情况"


@pytest.mark.parametrize(
    ("line", "statements"),
    [
        ("预算480万元，支出456万元，执行率95%。", ["ok 456 ÷ 480 = 95%"]),
        ("预算480万元，支出456万元，执行率98%。", ["fail 456 ÷ 480 = 95.00% ≠ 98%"]),
        (
            "部门预算1200万元，其中项目支出480万元。项目支出执行456万元，执行率95%。",
            ["ok 456 ÷ 480 = 95%"],
        ),
    ],
)
def test_the_rate_is_of_the_budget_or_of_an_amount_beside_it(
    line: str, statements: list[str]
) -> None:
    assert prose("F02", HEAD, line) == statements


def test_no_more_is_spent_than_the_budget() -> None:
    assert prose("F04", HEAD, "预算480万元，支出496万元。") == ["fail 496 > 480"]


def test_one_of_several_payments_in_is_not_the_budget() -> None:
    lines = (
        "2023年共下达补助资金240万元。",
        "2022年12月下达补助资金60万元，2023年8月下达补助资金180万元。",
        "全区共发放补助资金150万元。",
    )
    assert "fail" not in " ".join(prose("F04", HEAD, *lines))
