"""What a paragraph's style says about it."""

from __future__ import annotations

import pytest

from heshu.extractors.readers.docx_paring import pared_styles, pared_text
from word_files import WordFile, only_paragraph, paragraph, styled


def style(style_id: str, name: str = "", properties: str = "", based_on: str = "", extra: str = ""):
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}" {extra}><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{properties}</w:pPr></w:style>'
    )


def level_of(text: str, styles: str) -> int | None:
    return only_paragraph(WordFile(text, styles=styles).read()).outline_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading 3", 3),
        ("标题 2", 2),
        ("标题2", 2),
        ("正文", None),
        ("title", None),
    ],
)
def test_built_in_heading_names(name: str, level: int | None):
    assert level_of(styled("概况", "S"), style("S", name)) == level


def test_outline_level_of_the_style_it_is_based_on():
    styles = style("A", "x", '<w:outlineLvl w:val="1"/>') + style("B", "y", based_on="A")
    assert level_of(styled("概况", "B"), styles) == 2


def test_the_nearest_word_on_the_level_counts():
    styles = style("A", "heading 1") + style("B", "y", '<w:outlineLvl w:val="9"/>', based_on="A")
    assert level_of(styled("概况", "B"), styles) is None
    own = paragraph("概况", '<w:pStyle w:val="B"/><w:outlineLvl w:val="2"/>')
    assert level_of(own, styles) == 3


def test_styles_in_a_circle_end():
    styles = style("A", "x", based_on="B") + style("B", "y", based_on="A")
    assert level_of(styled("概况", "A"), styles) is None


def test_a_style_that_does_not_exist_is_the_default_style():
    styles = style("D", "Normal", '<w:jc w:val="center"/>', extra='w:default="1"')
    assert only_paragraph(WordFile(styled("概况", "none"), styles=styles).read()).centred
    assert only_paragraph(WordFile(paragraph("概况"), styles=styles).read()).centred


@pytest.mark.parametrize(
    ("own", "centred"),
    [("", True), ('<w:jc w:val="left"/>', False), ('<w:jc w:val="center"/>', True)],
)
def test_centred_through_styles(own: str, centred: bool):
    styles = style("A", "x", '<w:jc w:val="center"/>') + style("B", "y", based_on="A")
    document = WordFile(paragraph("概况", f'<w:pStyle w:val="B"/>{own}'), styles=styles).read()
    assert only_paragraph(document).centred is centred


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("toc 1", "toc"),
        ("TOC Heading", "toc"),
        ("目录 2", "toc"),
        ("table of figures", "toc"),
        ("Title", "title"),
        ("caption", "caption"),
        ("题注", "caption"),
        ("Normal", "paragraph"),
    ],
)
def test_type_by_the_name_of_the_style(name: str, kind: str):
    document = WordFile(styled("概况", "S"), styles=style("S", name)).read()
    assert only_paragraph(document).type == kind


def table_style(style_id: str, quote: str = '"'):
    return (
        f"<w:style w:styleId={quote}{style_id}{quote} w:type={quote}table{quote}>"
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_paragraph_has_no_style_of_tables(quote: str):
    styles = table_style("G", quote) + style("D", "heading 1", extra='w:default="1"')
    found = only_paragraph(WordFile(styled("概况", "G"), styles=styles).read())
    assert (found.centred, found.outline_level) == (False, 1)


def test_only_styles_of_tables_are_cut_out():
    kept = style("A", "heading 1"), style("B", "x", based_on="A")
    empty = '<w:style w:type="table" w:styleId="E"/>'
    part = (
        f"<w:styles>\n{kept[0]}\n{table_style('G')}\n{empty}{kept[1]}{table_style('H')}</w:styles>"
    )
    pared = pared_styles(part.encode()).decode()
    assert pared == part.replace(table_style("G") + "\n", "")


def test_styles_that_only_might_be_used_are_cut_out():
    latent = '<w:latentStyles w:count="1"><w:lsdException w:name="heading 1"/></w:latentStyles>'
    part = f"<w:styles>{latent}{style('A', 'heading 1')}</w:styles>"
    assert pared_styles(part.encode()).decode() == part.replace(latent, "")
    empty = part.replace(latent, '<w:latentStyles w:count="0"/>')
    assert pared_styles(empty.encode()).decode() == empty


def test_only_how_text_looks_is_cut_out_of_it():
    run = "<w:r><w:rPr>{}<w:vanish/></w:rPr><w:t>b</w:t></w:r>"
    looks = '<w:b/><w:sz w:val="22"/><w:color w:val="FF0000" />'
    kept = run.format('<w:bdr w:val="single"/><w:spacing><w:x/></w:spacing>')
    part = f"<w:p>{run.format(looks)}{kept}</w:p>"
    assert pared_text(part.encode()).decode() == part.replace(looks, "")
    raw = part.replace(">b<", "><![CDATA[<w:b/>]]><")
    assert pared_text(raw.encode()).decode() == raw
