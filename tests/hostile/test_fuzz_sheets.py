"""Workbooks with parts, elements and attributes changed: read, or refused with a typed error."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from heshu.pipeline.workers import Worker
from hostile.fuzzing import BOUNDED, Change, changed, changes, ends_well
from word_files import zipped
from workbooks import fill, form, saved, sheet_of

PIECES = (
    b"<row>",
    b"</c>",
    b'<c r="A1"><v>1</v></c>',
    b'<mergeCell ref="A1:XFD1048576"/>',
    b"</sheetData>",
    b' t="s"',
    b' s="7"',
    b"1E+308",
)
ATTRIBUTES = ("r", "s", "t", "ref", "min", "max", "hidden", "numFmtId", "Target", "Type", "r:id")
VALUES = (
    *("", "0", "-1", "1", "s", "d", "b", "e", "n", "str", "inlineStr", "NaN", "1e999", "true"),
    *("A0", "XFD1048576", "A1:XFD1048576", "C5:A1", "2147483648", "../../etc/passwd"),
    *("http://purl.oclc.org/ooxml/spreadsheetml/main", "worksheet", "45000", "-45000", "2958466"),
)
Edit = tuple[float, float, str, str]
"""Two elements, as shares of the part's; what is done to the first; and a value for it."""
EDITS = ("drop", "double", "move into", "empty", *ATTRIBUTES, "text")
edits = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(EDITS),
        st.sampled_from(VALUES),
    ),
    min_size=1,
    max_size=6,
)


@cache
def parts() -> dict[str, bytes]:
    book = form()
    sheet = sheet_of(book)
    sheet["A15"], sheet["B15"] = date(2024, 3, 5), "=1+1"
    sheet.row_dimensions[8].hidden = True
    fill(sheet_of(book, "附表"), [["名称", "数量"], ["水泵", 4], ["合计", 1234567.891]], "A3:A4")
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(part: bytes, edits: list[Edit]) -> bytes:
    root = etree.fromstring(part)
    for first, second, what, value in edits:
        elements = list(root.iter())
        one, other = (elements[int(share * len(elements))] for share in (first, second))
        parent = one.getparent()
        if what == "text":
            one.text = value
        elif what == "empty":
            one[:] = []
        elif parent is None or what in ATTRIBUTES:
            one.set(what if what in ATTRIBUTES and ":" not in what else "r", value)
        elif what == "drop":
            parent.remove(one)
        elif what == "double":
            parent.append(etree.fromstring(etree.tostring(one)))
        elif other not in list(one.iter()):
            other.append(one)
    return etree.tostring(root)


NAMES = st.sampled_from(sorted(name for name in parts() if name != "docProps/app.xml"))


@BOUNDED
@given(part=NAMES, changes=changes(*PIECES))
def test_workbooks_with_a_part_changed(worker: Worker, part: str, changes: list[Change]):
    ends_well(worker, "a.xlsx", zipped(parts() | {part: changed(parts()[part], changes)}))


@BOUNDED
@given(changes=changes(*PIECES))
def test_workbooks_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.xlsx", changed(zipped(parts()), changes))


@BOUNDED
@given(part=NAMES, edits=edits)
def test_workbooks_with_elements_changed(worker: Worker, part: str, edits: list[Edit]):
    ends_well(worker, "a.xlsx", zipped(parts() | {part: edited(parts()[part], edits)}))


@BOUNDED
@given(lost=st.sets(NAMES, min_size=1, max_size=4))
def test_workbooks_that_lack_parts(worker: Worker, lost: set[str]):
    kept = {name: part for name, part in parts().items() if name not in lost}
    ends_well(worker, "a.xlsx", zipped(kept))


@BOUNDED
@given(
    number=st.one_of(st.floats(width=64), st.integers(-(10**30), 10**30), st.floats(-3e6, 3e6)),
    code=st.text(st.sampled_from('0#?.,%;[]"\\_*@-+Ee/ymdhsaGeneral年月日元<>=10'), max_size=14),
)
def test_numbers_under_any_format(worker: Worker, number: float, code: str):
    book = form()
    sheet = sheet_of(book)
    sheet["D7"] = number
    sheet["D7"].number_format = code or "General"
    ends_well(worker, "a.xlsx", saved(book))
