"""Several workers at once, each with its own file; results come in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

from .workers import Worker

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 4
"""Files a worker may be ahead of the slowest, so that results waiting take little memory."""


class Crew(Generic[Job, Result]):
    """Workers that do ``work`` on one job each; ``make`` gives a worker, ``size`` of them.

    ``work`` runs in a thread beside its worker and says what becomes of a job whatever
    happens to the worker.
    """

    def __init__(
        self, size: int, make: Callable[[], Worker], work: Callable[[Worker, Job], Result]
    ) -> None:
        self._size, self._make, self._work = size, make, work
        self._tasks: SimpleQueue[tuple[Job, Future[Result]] | None] = SimpleQueue()

    def results(self, jobs: Iterable[Job]) -> Generator[Result]:
        """The result of every job, in their order.

        Left early, the generator waits for nobody: a worker ends after the job it is at,
        or with this process.
        """
        waiting: deque[Future[Result]] = deque()
        for _ in range(self._size):
            Thread(target=self._serve, daemon=True).start()
        try:
            for job in jobs:
                waiting.append(self._hand_out(job))
                if len(waiting) >= self._size * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            for _ in range(self._size):
                self._tasks.put(None)

    def _hand_out(self, job: Job) -> Future[Result]:
        future: Future[Result] = Future()
        self._tasks.put((job, future))
        return future

    def _serve(self) -> None:
        with self._make() as worker:
            while (task := self._tasks.get()) is not None:
                job, future = task
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    future.set_result(self._work(worker, job))
                except BaseException as error:  # raised again where the result is asked for
                    future.set_exception(error)


def processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
