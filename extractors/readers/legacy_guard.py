"""A folder for LibreOffice, and a small process that clears it up whatever happens.

Whoever works in the folder may be killed at any moment, and cannot clear up then. So a
process of its own holds the other end of a pipe: when that closes, it ends all that still
runs on the folder, and removes it. This file is also that process's program.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4

import psutil

_STEP_SECONDS = 0.1
_LAST_SECONDS = 10
"""How long is waited for processes that do not end, and files that cannot be removed."""


@contextmanager
def guarded_folder() -> Generator[Path]:
    """A new folder, gone after the block with all that runs on it, and after a kill -9 too.

    A process counts as running on it whose command line names it, with what it started.
    """
    folder = Path(gettempdir()) / f"heshu-{uuid4().hex}"
    guard = subprocess.Popen(
        [sys.executable, "-I", __file__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        folder.mkdir(mode=0o700)
        yield folder
    finally:
        guard.communicate()


def _clear(folder: Path) -> None:
    deadline = time.monotonic() + _LAST_SECONDS
    while time.monotonic() < deadline:
        running = list(_running_on(folder))
        for process in running:
            with suppress(psutil.Error):
                process.kill()
        shutil.rmtree(folder, ignore_errors=True)
        if not running and not folder.exists():
            return
        time.sleep(_STEP_SECONDS)


def _running_on(folder: Path) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            named = any(folder.name in part for part in process.cmdline())
            if named and process.pid != os.getpid():
                yield from process.children(recursive=True)
                yield process


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdin.buffer.read()
    _clear(Path(sys.argv[1]))
