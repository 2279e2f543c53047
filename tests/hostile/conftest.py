"""A process that reads hostile files within limits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from heshu.pipeline.workers import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(seconds=30, megabytes=1000, preload=["heshu.pipeline.warm"]) as made:
        yield made
