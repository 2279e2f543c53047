"""Sound files with bytes changed, lost and doubled: read, or refused with a typed error."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from heshu.pipeline.workers import Worker
from hostile.fuzzing import BOUNDED, Change, changed, changes, ends_well
from pdf_files import PdfPages
from word_files import WordFile, numbered, paragraph, row, styled, table, zipped

PIECES = (b"<w:tbl>", b"</w:p>", b"<w:tc/>", b"stream\n")


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


@BOUNDED
@given(part=st.sampled_from(sorted(word_parts())), changes=changes(*PIECES))
def test_word_files_with_a_part_changed(worker: Worker, part: str, changes: list[Change]):
    parts = word_parts()
    ends_well(worker, "a.docx", zipped(parts | {part: changed(parts[part], changes)}))


@BOUNDED
@given(changes=changes(*PIECES))
def test_word_files_with_bytes_changed(worker: Worker, changes: list[Change]):
    ends_well(worker, "a.docx", changed(zipped(word_parts()), changes))


@BOUNDED
@given(changes=changes(*PIECES))
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
@given(
    data=st.binary(max_size=300),
    suffix=st.sampled_from(["docx", "pdf", "txt", "doc", "html", "xlsx"]),
)
def test_files_of_noise(worker: Worker, data: bytes, suffix: str):
    ends_well(worker, f"a.{suffix}", data)
