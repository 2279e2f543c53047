"""Tables in plain text, and prose that only looks like one."""

from __future__ import annotations

import pytest

from heshu.extractors.readers import text
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document
from word_files import only_table, spans, texts


def read(content: str) -> Document:
    return text.read(Source("test.txt", content.encode()))


def rows(content: str) -> list[list[str]]:
    """The texts of the only table's cells, row by row."""
    (grid,) = (found for _, found in read(content).tables())
    return [[c.text for c in grid.cells if c.row == at] for at in range(grid.rows)]


CELL_A_LINE = (
    "资金情况如下\n\t序号\n\t名称\n\t预算\n\n"
    "\t1\n\t水利\n\t12.5万\n\n\t2\n\t\n\t3万\n\n\n二、组织情况\n"
)


def test_a_cell_a_line():
    assert rows(CELL_A_LINE) == [
        ["序号", "名称", "预算"],
        ["1", "水利", "12.5万"],
        ["2", "", "3万"],
    ]
    assert texts(read(CELL_A_LINE)) == ["资金情况如下", "二、组织情况"]


def test_short_rows_span_the_rest_and_cells_have_several_lines():
    content = (
        "\t评价人员\n\n\t姓名\n\t单位\n\t签名\n\n\t李四\n\t水利局\n\t\n\n"
        "\t组长\n(签字):\n\t 2021年6月25日\n\n"
    )
    assert spans(only_table(read(content))) == [
        (0, 0, 1, 3, "评价人员"),
        (1, 0, 1, 1, "姓名"),
        (1, 1, 1, 1, "单位"),
        (1, 2, 1, 1, "签名"),
        (2, 0, 1, 1, "李四"),
        (2, 1, 1, 1, "水利局"),
        (2, 2, 1, 1, ""),
        (3, 0, 1, 1, "组长\n(签字):"),
        (3, 1, 1, 2, "2021年6月25日"),
    ]


def test_two_blank_lines_part_two_tables():
    one = "\t甲\n\t乙\n\n\t1\n\t2\n\n"
    assert len(list(read(f"{one}\n{one}").tables())) == 2


def test_a_heading_right_after_the_last_cell_is_no_cell():
    content = "\t甲\n\t乙\n\n\t1\n\t2\n二、组织情况\n正文\n"
    assert rows(content) == [["甲", "乙"], ["1", "2"]]
    assert texts(read(content)) == ["二、组织情况", "正文"]


def test_a_table_at_the_end_needs_no_blank_line():
    assert rows("\t甲\n\t乙\n\n\t1\n\t2") == [["甲", "乙"], ["1", "2"]]


@pytest.mark.parametrize("lead", ["", "\t"])
def test_a_row_a_line(lead: str):
    lines = ("序号\t名称\t预算", "1\t水利\t12.5", "2\t\t3", "合计\t\t15.5")
    content = "\n".join(("如下：", *(lead + line for line in lines), "完"))
    assert rows(content) == [
        ["序号", "名称", "预算"],
        ["1", "水利", "12.5"],
        ["2", "", "3"],
        ["合计", "", "15.5"],
    ]
    assert texts(read(content)) == ["如下：", "完"]


def test_two_columns_with_tabs():
    assert rows("项目名称\t预算数\n水利\t12.5\n道路\t8\n") == [
        ["项目名称", "预算数"],
        ["水利", "12.5"],
        ["道路", "8"],
    ]


@pytest.mark.parametrize(
    "content",
    [
        "2023年\t预算执行良好。\n完成全部任务。\n",
        "\t2023年预算执行良好。\n\t完成全部任务。\n\n\t资金全部到位。\n\t群众满意。\n",
        "\t首段说明\n\n\t次段说明\n\n\t三段说明\n",
        "1.\t完成堤防加固\n2.\t完成渠道清淤\n3.\t完成泵站改造\n",
        "（1）\t完成堤防加固\n（2）\t完成渠道清淤\n",
        "一、\t项目概况\n二、\t组织情况\n",
        "一、项目概况\t1\n二、组织情况\t3\n三、存在问题\t8\n",
        "项目名称：\t水利专项\n实施单位：\t云溪市水利局\n评价年度：\t2023年\n",
        "\t项目名称：水利专项\n\t实施单位：水利局\n\n\t主管部门：财政局\n\t评价年度：2023年\n",
        "预算  执行  良好\n完成率 为98%\n资金  全部到位\n",
        "项目名称：  水利专项\n实施单位：  云溪水利局\n评价年度：  2023年\n",
        "姓  名\n单  位\n职  务\n",
        "a|b 表示或者\n另一行\n",
        "————————\n注：数据来源于财政局\n",
        "--\n正文\n--\n",
    ],
)
def test_prose_stays_prose(content: str):
    document = read(content)
    assert not list(document.tables())
    assert len(document.blocks) == sum(bool(line.strip()) for line in content.splitlines())


def test_markdown():
    content = "表1\n| 项目 | 预算 |\n|:--|--:|\n| 水利 | 12.5 |\n| 道路 | |\n"
    assert rows(content) == [["项目", "预算"], ["水利", "12.5"], ["道路", ""]]


def test_bars_without_outer_ones():
    assert rows("项目|预算|执行\n---|---|---\n水利|12.5|12\n") == [
        ["项目", "预算", "执行"],
        ["水利", "12.5", "12"],
    ]


def test_full_width_bars():
    assert rows("｜项目｜预算｜\n｜水利｜12.5｜\n") == [["项目", "预算"], ["水利", "12.5"]]


def test_box_drawing_with_a_row_over_two_lines():
    content = (
        "┌──────┬──────┐\n│项目  │预算  │\n├──────┼──────┤\n│水利设│12.5  │\n│施改造│万元  │\n"
        "├──────┼──────┤\n│道路  │8     │\n└──────┴──────┘\n"
    )
    assert rows(content) == [["项目", "预算"], ["水利设施改造", "12.5万元"], ["道路", "8"]]


def test_ascii_rules_with_a_spanning_row():
    rule = "+------+------+------+"
    title = "| 水利专项资金情况   |"
    head, body = "| 项目 | 预算 | 执行 |", "| 水利 | 12.5 | 12   |"
    content = "\n".join((rule, title, rule, head, rule, body, rule))
    assert spans(only_table(read(content)))[:2] == [
        (0, 0, 1, 3, "水利专项资金情况"),
        (1, 0, 1, 1, "项目"),
    ]


def test_bars_under_bars_tell_what_a_cell_spans():
    content = "|  资金      | 得分 |\n| 预算 | 执行 | 得分 |\n| 12.5 | 12   | 9    |\n"
    aligned = content.replace("|  资金      |", "| 资金        |")
    assert spans(only_table(read(aligned)))[:2] == [(0, 0, 1, 2, "资金"), (0, 2, 1, 1, "得分")]


def test_columns_lined_up_with_spaces():
    content = (
        "项目      预算    执行\n水利      12.5    12\n"
        "道路硬化  8       7.5\n合计      20.5    19.5\n"
    )
    assert rows(content) == [
        ["项目", "预算", "执行"],
        ["水利", "12.5", "12"],
        ["道路硬化", "8", "7.5"],
        ["合计", "20.5", "19.5"],
    ]


def test_two_aligned_lines_are_not_enough():
    assert not list(read("项目  预算  执行\n水利  12.5  12\n").tables())
