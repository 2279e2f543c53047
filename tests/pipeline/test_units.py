"""``heshu units`` and what ``heshu audit --archive`` is asked for wrongly."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from heshu.pipeline.archive.store import Archive
from heshu.pipeline.cli import main
from two_years import PEER, UNIT, Slips, archive_of, write_reports

Run = Callable[..., tuple[object, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["heshu", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return left.value.code, printed.out, printed.err

    return call


@pytest.fixture
def archive(address: str, tmp_path: Path) -> str:
    archive_of(address, write_reports(tmp_path / "报告", Slips(prior=55)))
    return address


def edit(file: Path, encoding: str = "utf-8-sig", **units: str) -> None:
    """Set 统一为 of some names, and save as Excel does."""
    heading, *lines = file.read_text(encoding="utf-8-sig").splitlines()
    rows = [line.split(",") for line in lines]
    for row in rows:
        row[1] = units.get(row[0], row[1])
    text = "\r\n".join([heading, *map(",".join, rows)]) + "\r\n"
    file.write_bytes(text.encode(encoding))


def test_the_units_are_listed_with_their_reports_and_years(run: Run, archive: str) -> None:
    status, out, _ = run("units", "--archive", archive)
    assert status == 0
    assert f"{UNIT}  5 份（2022、2023）" in out
    assert f"{PEER}  2 份（2022）" in out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_an_edited_list_is_taken_back(
    run: Run, archive: str, tmp_path: Path, encoding: str
) -> None:
    names = tmp_path / "单位.csv"
    assert run("units", "--archive", archive, "--export", names)[0] == 0
    assert names.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "更改 0 个，未变 2 个" in run("units", "--archive", archive, "--import", names)[2]
    edit(names, encoding, **{PEER: UNIT})
    status, _, told = run("units", "--archive", archive, "--import", names)
    assert (status, told.strip()) == (0, "单位名称：更改 1 个，未变 1 个，需看 0 个")
    assert f"{PEER} → {UNIT}" in run("units", "--archive", archive)[1]
    run("units", "--archive", archive, "--export", names)
    assert "更改 0 个，未变 2 个" in run("units", "--archive", archive, "--import", names)[2]
    edit(names, **{PEER: ""})
    assert "更改 1 个，未变 1 个" in run("units", "--archive", archive, "--import", names)[2]
    assert "→" not in run("units", "--archive", archive)[1]


def test_names_that_lead_to_each_other_are_told(run: Run, archive: str, tmp_path: Path) -> None:
    names = tmp_path / "单位.csv"
    run("units", "--archive", archive, "--export", names)
    edit(names, **{PEER: UNIT, UNIT: PEER})
    status, _, told = run("units", "--archive", archive, "--import", names)
    assert status == 1
    assert "互相指向，未采用" in told
    with Archive.open(archive) as opened, opened.view() as now:
        assert len(now.aliases()) == 1


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"", b"\xff\xfe\x00\x81"])
def test_what_is_no_list_is_wrong_usage(
    run: Run, archive: str, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "别的.csv"
    file.write_bytes(content)
    assert run("units", "--archive", archive, "--import", file)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "请给出报告文件，或用 --archive 指定资料库"),
        (("报告", "--archive", "a.db"), "文件和 --archive 只能给一样"),
        (("报告", "--unit", UNIT), "需要与 --archive 一起使用"),
        (("报告", "--year", "2022"), "需要与 --archive 一起使用"),
        (("--archive", "a.db", "--profile", "sichuan"), "--profile 不能与 --archive"),
        (("--archive", "a.db", "--out", "a.pdf"), "资料库不存原件"),
        (("--archive", "a.db", "--out", "a.html"), "请加 --unit"),
        (("--archive", "a.db", "--year", "去年"), "--year"),
    ],
)
def test_what_cannot_be_audited_is_wrong_usage(
    run: Run, arguments: tuple[str, ...], told: str
) -> None:
    status, _, error = run("audit", *arguments)
    assert status == 2
    assert told in error


def test_an_archive_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    status, _, error = run("audit", "--archive", tmp_path / "没有.db")
    assert status == 1
    assert "请先运行 heshu ingest" in error


def test_the_terminal_lists_what_an_archive_holds(run: Run, archive: str) -> None:
    status, out, _ = run("audit", "--archive", archive, "--unit", UNIT, "--year", 2023)
    assert status == 0
    assert "55 ≠ 52" in out
    assert "“52次”  2022报告.docx，第6段" in out
