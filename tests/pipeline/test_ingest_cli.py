"""The command ``heshu ingest``: what it tells while it goes and at the end."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import handmade
from heshu.pipeline import progress
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.cli import main
from heshu.pipeline.entry import DocumentEntry
from heshu.pipeline.failures import failures, grouped, may_pass, told
from heshu.pipeline.ingest import Ingestion, Step
from heshu.pipeline.progress import Pace, clock_time, outcome, shown_ingest
from heshu.schemas.errors import ArchiveError
from heshu.schemas.file_errors import (
    EncryptedFile,
    EncryptedOffice,
    PackedFile,
    ReaderFault,
    UnknownFormat,
)

REPORT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n一、基本情况\n全年执行数1250.5万元。\n"
FAILED = replace(handmade.ENTRY, status="failed", error_code="empty", error="空.txt：文件是空的。")

Run = Callable[..., tuple[object, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "报告"
    made.mkdir()
    (made / "甲.txt").write_text(REPORT, encoding="utf-8")
    (made / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["heshu", "ingest", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code, capsys.readouterr().err

    return call


def test_failures_are_named_and_summed_up_with_what_to_do(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    status, told = run(folder, "--archive", tmp_path / "a.db")
    assert status == 1
    assert "[damaged] 坏.docx：" in told
    assert "2/2 个文件" in told
    assert f"读入 1 个文件，失败 1 个，结果在 {tmp_path / 'a.db'}" in told
    assert "[damaged] 1 个：文件已损坏。请重新下载" in told
    status, told = run(folder, "--archive", tmp_path / "a.db")
    assert status == 1
    assert "1 个已在资料库中，以前失败、这次未重试 1 个" in told
    assert "--retry-failed" in told


def test_all_read_is_status_0(run: Run, folder: Path, tmp_path: Path) -> None:
    for expected in ("读入 1 个文件，结果在", "读入 0 个文件，1 个已在资料库中"):
        status, told = run(folder / "甲.txt", "--archive", tmp_path / "a.db")
        assert status == 0
        assert expected in told


def test_failures_are_tried_again_when_asked(run: Run, folder: Path, tmp_path: Path) -> None:
    run(folder, "--archive", tmp_path / "a.db")
    status, told = run(folder, "--archive", tmp_path / "a.db", "--retry-failed")
    assert status == 1
    assert "[damaged] 坏.docx：" in told


def test_the_default_is_an_archive_in_the_working_folder(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run("甲.txt")[0] == 0
    with Archive.open(str(folder / "heshu.db")) as archive, archive.view() as now:
        assert now.count("figures") == 1


def test_an_address_that_is_none_is_wrong_usage(run: Run, folder: Path) -> None:
    status, told = run(folder, "--archive", "mysql://host/a")
    assert status == 2
    assert "SQLite 或 PostgreSQL" in told


def test_an_archive_that_cannot_be_opened_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    status, told = run(folder, "--archive", tmp_path / "没有" / "a.db")
    assert status == 1
    assert "[archive]" in told


def documents(archive: Path) -> int:
    try:
        with Archive.open(str(archive)) as opened, opened.view() as now:
            return now.count("documents")
    except ArchiveError:
        return 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for one process alone")
def test_ctrl_c_ends_with_130_and_a_second_run_goes_on(folder: Path, tmp_path: Path) -> None:
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"{REPORT}{number}", encoding="utf-8")
    command = [sys.executable, "-m", "heshu", "ingest", str(folder), "--archive", "a.db"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, cwd=tmp_path)
    while documents(tmp_path / "a.db") == 0:
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    told = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130, told
    assert "Traceback" not in told
    assert "已写入" in told
    assert 0 < documents(tmp_path / "a.db") < 402


class Clock:
    """A clock that is put forward by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def step(done: int, total: int, entry: DocumentEntry = handmade.ENTRY, figures: int = 5) -> Step:
    return Step(entry, figures, done, total)


def test_the_pace_is_told_with_the_time_left() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.note(step(1, 10, replace(handmade.ENTRY, pages=6)))
    pace.note(step(2, 10, FAILED, 0))
    clock.now += 2
    told = pace.told(step(2, 10))
    assert told == "2/10 个文件，每秒 1.0 个文件、3 页、2 个数字，失败 1 个，剩余 0:08"
    assert pace.summary(2) == "用时 0:02，每秒 1.0 个文件、3 页、2 个数字"


