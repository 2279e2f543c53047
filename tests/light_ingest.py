"""An ingest whose workers load a module of the tests first, to read lightly or wrongly."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable
from pathlib import Path

from heshu.pipeline.archive.store import Archive
from heshu.pipeline.crew import Crew
from heshu.pipeline.ingest import Ingestion, ReadAll, ingest_plan
from heshu.pipeline.reading import Job, Reading, read_with
from heshu.pipeline.run import Limits, find
from heshu.pipeline.workers import Worker

LIMITS = Limits(60, 512)


def workers_that_load(*modules: str, limits: Limits = LIMITS, size: int = 2) -> ReadAll:
    """Reading by workers that load the modules before their first file."""

    def make() -> Worker:
        return Worker(seconds=limits.seconds, megabytes=limits.megabytes, preload=modules)

    def told(worker: Worker, job: Job) -> tuple[Job, Reading]:
        return job, read_with(worker, job)

    def read_all(_files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        return Crew(size, make, told).results_as_they_come(jobs)

    return read_all


def ingest(folder: Path, archive: str, read_all: ReadAll) -> Ingestion:
    """Write a folder into an archive."""
    with Archive.open(archive, create=True) as opened:
        return ingest_plan(find([folder]), opened, read_all)


if __name__ == "__main__":
    ingest(Path(sys.argv[1]), sys.argv[2], workers_that_load("light_reading"))
