"""What a person sees of a Word paragraph."""

from __future__ import annotations

import pytest

from word_files import WordFile, paragraph, read_body, run, styled, texts


def wrapped(tag: str, content: str) -> str:
    return f'<w:{tag} w:id="1" w:author="x">{content}</w:{tag}>'


def field(instruction: str, result: str | None, data: str = "") -> str:
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + (result or "")
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f"{'' if result is None else separate}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form(kind: str, content: str) -> str:
    return f"<w:ffData><w:{kind}>{content}</w:{kind}></w:ffData>"


CHOICES = '<w:result w:val="1"/><w:listEntry w:val="优"/><w:listEntry w:val="良"/>'


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (wrapped("ins", run("新")), "前新"),
        (wrapped("moveTo", run("移入")), "前移入"),
        (wrapped("del", "<w:r><w:delText>旧</w:delText></w:r>"), "前"),
        (wrapped("del", run("旧")), "前"),
        (wrapped("moveFrom", run("移出")), "前"),
        (wrapped("ins", wrapped("del", run("先插后删"))), "前"),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "前链接"),
        (f"<w:smartTag><w:smartTagPr/>{run('地名')}</w:smartTag>", "前地名"),
        (f'<w:customXml w:element="x">{run("数据")}</w:customXml>', "前数据"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "前控件"),
        (f"<w:bdo>{run('方向')}</w:bdo>", "前方向"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t></w:r>", "前一\n二\n三"),
        ("<w:r><w:tab/><w:t>列</w:t></w:r>", "前\t列"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>3月</w:t></w:r>", "前1-3月"),
        ("<w:r><w:softHyphen/><w:t>词</w:t></w:r>", "前词"),
        ('<w:r><w:br w:type="page"/></w:r>', "前"),
        ("<w:r><w:ruby><w:rt>" + run("ya") + "</w:rt><w:rubyBase>" + run("亚")
         + "</w:rubyBase></w:ruby></w:r>", "前亚"),
        ("<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num>"
         "<m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>", "前3/4"),
    ],
)  # fmt: skip
def test_inline(content: str, seen: str):
    assert read_body(paragraph(run("前") + content)) == [seen]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (field("=SUM(ABOVE)", run("99.9")), "合计99.9"),
        (f'<w:fldSimple w:instr="=SUM(ABOVE)">{run("88.8")}</w:fldSimple>', "合计88.8"),
        (field("HYPERLINK x", run("网") + field("PAGEREF y", run("3"))), "合计网3"),
        (field(f"IF {field('DATE', run('隐'))} = 1", run("真")), "合计真"),
        (field(r"EQ \o\ac(○,3)", None), "合计③"),
        (field(r"eq \o\ac(○, 12)", None), "合计⑫"),
        (field(r"EQ \o\ac(□,√)", None), "合计□√"),
        (field(r"EQ \f(2,3)", None), "合计2/3"),
        (field("XE 词条", None), "合计"),
        (field("FORMCHECKBOX", None, form("checkBox", "<w:checked/>")), "合计☑"),
        (field("FORMCHECKBOX", None, form("checkBox", '<w:default w:val="0"/>')), "合计□"),
        (field("FORMDROPDOWN", None, form("ddList", CHOICES)), "合计良"),
    ],
)  # fmt: skip
def test_fields_show_their_result_and_not_their_instruction(content: str, seen: str):
    assert read_body(paragraph(run("合计") + content)) == [seen]


def test_a_field_that_never_ends_does_not_swallow_the_rest():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    for opening in (begin, begin + separate):
        document = WordFile(paragraph(run("前") + opening) + paragraph("后")).read()
        assert texts(document) == ["前", "后"]
        assert [block.type for _, block in document.paragraphs()] == ["paragraph"] * 2


@pytest.mark.parametrize("kind", ["begin", "separate", "end"])
def test_a_field_mark_alone_in_a_simple_field_ends_with_it(kind: str):
    mark = f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    simple = f'<w:fldSimple w:instr="REF x">{run("率")}{mark}</w:fldSimple>'
    assert read_body(paragraph(run("前") + simple + run("后"))) == ["前率后"]


def test_a_table_of_contents_is_told_apart_over_its_paragraphs():
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    opening = field("TOC", run("一、概况\t1")).removesuffix(end)
    found = WordFile(
        paragraph(opening) + paragraph("二、问题\t5") + paragraph(end) + paragraph("正文")
    ).read()
    assert [(block.text, block.type) for _, block in found.paragraphs()] == [
        ("一、概况\t1", "toc"),
        ("二、问题\t5", "toc"),
        ("正文", "paragraph"),
    ]


def test_a_table_of_contents_in_its_gallery():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    found = WordFile(control.format(paragraph("目录")) + paragraph("正文")).read()
    assert [block.type for _, block in found.paragraphs()] == ["toc", "paragraph"]


HIDING_STYLES = (
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (paragraph(run("藏", "<w:vanish/>") + run("见")), ["见"]),
        (paragraph(run("见", '<w:vanish w:val="0"/>')), ["见"]),
        (paragraph(run("藏", '<w:rStyle w:val="C"/>') + run("见")), ["见"]),
        (styled("藏", "P") + styled("藏", "Q") + paragraph("见"), ["见"]),
        (paragraph(run("见", "<w:vanish w:val='false'/>"), '<w:pStyle w:val="P"/>'), ["见"]),
    ],
)
def test_hidden_text_is_not_shown(body: str, seen: list[str]):
    document = WordFile(body, styles=HIDING_STYLES).read()
    assert texts(document) == seen
    assert [note.code for note in document.notes] == ["hidden-text"] * ("藏" in body)


def test_a_field_may_begin_in_hidden_text():
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'.format
    body = hidden("begin") + hidden("separate") + run("果") + hidden("end") + run("后")
    assert read_body(paragraph(body)) == ["果后"]


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F035", "5"),
        ("宋体", "25A1", "□"),
        ("Unknown", "F041", "\uf041"),
    ],
)
def test_symbols(font: str, code: str, seen: str):
    assert read_body(paragraph(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')) == [seen]


def test_symbol_fonts_in_running_text():
    fonts = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    assert read_body(paragraph(run("\uf0b3", fonts) + run("90%"))) == ["≥90%"]


def test_a_broken_symbol_is_marked():
    assert read_body(paragraph('<w:r><w:sym w:font="Symbol" w:char="oops"/></w:r>')) == ["\ufffd"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    assert read_body(paragraph("预算执行率", gone) + paragraph("为98%") + paragraph("另")) == [
        "预算执行率为98%",
        "另",
    ]


def test_a_style_separator_joins_a_heading_with_its_text():
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert read_body(paragraph("概况。", separator) + paragraph("正文")) == ["概况。正文"]


def test_blanks_at_the_start_are_kept_and_at_the_end_are_not():
    assert read_body(paragraph("　　缩进　 ")) == ["　　缩进"]


def test_blank_paragraphs_are_no_blocks():
    assert read_body(paragraph("") + paragraph(" 　\t") + paragraph("有")) == ["有"]
