"""Fund tables: sums, rates, scores of execution, and what is only a hint."""

from __future__ import annotations

import pytest

from generators.grids import table

from .small import FUND_HEAD, funds, prose, told

TOTAL = "| 年度资金总额 | 500.00 | 500.00 | 450.00 | 10 | 90.00% | 9.00 |"
FISCAL = "| 其中：当年财政拨款 | 400.00 | 400.00 | 380.00 | — | 95.00% | — |"
CARRIED = "| 上年结转资金 | 60.00 | 60.00 | 60.00 | — | 100.00% | — |"
OTHER = "| 其他资金 | 40.00 | 40.00 | 10.00 | — | 25.00% | — |"


def test_sources_add_up_column_by_column() -> None:
    assert funds("F01", TOTAL, FISCAL, CARRIED, OTHER) == [
        "ok 400.00 + 60.00 + 40.00 = 500.00",
        "ok 400.00 + 60.00 + 40.00 = 500.00",
        "ok 380.00 + 60.00 + 10.00 = 450.00",
    ]


def test_a_column_that_does_not_add_up_is_told() -> None:
    wrong = OTHER.replace("10.00", "11.00")
    assert "fail 380.00 + 60.00 + 11.00 = 451.00 ≠ 450.00" in funds(
        "F01", TOTAL, FISCAL, CARRIED, wrong
    )


def test_levels_of_government_belong_to_the_fiscal_money() -> None:
    levels = (
        "| 其中：中央 | 300.00 | 300.00 | 290.00 | — | 96.67% | — |",
        "| 省级 | 100.00 | 100.00 | 90.00 | — | 90.00% | — |",
    )
    rows = (TOTAL, FISCAL, *levels, CARRIED, OTHER)
    assert [line[:2] for line in funds("F01", *rows)] == ["ok", "ok", "ok"]
    assert funds("F09", *rows)[0] == "ok 300.00 + 100.00 = 400.00"


def test_sources_that_are_not_all_printed_say_nothing() -> None:
    assert funds("F01", TOTAL, FISCAL) == []


def test_sources_without_any_money_are_left_out() -> None:
    blank = "| 其他资金 |  |  |  | — |  | — |"
    carried = CARRIED.replace("60.00", "100.00")
    assert funds("F01", TOTAL, FISCAL, carried, blank) == [
        "ok 400.00 + 100.00 = 500.00",
        "ok 400.00 + 100.00 = 500.00",
        "fail 380.00 + 100.00 = 480.00 ≠ 450.00",
    ]


def test_a_zero_total_with_parts_is_told_once() -> None:
    zero = TOTAL.replace("450.00", "0.00").replace("90.00%", "").replace("9.00 |", " |")
    assert funds("F08", zero, FISCAL, CARRIED, OTHER) == [
        "fail 380.00 + 60.00 + 10.00 = 450.00 ≠ 0.00"
    ]
    assert not any(line.startswith("fail") for line in funds("F01", zero, FISCAL, CARRIED, OTHER))


@pytest.mark.parametrize(
    ("rate", "line"),
    [
        ("90.00%", "ok 450.00 ÷ 500.00 = 90.00%"),
        ("90%", "ok 450.00 ÷ 500.00 = 90.00% = 90%"),
        ("91.00%", "fail 450.00 ÷ 500.00 = 90.00% ≠ 91.00%"),
    ],
)
def test_the_rate_is_executed_over_budget(rate: str, line: str) -> None:
    said = funds("F02", TOTAL.replace("90.00%", rate))
    assert said == [line.replace(" = 90.00% = 90%", " = 90%")]


def test_no_rate_is_asked_of_an_empty_budget() -> None:
    assert funds("F02", TOTAL, "| 其他资金 | 0.00 | 0.00 | 0.00 | — | 0.00% | — |")[1:] == []


