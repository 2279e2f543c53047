"""Word files read whole: forms with gold, traps, notes, margins, properties."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx as python_docx
import pytest

from heshu.extractors.readers import docx
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Paragraph, Table
from heshu.schemas.file_errors import ForbiddenDoctype, TooLarge
from paths import SHARED, gold, needs_shared, shared
from word_files import (
    WordFile,
    cell,
    only_table,
    paragraph,
    read_body,
    row,
    run,
    spans,
    table,
    texts,
)

FORMS = sorted(path.stem for path in (SHARED / "devset/forms").glob("*.docx")) if SHARED else []


def read(name: str) -> Document:
    path = shared(name)
    return docx.read(Source(path.name, path.read_bytes()))


@needs_shared
@pytest.mark.parametrize("name", FORMS)
def test_every_cell_of_a_form_is_exact(name: str):
    document = read(f"devset/forms/{name}.docx")
    found = [(at, *one) for at, (_, grid) in enumerate(document.tables()) for one in spans(grid)]
    keys = ("table", "row", "column", "row_span", "column_span", "text")
    cells = gold(f"forms/{name}")["cells"]
    assert sorted(found) == sorted(tuple(one[key] for key in keys) for one in cells)


@needs_shared
def test_mixed_wrappers_are_read_as_a_person_sees_them():
    document = read("devset/traps/mix.docx")
    assert texts(document) == [
        "A正文SDTRUN行内11.1尾",
        "SDTBLOCK块22.2",
        "修订INS新33.3MOVETO",
        "框前",
        "BOX文本框55.5万元",
        "可见",
        "链接LINK链77.7FLD域88.8SMART",
        "CPLX99.9",
        "１２３．４５万元　全角　-✓",
    ]
    outer, nested = (grid for _, grid in document.tables())
    assert [one.text for one in outer.cells] == [
        *("外1", "外2", "SDTROW", "行控件", "GB缩进", "SDTCELL", "右"),
    ]
    assert (outer.cells[4].row, outer.cells[4].column) == (2, 1)
    assert (nested.inside, nested.cells[0].text) == ((0, 0), "NEST内12.3")
    assert {note.code for note in document.notes} == {"hidden-text", "tracked-changes"}


@needs_shared
@pytest.mark.parametrize(
    ("name", "error"),
    [("lol", ForbiddenDoctype), ("xxe", ForbiddenDoctype), ("zipbomb", TooLarge)],
)
def test_hostile_files_are_refused(name: str, error: type[Exception]):
    with pytest.raises(error):
        read(f"devset/traps/{name}.docx")


BOX = f"<w:txbxContent>{paragraph('框内一')}{paragraph('框内二')}</w:txbxContent>"
BOTH_BRANCHES = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
OLD_BOX = "<w:r><w:pict><v:shape><v:textbox>{0}</v:textbox></v:shape></w:pict></w:r>"


@pytest.mark.parametrize("wrapper", [BOTH_BRANCHES, OLD_BOX])
def test_a_text_box_follows_its_paragraph_once(wrapper: str):
    body = paragraph(run("锚") + wrapper.format(BOX)) + paragraph("后")
    found = [(block.text, block.type) for _, block in WordFile(body).read().paragraphs()]
    assert found == [
        ("锚", "paragraph"),
        ("框内一", "textbox"),
        ("框内二", "textbox"),
        ("后", "paragraph"),
    ]


def test_a_text_box_of_a_cell_follows_the_table():
    body = table(row(cell(paragraph(run("格") + OLD_BOX.format(BOX)))))
    document = WordFile(body).read()
    assert only_table(document).cells[0].text == "格"
    assert texts(document) == ["框内一", "框内二"]


def test_a_table_in_a_text_box_is_a_table():
    inner = f"<w:txbxContent>{table(row('甲'))}</w:txbxContent>"
    document = WordFile(paragraph(OLD_BOX.format(inner))).read()
    assert [type(block) for block in document.blocks] == [Table]


NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{paragraph(run("含上年结转3万元") + "<w:r><w:footnoteRef/></w:r>")}'
    "</w:footnote>"
)


def test_a_footnote_follows_the_paragraph_that_refers_to_it():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("支出50") + mark + run("万元")) + paragraph("后")
    found = WordFile(body, footnotes=NOTES).read()
    assert [(block.text, block.type) for _, block in found.paragraphs()] == [
        ("支出50万元", "paragraph"),
        ("含上年结转3万元", "footnote"),
        ("后", "paragraph"),
    ]


def test_a_mark_typed_by_hand_is_no_text_and_a_missing_note_is_survived():
    typed = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>1</w:t></w:r>'
    missing = '<w:r><w:footnoteReference w:id="77"/></w:r>'
    body = paragraph(run("支出50") + typed + missing + run("万元"))
    assert texts(WordFile(body, footnotes=NOTES).read())[0] == "支出50万元"


def test_a_footnote_of_a_cell_follows_the_table():
    body = table(row(cell(paragraph(run("甲") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))))
    document = WordFile(body, footnotes=NOTES).read()
    assert only_table(document).cells[0].text == "甲"
    assert texts(document) == ["含上年结转3万元"]


def test_headers_and_footers_come_last_and_once_without_page_numbers():
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    margins = {
        "header1": paragraph("云溪市绩效自评"),
        "header2": paragraph("云溪市绩效自评"),
        "footer1": paragraph(run("第") + page + run("页")),
        "footer2": paragraph(run("— ") + page + run(" —")),
    }
    references = "".join(
        f'<w:{name[:6]}Reference r:id="{name}"/>' for name in (*margins, "header1")
    )
    body = paragraph("正文") + f"<w:sectPr>{references}</w:sectPr>"
    found = WordFile(body, margins=margins).read()
    assert [(block.text, block.type) for _, block in found.paragraphs()] == [
        ("正文", "paragraph"),
        ("云溪市绩效自评", "header"),
        ("第页", "footer"),
    ]


def test_a_table_in_a_header_gives_no_table():
    margins = {"header1": table(row("密级", "公开"))}
    body = paragraph("正文") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    document = WordFile(body, margins=margins).read()
    assert not list(document.tables())
    assert texts(document) == ["正文", "密级\n公开"]


def test_a_file_without_text_is_no_error_and_says_so():
    assert [note.code for note in WordFile(paragraph("")).read().notes] == ["no-text"]
    picture = paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    (note,) = WordFile(picture).read().notes
    assert "图片" in note.message


def test_an_embedded_document_is_told():
    (note,) = WordFile(paragraph("正文") + '<w:altChunk r:id="x"/>').read().notes
    assert note.code == "embedded-document"


def test_wrapped_blocks_are_read():
    control = f"<w:sdt><w:sdtContent>{paragraph('二')}</w:sdtContent></w:sdt>"
    body = f'<w:customXml w:element="x">{paragraph("一")}{control}</w:customXml>' + paragraph("三")
    assert read_body(body) == ["一", "二", "三"]


def made_by_python_docx() -> bytes:
    document = python_docx.Document()
    document.core_properties.created = datetime(2023, 3, 1, 8, 30, tzinfo=UTC)
    document.core_properties.modified = datetime(2023, 3, 2, tzinfo=UTC)
    document.add_heading("云溪市项目支出绩效自评报告", level=0)
    document.add_heading("一、项目概况", level=1)
    grid = document.add_table(rows=3, cols=3)
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "指标"
    grid.cell(0, 1).merge(grid.cell(0, 2)).text = "分值"
    grid.cell(2, 2).text = "10\n分"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_file_of_python_docx():
    data = made_by_python_docx()
    document = docx.read(Source("报告.docx", data))
    title, heading, grid = document.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(heading, Paragraph)
    assert isinstance(grid, Table)
    assert (title.type, title.outline_level) == ("title", None)
    assert (heading.text, heading.outline_level) == ("一、项目概况", 1)
    assert (0, 0, 2, 1, "指标") in spans(grid)
    assert (0, 1, 1, 2, "分值") in spans(grid)
    assert (2, 2, 1, 1, "10\n分") in spans(grid)
    assert document.created == datetime(2023, 3, 1, 8, 30, tzinfo=UTC)
    assert document.modified == datetime(2023, 3, 2, tzinfo=UTC)
    assert (document.format, document.bytes, document.pages) == ("docx", len(data), None)
    assert len(document.doc_id) == 16


def test_a_file_without_properties_has_no_dates():
    document = WordFile(paragraph("正文")).read()
    assert (document.created, document.modified) == (None, None)
