"""Tables of PDF pages: cells and spans, and parts joined over pages."""

from __future__ import annotations

from pdf_files import PdfPages, paragraphs, rows, tables

XS = (80.0, 180.0, 300.0, 420.0, 500.0)
HEAD = ["指标", "目标值", "完成值", "得分"]


def ys(top: float, count: int) -> list[float]:
    return [top + 30 * step for step in range(count + 1)]


def test_cells_stand_in_their_rows_with_text_around_the_table():
    pages = PdfPages().text(90, 80, "资金情况如下：")
    pages.grid(XS, ys(100, 2), [HEAD, ["新建泵站", "12座", "12座", "10"]])
    pages.text(90, 200, "以上为全部资金。")
    document = pages.read()
    assert paragraphs(document) == ["资金情况如下：", "以上为全部资金。"]
    assert rows(tables(document)[0]) == [HEAD, ["新建泵站", "12座", "12座", "10"]]


def test_a_table_goes_on_over_the_page_without_its_repeated_head():
    pages = PdfPages()
    pages.grid(XS, ys(700, 2), [HEAD, ["新建泵站", "12座", "12座", "10"]]).next()
    pages.grid(XS, ys(80, 2), [HEAD, ["改造干渠", "8公里", "8公里", "9"]])
    (table,) = tables(pages.read())
    assert rows(table) == [
        HEAD,
        ["新建泵站", "12座", "12座", "10"],
        ["改造干渠", "8公里", "8公里", "9"],
    ]
    assert [cell.box.page for cell in table.cells if cell.box and cell.column == 0] == [1, 1, 2]


def test_two_tables_with_titles_of_their_own_stay_two():
    pages = PdfPages()
    for title in ("甲项目评价人员", "乙项目评价人员"):
        pages.line(80, 70, 500, 70).line(80, 70, 80, 100).line(500, 70, 500, 100)
        pages.text(90, 88, title, size=10)
        pages.grid(XS, ys(100, 2), [HEAD, ["略", "略", "略", "略"]]).next()
    assert [rows(table)[0] for table in tables(pages.read())] == [
        ["甲项目评价人员"],
        ["乙项目评价人员"],
    ]


def test_a_label_cut_by_the_page_break_is_mended():
    pages = PdfPages()
    pages.grid(XS, ys(760, 1), [["年度总体", "修建泵站十二座", "改造干渠", "9"]]).next()
    pages.grid(XS, ys(80, 2), [["目标", "群众满意", "按期完工", ""], ["总分", "", "", "96"]])
    (table,) = tables(pages.read())
    assert table.cells[0].text.replace("\n", "") == "年度总体目标"


def test_a_row_cut_by_the_page_break_is_one_row():
    pages = PdfPages()
    pages.grid(XS, ys(730, 2), [HEAD, ["新建泵站", "12座", "10座", "8"]]).next()
    pages.grid(XS, ys(80, 2), [["（含改造）", "", "", ""], ["改造干渠", "8公里", "8公里", "9"]])
    (table,) = tables(pages.read())
    assert [texts[0].replace("\n", "") for texts in rows(table)] == [
        "指标",
        "新建泵站（含改造）",
        "改造干渠",
    ]


def test_the_rest_of_a_merged_cell_is_no_cell():
    pages = PdfPages()
    pages.grid(XS, ys(730, 2), [HEAD, ["产出指标", "新建泵站", "12座", "10"]]).next()
    pages.grid(XS, ys(80, 1), [["", "改造干渠", "8公里", "9"]])
    (table,) = tables(pages.read())
    spans = [(cell.text, cell.row_span) for cell in table.cells if cell.column == 0]
    assert spans == [("指标", 1), ("产出指标", 2)]


def test_wrapped_text_of_a_cell_is_joined_and_its_paragraphs_are_not():
    pages = PdfPages()
    pages.grid((80.0, 160.0, 500.0), ys(100, 3), [["原因", ""]])
    pages.text(85, 140, "受汛期强降", size=14).text(85, 156, "雨影响", size=14)
    pages.text(170, 140, "1.完工。", size=10).text(170, 155, "2.验收。", size=10)
    (table,) = tables(pages.read())
    assert [cell.text for cell in table.cells if cell.row == 1] == [
        "受汛期强降雨影响",
        "1.完工。\n2.验收。",
    ]


def test_shaded_heads_with_white_letters_are_seen():
    pages = PdfPages().shade(80, 100, 500, 130, 0.2)
    pages.grid(XS, ys(100, 2), [[], ["新建泵站", "12座", "12座", "10"]])
    for x, text in zip(XS, HEAD, strict=False):
        pages.text(x + 8, 114, text, size=10, grey=1.0)
    document = pages.read()
    assert rows(tables(document)[0])[0] == HEAD
    assert document.notes == ()


def test_a_level_cut_by_the_page_break_is_mended():
    pages = PdfPages()
    pages.grid(XS, ys(760, 1), [["满意度", "服务对象满意度指", "村民满意度", "10"]]).next()
    pages.grid(XS, ys(80, 2), [["指标", "标", "商户满意度", "5"], ["总分", "", "", "96"]])
    (table,) = tables(pages.read())
    texts = [cell.text.replace("\n", "") for cell in table.cells]
    assert texts[:3] == ["满意度指标", "服务对象满意度指标", "村民满意度"]


def test_a_fund_line_without_amounts_is_a_row_of_its_own():
    pages = PdfPages()
    pages.grid(XS, ys(760, 1), [["单位资金", "20.00", "20.00", "17.50"]]).next()
    pages.grid(XS, ys(80, 2), [["其他资金", "", "", ""], ["合计", "20.00", "20.00", "17.50"]])
    (table,) = tables(pages.read())
    assert [cell.text for cell in table.cells if cell.column == 0] == [
        "单位资金",
        "其他资金",
        "合计",
    ]


def test_a_row_of_words_cut_in_full_lines_is_one_row():
    xs = (80.0, 130.0, 200.0, 270.0)
    pages = PdfPages()
    pages.grid(xs, ys(730, 2), [["指标", "目标值", "原因"], ["设备完好", "不低于", "略"]]).next()
    pages.grid(xs, ys(80, 2), [["率", "", ""], ["泵站", "12座", "略"]])
    (table,) = tables(pages.read())
    assert [row[0].replace("\n", "") for row in rows(table)] == ["指标", "设备完好率", "泵站"]


def test_a_rate_under_a_rate_is_of_the_next_row():
    xs = (80.0, 120.0, 160.0, 195.0)
    pages = PdfPages()
    pages.grid(xs, ys(730, 2), [["层级", "指标", "值"], ["质量", "合格率", "95%"]]).next()
    pages.grid(xs, ys(80, 2), [["", "完工率", "100%"], ["", "出勤率", "98%"]])
    (table,) = tables(pages.read())
    assert [cell.text for cell in table.cells if cell.column == 2] == ["值", "95%", "100%", "98%"]
