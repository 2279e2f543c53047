"""Dates, names, wording: what contradicts itself, and what only looks so."""

from __future__ import annotations

import pytest

from generators.grids import table
from heshu.schemas.document import Paragraph

from .small import SIGNED, TITLE, found, prose, told

DONE = "一、绩效目标完成情况"


def test_a_report_is_signed_after_its_year() -> None:
    assert prose("D02", DONE) == ["ok 2023-03-10 > 2022-12-31"]
    title = Paragraph(TITLE.replace("2022", "2023"), type="title")
    assert told("D02", title, DONE, *SIGNED) == ["fail 2023-03-10 < 2023-12-31"]


def test_a_year_that_is_not_told_is_not_compared() -> None:
    title = Paragraph("云陵县水利局项目支出绩效自评报告", type="title")
    assert told("D02", title, DONE, *SIGNED) == []


@pytest.mark.parametrize(
    "line",
    [
        "下一步将于2023年6月底前完成验收。",
        "力争2023年9月建成投用。",
        "项目计划2023年12月完工。",
        "2022年10月完成主体工程。",
        "2023年2月15日召开自评布置会。",
    ],
)
def test_plans_and_earlier_events_are_no_alarm(line: str) -> None:
    assert prose("D04", DONE, line) == []


def test_what_was_done_after_the_signing_is_told() -> None:
    assert prose("D04", DONE, "2023年8月组织了专家验收。") == ["fail 2023-08 > 2023-03-10"]


@pytest.mark.parametrize(
    "line",
    [
        "来源：财务科   2023-07-09 16:55 浏览量：12",
        "发布时间：2023-07-09 16:55:03",
        "2023-07-09 08:30 来源：云陵县水利局 编辑：办公室",
    ],
)
def test_the_day_on_which_a_site_put_the_report_up_is_no_event(line: str) -> None:
    assert prose("D04", DONE, line) == []


def test_the_budget_of_the_next_year_in_a_title_is_no_other_year() -> None:
    title = "云陵县2022年预算执行情况和2023年预算草案的报告"
    assert "fail 2023 ≠ 2022" not in told("D01", Paragraph(title, type="title"), DONE)


def test_the_number_of_a_firms_report_may_have_round_brackets() -> None:
    firm, rule = "天衡评报字（2022）第0001号", "（财预〔2020〕10号）"
    assert prose("D12", f"{firm}{rule}") == []
    assert prose("D12", f"云财绩（2022）8号{rule}") == ["fail 云财绩（2022）8号"]


def test_a_sentence_that_stands_in_several_places_is_one_doubt() -> None:
    title, line = Paragraph(TITLE, type="title"), "2023年8月组织了专家验收。"
    (finding,) = found("D04", title, DONE, line, line, *SIGNED)
    assert [quote.text.rstrip("。") for quote in finding.quotes] == [
        "2023年8月组织了专家验收",
        "2023年8月组织了专家验收",
        "2023年3月10日",
    ]
    other = "2023年8月组织了复查。"
    assert len(found("D04", title, DONE, line, other, *SIGNED)) == 2


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("预计全年接待群众30万人次。", "fail 预计全年接待群众30万人次，落款 2023-03-10"),
        ("拟举办农技培训12期。", "fail 拟举办农技培训12期，落款 2023-03-10"),
        ("1-10月，清理河道60公里。", "fail 1-10月 ≠ 2022年度"),
    ],
)
def test_what_was_written_before_the_year_was_over_is_told(line: str, statement: str) -> None:
    assert statement in prose("D10", DONE, line)


@pytest.mark.parametrize(
    "line",
    [
        "拟定了管护制度三项。",
        "2022年1-12月，清理河道60公里。",
        "项目建设期为2022年1-10月。",
        "预计2024年全面建成。",
        "绩效自评结果拟应用和公开情况",
    ],
)
def test_what_only_sounds_so_is_no_alarm(line: str) -> None:
    assert prose("D10", DONE, line) == []