def test_a_rate_that_is_right_for_the_parts_is_not_told_beside_the_total() -> None:
    wrong = TOTAL.replace("450.00", "454.00")
    rows = (wrong, FISCAL, CARRIED, OTHER)
    assert "fail 380.00 + 60.00 + 10.00 = 450.00 ≠ 454.00" in funds("F01", *rows)
    assert not any(line.startswith("fail") for line in funds("F02", *rows))


@pytest.mark.parametrize(("score", "verdict"), [("9.00", "ok"), ("9", "ok"), ("9.5", "fail")])
def test_the_score_of_execution_is_its_weight_times_the_rate(score: str, verdict: str) -> None:
    assert funds("F03", TOTAL.replace("| 9.00 |", f"| {score} |"))[0].startswith(verdict)


def test_no_more_is_spent_than_the_budget() -> None:
    assert funds("F04", TOTAL)[0] == "ok 450.00 ≤ 500.00"
    assert funds("F04", TOTAL.replace("450.00", "550.00"))[0] == "fail 550.00 > 500.00"


def test_a_low_rate_needs_a_reason() -> None:
    low = TOTAL.replace("450.00", "350.00").replace("90.00%", "70.00%")
    assert funds("F11", low) == ["fail 70.00% < 80%"]


def test_a_sentence_tells_rate_and_amounts() -> None:
    line = "2022年，项目全年预算数320万元，全年执行数304万元，预算执行率为{}。"
    assert prose("F02", line.format("95%")) == ["ok 304 ÷ 320 = 95%"]
    assert prose("F02", line.format("98%")) == ["fail 304 ÷ 320 = 95.00% ≠ 98%"]


def test_arrival_is_measured_by_what_was_planned() -> None:
    line = "计划安排资金861.46万元，实际到位资金334.67万元，资金到位率为{}。"
    assert prose("F10", line.format("38.85%")) == ["ok 334.67 ÷ 861.46 = 38.85%"]
    assert prose("F10", line.format("83.85%"))[0].startswith("fail")


def with_form(rule: str, said: str) -> list[str]:
    """What a rule says of a form with this sentence below it."""
    form = table("\n".join([FUND_HEAD, TOTAL]))
    return told(rule, "项目支出绩效自评表", "（2022年度）", "单位：万元", form, said)


@pytest.mark.parametrize("when", ["截至2022年12月31日", "截至年末", "截至2022年底", "2022年"])
@pytest.mark.parametrize(("rule", "wrong"), [("X01", "540 ≠ 450.00"), ("X02", "95% ≠ 90.00%")])
def test_what_was_spent_by_the_end_of_the_year_is_held_to_the_form(
    when: str, rule: str, wrong: str
) -> None:
    assert with_form(rule, f"{when}，项目累计支出540万元，预算执行率95%。") == [f"fail {wrong}"]


def test_what_was_spent_in_a_part_of_the_year_is_not() -> None:
    assert with_form("X01", "截至2022年6月底，项目累计支出240万元，预算执行率48%。") == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("年末结转结余资金51.8万元。", "ok 512.40 - 460.60 = 51.8"),
        ("项目完工后，剩余资金51.80万元由县财政收回。", "ok 512.40 - 460.60 = 51.80"),
        ("结余资金518,000元结转下年。", "ok 512.40万元 - 460.60万元 = 518,000元"),
        ("年末结余资金58.1万元。", "fail 512.40 - 460.60 = 51.80 ≠ 58.1"),
        ("上年结余资金58.1万元。", None),
        ("其他渠道结余资金36.2万元。", None),
    ],
)
def test_what_is_left_is_held_to_the_form(said: str, line: str | None) -> None:
    total = TOTAL.replace("500.00 | 500.00 | 450.00", "512.40 | 512.40 | 460.60")
    form = table("\n".join([FUND_HEAD, total]))
    found = told("F06", "项目支出绩效自评表", "（2022年度）", "单位：万元", form, said)
    assert found == ([line] if line else [])


