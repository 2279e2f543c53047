"""The folder of LibreOffice: gone with all that runs on it, whoever was killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

import guarded_work
from heshu.extractors.readers.legacy_guard import guarded_folder
from heshu.pipeline.workers import Worker
from heshu.schemas.file_errors import TimeLimit

PATIENCE = 30


def waited_for(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def all_gone(told: Path) -> bool:
    process, folder = told.read_text(encoding="utf-8").split(" ", 1)
    return not Path(folder).exists() and _is_gone(int(process))


def _is_gone(process: int) -> bool:
    """Whether a process has ended; nobody may have asked after its end yet."""
    try:
        return psutil.Process(process).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_the_folder_is_gone_after_the_block() -> None:
    with guarded_folder() as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "0.doc").write_bytes(b"old")
    assert not folder.exists()


def test_the_folder_is_gone_after_an_error() -> None:
    with pytest.raises(KeyError), guarded_folder() as folder:
        raise KeyError(folder)
    assert not folder.exists()


def test_a_killed_process_leaves_nothing(tmp_path: Path) -> None:
    told = tmp_path / "told"
    command = [sys.executable, guarded_work.__file__, str(told)]
    with subprocess.Popen(command) as process:
        assert waited_for(told.exists)
        process.kill()
    assert waited_for(lambda: all_gone(told))


def test_a_worker_at_its_limit_leaves_nothing(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with Worker(seconds=4, megabytes=300) as worker, pytest.raises(TimeLimit):
        worker.run(guarded_work.hang_in_a_folder, told)
    assert waited_for(lambda: all_gone(told))


@pytest.mark.skipif(os.name != "posix", reason="the program is a script with #!")
def test_a_worker_whose_parent_is_killed_leaves_nothing(tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = (
        "import sys; from pathlib import Path; from heshu.pipeline.workers import Worker\n"
        f"sys.path.insert(0, {str(Path(guarded_work.__file__).parent)!r}); import guarded_work\n"
        "with Worker(seconds=600, megabytes=300) as worker:\n"
        f"    worker.run(guarded_work.hang_in_the_program, Path({str(told)!r}))\n"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as process:
        assert waited_for(told.exists)
        process.kill()
    assert waited_for(lambda: all_gone(told))