@pytest.mark.parametrize("word", ["预计于", "预计", "有望在", "预计可于", "可望于", "预期到"])
def test_a_day_that_is_over_at_the_signing_is_not_still_to_come(word: str) -> None:
    line = f"场地租金30万元，尾款5万元{word}2022年12月底前付清。"
    assert prose("D10", DONE, line) == [f"fail {line.rstrip('。')}，落款 2023-03-10"]


@pytest.mark.parametrize(
    "line",
    [
        "尾款5万元预计于2023年4月底前付清。",
        "尾款5万元预计于12月底前付清。",
        "原预计2022年6月完工，实际8月完工。",
        "预计2022年10月开园，因疫情推迟到12月。",
        "比预计的2022年10月早一个月。",
        "合同约定2022年12月底前付清尾款。",
    ],
)
def test_days_to_come_and_plans_that_were_kept_or_not_are_no_alarm(line: str) -> None:
    assert prose("D10", DONE, line) == []


def test_the_score_is_of_the_year_of_the_title() -> None:
    scored = "经核查，{}渠道清淤专项资金自评得分94.2分，等级为“优”。"
    conclusion = "一、评价结论"
    assert "fail 2021 ≠ 2022" in prose("D01", conclusion, scored.format("2021年度"))
    assert "fail 2021 ≠ 2022" not in prose("D01", conclusion, scored.format("2022年度"))
    graded = "经评议，{}渠道清淤专项资金自评等级为“优”。"
    assert "fail 2021 ≠ 2022" in prose("D01", conclusion, graded.format("2021年"))
    assert "fail 2021 ≠ 2022" not in prose("D01", conclusion, graded.format("2022年"))
    more = scored.format("2022年度") + "{}"
    other = "2021年度自评得分92分。", "比2021年度自评得分94.2分持平。"
    for line in other:
        assert "fail 2021 ≠ 2022" not in prose("D01", conclusion, more.format(line))


@pytest.mark.parametrize(
    ("signer", "statements"),
    [
        ("云陵县水利局", []),
        ("云陵县民政局", ["fail 云陵县水利局 ≠ 云陵县民政局"]),
        ("云陵县水务局", []),
        ("云陵市民政局", []),
        ("云陵县人民政府", []),
        ("云陵县财政局", []),
    ],
)
def test_the_body_of_the_title_signs(signer: str, statements: list[str]) -> None:
    title = Paragraph(TITLE, type="title")
    assert told("D05", title, DONE, "县财政局拨付30万元。", signer, SIGNED[1]) == statements


@pytest.mark.parametrize(
    ("unit", "signer", "statements"),
    [
        ("云陵县应急管理局", "云陵县安全生产监督管理局", ["fail {} ≠ {}"]),
        ("云陵县市场监督管理局", "云陵县工商行政管理局", ["fail {} ≠ {}"]),
        ("云陵县市场监督管理局", "云陵县市场监管局", []),
        ("云陵县林业和草原局", "云陵县林业局", []),
    ],
)
def test_a_body_does_not_sign_by_the_name_of_its_forerunner(
    unit: str, signer: str, statements: list[str]
) -> None:
    title = Paragraph(f"{unit}2022年度项目支出绩效自评报告", type="title")
    lines = [one.format(unit, signer) for one in statements]
    assert told("D05", title, DONE, signer, SIGNED[1]) == lines


def test_years_in_project_names_are_no_other_year() -> None:
    assert [line[:2] for line in prose("D01", DONE, "兑现2021年度奖补资金30万元。")] == ["ok"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("近一半以上的灌区完成改造。", ["fail"]),
        ("近30余家企业参与。", ["fail"]),
        ("附近30余家企业参与。", []),
        ("最近三年以上未维修。", []),
        ("30余家企业参与。", []),
    ],
)
def test_words_that_contradict_each_other(text: str, verdicts: list[str]) -> None:
    assert [line.split()[0] for line in prose("D13", DONE, text)] == verdicts