def test_a_rate_that_the_amounts_confirm_is_right_where_the_table_errs() -> None:
    wrong = table("\n".join([FUND_HEAD, TOTAL.replace("90.00%", "99.00%")]))
    lines = ("项目支出绩效自评表", "（2022年度）", "单位：万元", wrong, "预算执行率为90%。")
    assert "ok 450.00 ÷ 500.00 = 90%" in told("F02", *lines)


SOURCES_IN_COLUMNS = """
| 资金情况 | 年度资金总额 | 当年财政拨款 | 上年结转资金 | 其他资金 |
| 全年预算数 | 500.00 | 400.00 | 60.00 | 40.00 |
| 全年执行数 | 450.00 | {} | 60.00 | 10.00 |
"""


@pytest.mark.parametrize(("spent", "failing"), [("380.00", []), ("308.00", ["F01"])])
def test_sources_that_head_the_columns_add_up_too(spent: str, failing: list[str]) -> None:
    drawn = table(SOURCES_IN_COLUMNS.format(spent))
    lines = told("F01", "项目支出绩效自评表", "（2022年度）", "单位：万元", drawn)
    assert ["F01" for line in lines if line.startswith("fail")] == failing
    assert len(lines) == 2


def test_a_wrong_rate_is_told_as_such_and_not_as_a_low_one() -> None:
    wrong = TOTAL.replace("90.00%", "19.00%")
    assert [line[:4] for line in funds("F02", wrong)] == ["fail"]
    assert funds("F11", wrong) == []


def test_the_total_of_a_sentence_that_tells_the_money_spent_is_held_to_the_form() -> None:
    said = "项目资金总额{}万元，截至2022年12月31日，实际支出450万元。"
    assert with_form("X01", said.format(550)) == ["fail 550 ≠ 500.00", "ok 450 = 450.00"]
    assert with_form("X01", said.format(500)) == ["ok 500 = 500.00", "ok 450 = 450.00"]


def test_spending_is_measured_by_what_arrived_in_the_sentence_before() -> None:
    line = "计划资金500万元，实际到位400万元，资金到位率80%；实际支出300万元，支出率{}。"
    assert prose("F10", line.format("75%"))[-1] == "ok 300 ÷ 400 = 75%"
    assert prose("F10", line.format("95%"))[-1] == "fail 300 ÷ 400 = 75.00% ≠ 95%"


@pytest.mark.parametrize(("rate", "verdict"), [("95%", "ok"), ("96%", "fail")])
def test_a_rate_told_away_from_the_budget_is_of_what_was_spent_in_all(
    rate: str, verdict: str
) -> None:
    said = prose(
        "F02",
        "调整后预算总额640万元，由基本支出400万元和项目支出240万元构成。",
        f"全年实际支出608万元，预算执行率{rate}。",
    )
    assert [line.split()[0] for line in said] == [verdict]


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("培训费按200元/人·天×30人×5天＝30000元测算", "ok 200 × 30 × 5 = 30000"),
        ("补助标准（0.2万元/户）×150户=30万元", "ok 0.2万元/户 × 150户 = 30万元"),
        ("每人200元×0.3万人=60万元", "ok 200元 × 0.3万人 = 60万元"),
        ("工程款12万元×50%=6万元", "ok 12万元 × 50% = 6万元"),
        ("200元*30人*5天=31000元", "fail 200 × 30 × 5 = 30000.00 ≠ 31000"),
    ],
)
def test_a_product_that_is_written_out_is_right(formula: str, line: str) -> None:
    assert prose("F13", formula) == [line]


@pytest.mark.parametrize("formula", ["得分=10分×95%=9.5分", "单价1.2万元×(3+2)台=6万元"])
def test_other_formulas_are_no_product_of_a_price(formula: str) -> None:
    assert prose("F13", formula) == []


