"""Ingesting folders with everything people keep in them."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Generator, Iterable
from pathlib import Path

import pytest

from heshu.pipeline.ingest import ReadAll
from heshu.pipeline.reading import Job, Reading
from ingested import entries, figures, fill, here, ingest, report


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "报告")


def test_archives_of_all_kinds_give_their_members(address: str, tmp_path: Path) -> None:
    name = "自评.txt".encode("gbk")
    plain = b"A" * (len(name) - 4) + b".txt"
    inner = zipped({plain.decode(): report(1)}).replace(plain, name)
    (tmp_path / "a.zip").write_bytes(
        zipped({"内/里.zip": inner, "~$甲.txt": b"x", "__MACOSX/b.txt": b"x", "乙.txt": report(2)})
    )
    done = ingest(address, tmp_path)
    assert (done.read, done.failed) == (2, ())
    assert sorted(entries(address)) == ["a.zip/乙.txt", "a.zip/内/里.zip/自评.txt"]


def test_names_may_be_as_long_as_the_system_lets_them(address: str, tmp_path: Path) -> None:
    long = "长" * 60
    if os.name != "nt":
        long = "名" * 80
    deep = tmp_path.joinpath(*[long] * 4)
    deep.mkdir(parents=True)
    (deep / f"{long}.txt").write_bytes(report(1))
    assert ingest(address, tmp_path).read == 1
    (path,) = entries(address)
    assert path == "/".join([*[long] * 4, f"{long}.txt"])


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_read_once_and_circles_end(address: str, folder: Path) -> None:
    (folder / "环").symlink_to(folder)
    (folder / "链接.txt").symlink_to(folder / "甲.txt")
    assert ingest(address, folder).read == 2


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="nothing is refused to root")
def test_a_file_that_the_system_refuses_is_read_when_it_no_longer_does(
    address: str, folder: Path
) -> None:
    (folder / "甲.txt").chmod(0)
    assert [entry.path for entry in ingest(address, folder / "甲.txt").failed] == ["甲.txt"]
    (folder / "甲.txt").chmod(0o644)
    assert ingest(address, folder / "甲.txt").read == 1


def test_a_file_that_is_not_there_has_a_row_until_it_is(address: str, folder: Path) -> None:
    for _ in range(2):
        (failed,) = ingest(address, folder / "没有.txt").failed
        assert (failed.error_code, failed.doc_id) == ("not-there", None)
    assert list(entries(address)) == ["没有.txt"]
    (folder / "没有.txt").write_bytes(report(9))
    assert ingest(address, folder / "没有.txt").read == 1
    assert [entry.status for entry in entries(address).values()] == ["ok"]


def written_meanwhile(times: int, file: Path) -> ReadAll:
    """Reading while somebody writes the file, for so many passes."""
    passes = iter(range(times))

    def read_all(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        waiting = list(jobs)
        number = next(passes, None)
        if number is not None:
            file.write_bytes(report(100 + number))
        yield from here(files, waiting)

    return read_all


def test_a_file_that_changes_while_it_is_read_is_tried_again(address: str, folder: Path) -> None:
    writing = written_meanwhile(1, folder / "甲.txt")
    done = ingest(address, folder / "甲.txt", read_all=writing)
    assert (done.read, done.failed) == (1, ())
    assert figures(address) == ["100万元"]


def test_a_file_that_keeps_changing_is_told_and_read_the_next_time(
    address: str, folder: Path
) -> None:
    ingest(address, folder / "甲.txt")
    (folder / "甲.txt").write_bytes(report(13))
    writing = written_meanwhile(2, folder / "甲.txt")
    (failed,) = ingest(address, folder / "甲.txt", read_all=writing).failed
    assert (failed.error_code, failed.doc_id) == ("changing", None)
    assert figures(address) == ["12万元"]
    assert ingest(address, folder / "甲.txt").read == 1
    assert figures(address) == ["101万元"]
