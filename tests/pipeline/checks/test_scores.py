"""Indicator tables: weights, scores by direction, totals, grades and reasons."""

from __future__ import annotations

import pytest

from generators.grids import table

from .small import INDICATOR_HEAD, indicators, prose, told

ROWS = (
    "| 产出指标（60分） | 数量指标 | 清淤渠道长度 | ≥50公里 | 52公里 | 30 | 30 |  |",
    "| ^ | 质量指标 | 工程验收合格率 | ≥95% | 90.25% | 30 | 28.5 | 返工 |",
    "| 效益指标（30分） | 社会效益指标 | 受益群众人数 | ≥2万人 | 2.3万人 | 30 | 30 |  |",
    "| 满意度指标（10分） | 满意度指标 | 群众满意度 | ≥90% | 93% | 10 | 10 |  |",
    "| 总分 | < | < | < | < | 100 | 98.5 |  |",
)


def changed(row: int, old: str, new: str) -> list[str]:
    rows: list[str] = list(ROWS)
    assert old in rows[row]
    rows[row] = rows[row].replace(old, new)
    return rows


def fails(rule: str, rows: list[str] | tuple[str, ...]) -> list[str]:
    return [line[5:] for line in indicators(rule, *rows) if line.startswith("fail")]


def test_weights_add_to_a_hundred_and_levels_to_their_own() -> None:
    assert indicators("S01", *ROWS) == ["ok 60 + 30 + 10 = 100"]
    assert indicators("S02", *ROWS) == ["ok 30 + 30 = 60", "ok 30 = 30", "ok 10 = 10"]


def test_a_wrong_weight_is_told_for_level_and_total() -> None:
    rows = changed(2, "| 30 | 30 |", "| 28 | 28 |")
    assert fails("S01", rows) == ["30 + 30 + 28 + 10 = 98 ≠ 100"]
    assert fails("S02", rows) == ["28 ≠ 30"]


def test_levels_whose_cells_are_not_merged_run_to_the_next_level() -> None:
    rows = changed(1, "| ^ |", "|  |")
    assert fails("S02", rows) == []


def test_a_missing_weight_leaves_the_sum_open() -> None:
    assert indicators("S01", *changed(2, "| 30 | 30 |", "|  | 30 |")) == []


def test_a_score_is_never_above_its_weight() -> None:
    assert fails("S03", ROWS) == []
    assert fails("S03", changed(3, "| 10 | 10 |", "| 10 | 11 |")) == ["11 > 10"]


def test_a_missed_target_is_scored_in_proportion() -> None:
    assert "ok 30 × 90.25% ÷ 95% = 28.5" in indicators("S04", *ROWS)


def test_full_marks_for_a_missed_target_are_told() -> None:
    rows = changed(1, "| 28.5 |", "| 30 |")
    assert fails("S04", rows) == ["30 × 90.25% ÷ 95% = 28.50 ≠ 30"]


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [("≤120元", "100元", "30"), ("≤120元", "150元", "24"), ("120元", "100元", "30")],
)
def test_less_is_better_for_costs(target: str, actual: str, score: str) -> None:
    row = f"| 成本指标 | 经济成本指标 | 单位清淤成本 | {target} | {actual} | 30 | {score} |  |"
    assert fails("S04", [row]) == []


@pytest.mark.parametrize(
    ("name", "score", "lines"),
    [
        ("补助发放及时率", "9", ["ok 10 × 90% ÷ 100% = 9"]),
        ("工程按期完工率", "9", ["ok 10 × 90% ÷ 100% = 9"]),
        ("投诉按时办结率", "10", ["fail 10 × 90% ÷ 100% = 9.00 ≠ 10"]),
        ("任务逾期完成率", "10", ["ok 10 = 10"]),
        ("预算控制率", "10", ["ok 10 = 10"]),
    ],
)
def test_a_rate_of_what_is_done_in_time_is_to_be_reached(
    name: str, score: str, lines: list[str]
) -> None:
    row = f"| 产出指标 | 时效指标 | {name} | =100% | 90% | 10 | {score} | 资金到位晚 |"
    assert indicators("S04", row) == lines


def test_a_rate_of_payment_that_is_a_cost_may_be_below_its_target() -> None:
    row = "| 成本指标 | 成本指标 | 资金支付率 | 100% | 90% | 10 | 10 |  |"
    assert indicators("S04", row) == ["ok 10 = 10"]


