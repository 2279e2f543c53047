"""Pages that are pictures are read by OCR, tables and all."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest
from PIL import Image, ImageDraw

from heshu.extractors.readers import pdf, scanning
from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.document import Document
from heshu.schemas.file_errors import MissingExtra, NoTextLayer
from pdf_files import PdfPages, paragraphs, rows, tables

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
SENTENCE = "全年实际支出126.5万元，执行率97.3%。"


def drawn() -> bytes:
    """A page with a sentence and a ruled table."""
    pages = PdfPages().text(90, 120, SENTENCE)
    grid = [["项目", "预算数", "执行数"], ["管网改造", "120", "117.6"]]
    return pages.grid([90, 220, 350, 480], [300, 340, 380], grid).data()


def shown(data: bytes) -> Image.Image:
    """The first page as a picture."""
    return cast(Any, pypdfium2.PdfDocument(data))[0].render(scale=200 / 72).to_pil()


def scanned(*pictures: Image.Image) -> Document:
    """Pictures as the pages of a file, read."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return pdf.read(Source("扫描.pdf", out.getvalue()))


@cache
def straight() -> Document:
    return scanned(shown(drawn()))


def test_text_and_table_of_a_picture():
    document = straight()
    assert document.format == "pdf-scan"
    assert paragraphs(document) == [SENTENCE]
    (table,) = tables(document)
    assert rows(table) == [["项目", "预算数", "执行数"], ["管网改造", "120", "117.6"]]


def test_places_are_those_of_the_printed_page():
    printed, read = pdf.read(Source("a.pdf", drawn())), straight()
    for one, other in zip(tables(printed)[0].cells, tables(read)[0].cells, strict=True):
        assert one.box
        assert other.box
        assert abs(one.box.x0 - other.box.x0) < 3
        assert abs(one.box.y1 - other.box.y1) < 3


def test_a_slanted_page_under_a_red_stamp():
    picture = shown(drawn()).convert("RGB")
    ImageDraw.Draw(picture).ellipse((400, 250, 700, 550), outline=(230, 30, 30), width=12)
    document = scanned(picture.rotate(1.2, fillcolor="white", resample=Image.Resampling.BICUBIC))
    assert paragraphs(document) == [SENTENCE]
    assert rows(tables(document)[0])[1] == ["管网改造", "120", "117.6"]
    assert [note.code for note in document.notes] == ["stamp-removed"]


def test_a_scanned_page_among_others():
    first = PdfPages().text(60, 100, SENTENCE).next()
    first.picture(shown(drawn()), 0, 0, 595, 842)
    document = first.read()
    assert document.format == "pdf"
    assert paragraphs(document) == [SENTENCE, SENTENCE]
    assert not document.partial


def test_a_picture_of_nothing_has_no_text():
    with pytest.raises(NoTextLayer, match="没有认出文字"):
        scanned(Image.new("L", (1654, 2339), 255))


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ImportError(name="rapidocr")

    monkeypatch.setattr(scanning, "import_module", missing)


@pytest.mark.usefixtures("without_ocr")
def test_without_ocr_it_is_told_how_to_get_it():
    with pytest.raises(MissingExtra, match=r"heshu\[ocr\]"):
        scanned(Image.new("L", (400, 400), 200))


@pytest.mark.usefixtures("without_ocr")
def test_without_ocr_the_other_pages_are_read():
    pages = PdfPages().text(60, 100, SENTENCE).next()
    document = pages.picture(Image.new("L", (4, 4), 200), 0, 0, 300, 300).read()
    assert paragraphs(document) == [SENTENCE]
    assert document.partial
    (note,) = document.notes
    assert note.code == "page-unreadable"
    assert "第 2 页" in note.message


def test_the_sample_gives_the_rows_of_its_form():
    _, (report,) = read_source(scan_of("parking_form_scan.pdf"))
    _, (printed,) = read_source(scan_of("parking_form.pdf"))
    (found,), (form,) = report.projects, printed.projects
    assert [fund.executed for fund in found.funds] == [fund.executed for fund in form.funds]
    assert [(row.actual_value, row.score) for row in found.indicators] == [
        (row.actual_value, row.score) for row in form.indicators
    ]


def scan_of(name: str) -> Source:
    return Source(name, (SAMPLES / name).read_bytes())
