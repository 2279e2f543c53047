"""Money of one sentence: the total, what was spent of it, the rate and the rest."""

from __future__ import annotations

import pytest

from relations import findings

_WORDS = (
    "本项目年初预算80万元，实际支出76万元，执行率{}%，年末结余{}万元。",
    "项目预算总额80万元，全年支付76万元，支付进度为{}%，剩余{}万元。",
    "项目资金总计80万元，累计支出76万元，预算执行率达{}%，结余资金{}万元。",
    "本年到位资金80万元，使用资金76万元，资金使用率{}%，未使用资金{}万元。",
    "全年下达资金80万元，实际支出76万元，支出率{}%，余{}万元结转次年。",
)


def told(rule: str, text: str) -> list[str]:
    return [f"{one.verdict} {one.statement}" for one in findings(text) if one.rule == rule]


@pytest.mark.parametrize("words", _WORDS)
def test_what_is_left_is_the_total_less_what_was_spent(words: str) -> None:
    assert told("F06", words.format("95", "4")) == ["ok 80 - 76 = 4"]
    assert told("F06", words.format("95", "6")) == ["fail 80 - 76 = 4 ≠ 6"]


@pytest.mark.parametrize("words", _WORDS[3:4])
def test_the_rate_is_of_the_one_total_of_the_sentence(words: str) -> None:
    assert told("F02", words.format("90", "4")) == ["fail 76 ÷ 80 = 95.00% ≠ 90%"]


@pytest.mark.parametrize(
    "text",
    [
        "省级资金50万元，市级资金40万元，全年支出76万元，执行率80%，余30万元结转次年。",
        "年初预算80万元，追加20万元，实际支出76万元，执行率76%，年末结余24万元。",
        "上年结转资金80万元，实际支出76万元，执行率90%，结余14万元。",
        "年初预算60万元。调整后预算为80万元，实际支出76万元，执行率95%，结余4万元。",
        "全年预算数90万元。\n年初预算80万元，实际支出76万元，执行率84.4%，结余14万元。",
    ],
)
def test_no_alarm_where_the_total_is_not_certain(text: str) -> None:
    said = (*told("F02", text), *told("F06", text))
    assert not any(line.startswith("fail") for line in said)
