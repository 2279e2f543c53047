"""Which files are read: folders, names, archives, and what is left out."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from heshu.pipeline.intake import Intake, take_in
from heshu.pipeline.names import is_hidden, of_any_length, printable
from heshu.pipeline.sources import DEPTH_LIMIT, Search

TEXT = "一、基本情况".encode()


def intakes(*paths: Path, skip: Path | None = None, password: str | None = None) -> list[Intake]:
    search = Search(password, skip)
    search.look(paths)
    return take_in(search.found, password)


def names(found: list[Intake]) -> list[str]:
    return [intake.path for intake in found]


def put(folder: Path, *paths: str) -> Path:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(TEXT + path.encode())
    return folder


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_folder_gives_its_reports_with_paths_below_it(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "2023年/甲 局/1.txt", "2023年/a.PDF")
    assert names(intakes(tmp_path)) == ["2023年/a.PDF", "2023年/甲 局/1.txt", "b.txt"]


def test_temporary_hidden_and_system_files_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "~$a.docx", ".a.txt", ".git/b.txt", "__MACOSX/c.txt", "Thumbs.db")
    assert names(intakes(tmp_path)) == ["a.txt"]


def test_kinds_that_are_no_reports_are_counted(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.json", "c.py", "d.png")
    search = Search()
    search.look([tmp_path])
    assert (len(search.found), search.ignored) == (1, 3)


def test_a_file_that_is_named_is_read_whatever_its_kind(tmp_path: Path) -> None:
    put(tmp_path, "d.png")
    assert names(intakes(tmp_path / "d.png")) == ["d.png"]


def test_a_report_without_a_proper_suffix_is_known_by_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "1.某项目自评报告").write_bytes(b"%PDF-1.7")
    (tmp_path / "2.某项目说明").write_bytes(TEXT)
    assert names(intakes(tmp_path)) == ["1.某项目自评报告"]


def test_the_folder_of_results_is_no_input(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "out/heshu.xlsx")
    assert names(intakes(tmp_path, skip=(tmp_path / "out").resolve())) == ["a.txt"]


def test_the_order_of_arguments_makes_no_difference(tmp_path: Path) -> None:
    one, two = put(tmp_path / "1", "b.txt", "a.txt"), put(tmp_path / "2", "c.txt")
    assert intakes(one, two) == intakes(two, one)
    assert intakes(one / "a.txt", one) == intakes(one, one / "a.txt") == intakes(one)


def test_the_same_content_is_read_once_under_its_first_path(tmp_path: Path) -> None:
    for name in ("乙.txt", "甲.txt", "丙/丁.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    (found,) = intakes(tmp_path)
    assert (found.path, found.also_at) == ("丙/丁.txt", ("乙.txt", "甲.txt"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = intakes(tmp_path / "没有.docx")
    assert found.refused is not None
    assert (found.refused.code, found.sha256) == ("not-there", None)
    assert found.refused.detail is None


@pytest.mark.parametrize("name", ["自评报告.docx", "自评报告2023.doc", "评报告2023.docx"])
def test_a_mistyped_name_is_answered_with_those_like_it(tmp_path: Path, name: str) -> None:
    put(tmp_path, "自评报告2023.docx")
    put(tmp_path, "x.txt")
    (found,) = intakes(tmp_path / name)
    assert found.refused is not None
    assert found.refused.detail == "相近的有：自评报告2023.docx"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    (found,) = intakes(tmp_path / "没有" / "a.docx")
    assert found.refused is not None
    assert "没有文件夹" in (found.refused.detail or "")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_nowhere_is_told_and_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    found = intakes(tmp_path)
    assert names(found) == ["a.txt", "b.txt"]
    assert found[1].refused is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert intakes(tmp_path) == []
    (found,) = intakes(tmp_path / "a.txt")
    assert found.refused is not None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_is_no_utf8_is_shown_in_gb18030(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode("报告.txt".encode("gb18030"))).write_bytes(TEXT)
    assert names(intakes(tmp_path)) == ["报告.txt"]


def test_printable_leaves_good_names_alone() -> None:
    assert printable("甲 局（1）.txt") == "甲 局（1）.txt"


@pytest.mark.parametrize(
    ("path", "long"),
    [
        ("C:\\甲\\乙", "\\\\?\\C:\\甲\\乙"),
        ("\\\\server\\share\\甲", "\\\\?\\UNC\\server\\share\\甲"),
        ("\\\\?\\C:\\甲", "\\\\?\\C:\\甲"),
    ],
)
def test_windows_paths_may_be_of_any_length(path: str, long: str) -> None:
    assert of_any_length(path) == long


@pytest.mark.parametrize("path", ["a/.b/c.txt", "~$a.docx", "a/__MACOSX/b.txt"])
def test_hidden_anywhere_in_the_path(path: str) -> None:
    assert is_hidden(path)


def test_an_archive_gives_its_members(tmp_path: Path) -> None:
    inner = zipped(**{"丙.txt": b"3", "d.png": b"4"})
    (tmp_path / "a.zip").write_bytes(zipped(**{"甲/乙.txt": b"1", "in.zip": inner, ".x.txt": b"5"}))
    found = intakes(tmp_path)
    assert names(found) == ["a.zip/in.zip/丙.txt", "a.zip/甲/乙.txt"]
    assert [intake.location.read() for intake in found] == [b"3", b"1"]


def test_an_archive_is_known_by_content_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_bytes(zipped(**{"b.txt": b"1"}))
    assert names(intakes(tmp_path / "a.dat")) == ["a.dat/b.txt"]


def test_an_office_document_is_no_archive(tmp_path: Path) -> None:
    content = zipped(**{"[Content_Types].xml": b"", "word/document.xml": b""})
    (tmp_path / "a.docx").write_bytes(content)
    assert names(intakes(tmp_path / "a.docx")) == ["a.docx"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_mark_of_their_encoding(tmp_path: Path, encoding: str) -> None:
    name = "自评.txt".encode(encoding)
    plain = b"A" * (len(name) - 4) + b".txt"
    content = zipped(**{plain.decode(): b"1"}).replace(plain, name)
    (tmp_path / "a.zip").write_bytes(content)
    (found,) = intakes(tmp_path)
    assert (found.path, found.location.read()) == ("a.zip/自评.txt", b"1")


def test_a_member_that_points_outside_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    content = zipped(**{"../../b.txt": b"1", "/c.txt": b"2", "C:\\d.txt": b"3", "good.txt": b"4"})
    (tmp_path / "a.zip").write_bytes(content)
    refused = {intake.path: intake.refused and intake.refused.code for intake in intakes(tmp_path)}
    assert refused == {
        "a.zip/../../b.txt": "unsafe",
        "a.zip/c.txt": "unsafe",
        "a.zip/C:/d.txt": "unsafe",
        "a.zip/good.txt": None,
    }


def test_a_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(**{"b.txt": bytes(64 << 20)}))
    (found,) = intakes(tmp_path)
    assert found.refused is not None
    assert (found.refused.code, found.sha256) == ("too-large", None)


def test_archives_inside_one_another_end_somewhere(tmp_path: Path) -> None:
    content = zipped(**{"b.txt": b"1"})
    for _ in range(DEPTH_LIMIT + 1):
        content = zipped(**{"in.zip": content})
    (tmp_path / "a.zip").write_bytes(content)
    (found,) = intakes(tmp_path)
    assert found.refused is not None
    assert found.refused.code == "too-large"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", zipped(a=b"1" * 999)[:-30]])
def test_a_broken_archive_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    (found,) = intakes(tmp_path)
    assert found.refused is not None
    assert found.refused.code == "damaged"


def test_a_damaged_member_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped(**{"b.txt": b"x" * 1000}))
    content[45] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(bytes(content))
    (found,) = intakes(tmp_path)
    assert found.refused is not None
    assert found.refused.code == "damaged"


def test_an_archive_of_another_kind_says_what_to_do(tmp_path: Path) -> None:
    put(tmp_path, "a.rar")
    (found,) = intakes(tmp_path)
    assert found.refused is not None
    assert ".rar" in found.refused.message
    assert "解压" in found.refused.remedy
    assert "另存为" not in str(found.refused)