def test_the_total_is_the_sum_of_the_scores() -> None:
    assert indicators("S06", *ROWS) == ["ok 30 + 28.5 + 30 + 10 = 98.5"]
    rows = changed(4, "98.5", "99.5")
    assert fails("S06", rows) == ["30 + 28.5 + 30 + 10 = 98.5 ≠ 99.5"]


@pytest.mark.parametrize(
    ("score", "grade", "verdict"),
    [
        ("90", "优", "ok"),
        ("89.99", "良", "ok"),
        ("89.99", "优", "fail"),
        ("60", "中", "ok"),
        ("59.9", "中", "fail"),
    ],
)
def test_a_boundary_belongs_to_the_better_grade(score: str, grade: str, verdict: str) -> None:
    line = f"经综合评价，项目自评得分{score}分，评价等级为“{grade}”。"
    said = prose("S07", "全年预算数320万元，全年执行数304万元，预算执行率95%。", line)
    assert [one.split()[0] for one in said] == [verdict]


def test_lost_points_need_a_reason() -> None:
    assert fails("S08", ROWS) == []
    assert fails("S08", changed(1, "返工", "")) == ["28.5 < 30"]


UNMARKED = """
| 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施 |
| 产出指标 | 数量指标 | 改建桥梁数量 | ≥9座 | 7座 |  |
| 满意度指标 | 服务对象满意度指标 | 沿线群众满意度 | ≥90% | 92% |  |
"""


def unmarked(rule: str, reason: str) -> list[str]:
    """What a rule says of a form without marks whose first target is missed."""
    rows = UNMARKED.strip().replace("| 7座 |  |", f"| 7座 | {reason} |")
    return told(rule, "中央对地方转移支付绩效自评表", "（2022年度）", table(rows))


def test_a_missed_target_needs_a_reason_in_forms_without_marks() -> None:
    assert unmarked("S08", "") == ["fail 7 < 9"]
    assert unmarked("S08", "两座桥梁征地滞后") == []


def test_a_reason_cannot_say_that_all_was_done() -> None:
    assert unmarked("X06", "已全部按期完成") == ["fail 7 < 9，“已全部按期完成”"]
    assert unmarked("X06", "完成招标，尚未开工") == []


def test_a_result_far_above_its_target_is_worth_a_word() -> None:
    rows = changed(0, "52公里", "70公里")
    assert fails("S09", rows) == ["70 ÷ 50 = 140.00% > 130%"]


def test_a_number_asked_for_is_a_number_given() -> None:
    assert fails("S10", changed(0, "52公里", "已完成")) == ["≥50公里 / 已完成"]


def test_a_share_is_no_more_than_the_whole() -> None:
    assert fails("S11", changed(3, "93%", "193%")) == ["193% > 1"]
    assert fails("S11", ROWS) == []


@pytest.mark.parametrize(("rate", "verdict"), [("95%", "fail"), ("96.7%", "ok"), ("93.3%", "ok")])
def test_some_rates_cannot_be_with_thirty_questionnaires(rate: str, verdict: str) -> None:
    line = f"收回有效问卷30份，群众满意度为{rate}。"
    assert [one.split()[0] for one in prose("S16", line)] == [verdict]


REVIEWED = """
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评分 | 复核分 |
| 产出指标 | 数量指标 | 清淤渠道长度 | ≥50公里 | 52公里 | 50 | 50 | 48 |
| 效益指标 | 社会效益指标 | 受益群众人数 | ≥2万人 | 2.3万人 | 50 | 47 | 45 |
| 总分 | < | < | < | < | 100 | 97 | 93 |
"""


@pytest.mark.parametrize("words", ["", "经复核，复核得分93分。"])
def test_a_reviewed_score_is_another_fact_than_the_own_one(words: str) -> None:
    said = told("X03", "项目支出绩效自评表", "（2022年度）", table(REVIEWED.strip()), words)
    assert not any(line.startswith("fail") for line in said)


EXECUTED = "| 预算执行率 | < | < | < | < | 10 | 9.5 |  |"
NINETY = (changed(0, "| 30 | 30 |", "| 20 | 20 |")[0].replace("60分", "50分"), *ROWS[1:4])
TOTAL = "| 总分 | < | < | < | < | {} | {} |  |"


