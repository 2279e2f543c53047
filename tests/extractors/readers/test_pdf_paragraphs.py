"""Paragraphs of PDF pages: lines and pages joined, and what is no running text."""

from __future__ import annotations

import pytest

from heshu.schemas.document import Paragraph
from pdf_files import HEIGHT, LEFT, PITCH, RIGHT, SIZE, PdfPages, paragraphs

LONG = (
    "青禾县水务局全年新建泵站十二座，改造干渠八点五公里，"
    "受益农户四千三百余户，群众满意度为百分之九十六"
)
NEXT = (
    "项目资金已全部拨付到位，年末没有结余，各项指标按期完成，详细情况见附表所列的各项内容以及说明。"
)


def test_wrapped_lines_become_one_paragraph():
    pages = PdfPages()
    y = pages.wrapped(100, LONG + "。")
    pages.wrapped(y, NEXT)
    assert paragraphs(pages.read()) == [LONG + "。", NEXT]


def test_a_paragraph_goes_on_over_the_page_break_and_the_page_number():
    pages = PdfPages()
    for page in range(3):
        pages.wrapped(100, LONG[:24] if page == 0 else NEXT[:24])
        pages.text(290, HEIGHT - 40, f"- {page + 1} -", size=9)
        pages.next()
    document = pages.read()
    assert all("-" not in text for text in paragraphs(document))
    footers = [b.text for b in document.blocks if isinstance(b, Paragraph) and b.type == "footer"]
    assert footers == ["- 1 -", "- 2 -", "- 3 -"]

    pages = PdfPages()
    pages.text(LEFT + 2 * SIZE, 700, LONG[:24]).text(LEFT, 700 + PITCH, LONG[24:40] + LONG[:10])
    pages.text(290, HEIGHT - 40, "1", size=9).next()
    pages.text(LEFT, 100, NEXT[:12])
    assert paragraphs(pages.read()) == [LONG[:24] + LONG[24:40] + LONG[:10] + NEXT[:12]]


def test_headings_and_items_stand_alone():
    pages = PdfPages()
    for at, text in enumerate(("一、基本情况", "（一）资金安排", "1.年初预算")):
        pages.text(LEFT + 2 * SIZE, 100 + at * PITCH, text)
    pages.wrapped(100 + 3 * PITCH, LONG)
    assert paragraphs(pages.read()) == ["一、基本情况", "（一）资金安排", "1.年初预算", LONG]


def test_a_wide_title_over_two_lines_is_one_and_centred():
    pages = PdfPages()
    title = "青禾县农村饮水安全巩固提升工程项目支出"
    pages.text(LEFT + 10, 100, title, size=21).text(235, 140, "绩效评价报告", size=21)
    y = pages.wrapped(220, LONG)
    pages.wrapped(y, NEXT)
    document = pages.read()
    assert paragraphs(document)[0] == title + "绩效评价报告"


def test_closing_lines_at_the_right_stay_apart():
    pages = PdfPages()
    y = pages.wrapped(100, LONG + "。")
    pages.text(RIGHT - 6 * SIZE, y, "青禾县水务局").text(RIGHT - 7 * SIZE, y + PITCH, "2024年3月")
    assert paragraphs(pages.read())[1:] == ["青禾县水务局", "2024年3月"]


def test_latin_words_keep_the_space_at_a_line_break():
    pages = PdfPages()
    pages.text(LEFT, 100, LONG[:22] + "GIS platform ", size=SIZE)
    pages.text(LEFT, 100 + PITCH, "data service " + NEXT[:18])
    pages.text(LEFT, 100 + 2 * PITCH, NEXT[:25])
    joined = paragraphs(pages.read())[0]
    assert "platform data" in joined


def test_repeated_headers_are_no_text():
    pages = PdfPages()
    for _ in range(4):
        pages.text(200, 40, "青禾县2023年度绩效自评资料", size=9)
        pages.wrapped(110, LONG + "。")
        pages.next()
    document = pages.read()
    assert set(paragraphs(document)) == {LONG + "。"}
    headers = [b for b in document.blocks if isinstance(b, Paragraph) and b.type == "header"]
    assert len(headers) == 4


def test_places_lead_to_the_page():
    pages = PdfPages()
    pages.text(100, 200, "执行率93.7%")
    block = pages.read().blocks[0]
    assert isinstance(block, Paragraph)
    (line,) = block.lines
    assert (line.page, line.start, line.end) == (1, 0, len(block.text))
    assert line.edges[0] == 100
    assert line.top < 200 < line.bottom


@pytest.mark.parametrize("heading", ["三、综合评价结论", "3.2 综合评价结论", "3.2 人员情况"])
def test_a_heading_after_a_full_last_line_stands_alone(heading: str):
    pages = PdfPages()
    full = LONG[:24] + NEXT[: int((RIGHT - LEFT) / SIZE) - 1] + "。"
    y = pages.wrapped(100, full)
    pages.text(LEFT + 2 * SIZE, y, heading)
    pages.wrapped(y + PITCH, LONG)
    assert paragraphs(pages.read())[1] == heading


def test_a_header_on_both_of_two_pages_is_no_text_but_the_titles_of_two_forms_are():
    pages = PdfPages()
    for year in (2022, 2023):
        pages.text(240, 40, "青禾县水务局", size=9)
        pages.text(180, 90, "项目支出绩效自评表", size=21)
        pages.wrapped(140, f"{year}年" + LONG + "。")
        pages.next()
    texts = paragraphs(pages.read())
    assert texts.count("项目支出绩效自评表") == 2
    assert "青禾县水务局" not in texts


def test_a_salutation_ends_a_full_title():
    pages = PdfPages()
    title = "青禾县水务局关于农村供水工程绩效自评情况的报告"
    pages.text(LEFT, 100, "青禾县" + title, size=SIZE)
    pages.text(LEFT, 100 + PITCH, "县财政局：")
    pages.wrapped(100 + 2 * PITCH, LONG + NEXT)
    assert paragraphs(pages.read())[:2] == ["青禾县" + title, "县财政局："]


def test_a_heading_ends_a_full_title():
    pages = PdfPages()
    title = "青禾县水务局关于农村供水工程专项资金绩效的自评报告"
    pages.text(LEFT, 100, "青禾县" + title, size=SIZE)
    pages.text(LEFT, 100 + PITCH, "一、项目背景")
    pages.wrapped(100 + 2 * PITCH, LONG + NEXT)
    assert paragraphs(pages.read())[:2] == ["青禾县" + title, "一、项目背景"]
