"""Loaded into a worker, it makes reading go wrong over files that say so."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from heshu.pipeline import reading
from heshu.pipeline.reading import Job, Reading
from worker_faults import eat_memory

_EATEN = 4000
_read = reading.read_job


def _fail() -> None:
    raise KeyError("w:val")


FAULTS: dict[bytes, Callable[[], object]] = {
    b"HANG": lambda: time.sleep(3600),
    b"CRASH": os.abort,
    b"MEMORY": lambda: eat_memory(_EATEN),
    b"EXCEPTION": _fail,
}


def _read_or_fail(job: Job) -> Reading:
    word = job.intake.location.read().split(b" ")[0]
    FAULTS.get(word, lambda: None)()
    return _read(job)


reading.read_job = _read_or_fail
"""The worker looks the function up by its name."""
