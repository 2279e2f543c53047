"""Tables of PDF pages that have no ruling lines, or only some."""

from __future__ import annotations

from itertools import pairwise

import pytest

from heshu.extractors.readers import docx, pdf
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Table
from paths import needs_shared, shared
from pdf_files import LEFT, PITCH, PdfPages, paragraphs, rows, tables

XS = (80.0, 200.0, 310.0, 420.0)
FUNDS = [
    ["资金来源", "全年预算数", "全年执行数", "执行率"],
    ["年度资金总额", "320.00", "312.60", "97.69%"],
    ["其中：财政拨款", "300.00", "292.60", "97.53%"],
    ["其他资金", "20.00", "20.00", "100.00%"],
]


def draw(pages: PdfPages, texts: list[list[str]], top: float, pitch: float = 18.0) -> float:
    """The rows one under the other, without lines; the place of the next row."""
    for at, row in enumerate(texts):
        for x, text in zip(XS, row, strict=False):
            if text:
                pages.text(x, top + at * pitch, text, size=10)
    return top + len(texts) * pitch


def test_columns_are_told_by_the_white_between_them():
    pages = PdfPages().text(LEFT, 80, "资金情况如下。")
    draw(pages, FUNDS, 120)
    pages.text(LEFT, 240, "以上为全部资金。")
    document = pages.read()
    assert [rows(table) for table in tables(document)] == [FUNDS]
    assert paragraphs(document) == ["资金情况如下。", "以上为全部资金。"]


def test_a_heading_over_two_columns_spans_them():
    pages = PdfPages()
    for x, text in ((80, "项目"), (240, "预算与执行情况表述"), (420, "执行率")):
        pages.text(x, 100, text, size=10)
    draw(pages, [["", "全年预算数", "全年执行数", ""], *FUNDS[1:]], 118)
    (table,) = tables(pages.read())
    spans = [(c.text, c.row_span, c.column_span) for c in table.cells if c.row == 0]
    assert spans == [("项目", 2, 1), ("预算与执行情况表述", 1, 2), ("执行率", 2, 1)]


def test_a_three_line_table_keeps_its_rows():
    pages = PdfPages()
    end = draw(pages, FUNDS, 120)
    for y in (106, 125, end - 8):
        pages.line(75, y, 480, y)
    (table,) = tables(pages.read())
    assert rows(table) == FUNDS


def test_wrapped_cells_stay_with_their_row():
    pages = PdfPages()
    draw(pages, FUNDS[:2], 120, pitch=30)
    pages.text(80, 180, "其中：本级", size=10).text(80, 191, "财政拨款", size=10)
    for x, text in zip(XS[1:], ["300.00", "292.60", "97.53%"], strict=True):
        pages.text(x, 180, text, size=10)
    draw(pages, FUNDS[3:], 221)
    (table,) = tables(pages.read())
    assert [row[0].replace("\n", "") for row in rows(table)] == [
        "资金来源",
        "年度资金总额",
        "其中：本级财政拨款",
        "其他资金",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["项目名称：      农村供水工程", "实施单位：      青禾县水务局", "评价年度：      2023年"],
        ["单位负责人：          填表人：          联系电话：", "2024年3月8日"],
        [
            "一、基本情况        1",
            "二、执行情况        3",
            "三、问题        6",
            "四、建议        8",
        ],
        ["目标一：新建泵站      已完成", "目标二：改造干渠      已完成"],
    ],
)
def test_labels_signatures_and_contents_are_no_tables(lines: list[str]):
    pages = PdfPages()
    for at, text in enumerate(lines):
        pages.text(LEFT, 100 + at * PITCH, text)
    assert tables(pages.read()) == []


def test_prose_is_no_table():
    pages = PdfPages()
    y = 100.0
    for _ in range(6):
        y = pages.wrapped(
            y, "全年预算 320 万元，执行 312.6 万元，执行率 97.69%，新建泵站 12 座，" * 2
        )
    assert tables(pages.read()) == []


@needs_shared
def test_the_fund_table_without_lines_reads_as_the_ruled_one():
    ours, truth = (
        next(block for block in document.blocks if isinstance(block, Table))
        for document in (
            pdf.read(Source("r6.pdf", shared("devset/bulk/r6_borderless.pdf").read_bytes())),
            docx.read(Source("r6.docx", shared("devset/bulk/r6.docx").read_bytes())),
        )
    )
    cells = {(c.row, c.column): (c.row_span, c.column_span, c.text) for c in ours.cells}
    wrong = [
        cell.text
        for cell in truth.cells
        if cells.get((cell.row, cell.column)) != (cell.row_span, cell.column_span, cell.text)
    ]
    assert wrong == ["合计"]  # nothing printed tells that it spans the column of numbers


