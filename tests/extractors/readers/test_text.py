"""Plain text read line by line."""

from __future__ import annotations

import pytest

from heshu.extractors.readers import docx, text
from heshu.extractors.readers.source import Source
from heshu.schemas.document import Document, Paragraph
from heshu.schemas.file_errors import EmptyFile, UnknownFormat
from paths import needs_shared, shared
from word_files import texts


def read(content: str | bytes) -> Document:
    data = content.encode() if isinstance(content, str) else content
    return text.read(Source("test.txt", data))


@pytest.mark.parametrize(
    "separator", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\f", "\n\f", "\v", "\n\n　\n"]
)
def test_every_mark_ends_a_line(separator: str):
    assert texts(read(f"一、概况{separator}执行率98%{separator}")) == ["一、概况", "执行率98%"]


def test_blanks_are_kept_at_the_start_and_inside_and_not_at_the_end():
    assert texts(read("　　实施单位：  云溪市水利局   \n")) == ["　　实施单位：  云溪市水利局"]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("[bookmark: _GoBack]专项报告", "专项报告"),
        ("专项[bookmark: OLE_LINK1][bookmark:_Toc12]报告", "专项报告"),
        ("[image: 图1]专项\ufeff报告\u200b", "专项报告"),
        ("专项\x07报告\x00", "专项报告"),
        ("见[2020]44号 [图1]", "见[2020]44号 [图1]"),
    ],
)
def test_residue_of_conversion_is_no_text(line: str, seen: str):
    assert texts(read(f"首行文字内容\n{line}")) == ["首行文字内容", seen]


def test_residue_alone_is_no_block():
    assert texts(read("[bookmark: _GoBack]\n报告\n")) == ["报告"]


@pytest.mark.parametrize("content", ["", " \n\t\n　", "\ufeff", "[bookmark: _GoBack]\n", "\x1a"])
def test_a_blank_file_is_empty(content: str):
    with pytest.raises(EmptyFile):
        read(content)


def test_binary_content_is_refused():
    with pytest.raises(UnknownFormat):
        read(bytes(range(256)))


def test_bytes_that_are_no_characters_make_the_file_partial():
    document = read(("云溪市水利局自评报告\n" * 20).encode()[:-2])
    assert document.partial
    assert [note.code for note in document.notes] == ["undecodable"]


def test_what_the_document_says_of_its_file():
    document = read("报告正文")
    assert (document.format, document.bytes, document.pages) == ("txt", 12, None)
    assert (document.partial, document.notes) == (False, ())


@needs_shared
@pytest.mark.parametrize("name", ["seed_000", "seed_004"])
def test_a_report_gives_the_same_text_as_its_word_file(name: str):
    path = shared(f"devset/seeds/{name}.txt")
    word = shared(f"devset/seeds/{name}{'_wrapped' if name == 'seed_000' else ''}.docx")
    plain = text.read(Source(path.name, path.read_bytes()))
    office = docx.read(Source(word.name, word.read_bytes()))
    assert [_unspaced(line) for line in texts(plain)] == [_unspaced(line) for line in texts(office)]
    assert [grid for _, grid in plain.tables()] == [grid for _, grid in office.tables()]
    kinds = [[isinstance(block, Paragraph) for block in each.blocks] for each in (plain, office)]
    assert kinds[0] == kinds[1]


def _unspaced(line: str) -> str:
    return "".join(line.split())
