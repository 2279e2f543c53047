"""Word files that would harm a careless reader."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

from heshu.schemas.file_errors import (
    DamagedFile,
    EmptyFile,
    EncryptedOffice,
    ForbiddenDoctype,
    MemoryLimit,
    TimeLimit,
    TooLarge,
    UnknownFormat,
)
from hostile.case import Hostile
from word_files import WordFile, cell, paragraph, part, relationships, row, run, table, zipped

SENTENCE = "全年实际支出126.5万元，预算执行率97.3%。"
_BODY = paragraph(SENTENCE)
_LIMITS = (TooLarge, MemoryLimit, TimeLimit)


def _with(**parts: str | bytes) -> bytes:
    """A sound file with some parts changed; underlines in names stand for slashes."""
    names = {"document": "word/document.xml", "styles": "word/styles.xml"}
    changed = {names.get(name, name): content for name, content in parts.items()}
    return zipped(WordFile(_BODY).parts() | changed)


def _part(name: str, content: str | bytes) -> bytes:
    return zipped(WordFile(_BODY).parts() | {name: content})


def _body(content: str) -> bytes:
    return WordFile(content + _BODY).data()


def _cut(share: float) -> bytes:
    data = _body(paragraph("项目背景。") * 400)
    return data[: int(len(data) * share)]


def _wrong_checksum() -> bytes:
    """One byte of the main part's packed content is another."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in WordFile(_BODY).parts().items():
            archive.writestr(name, content)
    return buffer.getvalue().replace("实际支出".encode(), "实际支入".encode(), 1)


def _without(name: str) -> bytes:
    parts = WordFile(_BODY).parts()
    del parts[name]
    return zipped(parts)


def _many_entries() -> bytes:
    return zipped(WordFile(_BODY).parts() | {f"word/media/{at}": b"" for at in range(25_000)})


