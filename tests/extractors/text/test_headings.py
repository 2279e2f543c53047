from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from heshu import data
from heshu.extractors.text.headings import (
    column_role,
    heading_key,
    is_sum,
    label_role,
)

WORDS = tomllib.loads(files(data).joinpath("headings.toml").read_text(encoding="utf-8"))
LOOKED_UP = [
    word for part in ("columns", "labels") for words in WORDS[part].values() for word in words
]


def test_no_heading_has_two_meanings():
    assert [word for word, count in Counter(LOOKED_UP).items() if count > 1] == []


def test_headings_are_written_as_they_are_looked_up():
    assert [word for word in LOOKED_UP if heading_key(word) != word] == []


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("得　分", "得分"),
        ("执行率\n（B/A）", "执行率"),
        ("1.项目年度目标完成情况", "项目年度目标完成情况"),
        ("2022年度总体目标", "总体目标"),
        ("A203 分值", "分值"),
        ("全年预算数A", "全年预算数"),
        ("预算数（单位：万元", "预算数"),
        ("预算金额，单位：元", "预算金额"),
        ("预算金额万元", "预算金额"),
        ("主管部门：", "主管部门"),
        ("1.24指标值", "1.24指标值"),
        ("参考分值\n16", "参考分值16"),
    ],
)
def test_what_is_looked_up(printed: str, key: str):
    assert heading_key(printed) == key


def test_roles_of_columns_and_labels():
    assert column_role("截至2022年底累计支出金额") == "executed"
    assert column_role("附件") is None
    assert label_role("项目负责人") == "remark"
    assert label_role("自评总分（分）") == "score"
    assert label_role("按期完成") is None


def test_sums():
    assert is_sum("总 分（100分）")
    assert not is_sum("总分数据")
