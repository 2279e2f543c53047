"""How benchmarks measure: processor time without litter, and memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import psutil

_BIG = 100_000
"""Bytes. A request of this size has the C library put the small pieces freed before together."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call, without the litter of the one before.

    Tidying up after a parsed file takes milliseconds, which are not those of the next call.
    """
    gc.collect()
    bytearray(_BIG)
    begin = time.process_time()
    work()
    return time.process_time() - begin


def best(work: Callable[[], object], times: int = 4) -> float:
    """The least processor time of some calls in a row, as in a run over many files."""
    return min(seconds(work) for _ in range(times))


def resident_megabytes() -> float:
    """What this process holds in memory now."""
    return psutil.Process().memory_info().rss / (1 << 20)
