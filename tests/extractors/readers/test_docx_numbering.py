"""The numbers that Word draws in front of paragraphs."""

from __future__ import annotations

import pytest

from heshu.extractors.readers.docx_number_formats import format_number
from word_files import (
    WordFile,
    cell,
    numbered,
    only_paragraph,
    only_table,
    paragraph,
    row,
    styled,
    table,
    texts,
)


def level(at: int, text: str, style: str = "decimal", start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(*levels: str, at: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{at}">{"".join(levels)}</w:abstractNum>'


def numbering(at: int = 1, definition_id: int = 0, overrides: str = "") -> str:
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{definition_id}"/>{overrides}</w:num>'


OFFICIAL = definition(
    level(0, "%1、", "chineseCounting"),
    level(1, "（%2）", "chineseCounting"),
    level(2, "%3."),
    level(3, "（%4）"),
)


def read(body: str, lists: str, styles: str = "") -> list[str]:
    return texts(WordFile(body, numbering=lists, styles=styles).read())


@pytest.mark.parametrize(
    ("style", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("japaneseCounting", 11, "十一"),
        ("ideographDigital", 20, "二〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedParen", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 7, "07"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("ideographTraditional", 3, "丙"),
        ("none", 3, ""),
        ("unheardOf", 3, "3"),
    ],
)
def test_number_formats(style: str, number: int, printed: str):
    assert format_number(number, style) == printed


def test_official_levels_count_and_start_again():
    body = "".join(
        numbered(text, level=at)
        for at, text in [
            (0, "甲"),
            (1, "乙"),
            (1, "丙"),
            (2, "丁"),
            (0, "戊"),
            (1, "己"),
            (2, "庚"),
        ]
    )
    assert read(body, OFFICIAL + numbering()) == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1. 丁",
        "二、戊",
        "（一）己",
        "1. 庚",
    ]


def test_the_number_is_told_apart_from_the_text():
    found = only_paragraph(WordFile(numbered("概况"), numbering=OFFICIAL + numbering()).read())
    assert (found.number, found.text) == ("一、", "一、概况")


def test_a_paragraph_without_a_list_has_no_number():
    assert only_paragraph(WordFile(paragraph("概况")).read()).number is None
    assert read(numbered("概况", numbering=9), OFFICIAL + numbering()) == ["概况"]
    assert read(numbered("概况", level=8), OFFICIAL + numbering()) == ["概况"]


def test_levels_inside_one_number():
    lists = definition(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3")) + numbering()
    body = numbered("甲") + numbered("乙", level=1) + numbered("5个", level=2)
    assert read(body, lists) == ["1 甲", "1.1 乙", "1.1.1 5个"]


def test_a_level_that_was_not_seen_yet_shows_its_start():
    lists = definition(level(0, "%1"), level(1, "%1.%2")) + numbering()
    assert read(numbered("甲", level=1) + numbered("乙"), lists) == ["1.1 甲", "1 乙"]


def test_legal_numbering_shows_digits_of_chinese_levels():
    lists = definition(level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", extra="<w:isLgl/>"))
    body = numbered("甲") + numbered("乙", level=1)
    assert read(body, lists + numbering()) == ["第一章 甲", "1.1 乙"]


def test_two_lists_of_one_definition_count_on_and_an_override_starts_again():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = OFFICIAL + numbering(1) + numbering(2) + numbering(3, overrides=override)
    body = "".join(numbered("项", numbering=at) for at in (1, 2, 3, 3, 1))
    assert read(body, lists) == ["一、项", "二、项", "一、项", "二、项", "三、项"]


def test_an_override_may_change_the_format():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'
    assert read(numbered("项"), OFFICIAL + numbering(overrides=override)) == ["A) 项"]


def test_start_and_restart():
    never = '<w:lvlRestart w:val="0"/>'
    lists = definition(level(0, "%1."), level(1, "%2)", start=5, extra=never)) + numbering()
    body = "".join(numbered("项", level=at) for at in (0, 1, 0, 1))
    assert read(body, lists) == ["1. 项", "5) 项", "2. 项", "6) 项"]


def test_restart_only_after_a_higher_level():
    after_first = '<w:lvlRestart w:val="1"/>'
    lists = definition(level(0, "%1."), level(1, "%2)"), level(2, "%3]", extra=after_first))
    body = "".join(numbered("项", level=at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert read(body, lists + numbering())[2::2] == ["1] 项", "2] 项", "1] 项"]


@pytest.mark.parametrize(
    ("suffix", "text", "printed"),
    [
        ("nothing", "%1.", "1.项"),
        ("space", "%1.", "1. 项"),
        ("tab", "%1.", "1. 项"),
        ("tab", "（%1）", "（1）项"),
        ("tab", "第%1条", "第1条 项"),
    ],
)
def test_what_stands_between_number_and_text(suffix: str, text: str, printed: str):
    lists = definition(level(0, text, extra=f'<w:suff w:val="{suffix}"/>')) + numbering()
    assert read(numbered("项"), lists) == [printed]


def numbered_style(style_id: str, based_on: str = "", at: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:basedOn w:val="{based_on}"/>'
        f'<w:pPr><w:numPr>{at}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )


def test_numbering_that_comes_with_the_style():
    styles = (
        numbered_style("H1")
        + numbered_style("H2", "H1", '<w:ilvl w:val="1"/>')
        + '<w:style w:type="paragraph" w:styleId="Like"><w:basedOn w:val="H2"/></w:style>'
    )
    tied = definition(
        level(0, "%1、", "chineseCounting", extra='<w:pStyle w:val="H1"/>'),
        level(1, "（%2）", "chineseCounting", extra='<w:pStyle w:val="H2"/>'),
    )
    body = styled("甲", "H1") + styled("乙", "H2") + styled("丙", "Like")
    assert read(body, tied + numbering(), styles) == ["一、甲", "（一）乙", "（二）丙"]


def test_a_paragraph_may_refuse_its_styles_number():
    refusing = paragraph("甲", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = refusing + styled("乙", "H")
    assert read(body, OFFICIAL + numbering(), numbered_style("H")) == ["甲", "一、乙"]


def test_a_list_linked_through_a_numbering_style():
    styles = (
        '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    linking = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="N"/></w:abstractNum>'
    lists = OFFICIAL + linking + numbering(1) + numbering(2, definition_id=7)
    assert read(numbered("项", numbering=2), lists, styles) == ["一、项"]


def test_bullets_and_hidden_numbers():
    lists = definition(
        level(0, "\uf06c", "bullet"),
        level(1, "%2.", extra="<w:rPr><w:vanish/></w:rPr>"),
        level(2, "➢", "bullet"),
    )
    body = "".join(numbered("项", level=at) for at in (0, 1, 2))
    assert read(body + numbered(""), lists + numbering()) == ["• 项", "项", "➢ 项"]


def test_empty_cells_may_be_numbered():
    body = table(*(row(cell(numbered("")), name) for name in ("甲", "乙")))
    lists = definition(level(0, "%1")) + numbering()
    found = only_table(WordFile(body, numbering=lists).read())
    assert [c.text for c in found.cells] == ["1", "甲", "2", "乙"]


def test_a_deleted_paragraph_takes_no_number():
    gone = (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    )
    deleted = paragraph(
        '<w:del w:id="2" w:author="x"><w:r><w:delText>旧</w:delText></w:r></w:del>', gone
    )
    assert read(numbered("甲") + deleted + numbered("乙"), OFFICIAL + numbering()) == [
        "一、甲",
        "二、乙",
    ]


def test_a_format_of_word_2010_falls_back():
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    assert read(numbered("项"), definition(custom) + numbering()) == ["01. 项"]
