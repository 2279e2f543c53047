"""What the author of a form left for others to fill in."""

from __future__ import annotations

import pytest

from generators.grids import table

from .small import told

FORM = """
| 项目名称 | 渡口修缮 |
| 原因 | {} |
"""


@pytest.mark.parametrize(
    ("cell", "failing"),
    [
        ("说明任务目标的完成情况（100字以内）", 1),
        ("说明项目取得的成效。（200字以内）。", 1),
        ("1.执行率未达到90%的需说明原因（100字以内）；2.年中调整预算的，应说明理由。", 0),
        ("投入XX万元，应说明理由", 1),
    ],
)
def test_a_note_that_the_form_prints_is_no_blank(cell: str, failing: int) -> None:
    said = told("D08", "项目支出绩效自评表", "（2022年度）", table(FORM.format(cell)))
    assert len([line for line in said if line.startswith("fail")]) == failing
