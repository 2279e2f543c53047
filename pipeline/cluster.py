"""The same reading on many machines: jobs spread by Dask, each under a supervisor's limits.

The workers of the cluster (``dask worker tcp://…``) have heshu installed and see the files
at the same paths, on a shared drive. What they read comes back here, where one writer fills
the archive, so that rows do not depend on who read what, or when.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import Any, cast

from ..schemas.errors import ClusterError, MissingCluster
from ..schemas.file_errors import ReaderCrashed
from .batches import Batch, batches, read_batch
from .crew import AHEAD
from .reading import Job, Reading, failed
from .run import Limits, worker_with
from .workers import Worker

_CONNECT_SECONDS = 15
_LOCAL = threading.local()
"""Each thread of a cluster's worker has its own supervised process."""


def cluster_at(
    address: str, limits: Limits
) -> Callable[[int, Iterable[Job]], Generator[tuple[Job, Reading]]]:
    """Reading by the cluster whose scheduler is at the address, each file within limits.

    A job whose worker is lost goes to another one; a file over which several were lost
    gets its row. Raises ``MissingCluster`` where Dask is not installed, ``ClusterError``
    where there is no scheduler or no worker, or it is lost on the way.
    """
    if importlib.util.find_spec("distributed") is None:
        raise MissingCluster

    def read_all(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        if not files:
            return
        dask = cast(Any, import_module("distributed"))
        with _connected(dask, address) as client:
            threads = sum(client.nthreads().values())
            if not threads:
                raise ClusterError(f"{address} 上没有工作进程")
            yield from _spread(dask, client, jobs, limits, threads * AHEAD)

    return read_all


@contextmanager
def _connected(dask: Any, address: str) -> Generator[Any]:  # noqa: ANN401  (Dask tells no types)
    try:
        client = dask.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"连不上 {address}") from error
    try:
        yield client
    finally:
        client.close()


def _spread(
    dask: Any,  # noqa: ANN401
    client: Any,  # noqa: ANN401
    jobs: Iterable[Job],
    limits: Limits,
    most: int,
) -> Generator[tuple[Job, Reading]]:
    """Hand out jobs, so many at a time, and give each when it is done."""
    under_way: dict[str, Batch] = {}
    done = dask.as_completed(loop=client.loop)

    def hand_out(batch: Batch) -> None:
        future = client.submit(_read, tuple(map(_for_others, batch)), limits, pure=False)
        under_way[future.key] = batch
        done.add(future)

    def taken(future: Any) -> Iterator[tuple[Job, Reading]]:  # noqa: ANN401
        batch = under_way.pop(future.key)
        readings = _readings(future, batch)
        if readings is None and len(batch) > 1:
            for job in batch:
                hand_out((job,))
        else:
            yield from zip(batch, readings or [_lost(job) for job in batch], strict=True)

    for batch in batches(jobs):
        hand_out(batch)
        if len(under_way) >= most:
            yield from taken(next(done))
    for future in done:
        yield from taken(future)


def _for_others(job: Job) -> Job:
    """The job with the file's whole path, which other machines know it by."""
    location = job.intake.location
    whole = replace(location, file=location.file.resolve())
    return replace(job, intake=replace(job.intake, location=whole))


def _readings(future: Any, batch: Batch) -> tuple[Reading, ...] | None:  # noqa: ANN401
    """What became of a batch; null where several workers were lost over it."""
    scheduler = cast(Any, import_module("distributed.scheduler"))
    try:
        return cast("tuple[Reading, ...]", future.result())
    except scheduler.KilledWorker:
        return None
    except (OSError, ImportError, CancelledError) as error:
        raise ClusterError(f"{batch[0].intake.path}：{error}") from error


def _lost(job: Job) -> Reading:
    return failed(job.intake, ReaderCrashed("集群的工作进程多次因它终止"), 0.0)


def _read(batch: Batch, limits: Limits) -> tuple[Reading, ...]:
    """Read files that go together; runs on the cluster."""
    return read_batch(_supervised(limits), batch)


def _supervised(limits: Limits) -> Worker:
    """This thread's worker with these limits."""
    workers: dict[Limits, Worker] = _LOCAL.__dict__.setdefault("workers", {})
    if limits not in workers:
        # Dask starts its workers as daemons, which by themselves may not start processes.
        cast(Any, multiprocessing.current_process())._config["daemon"] = False
        workers[limits] = worker_with(limits)
    return workers[limits]
