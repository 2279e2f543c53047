"""The same reading on many machines: jobs spread by Dask, each under a supervisor's limits.

The workers of the cluster (``dask worker tcp://…``) have heshu installed and see the files
at the same paths, on a shared drive. What they read comes back here, where one writer fills
the archive, so that rows do not depend on who read what, or when.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import Any, cast

from ..schemas.errors import ClusterError, MissingCluster, ReaderCrashed
from .crew import AHEAD
from .reading import Job, Reading, failed, read_with
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
    under_way: dict[str, Job] = {}
    done = dask.as_completed(loop=client.loop)
    for job in jobs:
        future = client.submit(_read, _for_others(job), limits, pure=False)
        under_way[future.key] = job
        done.add(future)
        if len(under_way) >= most:
            yield _taken(next(done), under_way)
    for future in done:
        yield _taken(future, under_way)


def _for_others(job: Job) -> Job:
    """The job with the file's whole path, which other machines know it by."""
    location = job.intake.location
    whole = replace(location, file=location.file.resolve())
    return replace(job, intake=replace(job.intake, location=whole))


def _taken(future: Any, under_way: dict[str, Job]) -> tuple[Job, Reading]:  # noqa: ANN401
    """The reading of a job; one that was lost with its worker is waited for once more."""
    job = under_way.pop(future.key)
    scheduler = cast(Any, import_module("distributed.scheduler"))
    try:
        return job, cast(Reading, future.result())
    except scheduler.KilledWorker:
        return job, failed(job.intake, ReaderCrashed("集群的工作进程多次因它终止"), 0.0)
    except (OSError, ImportError, CancelledError) as error:
        raise ClusterError(f"{job.intake.path}：{error}") from error


def _read(job: Job, limits: Limits) -> Reading:
    """Read one file; runs on the cluster."""
    return read_with(_supervised(limits), job)


def _supervised(limits: Limits) -> Worker:
    """This thread's worker with these limits."""
    workers: dict[Limits, Worker] = _LOCAL.__dict__.setdefault("workers", {})
    if limits not in workers:
        # Dask starts its workers as daemons, which by themselves may not start processes.
        cast(Any, multiprocessing.current_process())._config["daemon"] = False
        workers[limits] = worker_with(limits)
    return workers[limits]
