"""An ingest survives bad files, killed workers, and being killed itself."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from archived import contents
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.run import Limits
from heshu.schemas.errors import ArchiveError
from light_ingest import ingest, workers_that_load

TESTS = Path(__file__).resolve().parents[1]
REPORT = "云屏市第{0}中学2022年度校舍修缮项目绩效自评报告\n一、基本情况\n全年执行数{0}万元。\n"
GOOD = 200
FAULTS = {
    "HANG": "time-limit",
    "CRASH": "crashed",
    "MEMORY": "memory-limit",
    "EXCEPTION": "fault",
}
KILLED_RUNS, KILLED_WORKERS = 6, 25
"""How often a run is killed, and one of its processes, for each kind of database."""
LIGHT = workers_that_load("light_reading")


def rows(archive: str) -> dict[str, list[str]]:
    with Archive.open(archive) as opened:
        return contents(opened)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "报告"
    made.mkdir()
    return made


def test_bad_files_cost_themselves_only(folder: Path, tmp_path: Path) -> None:
    for number in range(GOOD):
        text = REPORT.format(number + 1)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    for place, fault in enumerate([*FAULTS, *FAULTS]):
        (folder / f"{place * 25:03}-{fault}.txt").write_text(f"{fault} {place}")
    faulty = workers_that_load("heshu.pipeline.warm", "faulty_reading", limits=Limits(10, 600))
    done = ingest(folder, str(tmp_path / "a.db"), faulty)
    assert done.read == GOOD
    told = sorted((Path(entry.path).stem[4:], entry.error_code) for entry in done.failed)
    assert told == sorted([*FAULTS.items()] * 2)
    figures = rows(str(tmp_path / "a.db"))["figures"]
    assert len(figures) == GOOD


@pytest.fixture
def undisturbed(folder: Path, tmp_path: Path) -> dict[str, list[str]]:
    """The rows of many small files, written by one worker without any trouble."""
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(str(number), encoding="utf-8")
    ingest(folder, str(tmp_path / "quiet.db"), workers_that_load("light_reading", size=1))
    return rows(str(tmp_path / "quiet.db"))


def test_two_workers_give_the_rows_of_one(
    folder: Path, tmp_path: Path, undisturbed: dict[str, list[str]]
) -> None:
    ingest(folder, str(tmp_path / "a.db"), LIGHT)
    assert rows(str(tmp_path / "a.db")) == undisturbed


def test_a_run_killed_again_and_again_loses_and_doubles_no_row(
    address: str, folder: Path, undisturbed: dict[str, list[str]]
) -> None:
    chance = random.Random(20221231)
    stopped_midway = 0
    for moment in range(KILLED_RUNS):
        command = [sys.executable, str(TESTS / "light_ingest.py"), str(folder), address]
        run = subprocess.Popen(command)
        if moment % 3:
            _wait_for_more(address, run)
        time.sleep(chance.uniform(0, 0.2))
        stopped_midway += run.poll() is None
        _kill_and_see_its_workers_end(run)
    ingest(folder, address, LIGHT)
    assert rows(address) == undisturbed
    assert stopped_midway > 1


def _wait_for_more(archive: str, run: subprocess.Popen[bytes]) -> None:
    """Wait until a run has written something, or has ended because nothing was left."""
    before = _written(archive)
    while run.poll() is None and _written(archive) == before:
        time.sleep(0.01)


def _written(archive: str) -> int:
    try:
        with Archive.open(archive) as opened, opened.view() as now:
            return now.count("documents")
    except ArchiveError:
        return 0


def _kill_and_see_its_workers_end(run: subprocess.Popen[bytes]) -> None:
    started: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        started = psutil.Process(run.pid).children(recursive=True)
    run.kill()
    run.wait()
    _, alive = psutil.wait_procs(started, timeout=60)
    assert alive == []


def test_two_runs_at_once_do_each_other_no_harm(
    address: str, folder: Path, undisturbed: dict[str, list[str]]
) -> None:
    command = [sys.executable, str(TESTS / "light_ingest.py"), str(folder), address]
    runs = [subprocess.Popen(command) for _ in range(2)]
    assert [run.wait(300) for run in runs] == [0, 0]
    assert rows(address) == undisturbed


def test_workers_killed_again_and_again_lose_and_double_no_row(
    address: str, folder: Path, undisturbed: dict[str, list[str]]
) -> None:
    with _killing_workers():
        ingest(folder, address, LIGHT)
    ingest(folder, address, LIGHT)
    assert rows(address) == undisturbed


@contextmanager
def _killing_workers() -> Generator[None]:
    """Kill a process below this one every now and then, be it a worker or what starts them."""
    ended, chance = threading.Event(), random.Random(20221231)

    def kill() -> None:
        for _ in range(KILLED_WORKERS):
            workers = list(filter(_is_worker, psutil.Process().children(recursive=True)))
            with suppress(psutil.NoSuchProcess):
                for process in workers and [chance.choice(workers)]:
                    process.kill()
            if ended.wait(chance.uniform(0.01, 0.1)):
                return

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _is_worker(process: psutil.Process) -> bool:
    try:
        command = " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False
    return "multiprocessing" in command and "resource_tracker" not in command
