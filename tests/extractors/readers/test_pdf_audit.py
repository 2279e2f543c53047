"""The audit route: pdfplumber reads the same files, and what it finds is found by us."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pdfplumber
import pytest

from heshu.extractors.readers import pdf
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Table
from paths import needs_shared, shared

FORMS = ("central_2020", "hubei_2023", "sichuan_2022", "summary_2022", "transfer_2018")


def squeezed(text: str) -> str:
    return "".join(text.split())


def our_cells(document: Document) -> Counter[str]:
    cells = (cell for block in document.blocks if isinstance(block, Table) for cell in block.cells)
    return Counter(text for cell in cells if (text := squeezed(cell.text)))


def their_cells(data: bytes) -> Counter[str]:
    with pdfplumber.open(BytesIO(data)) as document:
        texts = [
            squeezed(text)
            for page in document.pages
            for table in page.extract_tables()
            for row in table
            for text in row
            if text
        ]
    return Counter(text for text in texts if text)


@needs_shared
@pytest.mark.parametrize("name", FORMS)
def test_the_cells_of_ruled_forms_are_those_that_pdfplumber_finds(name: str):
    data = shared(f"devset/forms/{name}.pdf").read_bytes()
    ours, theirs = our_cells(pdf.read(Source(name, data))), their_cells(data)
    missing = theirs - ours
    # pdfplumber cuts what a page break cuts, and repeats what is repeated: a few parts differ.
    assert missing.total() <= 0.03 * theirs.total(), missing


@needs_shared
@pytest.mark.parametrize("name", ["seeds/seed_000", "seeds/seed_004", "bulk/r6", "bulk/r6_word"])
def test_every_character_that_pdfplumber_reads_is_read(name: str):
    data = shared(f"devset/{name}.pdf").read_bytes()
    document = pdf.read(Source(name, data))
    texts = [
        text
        for block in document.blocks
        for text in (
            [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
        )
    ]
    with pdfplumber.open(BytesIO(data)) as other:
        theirs = Counter(char["text"] for page in other.pages for char in page.chars)
    ours = Counter("".join(texts))
    differing = {c for c in theirs.keys() | ours.keys() if not c.isspace()}
    assert {c: (ours[c], theirs[c]) for c in differing if ours[c] != theirs[c]} == {}