def test_placeholders_are_told() -> None:
    assert prose("D08", DONE, "完成投资XX万元。", "（100字以内）") == [
        "fail XX万元",
        "fail （100字以内）",
    ]
    assert prose("D08", DONE, "推广XX1型水泵30台。") == []


def test_a_conclusion_has_a_score_or_a_grade() -> None:
    conclusion = ("一、综合评价结论", "项目完成较好。")
    assert [line.split()[0] for line in prose("D18", *conclusion)] == ["fail"]
    scored = ("一、综合评价结论", "自评得分92分，等级为“优”。")
    assert [line.split()[0] for line in prose("D18", *scored)] == ["ok"]


def test_sections_are_numbered_without_gaps() -> None:
    assert prose("D07", "一、基本情况", "二、完成情况", "三、存在问题") == []
    assert prose("D07", "一、基本情况", "二、完成情况", "四、存在问题") == ["fail 2 → 4"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一是台账不全；二是进度偏慢；四是宣传不够。", ["fail 二是 → 四是"]),
        ("主要问题：一是台账不全。三是宣传不够。", ["fail 一是 → 三是"]),
        ("一是台账不全；二是进度偏慢；三是宣传不够。", []),
        ("一是台账不全；二是进度偏慢；三要加强宣传；四是补齐资料。", []),
        ("一是台账不全；二是进度偏慢三是宣传不够；四是资料不齐。", []),
        ("一是抓管理：一是管人，二是管物，三是管钱；二是抓进度；四是抓宣传。", []),
        ("二是进度偏慢；四是宣传不够。", []),
        ("一是台账不全；第二，进度偏慢；三是宣传不够。", []),
    ],
)
def test_points_of_a_paragraph_follow_each_other(text: str, lines: list[str]) -> None:
    assert prose("D07", DONE, text) == lines


@pytest.mark.parametrize(("name", "verdict"), [("渠道清淤", "ok"), ("校舍维修", "fail")])
def test_the_line_over_the_signatures_names_the_project(name: str, verdict: str) -> None:
    signed = table(
        """
        | 姓名 | 单位 | 职称/职务 | 签名 |
        | 沈若溪 | 云陵县水利局 | 科长 | 沈若溪 |
        """
    )
    title = Paragraph("云陵县水利局2022年度渠道清淤项目绩效自评报告", type="title")
    said = told("D06", title, "一、概况", DONE, *SIGNED, f"{name}项目绩效自评人员", signed)
    assert [line.split()[0] for line in said] == [verdict]


def test_what_was_done_is_no_plan_though_the_sentence_names_one():
    line = "2023年8月6日，局里已逐户复核，全部列入明年续建计划。"
    assert prose("D04", DONE, line) == ["fail 2023-08-06 > 2023-03-10"]
    assert prose("D04", DONE, "2023年8月6日前拟全部复核，已排定日程。") == []


def test_crosses_that_stand_for_words_are_placeholders():
    assert prose("D08", DONE, "改进措施：XXX。") == ["fail XXX"]
    assert prose("D08", DONE, "采购XXL码工装12件。") == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("由××司法所具体实施。", ["fail ××司法所"]),
        ("具体实施单位：××司法所", ["fail ××司法所"]),
        ("经核查，XX卫生院、云陵县中医院均已签约。", ["fail XX卫生院"]),
        ("资金拨付至**镇，已全部支出。", ["fail **镇"]),
        ("资金拨付至**重点镇**，已全部支出。", []),
        ("王××，云陵县水利局。", []),
        ("张××中心主任到会。", []),
        ("推广XX1型水泵，由DXX公司供货。", []),
        ("采购XX光治疗设备2台。", []),
    ],
)
def test_a_body_left_to_be_named_is_a_placeholder(text: str, lines: list[str]) -> None:
    assert prose("D08", DONE, text) == lines