@pytest.mark.parametrize(
    ("said", "failing"),
    [
        ("截至年底实际到位{}万元，到位率{}，其中县级配套到位180万元，尚有40万元未到位。", True),
        ("各级资金累计到位{}万元，资金到位率{}；县级到位180万元，欠拨40万元。", True),
        ("中央资金到位500万元，到位率100%，县级配套到位180万元，到位率81.8%。", False),
        ("县级配套到位180万元，到位率85%。", False),
    ],
)
def test_what_arrived_in_all_is_held_to_all_that_was_planned(said: str, failing: bool) -> None:
    plan = "项目计划总投资920万元，其中中央资金500万元，占54.3%；省级资金200万元；县级配套220万元。"
    fails = [line for line in prose("F10", plan + said.format(880, "98%")) if line[:4] == "fail"]
    assert fails == (["fail 880 ÷ 920 = 95.65% ≠ 98%"] if failing else [])


def test_money_spent_of_what_arrived_is_not_what_arrived() -> None:
    said = "到位资金中已支出9120万元，资金使用率95%。"
    assert prose("F10", said) == []
    arrived = "计划资金10000万元，实际到位资金9600万元。"
    assert prose("F10", arrived + said) == ["ok 9120 ÷ 9600 = 95%"]


ARRIVED = """
| 资金来源 | 计划数 | 到位数 | 支出数 |
| 中央资金 | 500.00 | 500.00 | 480.00 |
| 县级配套 | 500.00 | 460.00 | 432.00 |
| 合计 | 1,000.00 | 960.00 | 912.00 |
"""


@pytest.mark.parametrize(
    ("said", "lines"), [("资金使用率95%。", []), ("预算执行率91.2%。", ["ok"])]
)
def test_the_rate_of_what_arrived_is_not_held_to_the_budget(said: str, lines: list[str]) -> None:
    found = told("F02", "资金情况", "单位：万元", table(ARRIVED), said)
    assert [line.partition(" ")[0] for line in found] == lines


COUNTIES = """
| 县（市、区） | 下达资金 | 支出资金 | 支出进度 | 计划里程 | 完成里程 |
| 东河县 | 320.00 | 310.40 | 97.00% | 18.0 | 18.0 |
| 西山县 | 180.00 | 147.60 | 82.00% | 10.5 | 9.6 |
| 合计 | 500.00 | 458.00 | 91.60% | 28.5 | 27.6 |
"""


@pytest.mark.parametrize(
    ("said", "failing"),
    [
        ("西山县因设计变更，执行率仅为82%。", []),
        ("全年预算执行率为96.1%。", ["fail 96.1% ≠ 90.00%"]),
    ],
)
def test_the_rate_of_a_row_is_not_held_to_the_whole(said: str, failing: list[str]) -> None:
    form = table("\n".join(["| 项目名称 | 道路养护 | < | < | < | < | < |", FUND_HEAD, TOTAL]))
    named = ["项目支出绩效自评表", "（2022年度）", "单位：万元"]
    assert told("X02", *named, form, "单位：万元", table(COUNTIES), said) == failing


TASKS = """
| 序号 | 任务 | 预算数 | 执行数 | 执行率 | 批次 | 卷数 |
| 1 | 征集 | 165.00 | 150.00 | 90.91% | 12 | 60 |
| 2 | 修裱 | 96.00 | 90.00 | 93.75% | 8 | 40 |
| 合计 | < | 261.00 | 240.00 | 91.95% | 20 | 100 |
"""


@pytest.mark.parametrize(("told_of", "failing"), [("261.00", []), ("270.00", ["fail"])])
def test_money_that_another_table_states_is_not_held_to_the_form(
    told_of: str, failing: list[str]
) -> None:
    form = table("\n".join(["| 项目名称 | 档案保护 | < | < | < | < | < |", FUND_HEAD, TOTAL]))
    said = f"全年安排重点任务2项，预算{told_of}万元。"
    named = ["项目支出绩效自评表", "（2022年度）", "单位：万元"]
    lines = told("X01", *named, form, "单位：万元", table(TASKS), said)
    assert [line.partition(" ")[0] for line in lines] == failing
