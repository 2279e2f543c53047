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
from heshu.schemas.file_errors import ReaderCrashed, TimeLimit
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


@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_result_comes_once_in_whatever_order(size: int) -> None:
    assert sorted(crew(size).results_as_they_come(range(20))) == list(range(20))
    assert list(crew(size).results_as_they_come([])) == []


def test_a_slow_job_holds_up_no_other() -> None:
    others = threading.Semaphore(0)

    def work(_worker: Worker, job: int) -> int:
        if job == 0:
            for _ in range(30):
                assert others.acquire(timeout=60)
        others.release()
        return job

    assert list(Crew(2, make, work).results_as_they_come(range(31)))[-1] == 0


def test_a_fault_of_the_work_reaches_the_one_who_asks() -> None:
    def work(_worker: Worker, job: int) -> float:
        return 1 / job

    with pytest.raises(ZeroDivisionError):
        list(Crew(1, make, work).results([0]))
    with pytest.raises(ZeroDivisionError):
        list(Crew(1, make, work).results_as_they_come([0]))


@pytest.mark.parametrize("in_order", [True, False])
def test_left_early_it_ends_workers_that_are_at_work(in_order: bool) -> None:
    began: SimpleQueue[int] = SimpleQueue()

    def work(worker: Worker, job: int) -> None:
        if job:
            began.put(job)
            worker.run(hang)

    made = Crew(2, make, work)
    results = (made.results if in_order else made.results_as_they_come)(range(10))
    next(results)
    began.get()
    before = threading.active_count()
    results.close()
    assert threading.active_count() == before - 2


def test_there_is_a_processor() -> None:
    assert processors() >= 1


class KilledWorker(Worker):
    """A worker that is killed over its first files, however good they are."""

    times: int

    def run(self, function: object, *_args: object, **_: int) -> object:  # type: ignore[override]
        if getattr(function, "__name__", "") == "format_of":
            return "txt"
        self.times -= 1
        if self.times >= 0:
            raise ReaderCrashed("SIGKILL")
        return "read"


@pytest.mark.parametrize("times", [0, 1])
def test_a_file_whose_worker_was_killed_is_given_a_second_try(times: int) -> None:
    worker = KilledWorker(seconds=1, megabytes=128)
    worker.times = times
    assert read_with(worker, Job(Intake("a.txt", Location(Path("a.txt"))))) == "read"


def test_a_file_that_kills_its_workers_is_told() -> None:
    worker = KilledWorker(seconds=1, megabytes=128)
    worker.times = 2
    entry = read_with(worker, Job(Intake("a.txt", Location(Path("a.txt"))))).entry
    assert (entry.error_code, entry.format) == ("crashed", "txt")


class DyingWorker(Worker):
    """A worker whose file takes too long, while its format is told."""

    def run(self, function: object, *_args: object, **_: int) -> object:  # type: ignore[override]
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
