"""Several workers at once: the order of results, and what becomes of a file that kills one."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from heshu.pipeline.crew import AHEAD, Crew, processors
from heshu.pipeline.intake import Intake
from heshu.pipeline.locations import Location
from heshu.pipeline.reading import Job, read_with
from heshu.pipeline.workers import Worker
from heshu.schemas.errors import TimeLimit
from worker_faults import hang


def make() -> Worker:
    return Worker(seconds=60, megabytes=512)


def crew(size: int) -> Crew[int, int]:
    return Crew(size, make, lambda worker, job: worker.run(divmod, job, 1)[0])


@pytest.mark.parametrize("size", [1, 2, 3])
def test_results_are_in_the_order_of_the_jobs(size: int) -> None:
    assert list(crew(size).results(range(20))) == list(range(20))


def test_no_jobs_are_no_results() -> None:
    assert list(crew(2).results([])) == []


def test_slow_jobs_are_waited_for_in_their_turn() -> None:
    def work(_worker: Worker, job: int) -> int:
        time.sleep(0.05 if job == 0 else 0)
        return job

    assert list(Crew(2, make, work).results(range(6))) == list(range(6))


def test_jobs_are_taken_only_a_little_ahead() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for job in range(100):
            taken.append(job)
            yield job

    results = crew(2).results(jobs())
    next(results)
    assert len(taken) <= 2 * AHEAD


def test_a_fault_of_the_work_reaches_the_one_who_asks() -> None:
    def work(_worker: Worker, job: int) -> float:
        return 1 / job

    with pytest.raises(ZeroDivisionError):
        list(Crew(1, make, work).results([0]))


def test_left_early_it_ends_workers_that_are_at_work() -> None:
    began: SimpleQueue[int] = SimpleQueue()

    def work(worker: Worker, job: int) -> None:
        if job:
            began.put(job)
            worker.run(hang)

    results = Crew(2, make, work).results(range(10))
    next(results)
    began.get()
    before = threading.active_count()
    results.close()
    assert threading.active_count() == before - 2


def test_there_is_a_processor() -> None:
    assert processors() >= 1


class DyingWorker(Worker):
    """A worker whose file takes too long, while its format is told."""

    def run(self, function: object, *_args: object) -> object:  # type: ignore[override]
        if getattr(function, "__name__", "") == "format_of":
            return "pdf"
        raise TimeLimit("1 秒")


def test_a_file_that_takes_too_long_is_told_with_its_format() -> None:
    intake = Intake("慢.pdf", Location(Path("慢.pdf")), sha256="0" * 64, bytes=10)
    worker = DyingWorker(seconds=1, megabytes=128)
    entry = read_with(worker, Job(intake)).entry
    assert (entry.status, entry.error_code, entry.format) == ("failed", "time-limit", "pdf")
    assert entry.doc_id == "0" * 16
    assert entry.error is not None
    assert "--timeout" in entry.error
