"""Several workers at once, each with its own file."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from queue import Empty, Queue, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Generic, TypeVar

from .workers import Worker

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 4
"""Files a worker may be ahead of the slowest, so that results waiting take little memory."""
_LAST_SECONDS = 10
"""How long the end of the threads is waited for."""
_STEP_SECONDS = 0.05
_LISTEN_SECONDS = 0.5


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
        self._workers: list[Worker] = []

    def results(self, jobs: Iterable[Job]) -> Generator[Result]:
        """The result of every job, in their order.

        Left early, the generator ends the workers, whatever they are at.
        """
        waiting: deque[Future[Result]] = deque()
        with self._at_work(waiting):
            for job in jobs:
                waiting.append(self._hand_out(job))
                if len(waiting) >= self._size * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def results_as_they_come(self, jobs: Iterable[Job]) -> Generator[Result]:
        """The result of every job, the first to be done first: no job waits for a slow one.

        Left early, the generator ends the workers, whatever they are at.
        """
        waiting: set[Future[Result]] = set()
        done: Queue[Future[Result]] = Queue()
        with self._at_work(waiting):
            for job in jobs:
                future = self._hand_out(job)
                waiting.add(future)
                future.add_done_callback(done.put)
                if len(waiting) >= self._size * AHEAD:
                    yield _next(done, waiting)
            while waiting:
                yield _next(done, waiting)

    @contextmanager
    def _at_work(self, waiting: Iterable[Future[Result]]) -> Generator[None]:
        threads = [Thread(target=self._serve, daemon=True) for _ in range(self._size)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._end(waiting, threads)

    def _end(self, waiting: Iterable[Future[Result]], threads: Sequence[Thread]) -> None:
        """End the threads, and again and again the workers at work on what nobody waits for."""
        under_way = [future for future in waiting if not future.cancel()]
        for _ in threads:
            self._tasks.put(None)
        deadline = monotonic() + _LAST_SECONDS
        while any(thread.is_alive() for thread in threads) and monotonic() < deadline:
            if under_way:
                for worker in self._workers:
                    worker.interrupt()
            for thread in threads:
                thread.join(_STEP_SECONDS)

    def _hand_out(self, job: Job) -> Future[Result]:
        future: Future[Result] = Future()
        self._tasks.put((job, future))
        return future

    def _serve(self) -> None:
        with self._make() as worker:
            self._workers.append(worker)
            while (task := self._tasks.get()) is not None:
                job, future = task
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    future.set_result(self._work(worker, job))
                except BaseException as error:  # raised again where the result is asked for
                    future.set_exception(error)


def _next(done: Queue[Future[Result]], waiting: set[Future[Result]]) -> Result:
    """The result that is there first; Ctrl-C is heard meanwhile, on Windows too."""
    while True:
        with suppress(Empty):
            future = done.get(timeout=_LISTEN_SECONDS)
            waiting.remove(future)
            return future.result()


def processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
