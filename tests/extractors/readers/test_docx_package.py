"""Word files that are damaged, hostile or written by other rules."""

from __future__ import annotations

import io
import zipfile

import pytest

from heshu.extractors.readers import docx, docx_package
from heshu.extractors.readers.source import Source
from heshu.schemas.file_errors import (
    DamagedFile,
    EncryptedOffice,
    FileError,
    ForbiddenDoctype,
    TooLarge,
)
from word_files import NAMESPACES, WordFile, paragraph, relationships, run, texts, zipped

BODY = paragraph("预算执行率")
MAIN = "word/document.xml"


def read(data: bytes):
    return docx.read(Source("test.docx", data))


def with_main(content: str | bytes) -> bytes:
    return WordFile(BODY, extra={MAIN: content}).data()


def test_strict_namespaces_are_read_alike():
    parts = {
        name: content.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in WordFile(BODY).parts().items()
        if isinstance(content, str)
    }
    assert texts(read(zipped(parts))) == ["预算执行率"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_encodings_of_the_main_part(encoding: str):
    xml = f"<w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>"
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{xml}'
    assert texts(read(with_main(declared.encode(encoding)))) == ["预算执行率"]


def test_dangling_and_external_relationships_are_survived():
    dangling = relationships(
        {"a": ("styles", "nowhere.xml"), "b": ("numbering", "NULL"), "c": ("image", "../x.png")}
    ).replace(
        "</Relationships>",
        '<Relationship Id="d" Type="x/footnotes" Target="http://example.invalid/"'
        ' TargetMode="External"/><Relationship Id="e"/></Relationships>',
    )
    body = f'{BODY}<w:sectPr><w:headerReference r:id="gone"/></w:sectPr>'
    found = WordFile(body, extra={"word/_rels/document.xml.rels": dangling}).read()
    assert texts(found) == ["预算执行率"]


def test_the_main_part_may_have_any_name_case_and_slashes():
    parts = WordFile(BODY).parts()
    moved = {
        "_rels/.rels": relationships({"m": ("officeDocument", "/Doc/Main%20Part.xml")}),
        "doc\\main part.XML": parts[MAIN],
    }
    assert texts(read(zipped(moved))) == ["预算执行率"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WordFile(BODY).data()[:400], id="cut off"),
        pytest.param(b"PK\x03\x04 nothing", id="no zip"),
        pytest.param(zipped({"readme.txt": "x"}), id="no document"),
        pytest.param(with_main("<w:document"), id="malformed"),
        pytest.param(with_main("no xml"), id="no xml"),
        pytest.param(with_main(""), id="empty main part"),
        pytest.param(with_main("<other/>"), id="other root"),
        pytest.param(with_main("\ufeff<a>".encode("utf-16-be")), id="malformed UTF-16"),
        pytest.param(with_main(b"\xff\xfe<\0a"), id="half a character"),
        pytest.param(
            WordFile(BODY, styles="x", extra={"word/styles.xml": "<"}).data(), id="styles"
        ),
    ],
)
def test_damaged_files(data: bytes):
    with pytest.raises(DamagedFile):
        read(data)


def test_a_part_that_contradicts_its_checksum():
    data = bytearray(zipped_plain(WordFile(BODY).parts()))
    at = data.index("预算执行率".encode())
    data[at : at + 3] = "结".encode()
    with pytest.raises(DamagedFile):
        read(bytes(data))


def zipped_plain(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        '<!-- a --><?p i?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_part(doctype: str, encoding: str):
    xml = f'<?xml version="1.0"?>{doctype}<w:x {NAMESPACES}/>'.encode(encoding)
    for part, styles in ((MAIN, ""), ("word/styles.xml", "x"), ("_rels/.rels", "")):
        with pytest.raises(ForbiddenDoctype):
            WordFile(BODY, styles=styles, extra={part: xml}).read()


def test_a_bomb_is_refused_by_its_sizes():
    bomb = WordFile(BODY, extra={"word/media/a.bin": bytes(40 << 20)})
    with pytest.raises(TooLarge):
        bomb.read()


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_UNPACKED", 1000), ("MAX_ENTRIES", 3), ("MAX_PART", 300)]
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, value: int):
    monkeypatch.setattr(docx_package, limit, value)
    with pytest.raises(TooLarge):
        WordFile(BODY + paragraph(run("长" * 500))).read()


def test_a_zip_under_a_password():
    data = bytearray(WordFile(BODY).data())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(header)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(header, at + 4)
    with pytest.raises(EncryptedOffice):
        read(bytes(data))


def test_deep_nesting_is_an_error_and_no_crash():
    depth = 2000
    body = "<w:sdt><w:sdtContent>" * depth + BODY + "</w:sdtContent></w:sdt>" * depth
    with pytest.raises(DamagedFile):
        WordFile(body).read()


def test_every_cut_of_a_file_is_read_or_refused():
    data = WordFile(BODY, styles="<w:style/>").data()
    for end in range(0, len(data), 37):
        with pytest.raises(FileError):
            read(data[:end])


def test_every_flipped_byte_is_read_or_refused():
    data = zipped_plain(WordFile(BODY, numbering="<w:num/>").parts())
    for at in range(0, len(data), 11):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        try:
            read(bytes(broken))
        except FileError:
            continue