def test_the_score_of_execution_may_stand_among_the_indicators() -> None:
    rows = (*NINETY, EXECUTED, TOTAL.format(100, 98))
    assert indicators("S06", *rows) == ["ok 9.5 + 20 + 28.5 + 30 + 10 = 98"]
    assert fails("S06", (*rows[:-1], TOTAL.format(100, 99))) == [
        "9.5 + 20 + 28.5 + 30 + 10 = 98.0 ≠ 99"
    ]


def test_the_printed_total_of_the_weights_is_theirs() -> None:
    rows = (*NINETY, EXECUTED)
    assert fails("S01", (*rows, TOTAL.format(100, 98))) == []
    assert fails("S01", (*rows, TOTAL.format(110, 98))) == ["10 + 20 + 30 + 30 + 10 = 100 ≠ 110"]


def test_a_reason_of_another_row_excuses_none() -> None:
    rows = changed(1, "返工", "因暴雨未完成")
    rows[2] = rows[2].replace("| 30 | 30 |", "| 30 | 29 |")
    assert fails("S08", rows) == ["29 < 30"]


def test_a_report_that_tells_no_money_has_its_grade_checked() -> None:
    line = "经综合评价，本项目自评得分78.32分，自评等级为{}。"
    assert prose("S07", line.format("中")) == ["ok 78.32 中"]
    assert prose("S07", line.format("良")) == ["fail 78.32 良，应为中"]


CAP = "按照本地办法，执行率低于80%的，总分不得高于89分。"
SPENT = table(
    """
    | 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
    | 年度资金总额 | 100.00 | 75.00 | 10 | 75.00% | 7.5 |
    """
)


def capped(rule: str, score: str) -> list[str]:
    """What a rule says of a form with this total under a cap told in a sentence."""
    drawing = "\n".join([INDICATOR_HEAD, *NINETY, TOTAL.format(100, score)])
    return told(
        rule, "项目支出绩效自评表", "（2022年度）", CAP, "单位：万元", SPENT, table(drawing)
    )


def test_a_total_is_kept_under_the_cap_of_little_execution() -> None:
    assert capped("S17", "88.5") == []
    assert capped("S17", "96") == ["fail 执行率 75.00%，96 > 89"]


def test_a_highest_score_is_no_total() -> None:
    assert capped("X03", "88.5") == []


GOALS = """
| 年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < |
| ^ | 清淤渠道长度50公里。 | < | < | 清淤渠道长度{}公里。 | < | < | < |
"""


@pytest.mark.parametrize(("cell", "failing"), [("52", []), ("25", ["25 ≠ 52"])])
def test_one_of_two_repetitions_may_be_wrong(cell: str, failing: list[str]) -> None:
    form = table("\n".join([GOALS.format(cell).strip(), INDICATOR_HEAD, *ROWS]))
    said = told("S14", "项目支出绩效自评表", "（2022年度）", form, "全年清淤渠道长度52公里。")
    assert [line[5:] for line in said if line.startswith("fail")] == failing


def test_a_heading_repeated_on_the_next_page_parts_no_level() -> None:
    heading = (
        "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |"
    )
    rows = [*ROWS[:1], heading, ROWS[1].replace("| ^ |", "|  |"), *ROWS[2:]]
    assert fails("S02", rows) == []


TWO_FORMS = """
| 项目名称 | {} | < | < | < | < |
| 执行情况（10分） | 年初预算（万元） | 全年预算（万元） | 执行数（万元） | 执行率 | 原因 |
| ^ | 20 | 20 | 20 | 100% | |
| 绩效指标（90分） | 三级指标 | 指标值 | 完成值 | 权重 | 得分 |
| ^ | 修缮渡口数量 | 3个 | 3个 | 60 | 60 |
| ^ | 群众满意度 | 90% | 95% | 30 | 30 |
"""


def test_the_side_of_a_block_ends_at_the_next_one_in_a_later_form_of_the_table() -> None:
    forms = table(TWO_FORMS.format("渡口修缮").strip() + TWO_FORMS.format("渡船购置").rstrip())
    assert told("S02", "项目支出绩效自评表", "（2022年度）", forms) == ["ok 60 + 30 = 90"] * 2