def test_rows_follow_each_other_down_the_page():
    pages = PdfPages()
    draw(pages, FUNDS, 120)
    (table,) = tables(pages.read())
    boxes = [cell.box for cell in table.cells if cell.column == 0 and cell.box]
    assert all(one.y1 == two.y0 for one, two in pairwise(boxes))


def test_a_table_goes_on_in_the_same_columns_on_the_next_page():
    rest = [
        ["上级补助", "8.00", "8.00", "100.00%"],
        ["自筹资金", "1200.00", "1,100.00", "91.67%"],
        ["结转资金", "5.00", "5.00", "100.00%"],
    ]
    pages = PdfPages()
    draw(pages, FUNDS, 700)
    draw(pages.next(), rest, 80)
    (table,) = tables(pages.read())
    assert rows(table) == [*FUNDS, *rest]


def test_bands_with_columns_of_their_own_are_one_table():
    pages = PdfPages()
    for x, text in ((80, "项目名称"), (165, "农村供水工程"), (270, "实施单位"), (365, "水务局")):
        pages.text(x, 100, text, size=10)
    draw(pages, FUNDS, 118)
    (table,) = tables(pages.read())
    assert [text for text in rows(table)[0] if text] == [
        "项目名称",
        "农村供水工程",
        "实施单位",
        "水务局",
    ]
    assert [[text for text in row if text] for row in rows(table)[1:]] == FUNDS


def test_texts_in_the_middle_of_their_cells_keep_to_their_rows():
    pages = PdfPages()
    for x, text in zip(
        (80, 170, 280, 400), ("一级指标", "三级指标", "指标值", "得分"), strict=True
    ):
        pages.text(x, 100, text, size=10)
    rows_of_form = [
        (["新建充电桩"], ["≥40个"], "20"),
        (["改造停车位并", "施划标线"], ["≥300个"], "20"),
        (["群众满意度"], ["≥90%"], "10"),
    ]
    y, middles = 118.0, list[float]()
    for name, target, score in rows_of_form:
        middle = y + 7 * len(name)
        middles.append(middle)
        for x, lines in ((170, name), (280, target), (400, [score])):
            for at, text in enumerate(lines):
                pages.text(x, middle - 7 * len(lines) + 14 * at, text, size=10)
        y += 14 * len(name) + 8
    pages.text(80, (118 + 118 + 14 + 8 + 28) / 2 - 7, "产出指标", size=10)
    pages.text(80, middles[2] - 7, "满意度指标", size=10)
    (table,) = tables(pages.read())
    names = [cell.text.replace("\n", "") for cell in table.cells if cell.column == 1]
    assert names == ["三级指标", "新建充电桩", "改造停车位并施划标线", "群众满意度"]
    levels = [(c.row, c.row_span, c.text) for c in table.cells if c.column == 0]
    assert levels == [(0, 1, "一级指标"), (1, 2, "产出指标"), (3, 1, "满意度指标")]


def test_heads_of_groups_reach_over_the_columns_under_them():
    pages = PdfPages()
    for x, text in ((112, "计划安排"), (292, "实际支出")):
        pages.text(x, 100, text, size=10)
    columns = (80, 170, 260, 350)
    for y, texts in (
        (118, ("中央", "县级", "中央", "县级")),
        (136, ("10.00", "5.00", "9.50", "4.80")),
    ):
        for x, text in zip(columns, texts, strict=True):
            pages.text(x, y, text, size=10)
    for x, text in zip(columns, ("20.00", "6.00", "19.00", "5.70"), strict=True):
        pages.text(x, 154, text, size=10)
    (table,) = tables(pages.read())
    heads = [(cell.column, cell.column_span, cell.text) for cell in table.cells if cell.row == 0]
    assert heads == [(0, 2, "计划安排"), (2, 2, "实际支出")]


def test_an_amount_broken_by_a_narrow_column_is_one_cell():
    pages = PdfPages()
    draw(pages, FUNDS[:1], 100, pitch=30)
    for y, texts in ((130, ["本级资金", "13,328,7", "9,000.00"]), (142, ["", "00.00", ""])):
        draw(pages, [texts], y)
    draw(pages, [["其他资金", "20.00", "20.00", "100.00%"]], 172)
    draw(pages, [["上级资金", "30.00", "30.00", "100.00%"]], 202)
    (table,) = tables(pages.read())
    amounts = [cell.text.replace("\n", "") for cell in table.cells if cell.column == 1]
    assert amounts == ["全年预算数", "13,328,700.00", "20.00", "30.00"]
