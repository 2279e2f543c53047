"""Old Word and WPS files, read as what LibreOffice makes of them."""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from heshu.extractors.readers import legacy
from heshu.extractors.readers.legacy_office import converted
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document
from heshu.schemas.file_errors import DamagedFile, EncryptedOffice
from old_word import needs_office, old_word_file
from paths import needs_shared, shared
from word_files import only_table, texts

LINES = ("云屏市园林局2023年度绿道项目绩效自评报告", "项目年初预算320万元，执行率98.5%。")
ROWS = (
    ("指标", "目标值", "实际值"),
    ("新建绿道", "≥12公里", "12.6公里"),
    ("验收合格率", "", "100%"),
)


def word_file(*, table_last: bool = False) -> bytes:
    """A .docx with two paragraphs and a table, nothing behind it where ``table_last``."""
    document = docx.Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(len(ROWS), len(ROWS[0]), style="Table Grid")
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    if not table_last:
        document.add_paragraph("2024年3月5日")
    return saved(document)


def saved(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(name: str, data: bytes) -> Document:
    return read_document(Source(name, data))


def grid(document: Document) -> list[tuple[str, ...]]:
    lattice = only_table(document).lattice()
    return [tuple(cell.text if cell else "" for cell in row) for row in lattice]


@needs_office
def test_paragraphs_and_cells_come_through():
    document = read("报告.doc", old_word_file(word_file()))
    assert texts(document) == [*LINES, "2024年3月5日"]
    assert grid(document) == list(ROWS)


@needs_office
def test_a_table_that_ends_the_file_stays_a_table():
    document = read("报告.doc", old_word_file(word_file(table_last=True)))
    assert texts(document) == list(LINES)
    assert grid(document) == list(ROWS)


@needs_office
@pytest.mark.parametrize(("name", "format"), [("报告.doc", "doc"), ("报告.WPS", "wps")])
def test_the_document_is_that_of_the_old_file(name: str, format: str):
    source = Source(name, old_word_file(word_file()))
    document = read_document(source)
    assert (document.format, document.bytes) == (format, len(source.data))
    assert (document.sha256, document.doc_id) == (source.sha256, source.doc_id)
    assert document.name == name


@needs_office
def test_the_same_file_gives_the_same_document():
    source = Source("报告.doc", old_word_file(word_file()))
    assert read_document(source) == read_document(source)


def test_what_a_batch_has_converted_is_read_as_it_is():
    source = Source("报告.wps", b"old", converted=word_file())
    assert texts(legacy.read(source)) == [*LINES, "2024年3月5日"]


@needs_office
def test_a_file_that_is_refused_costs_the_others_nothing():
    whole = old_word_file(word_file())
    results = converted([Source("1.doc", whole[:3000]), Source("2.doc", whole)])
    assert isinstance(results[0], DamagedFile)
    assert isinstance(results[1], bytes)


@needs_office
def test_a_password_is_told_before_it_is_asked_for():
    data = bytearray(old_word_file(word_file()))
    head = next(at for at in range(0, len(data), 512) if data.startswith(b"\xec\xa5", at))
    data[head + 0x0B] |= 0x01
    with pytest.raises(EncryptedOffice):
        read("报告.doc", bytes(data))


@contextmanager
def local_server() -> Generator[tuple[str, list[str]]]:
    """A web server on this machine: its address, and what is asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


def file_with_linked_picture(address: str) -> bytes:
    document = docx.Document()
    run = document.add_paragraph(LINES[0]).add_run()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    target = document.part.relate_to(f"{address}/seal.png", kind, is_external=True)
    picture = (
        '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<v:shape style="width:60pt;height:60pt"><v:imagedata r:id="{target}"/></v:shape></w:pict>'
    )
    run._r.append(parse_xml(picture))  # pyright: ignore[reportPrivateUsage]
    return saved(document)


@needs_office
def test_nothing_outside_the_file_is_fetched():
    with local_server() as (address, asked):
        (result,) = converted([Source("报告.doc", file_with_linked_picture(address))])
    assert isinstance(result, bytes)
    assert LINES[0] in texts(legacy.read(Source("报告.doc", b"", converted=result)))
    assert asked == []


@needs_office
@needs_shared
def test_a_real_report_reads_as_its_docx_does():
    old, new = (shared(f"devset/seeds/seed_004.{suffix}") for suffix in ("doc", "docx"))
    assert read_path(old).blocks == read_path(new).blocks


def read_path(path: Path) -> Document:
    return read(path.name, path.read_bytes())