def test_nothing_done_in_no_time_is_told_all_the_same() -> None:
    assert "1/1 个文件" in Pace(Clock()).told(step(1, 1))


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00"), (9.6, "0:10"), (75, "1:15"), (3723, "1:02:03")]
)
def test_times(seconds: float, told: str) -> None:
    assert clock_time(seconds) == told


def test_plain_lines_come_now_and_then_and_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with shown_ingest(Pace(clock)) as show:
        for number in range(1, 5):
            clock.now += progress.LINE_SECONDS * 0.6
            show(step(number, 4, FAILED if number == 1 else handmade.ENTRY))
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["[empty]", "2/4", "4/4"]


def test_a_bar_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    with shown_ingest(Pace()) as show:
        show(step(1, 2, FAILED))
        show(step(2, 2))
    assert "[empty] 空.txt：文件是空的。" in screen.getvalue()
    assert "2/2 个文件" in screen.getvalue()


def test_the_outcome_groups_failures_by_reason() -> None:
    failed = tuple(replace(FAILED, error_code=code) for code in ("empty", "damaged", "empty"))
    done = Ingestion("a.db", 3, failed, 2, ("encrypted",), 1)
    lines = list(outcome(done, Pace(Clock())))
    assert lines[0] == (
        "读入 3 个文件，2 个已在资料库中，失败 3 个，以前失败、这次未重试 1 个，"
        "另有 1 个文件不是报告，未读，结果在 a.db"
    )
    assert lines[3].startswith("  [empty] 2 个：文件是空的。请")
    assert lines[4].startswith("  [damaged] 1 个：")
    assert lines[6].startswith("  [encrypted] 1 个：")


def test_what_files_of_one_reason_say_besides_is_told() -> None:
    errors = (
        *(PackedFile(".rar 压缩包") for _ in range(3)),
        UnknownFormat("看起来是PNG 图片"),
        EncryptedFile(),
        EncryptedOffice(),
    )
    failed = tuple(
        replace(FAILED, error_code=error.code, error=told(FAILED.path, error)) for error in errors
    )
    lines = list(outcome(Ingestion("a.db", 0, failed, 0, (), 0), Pace(Clock())))[3:]
    assert lines == [
        f"  [packed] 3 个：{PackedFile.chinese}。{PackedFile.remedy}",
        "      .rar 压缩包：3 个",
        f"  [encrypted] 1 个：{EncryptedFile.chinese}。{EncryptedFile.remedy}",
        f"  [encrypted] 1 个：{EncryptedOffice.chinese}。{EncryptedOffice.remedy}",
        f"  [unknown-format] 1 个：{UnknownFormat.chinese}。{UnknownFormat.remedy}",
        "      看起来是PNG 图片",
    ]


def test_many_details_are_cut_short() -> None:
    errors = [ReaderFault(f"KeyError: {at}") for at in range(5)]
    failed = tuple(
        replace(FAILED, error_code=error.code, error=told(FAILED.path, error)) for error in errors
    )
    lines = list(outcome(Ingestion("a.db", 0, failed, 0, (), 0), Pace(Clock())))[3:]
    assert [line.strip() for line in lines[1:]] == [
        "KeyError: 0",
        "KeyError: 1",
        "KeyError: 2",
        "另有 2 种情况，见各文件的 error",
    ]


def test_a_folder_without_reports_is_told() -> None:
    lines = list(outcome(Ingestion("a.db", 0, (), 0, (), 4), Pace(Clock())))
    assert "没有找到" in lines[0]
    assert "另有 4 个文件不是报告" in lines[1]


def test_every_failure_has_a_reason_and_a_remedy() -> None:
    for code, line in zip(failures(), _each_grouped(), strict=True):
        assert f"[{code}] 1 个：{failures()[code].chinese}。" in line
    assert failures()["encrypted"].__name__ == "EncryptedFile"


def test_what_may_pass() -> None:
    assert may_pass("crashed")
    assert not may_pass("fault")
    assert not may_pass("of-a-later-version")
    assert not may_pass(None)


def _each_grouped() -> Iterator[str]:
    for code in failures():
        yield from grouped([code])
