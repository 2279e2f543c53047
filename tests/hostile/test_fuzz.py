"""Sound files with bytes changed, lost and doubled: read, or refused with a typed error."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heshu.pipeline.workers import Worker
from heshu.schemas.errors import FileError, ReaderFault
from hostile.case import read_whole
from pdf_files import PdfPages
from word_files import WordFile, numbered, paragraph, row, styled, table, zipped

Change = tuple[float, int, bytes]
"""Where, as a share of the length; how many bytes are lost there; and what is put in."""

BOUNDED = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
changes = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from([b"<", b">", b"/", b"\0", b'"', b"<<", b"obj", b"99999999", b"-1"]),
            st.sampled_from([b"<w:tbl>", b"</w:p>", b"<w:tc/>", b"&#0;", b"]]>", b"stream\n"]),
        ),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(seconds=30, megabytes=1000, preload=["heshu.pipeline.warm"]) as made:
        yield made


def changed(data: bytes, changes: list[Change]) -> bytes:
    for where, lost, put in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + lost :]
    return data


@cache
def word_parts() -> dict[str, bytes]:
    file = WordFile(
        styled("云屏市水务局2023年度绩效自评报告", "T")
        + numbered("基本情况")
        + paragraph("年初预算120万元，全年执行117.6万元，执行率98%。")
        + table(row("项目", "预算数", "执行数"), row("管网改造", "120", "117.6"), widths=(9, 9, 9)),
        styles='<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    with zipfile.ZipFile(io.BytesIO(file.data())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def pdf_file() -> bytes:
    pages = PdfPages()
    pages.text(90, 80, "云屏市水务局2023年度绩效自评报告")
    pages.wrapped(120, "年初预算120万元，全年执行117.6万元，执行率98%。" * 3)
    pages.grid(
        [90, 200, 300, 400], [300, 330, 360], [["项目", "预算", "执行"], ["管网", "120", "98"]]
    )
    return pages.data()


def ends_well(worker: Worker, name: str, data: bytes) -> None:
    """Neither an untyped error nor a hang; pdfium may die, and then says so."""
    try:
        worker.run(read_whole, name, data)
    except ReaderFault:
        raise
    except FileError:
        return


@BOUNDED
@given(part=st.sampled_from(sorted(word_parts())), changes=changes)
def test_word_files_with_a_part_changed(worker: Worker, part: str, changes: list[Change]):
    parts = word_parts()
    ends_well(worker, "a.docx", zipped(parts | {part: changed(parts[part], changes)}))


@BOUNDED
@given(changes=changes)
def test_word_files_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.docx", changed(zipped(word_parts()), changes))


@BOUNDED
@given(changes=changes)
def test_pdf_files_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.pdf", changed(pdf_file(), changes))


@BOUNDED
@given(
    text=st.text(
        st.sampled_from(
            "一二十百万亿元%.,、：；（）〔〕《》0123456789年月日至其中分别占比第 \t\n≥-"
        ),
        max_size=120,
    ),
    encoding=st.sampled_from(["utf-8", "utf-16", "gb18030"]),
)
def test_texts_of_the_characters_that_rules_look_for(worker: Worker, text: str, encoding: str):
    ends_well(worker, "a.txt", text.encode(encoding))


@BOUNDED
@given(data=st.binary(max_size=300), suffix=st.sampled_from(["docx", "pdf", "txt", "doc", "html"]))
def test_files_of_noise(worker: Worker, data: bytes, suffix: str):
    ends_well(worker, f"a.{suffix}", data)
