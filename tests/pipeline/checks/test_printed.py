"""How numbers stand in proof lines: in digits, with the unit that the digits are in."""

from __future__ import annotations

from fractions import Fraction

import pytest

from heshu.pipeline.checks.case import Case
from heshu.schemas.finding import Finding
from relations import findings, report

IN_DIGITS = {
    "支出二百万元": ("200", "万元", 10**4),
    "支出一亿二千万元": ("12000", "万元", 10**4),
    "支出1亿2千万元": ("12000", "万元", 10**4),
    "支出3500余万元": ("3500余", "万元", 10**4),
    "支出1,234.50万元": ("1,234.50", "万元", 10**4),
    "支出0.00万元": ("0.00", "万元", 10**4),
    "支出二百万零三十元": ("2000030", "元", 1),
    "补助100—200万元": ("100-200", "万元", 10**4),
    "培训十二万五千人": ("125000", "人", 1),
    "培训十余人": ("10余", "人", 1),
    "新修三点五公里": ("3.5", "公里", 1000),
    "占比百分之九十七点六": ("97.6%", "", Fraction(1, 100)),
    "占比五成": ("50%", "", Fraction(1, 100)),
    "发生率5‰": ("5‰", "", Fraction(1, 1000)),
}


@pytest.mark.parametrize("text", IN_DIGITS)
def test_a_number_is_told_in_digits(text: str) -> None:
    source = Case.of(report(f"全年{text}。")).term(0).sources[0]
    assert (source.printed, source.unit_text, source.scale) == IN_DIGITS[text]


def line(text: str, rule: str) -> str:
    found: list[Finding] = [one for one in findings(text) if one.rule == rule]
    return found[0].statement


def test_sums_of_numbers_in_words_are_shown_in_their_own_unit() -> None:
    text = "项目总投资二百六十万元，其中中央资金一百二十万元、省级资金一百一十万元。"
    assert line(text, "P01") == "120 + 110 = 230 ≠ 260"


def test_units_are_shown_where_they_differ() -> None:
    text = "项目总投资1.25亿元，其中中央资金6000万元、省级资金5000万元、市级资金800万元。"
    assert line(text, "P01") == "6000万元 + 5000万元 + 800万元 = 1.18亿元 ≠ 1.25亿元"


def test_doubling_is_a_multiple() -> None:
    assert line("服务站由15个增加到30个，实现翻一番。", "P18") == "15 × 2 = 30"


def test_calculations_on_both_sides_that_agree_only_nearly_say_so() -> None:
    text = "粮食产量80.3万吨，下降2.4%。其中夏粮14.8万吨，增长1.4%；秋粮65.5万吨，下降3.2%。"
    assert "≈" in line(text, "P08")
