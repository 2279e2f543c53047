"""Old workbooks, read through LibreOffice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from heshu.extractors.readers.compound import stream
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.stages import read_source
from heshu.schemas.file_errors import DamagedFile, EncryptedOffice
from old_word import needs_office, old_workbook
from workbooks import codes, fill, form, lines, saved, sheet_of, tables

BEGIN_LENGTH = 4 + 16
"""Bytes of the record that begins a workbook."""


@needs_office
@pytest.mark.parametrize(("name", "format"), [("自评表.xls", "xls"), ("自评表.et", "et")])
def test_a_form_in_an_old_workbook(name: str, format: str):
    data = old_workbook(saved(form()))
    document, (report,) = read_source(Source(name, data))
    assert (document.format, document.bytes) == (format, len(data))
    (project,) = report.projects
    assert (project.name, project.executed) == ("河道清淤项目", 9_865_000)
    assert [row.actual_value for row in project.indicators] == [31500, 1, Decimal("0.93")]


@needs_office
def test_dates_hidden_sheets_and_kept_results_of_an_old_workbook():
    book = form()
    sheet_of(book)["A15"] = date(2024, 3, 5)
    sheet_of(book)["A15"].number_format = 'yyyy"年"m"月"d"日"'
    hidden = sheet_of(book, "底稿")
    fill(hidden, [["秘密", 1], ["秘密", 2]])
    hidden.sheet_state = "hidden"
    document = read_document(Source("a.xls", old_workbook(saved(book))))
    assert lines(document)[-1] == "2024年3月5日"
    assert codes(document) == ["hidden-text"]
    assert ["年度资金总额", "1,200.00", "1,000.00", "986.50", "10", "98.65%", "9.87"] in tables(
        document
    )[0]


@needs_office
@pytest.mark.parametrize(
    ("kind", "error"), [(b"\x2f\0", EncryptedOffice), (b"\xff\xff", DamagedFile)]
)
def test_a_workbook_that_cannot_be_opened_is_told(kind: bytes, error: type[Exception]):
    """Its second record is one of a password, or of nothing that there is."""
    large = form()
    fill(sheet_of(large), [[f"说明{at}"] for at in range(500)])
    data = bytearray(old_workbook(saved(large)))
    book = stream(bytes(data), "Workbook")
    assert book is not None
    at = book.offset(BEGIN_LENGTH)
    data[at : at + 2] = kind
    if error is DamagedFile:
        del data[book.offset(BEGIN_LENGTH) :]
    with pytest.raises(error):
        read_document(Source("a.xls", bytes(data)))


def test_a_page_named_like_an_old_workbook_is_a_page():
    page = "<html><body><table border=1><tr><td>项目<td>预算</tr><tr><td>清淤<td>12</table>"
    assert read_document(Source("导出.xls", page.encode())).format == "html"
