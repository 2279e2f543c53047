"""Workbooks that are broken, or mean harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from heshu.extractors.readers import xlsx
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.schemas.file_errors import DamagedFile, ForbiddenDoctype, TooLarge
from workbooks import changed_sheet, form, repacked, saved


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="I7"', b'r="XFD7"'),
        (b'r="14"', b'r="1048576"'),
    ],
)
def test_a_sheet_of_endless_cells_is_refused(old: bytes, new: bytes):
    with pytest.raises(TooLarge):
        xlsx.read(Source("a.xlsx", changed_sheet(old, new)))


def test_a_merge_over_the_whole_sheet_ends_with_its_values():
    data = changed_sheet(b'ref="A2:I2"', b'ref="A14:XFD1048576"')
    assert len(list(xlsx.read(Source("a.xlsx", data)).tables())) == 1


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    stream = io.BytesIO(saved(form()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", bytes(64 << 20))
    with pytest.raises(TooLarge):
        read_document(Source("a.xlsx", stream.getvalue()))


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_document_type_is_refused_in_every_part(part: str):
    def change(name: str, old: bytes) -> bytes:
        return b'<!DOCTYPE x [<!ENTITY a "b">]>' + old if name == part else old

    with pytest.raises(ForbiddenDoctype):
        xlsx.read(Source("a.xlsx", repacked(saved(form()), change)))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<sheets>", b"<sheet_s>"), (b"</cellXfs>", b""), (b' s="1"', b' s="999"')],
)
def test_a_broken_workbook_is_told(old: bytes, new: bytes):
    data = repacked(saved(form()), lambda _, part: part.replace(old, new))
    with pytest.raises(DamagedFile):
        read_document(Source("a.xlsx", data))