def _lying_sizes() -> bytes:
    """The directory says that the main part unpacks to 10 bytes; it unpacks to megabytes."""
    data = bytearray(_part("word/document.xml", part("document", " " * (40 << 20))))
    at = data.rfind(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _twice() -> bytes:
    """Two entries of the main part's name; the later one counts."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("word/document.xml", part("document", "<w:body/>"))
            for name, content in WordFile(_BODY).parts().items():
                archive.writestr(name, content)
    return buffer.getvalue()


def _flagged_as_encrypted() -> bytes:
    data = bytearray(WordFile(_BODY).data())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _doctype(declaration: str, text: str, encoding: str = "utf-8") -> bytes:
    inner = part("document", f"<w:body>{paragraph(run(text))}</w:body>")
    rest = inner.partition("?>")[2]
    return f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{rest}'.encode(encoding)


_LAUGHS = (
    "<!DOCTYPE d ["
    + '<!ENTITY a0 "哈哈">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
_OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
_PARAMETER = '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>'


def _nested_tables(depth: int) -> bytes:
    inner = paragraph("最里面")
    for _ in range(depth):
        inner = table(row(cell(inner)))
    return _body(inner)


def _spanning(value: str) -> bytes:
    return _body(table(row(cell("甲", f'<w:gridSpan w:val="{value}"/>'), "乙"), row("丙", "丁")))


def _nested_runs(depth: int) -> bytes:
    return _body(paragraph("<w:smartTag>" * depth + run("深处") + "</w:smartTag>" * depth))


def _circular_styles() -> bytes:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'
    styles = style.format("A", "B") + style.format("B", "A") + style.format("C", "C")
    body = "".join(paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in "ABC")
    return WordFile(body + _BODY, styles=styles).data()


def _circular_numbering() -> bytes:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="x"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%9%%"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    body = "".join(
        paragraph("条", numbered.format(level, number))
        for level, number in (("0", "1"), ("0", "2"), ("99", "2"), ("-1", "2"), ("x", "9"))
    )
    return WordFile(body + _BODY, styles=styles, numbering=numbering).data()


def _outside_relationship() -> bytes:
    outside = relationships({"x": ("attachedTemplate", "http://127.0.0.1:9/evil.dotm")})
    outside = outside.replace("/>", ' TargetMode="External"/>')
    return _part("word/_rels/document.xml.rels", outside)


def _climbing_relationship() -> bytes:
    climbing = relationships({"x": ("styles", "../../../../../../etc/passwd")})
    return _part("word/_rels/document.xml.rels", climbing)


def _odd_names() -> bytes:
    parts = WordFile(_BODY).parts()
    return zipped({name.replace("/", "\\").upper(): content for name, content in parts.items()})


def _encrypted_package() -> bytes:
    """The head of an OLE file whose directory names an encrypted package."""
    names = "EncryptionInfo\0EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(2048)


def _nested_zip() -> bytes:
    inner = zipped({"a": bytes(8 << 20)})
    for _ in range(5):
        inner = zipped({f"{at}.zip": inner for at in range(8)})
    return _part("word/embeddings/bomb.zip", inner)


WORD_FILES = (
    Hostile("empty.docx", bytes, (EmptyFile,)),
    Hostile("one byte.docx", lambda: b"P", (), "P"),
    Hostile("only a signature.docx", lambda: b"PK\x03\x04", (DamagedFile, UnknownFormat)),
    Hostile("empty zip.docx", lambda: zipped({}), (DamagedFile, UnknownFormat)),
    Hostile("a zip of pictures.docx", lambda: zipped({"a.png": b"\x89PNG"}), (DamagedFile,)),
    Hostile("cut in the middle.docx", lambda: _cut(0.5), (DamagedFile,)),
    Hostile("cut near the end.docx", lambda: _cut(0.98), (DamagedFile,)),
    Hostile("wrong checksum.docx", _wrong_checksum, (DamagedFile,)),
    Hostile("no main part.docx", lambda: _without("word/document.xml"), (DamagedFile,)),
    Hostile("no content types.docx", lambda: _without("[Content_Types].xml"), (), SENTENCE),
    Hostile("no relationships.docx", lambda: _without("_rels/.rels"), (DamagedFile,), SENTENCE),
    Hostile("broken XML.docx", lambda: _with(document="<w:document><w:body>"), (DamagedFile,)),
    Hostile("no XML.docx", lambda: _with(document=b"\xff\xfe\x00\x00"), (DamagedFile,)),
    Hostile("empty main part.docx", lambda: _with(document=b""), (DamagedFile,)),
    Hostile("broken styles.docx", lambda: _with(styles="<w:styles"), (DamagedFile,), SENTENCE),
    Hostile("no body.docx", lambda: _with(document=part("document", "")), (DamagedFile,)),
    Hostile("zeros.docx", lambda: _part("word/media/x", bytes(200 << 20)), (TooLarge,)),
    Hostile(
        "long main part.docx", lambda: _with(document=b" " * (120 << 20)), (TooLarge, DamagedFile)
    ),
    Hostile("lying sizes.docx", _lying_sizes, (DamagedFile, TooLarge)),
    Hostile("many entries.docx", _many_entries, (TooLarge,)),
    Hostile("zip in zip.docx", _nested_zip, (TooLarge,), SENTENCE),
    Hostile("main part twice.docx", _twice, (), SENTENCE),
    Hostile("flagged as encrypted.docx", _flagged_as_encrypted, (EncryptedOffice,)),
    Hostile("encrypted package.docx", _encrypted_package, (EncryptedOffice, DamagedFile)),
    Hostile("laughs.docx", lambda: _with(document=_doctype(_LAUGHS, "&a9;")), (ForbiddenDoctype,)),
    Hostile("outside.docx", lambda: _with(document=_doctype(_OUTSIDE, "&x;")), (ForbiddenDoctype,)),
    Hostile(
        "fetching.docx", lambda: _with(document=_doctype(_PARAMETER, "x")), (ForbiddenDoctype,)
    ),
    Hostile(
        "outside in utf-16.docx",
        lambda: _with(document=_doctype(_OUTSIDE, "&x;", "utf-16")),
        (ForbiddenDoctype, DamagedFile),
    ),
    Hostile(
        "laughs in styles.docx",
        lambda: zipped(
            WordFile(_BODY, styles="<w:docDefaults/>").parts()
            | {"word/styles.xml": _doctype(_LAUGHS, "&a9;")}
        ),
        (ForbiddenDoctype,),
    ),
    Hostile("tables 60 deep.docx", lambda: _nested_tables(60), (), "最里面"),
    Hostile("tables 3000 deep.docx", lambda: _nested_tables(3000), (DamagedFile, *_LIMITS)),
    Hostile("runs 100000 deep.docx", lambda: _nested_runs(100_000), (DamagedFile, *_LIMITS)),
    Hostile("a billion columns.docx", lambda: _spanning("1000000000"), _LIMITS, SENTENCE),
    Hostile("minus one column.docx", lambda: _spanning("-1"), (), SENTENCE),
    Hostile("no number of columns.docx", lambda: _spanning("许多"), (), SENTENCE),
    Hostile(
        "merged with nothing above.docx",
        lambda: _body(table(row(cell("甲", "<w:vMerge/>"), "乙"), row("丙", "丁"))),
        (),
        SENTENCE,
    ),
    Hostile(
        "a long table.docx",
        lambda: _body(table(*[row("设备采购", "12.5", "11.8", "94.4%")] * 2000)),
        (),
        SENTENCE,
    ),
    Hostile("circular styles.docx", _circular_styles, (), SENTENCE),
    Hostile("circular numbering.docx", _circular_numbering, (), SENTENCE),
    Hostile("template outside.docx", _outside_relationship, (), SENTENCE),
    Hostile("climbing out.docx", _climbing_relationship, (), SENTENCE),
    Hostile("odd names.docx", _odd_names, (DamagedFile, UnknownFormat), SENTENCE),
    Hostile(
        "a run for every letter.docx",
        lambda: _body(paragraph("".join(run(letter) for letter in "绩效" * 20_000))),
        (),
        SENTENCE,
    ),
)
