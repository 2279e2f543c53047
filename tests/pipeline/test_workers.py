"""A worker outlives whatever a file does to it."""

from __future__ import annotations

import gc
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

import worker_faults as faults
from heshu.pipeline import workers
from heshu.pipeline.worker_process import CAN_CAP_MEMORY
from heshu.pipeline.workers import Worker, run_limited
from heshu.schemas.errors import HeshuError
from heshu.schemas.file_errors import (
    DamagedFile,
    MemoryLimit,
    ReaderCrashed,
    TimeLimit,
    TooLarge,
    UnsafeFile,
)
from paths import needs_shared, shared


@pytest.fixture(params=["watched", "capped"])
def worker(request: pytest.FixtureRequest) -> Iterator[Worker]:
    watched = request.param == "watched"
    if not watched and not CAN_CAP_MEMORY:
        pytest.skip("this system does not cap a process's memory")
    with Worker(seconds=20, megabytes=300, watch_memory=watched) as made:
        yield made


def test_the_result_comes_back(worker: Worker):
    assert worker.run(faults.double, 21) == 42


def test_one_process_serves_call_after_call(worker: Worker):
    assert worker.run(faults.process_id) == worker.run(faults.process_id)


def test_what_is_loaded_is_no_litter_and_what_a_call_leaves_is(worker: Worker):
    assert worker.run(gc.get_freeze_count) > 1000
    worker.run(faults.leave_cycles, 200_000)
    assert worker.run(faults.cycles_left) < 100_000


@pytest.mark.parametrize(
    ("fault", "error", "detail"),
    [
        (faults.raise_typed, DamagedFile, "word/document.xml"),
        (faults.raise_untyped, ReaderCrashed, "KeyError: 'w:val'"),
        (faults.recurse, ReaderCrashed, "RecursionError"),
        (faults.give_something_that_cannot_travel, ReaderCrashed, "lambda"),
        (faults.leave, ReaderCrashed, "退出码 3"),
        (faults.leave_politely, ReaderCrashed, "退出码 4"),
    ],
)
def test_errors_come_through_and_the_next_call_is_served(
    worker: Worker, fault: Callable[[], object], error: type[HeshuError], detail: str
):
    with pytest.raises(error) as caught:
        worker.run(fault)
    assert detail in (caught.value.detail or "")
    assert worker.run(faults.double, 1) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no signals")
def test_a_crash_names_its_signal(worker: Worker):
    with pytest.raises(ReaderCrashed) as caught:
        worker.run(faults.abort)
    assert caught.value.detail == "SIGABRT"
    assert worker.run(faults.double, 1) == 2


def test_too_much_memory(worker: Worker):
    with pytest.raises(MemoryLimit):
        worker.run(faults.eat_memory, 600)
    assert worker.run(faults.eat_memory, 50) == 50


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory is capped")
def test_address_space_that_is_only_set_aside_is_no_memory(worker: Worker):
    assert worker.run(faults.set_aside, 2000) == 2000


def test_a_hang_ends_at_the_limit_with_all_that_it_started(tmp_path: Path):
    told = tmp_path / "pid"
    with Worker(seconds=3, megabytes=300) as worker:
        process = worker.run(faults.process_id)
        with pytest.raises(TimeLimit):
            worker.run(faults.hang_with_a_child, told)
        assert not psutil.pid_exists(process)
        assert worker.run(faults.double, 1) == 2
    assert _is_gone(int(told.read_text()))


def _is_gone(process: int) -> bool:
    """Whether a process has ended; nobody may have asked after its end yet."""
    try:
        return psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_nothing_is_left_behind():
    with Worker(seconds=20, megabytes=300) as worker:
        process = worker.run(faults.process_id)
    assert not psutil.pid_exists(process)


def test_a_process_that_died_while_idle_is_replaced(worker: Worker):
    first = worker.run(faults.process_id)
    process = psutil.Process(first)
    process.kill()
    process.wait(5)
    assert worker.run(faults.process_id) != first


def test_a_process_is_replaced_after_its_calls(worker: Worker, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "CALLS_A_PROCESS", 2)
    processes = [worker.run(faults.process_id) for _ in range(4)]
    assert processes[0] == processes[1] != processes[2] == processes[3]


def test_a_call_that_nobody_watches_any_more_ends_by_itself(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "_ORPHAN_SECONDS", -58)
    with Worker(seconds=60, megabytes=300) as worker:
        with pytest.raises(ReaderCrashed):
            worker.run(faults.hang)
        assert worker.run(faults.double, 1) == 2


@pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="no forkserver here"
)
def test_the_process_that_starts_processes_may_be_killed():
    with Worker(seconds=20, megabytes=300) as worker:
        first = worker.run(faults.process_id)
        starter = psutil.Process(first).parent()
        assert starter is not None
        for process in (starter, psutil.Process(first)):
            process.kill()
            while not _is_gone(process.pid):  # not by waiting: that is its parent's to do
                time.sleep(0.01)
        assert worker.run(faults.process_id) != first


def test_what_cannot_be_sent_is_the_callers_fault(worker: Worker):
    with pytest.raises(Exception, match="pickle"):
        worker.run(lambda: None)
    assert worker.run(faults.double, 1) == 2


def test_workers_may_be_started_from_several_threads():
    main = sys.modules["__main__"]
    with ThreadPoolExecutor(4) as pool:
        calls = [
            pool.submit(run_limited, faults.double, at, seconds=60, megabytes=300)
            for at in range(8)
        ]
        assert [call.result() for call in calls] == [at * 2 for at in range(8)]
    assert sys.modules["__main__"] is main


def test_one_call_by_itself():
    assert run_limited(faults.double, 4, seconds=20, megabytes=300) == 8


def test_modules_that_cannot_be_loaded_are_told():
    worker = Worker(seconds=20, megabytes=300, preload=["heshu.there_is_no_such_module"])
    with pytest.raises(ReaderCrashed):
        worker.run(faults.double, 1)


SCRIPT = """
from heshu.pipeline.workers import run_limited
import math
print("script", run_limited(math.factorial, 5, seconds=60, megabytes=300))
"""


def test_a_script_without_a_main_guard_is_not_run_again(tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["script", "120"]


@needs_shared
def test_a_zip_bomb_is_refused():
    with pytest.raises(TooLarge):
        run_limited(
            faults.read_file, shared("devset/traps/zipbomb.docx"), seconds=60, megabytes=1024
        )


@needs_shared
def test_a_pdf_bomb_costs_itself_only():
    with Worker(seconds=30, megabytes=1024) as worker:
        with pytest.raises(UnsafeFile):
            worker.run(faults.read_file, shared("devset/traps/bomb.pdf"))
        assert worker.run(faults.double, 1) == 2
