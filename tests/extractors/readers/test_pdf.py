"""PDF files as a whole: what is hidden, damaged, locked or no text, and what the papers show."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest

from heshu.extractors.readers import docx, pdf
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Table
from heshu.schemas.file_errors import DamagedFile, EncryptedFile, TooLarge
from paths import needs_shared, shared
from pdf_files import PdfPages, paragraphs, turned

SENTENCE = "预算执行率为93.73%，全年实际支出2413.92万元"


def read(name: str, password: str | None = None) -> Document:
    path = shared(f"devset/{name}")
    reader = docx if path.suffix == ".docx" else pdf
    return reader.read(Source(path.name, path.read_bytes(), password))


def contents(document: Document) -> list[object]:
    """Texts of paragraphs and cells with their spans, white space apart."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [
                (c.row, c.column, c.row_span, c.column_span, "".join(c.text.split()))
                for c in block.cells
            ]
        elif block.type not in {"header", "footer"}:
            found.append("".join(block.text.split()))
    return found


def test_what_nobody_sees_is_left_out_with_a_note():
    pages = PdfPages().text(60, 100, SENTENCE)
    pages.text(60, 140, "隐藏999.99万元", mode=3).text(60, 180, "白色888.88万元", grey=1.0)
    pages.text(60, 1200, "页外777.77万元")
    document = pages.read()
    assert paragraphs(document) == [SENTENCE]
    assert [note.code for note in document.notes] == ["hidden-text"]
    assert not document.partial


def test_overprinted_bold_is_read_once():
    pages = PdfPages()
    for shift in (0.0, 0.4, 0.8):
        pages.text(60 + shift, 100, SENTENCE)
    assert paragraphs(pages.read()) == [SENTENCE]


@pytest.mark.parametrize("filters", [1, 2, 3])
def test_streams_that_unpack_to_too_much_are_refused(filters: int):
    stream = b"\0" * (300 * 2**20)
    for _ in range(filters):
        stream = zlib.compress(stream, 9)
    names = b"[" + b"/FlateDecode" * filters + b"]"
    data = b"%%PDF-1.5\n4 0 obj\n<</Filter%s/Length %d>>\nstream\n" % (names, len(stream))
    with pytest.raises(TooLarge):
        pdf.read(Source("炸弹.pdf", data + stream + b"\nendstream\nendobj\n"))


def test_bytes_after_the_head_that_are_no_pdf_are_damage():
    with pytest.raises(DamagedFile):
        pdf.read(Source("坏.pdf", b"%PDF-1.7\nnothing of the kind"))


def test_properties_come_from_the_file():
    document = PdfPages().text(60, 100, SENTENCE).read()
    assert document.pages == 1
    assert document.created is not None
    assert document.created.tzinfo is not None


def test_a_wide_page_that_takes_its_size_from_its_parent_is_read_to_its_edge():
    with pikepdf.open(BytesIO(PdfPages().text(60, 100, SENTENCE).data())) as file:
        page = file.pages[0].obj
        del page.MediaBox
        page.Parent.MediaBox = pikepdf.Array([0, 0, 1684, 1191])
        moved = page.Contents.read_bytes().replace(b" 60 ", b" 1200 ")
        page.Contents = pikepdf.Stream(file, moved)
        saved = BytesIO()
        file.save(saved)
    document = pdf.read(Source("宽.pdf", saved.getvalue()))
    assert paragraphs(document) == [SENTENCE]


@needs_shared
@pytest.mark.parametrize(
    "name", ["gbk_euc_h", "unigb_ucs2_h", "unigb_utf16_h", "vertical", "fakebold", "hidden"]
)
def test_traps_give_their_sentence_once(name: str):
    assert paragraphs(read(f"traps/{name}.pdf")) == [SENTENCE]


@needs_shared
@pytest.mark.parametrize("name", ["rotate90", "rotate270", "enc_owner256", "enc_owner_rc4"])
def test_turned_and_owner_locked_files_read_as_the_plain_one(name: str):
    assert contents(read(f"traps/{name}.pdf")) == contents(read("bulk/r6.pdf"))


@needs_shared
def test_a_user_password_is_asked_for_and_used():
    with pytest.raises(EncryptedFile, match="--password"):
        read("traps/enc_user.pdf")
    with pytest.raises(EncryptedFile):
        read("traps/enc_user.pdf", "wrong")
    assert contents(read("traps/enc_user.pdf", "secret")) == contents(read("bulk/r6.pdf"))


@needs_shared
def test_damaged_files_say_so():
    with pytest.raises(TooLarge):
        read("traps/bomb.pdf")
    with pytest.raises(DamagedFile):
        read("traps/truncated.pdf")


@needs_shared
def test_radicals_stay_as_printed():
    assert "3⽉" in paragraphs(read("traps/kangxi.pdf"))[0]


@needs_shared
@pytest.mark.parametrize(
    "name",
    [
        "seeds/seed_000",
        "seeds/seed_004",
        "forms/central_2020",
        "forms/hubei_2023",
        "forms/sichuan_2022",
        "forms/summary_2022",
        "forms/transfer_2018",
        "bulk/r6",
        "bulk/r60",
    ],
)
def test_a_pdf_reads_as_the_word_file_it_was_made_of(name: str):
    assert contents(read(f"{name}.pdf")) == contents(read(f"{name}.docx"))


@needs_shared
@pytest.mark.parametrize("name", ["r6_word", "r6_cid"])
def test_thin_rectangles_and_other_fonts_change_nothing(name: str):
    assert contents(read(f"bulk/{name}.pdf")) == contents(read("bulk/r6.pdf"))


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_drawn_turned_is_read_as_its_text_runs(quarters: int) -> None:
    data = PdfPages().text(120, 80, "全年预算数200万元").text(120, 120, "执行率95%").data()
    upright = pdf.read(Source("正.pdf", data))
    document = pdf.read(Source("转.pdf", turned(data, quarters)))
    assert paragraphs(document) == paragraphs(upright) == ["全年预算数200万元", "执行率95%"]
