"""How fast PDF files are read, as ratios to pdfplumber in the same run, and what memory it takes.

    python benchmarks/pdf_reading.py FILE.pdf...

Our reading gives paragraphs, cells with spans and places, and tells hidden text; pdfplumber
gives words and tables; pdfium's floor is every character with its box and nothing more. They
take turns, a few calls each, and the best processor time of each counts. The last lines read
the first file ten times, and once as one file of ten times its pages: memory must not grow
with what was read.
"""

from __future__ import annotations

import ctypes
import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pdfplumber
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2.raw  # pyright: ignore[reportMissingTypeStubs]
from measuring import best, resident_megabytes

from heshu.extractors.readers import pdf
from heshu.extractors.readers.source import Source

ROUNDS = 3
TIMES = 10


def by_pdfplumber(data: bytes) -> None:
    """Words and tables of every page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_words()
            page.extract_tables()


def floor(data: bytes) -> None:
    """Every character and its box, asked of pdfium without any use."""
    raw = cast(Any, pypdfium2.raw)
    document = cast(Any, pypdfium2.PdfDocument(data))
    box = raw.FS_RECTF()
    for page in document:
        text = page.get_textpage()
        for at in range(raw.FPDFText_CountChars(text)):
            raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
    document.close()


def repeated(data: bytes) -> bytes:
    """One file that holds the pages several times over."""
    whole = cast(Any, pypdfium2.PdfDocument.new())
    part = cast(Any, pypdfium2.PdfDocument(data))
    for _ in range(TIMES):
        whole.import_pages(part)
    saved = io.BytesIO()
    whole.save(saved)
    return saved.getvalue()


def speed(path: Path) -> None:
    """Print the ratios for one file."""
    data = path.read_bytes()
    source = Source(path.name, data)
    pages = pdf.read(replace(source)).pages or 1
    rounds = [
        (
            best(lambda: pdf.read(replace(source))),
            best(lambda: by_pdfplumber(data), times=2),
            best(lambda: floor(data)),
        )
        for _ in range(ROUNDS)
    ]
    ours, theirs, least = (min(column) for column in zip(*rounds, strict=True))
    print(f"{path.name}: {pages} pages, best of {ROUNDS}")
    print(f"heshu                      {pages / ours:7.0f} pages/s")
    print(f"pdfplumber, words + tables {pages / theirs:7.0f} pages/s   ratio {theirs / ours:5.1f}")
    print(f"pdfium's floor             {pages / least:7.0f} pages/s   ratio {least / ours:5.2f}")


def memory(path: Path) -> None:
    """Print what is held after one reading, after ten, and after one ten times as long."""
    source = Source(path.name, path.read_bytes())
    pdf.read(replace(source))
    print(f"resident after one reading     {resident_megabytes():7.1f} MB")
    for _ in range(TIMES - 1):
        pdf.read(replace(source))
    print(f"resident after {TIMES} readings     {resident_megabytes():7.1f} MB")
    long = Source(path.name, repeated(source.data))
    document = pdf.read(long)
    print(f"resident, {document.pages} pages held at once {resident_megabytes():7.1f} MB")


def main(paths: list[Path]) -> None:
    """Measure every file, then memory on the first."""
    for path in paths:
        speed(path)
    memory(paths[0])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main([Path(name) for name in sys.argv[1:]])
