"""A file's format by its content."""

from __future__ import annotations

import pytest

from compound_files import compound_file
from heshu.extractors.readers.formats import detect
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.schemas.file_errors import (
    DamagedFile,
    EmptyFile,
    EncryptedOffice,
    FileError,
    UnknownFormat,
)
from paths import needs_shared, shared
from word_files import WordFile, paragraph, relationships, zipped

WORD = WordFile(paragraph("正文")).data()


def formats_of(data: bytes, name: str = "file.bin") -> str:
    return detect(Source(name, data))


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "pdf"),
        (WORD, "docx"),
        (zipped({"xl/workbook.xml": ""}), "xlsx"),
        ("预算执行率98%".encode(), "txt"),
        ("预算执行率98%".encode("gb18030"), "txt"),
        (compound_file("1Table", "WordDocument"), "doc"),
        (compound_file("Workbook"), "xls"),
        (compound_file("Book", nested="WordDocument"), "xls"),
        (b"<!DOCTYPE html><html></html>", "html"),
        ("\ufeff\n<HTML><body>报告</body>".encode(), "html"),
        ("<!-- 存档 -->\n<!doctype HTML><html><body>报告".encode(), "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html/>', "html"),
        ("<html><meta charset=gbk><body>预算执行率98%".encode("gbk"), "html"),
        ("<云溪市水利局>预算执行率98%".encode(), "txt"),
        ("<titles> 报告".encode(), "txt"),
    ],
)
@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a"])
def test_the_content_decides_whatever_the_suffix(data: bytes, format: str, name: str):
    assert formats_of(data, name) == format


def test_wps_and_doc_are_told_apart_by_name():
    assert formats_of(compound_file("WordDocument"), "报告.WPS") == "wps"
    assert formats_of(compound_file("Workbook"), "表.ET") == "et"


@pytest.mark.parametrize(
    ("name", "format"), [("报告.html", "html"), ("报告.HTM", "html"), ("报告.txt", "txt")]
)
def test_a_part_of_a_page_is_a_page_where_its_name_says_so(name: str, format: str):
    assert formats_of("<div>预算执行率98%</div>".encode(), name) == format


def test_a_text_that_merely_begins_with_a_bracket_is_text():
    assert formats_of("<注> 预算执行率98%".encode(), "报告.html") == "txt"


def test_a_word_file_whose_parts_have_other_names():
    parts = {
        "_rels/.rels": relationships({"m": ("officeDocument", "doc/main.xml")}),
        "doc/main.xml": WordFile(paragraph("正文")).parts()["word/document.xml"],
    }
    assert formats_of(zipped(parts)) == "docx"


@pytest.mark.parametrize(
    ("data", "seems"),
    [
        (rb"{\rtf1\ansi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"II*\0aaaa", "TIFF"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "Word 2003"),
        (b'<?xml version="1.0"?><x/>', "XML"),
        (b"MIME-Version: 1.0\n", "MHTML"),
        (zipped({"xl/workbook.bin": ""}), "xlsb"),
        (zipped({"ppt/presentation.xml": ""}), "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        (zipped({"OFD.xml": ""}), "OFD"),
        (zipped({"photo.jpg": ""}), "ZIP"),
        (compound_file("PowerPoint Document"), "PowerPoint"),
        (compound_file("PowerPoint Document", nested="WordDocument"), "PowerPoint"),
        (compound_file("Unheard of"), "Office"),
        (bytes(range(256)), "不是文字"),
    ],
)
def test_other_formats_are_named(data: bytes, seems: str):
    with pytest.raises(UnknownFormat) as caught:
        detect(Source("报告.txt", data))
    assert seems in caught.value.message


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \r\n\t", EmptyFile),
        (WORD[:300], DamagedFile),
        (zipped({"photo.jpg": ""}), DamagedFile),
        (compound_file("WordDocument")[:600], DamagedFile),
        (compound_file("EncryptionInfo", "EncryptedPackage"), EncryptedOffice),
    ],
)
def test_files_that_cannot_be_read(data: bytes, error: type[FileError]):
    with pytest.raises(error):
        detect(Source("报告.docx", data))


def test_a_password_is_no_remedy_for_an_encrypted_word_file():
    source = Source("报告.docx", compound_file("EncryptedPackage"), password="geheim")
    with pytest.raises(EncryptedOffice) as caught:
        read_document(source)
    assert "--password" not in str(caught.value)
    assert "取消密码" in str(caught.value)


def test_reading_goes_by_content():
    assert read_document(Source("a.txt", WORD)).format == "docx"
    assert read_document(Source("a.docx", "正文内容".encode())).format == "txt"


@needs_shared
def test_a_real_old_word_file_is_recognised():
    path = shared("devset/seeds/seed_004.doc")
    assert formats_of(path.read_bytes(), path.name) == "doc"


def test_every_broken_compound_file_is_told_or_refused():
    whole = compound_file("1Table", "WordDocument")
    for at in range(8, len(whole), 5):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        try:
            detect(Source("a.doc", bytes(broken)))
        except FileError:
            continue
