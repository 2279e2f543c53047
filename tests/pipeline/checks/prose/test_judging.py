"""What the checks of prose hold back, and what they say of names and digits."""

from __future__ import annotations

from relations import findings, raised, report

DISPUTED = """
全县建成高标准农田28.6万亩。
截至年底，全县建成高标准农田26.8万亩，其中旱地面积12.0万亩、水田面积16.6万亩，共计28.6万亩。
"""
SIGNED = """
实施单位：碧波区园林所
本单位编制人数3人，实有人数2人。
2022年度绿地养护项目绩效评价人员
姓名|单位|签名 / 王一|碧波区园林所| / 李二|碧波区园林所| / 赵三|碧波区园林所|
"""
RETAIL = """
全区社会消费品零售总额210.5亿元。限额以上单位商品零售150.2亿元；餐饮收入12.6亿元。
"""


def rules(text: str) -> list[str]:
    """The rules that raise an alarm."""
    return [one.rule for one in raised(findings(text))]


def test_a_fail_that_a_dispute_explains_is_held_back() -> None:
    assert rules(DISPUTED) == ["P16"]


def test_swapped_digits_are_a_hint_and_no_alarm() -> None:
    text = "全年执行数为8642.35万元。\n截至年底，全年执行数为8624.35万元。"
    hints = [one for one in findings(text) if one.rule == "P30"]
    assert [one.severity for one in hints] == ["info"]


def test_an_open_list_may_leave_things_out() -> None:
    assert rules("全年支出600万元，其中城区支出200万元、农村支出300万元等。") == []


def test_the_message_says_what_was_compared_and_how() -> None:
    (finding,) = raised(findings("全年完成道路40公里，其中城区道路15公里、农村道路20公里。"))
    assert finding.message == "道路的各分项之和与总数不符：15 + 20 = 35 ≠ 40。"
    assert [quote.text for quote in finding.quotes] == ["15公里", "20公里", "40公里"]


def test_parts_of_another_scope_are_not_compared() -> None:
    told = [(one.rule, one.verdict) for one in findings(RETAIL)]
    assert ("P01", "not_comparable") in told
    assert ("P02", "ok") in told


def test_more_signers_than_staff_are_told() -> None:
    assert rules(SIGNED) == ["P29"]


def test_quotes_stand_where_they_say() -> None:
    text = "全年完成道路40公里，其中城区道路15公里、农村道路20公里。"
    blocks = {passage.block: passage.text for passage in report(text).passages}
    places = [quote for finding in findings(text) for quote in finding.quotes]
    said = [blocks[quote.place.block][quote.place.start : quote.place.end] for quote in places]
    assert said == [quote.text for quote in places]


def test_what_was_reached_on_the_way_is_no_target() -> None:
    text = "“设备上平台900家”的目标在6月末已实现1100家，年末实际完成1800家，为目标值的{}。"
    assert [one.statement for one in findings(text.format("200%")) if one.rule == "P04"] == [
        "1800 ÷ 900 = 200%"
    ]
    assert rules(text.format("150%")) == ["P04"]


def test_parts_of_money_hardly_above_the_whole_were_meant_to_be_it() -> None:
    many = "全年支出600万元，其中设备购置320万元、信息平台200万元、宣传活动{}万元。"
    two = "全年支出600万元，其中设备购置400万元、信息平台{}万元。"
    assert rules(many.format(80)) == rules(two.format(200)) == []
    assert rules(many.format(105)) == rules(two.format(205)) == ["P01"]
    assert rules(two.format(350)) == []
