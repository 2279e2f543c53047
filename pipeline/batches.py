"""Files that are read together: old Office files, many in one run of LibreOffice.

LibreOffice takes a second to start and a tenth of one for a file. What a file gives does
not depend on the batch it is in; a batch over which a worker hangs or dies is halved until
the file stands alone that is the reason.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from time import perf_counter

from ..extractors.readers.legacy_office import BATCH, FILE_SECONDS
from ..schemas.file_errors import FileError
from .reading import Converted, Job, Reading, convert_jobs, in_two_tries, read_with
from .workers import Worker

Batch = tuple[Job, ...]
"""Jobs that are given to a worker together."""

BATCH_BYTES = 32 << 20
"""No file is added to a batch that has as many bytes."""
LOOKED_AT = 200
"""From so many of the next files those are picked that go with an old one."""


def batches(jobs: Iterable[Job]) -> Iterator[Batch]:
    """Every job once: an old Office file with the next ones of its kind, others alone.

    A batch stands where its first file does, so that none waits for others to come.
    """
    coming, ahead = iter(jobs), deque[Job]()
    while ahead or (ahead := deque(islice(coming, 1))):
        first = ahead.popleft()
        if first.intake.old_office:
            ahead.extend(islice(coming, LOOKED_AT - len(ahead)))
            batch, ahead = _picked(first, ahead)
            yield batch
        else:
            yield (first,)


def read_batch(worker: Worker, batch: Batch) -> tuple[Reading, ...]:
    """What becomes of each file of a batch, whatever becomes of the worker."""
    if not batch[0].intake.old_office:
        return tuple(read_with(worker, job) for job in batch)
    results = _converted(worker, batch)
    return tuple(
        read_with(worker, replace(job, converted=result))
        for job, result in zip(batch, results, strict=True)
    )


def read_and_told(worker: Worker, batch: Batch) -> tuple[tuple[Job, Reading], ...]:
    """Each job of a batch with what became of it."""
    return tuple(zip(batch, read_batch(worker, batch), strict=True))


def _picked(first: Job, ahead: deque[Job]) -> tuple[Batch, deque[Job]]:
    """The batch that begins with the first, and what is left of those that come."""
    batch, left = [first], deque[Job]()
    size = first.intake.bytes or 0
    for job in ahead:
        fits = len(batch) < BATCH and size + (job.intake.bytes or 0) <= BATCH_BYTES
        if job.intake.old_office and fits:
            batch.append(job)
            size += job.intake.bytes or 0
        else:
            left.append(job)
    return tuple(batch), left


def _converted(worker: Worker, batch: Sequence[Job]) -> list[Converted | None]:
    began, seconds = perf_counter(), min(FILE_SECONDS, worker.seconds / 2)
    try:
        results = in_two_tries(worker, convert_jobs, batch, seconds, times=len(batch))
    except FileError as error:
        if len(batch) > 1:
            half = len(batch) // 2
            return [*_converted(worker, batch[:half]), *_converted(worker, batch[half:])]
        results = (error,)
    share = (perf_counter() - began) / len(batch)
    return [None if each is None else Converted(each, share) for each in results]
