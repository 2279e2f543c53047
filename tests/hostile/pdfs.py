"""PDF files that would harm a careless reader."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any, cast

from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Permissions

from heshu.schemas.file_errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    MemoryLimit,
    NoTextLayer,
    ReaderCrashed,
    TimeLimit,
    TooLarge,
    UnknownFormat,
)
from hostile.case import Hostile
from pdf_files import PdfPages

SENTENCE = "全年实际支出126.5万元"
_BROKEN = (DamagedFile, NoTextLayer)
_LIMITS = (TooLarge, MemoryLimit, TimeLimit)


def _stream(pdf: Pdf, content: bytes) -> Any:
    return cast(Any, pdf).make_stream(content)


def _plain() -> bytes:
    return PdfPages().text(90, 120, SENTENCE).data()


def _changed(change: Callable[[Pdf], None]) -> bytes:
    """The plain page after a change to its objects."""
    buffer = io.BytesIO()
    with Pdf.open(io.BytesIO(_plain())) as pdf:
        change(pdf)
        pdf.save(buffer, compress_streams=False)
    return buffer.getvalue()


def _with_content(content: bytes) -> bytes:
    """The plain page with something drawn in front of its text."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(_stream(pdf, content), prepend=True)

    return _changed(change)


def _cut(share: float) -> bytes:
    data = _plain()
    return data[: int(len(data) * share)]


def _wrong_offsets() -> bytes:
    """Every offset is wrong by the bytes that somebody wrote behind the head."""
    return _plain().replace(b"\n", b"\n% Gazette of the county\n", 1)


def _circular_pages(pdf: Pdf) -> None:
    pages = pdf.Root.Pages
    pages.Kids = Array([pdf.make_indirect(pages)])


def _lying_count(pdf: Pdf) -> None:
    pdf.Root.Pages.Count = 2_000_000_000


def _no_pages(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids = Array([])
    pdf.Root.Pages.Count = 0


def _box(*sides: float) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array(list(sides))

    return change


def _self_drawing(pdf: Pdf) -> None:
    """A form that draws itself."""
    form = _stream(pdf, b"/F Do /F Do")
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, 600, 800])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page = pdf.pages[0]
    page.Resources.XObject = Dictionary(F=form)
    page.contents_add(_stream(pdf, b"/F Do"), prepend=True)


def _acting(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x'); while (true) {}")
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Launch, F="/bin/sh"))


def _attached(pdf: Pdf) -> None:
    stream = _stream(pdf, zlib.compress(bytes(1 << 20)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(["x.exe", stream])))


def _bomb(filters: int) -> bytes:
    """A stream that unpacks to 300 megabytes, packed so many times."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(300)) + packer.flush()
    for _ in range(filters - 1):
        data = zlib.compress(data, 9)
    names = b"/FlateDecode " * filters
    stream = b"9 0 obj\n<< /Length %d /Filter [%s] >>\nstream\n" % (len(data), names)
    return _plain().replace(b"%%EOF", stream + data + b"\nendstream\nendobj\n%%EOF", 1)


def _rules(count: int) -> bytes:
    return b"\n".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S" % ((at,) * 4) for at in range(count))


def _many_pages(count: int) -> bytes:
    pages = PdfPages()
    for at in range(count):
        pages.text(90, 120, f"第{at}页，{SENTENCE}").next()
    return pages.data()


def _encrypted(user: str, owner: str) -> bytes:
    buffer = io.BytesIO()
    with Pdf.open(io.BytesIO(_plain())) as pdf:
        allow = Permissions(extract=False)
        pdf.save(buffer, encryption=Encryption(user=user, owner=owner, allow=allow))
    return buffer.getvalue()


def _huge_text() -> bytes:
    return b"BT /F1 1e38 Tf 1e38 0 0 1e38 -1e38 1e38 Tm (x) Tj ET "


PDF_FILES = (
    Hostile("empty.pdf", bytes, (EmptyFile,)),
    Hostile("only a head.pdf", lambda: b"%PDF-1.7\n", _BROKEN),
    Hostile("noise behind a head.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 99, _BROKEN),
    Hostile("cut at a third.pdf", lambda: _cut(0.33), _BROKEN, SENTENCE),
    Hostile("cut at two thirds.pdf", lambda: _cut(0.66), _BROKEN, SENTENCE),
    Hostile("cut at the end.pdf", lambda: _cut(0.97), _BROKEN, SENTENCE),
    Hostile("wrong offsets.pdf", _wrong_offsets, _BROKEN, SENTENCE),
    Hostile("junk before the head.pdf", lambda: b"\0junk\n" * 50 + _plain(), (), SENTENCE),
    Hostile("circular pages.pdf", lambda: _changed(_circular_pages), _BROKEN),
    Hostile("lying count.pdf", lambda: _changed(_lying_count), (*_BROKEN, *_LIMITS), SENTENCE),
    Hostile("no pages.pdf", lambda: _changed(_no_pages), _BROKEN),
    Hostile("page without size.pdf", lambda: _changed(_box(0, 0, 0, 0)), _BROKEN, SENTENCE),
    Hostile("page of a country.pdf", lambda: _changed(_box(0, 0, 1e9, 1e9)), _BROKEN, SENTENCE),
    Hostile("page upside down.pdf", lambda: _changed(_box(595, 842, 0, 0)), (), SENTENCE),
    Hostile(
        "form in itself.pdf", lambda: _changed(_self_drawing), (*_LIMITS, ReaderCrashed), SENTENCE
    ),
    Hostile("actions.pdf", lambda: _changed(_acting), (), SENTENCE),
    Hostile("attachment.pdf", lambda: _changed(_attached), (), SENTENCE),
    Hostile("bomb.pdf", lambda: _bomb(1), (TooLarge,)),
    Hostile("bomb packed twice.pdf", lambda: _bomb(2), (TooLarge,)),
    Hostile("bomb packed thrice.pdf", lambda: _bomb(3), (TooLarge,)),
    Hostile("many rules.pdf", lambda: _with_content(_rules(3000)), _LIMITS, "126.5"),
    Hostile(
        "a path of a million points.pdf",
        lambda: _with_content(b"0 0 m " + b"9 9 l 5 0 l " * 500_000 + b"S\n"),
        _LIMITS,
        SENTENCE,
    ),
    Hostile("deep states.pdf", lambda: _with_content(b"q " * 200_000), _BROKEN, SENTENCE),
    Hostile("endless numbers.pdf", lambda: _with_content(b"9" * 2_000_000 + b" w "), (), SENTENCE),
    Hostile("huge text.pdf", lambda: _with_content(_huge_text()), (), SENTENCE),
    Hostile("no numbers.pdf", lambda: _with_content(b"1 0 0 1 nan inf cm "), (), ""),
    Hostile("300 pages.pdf", lambda: _many_pages(300), (TimeLimit,), "第299页"),
    Hostile("password.pdf", lambda: _encrypted("秘密".encode().hex(), "x"), (EncryptedFile,)),
    Hostile("owner's password.pdf", lambda: _encrypted("", "owner"), (), SENTENCE),
    Hostile("a picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), (UnknownFormat,)),
    Hostile("a report.docx", _plain, (), SENTENCE),
    Hostile("blank.pdf", lambda: PdfPages().line(1, 1, 9, 9).data()),
)
