"""The two things one does with reports: read one, and extract tables from many."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from .checks.choice import EVERY_RULE, Choice
from .entry import DocumentEntry
from .intake import Intake, take_in
from .interrupts import deferred_interrupt
from .locations import Location
from .outputs.staging import staged
from .outputs.writer import OutputFormat, open_writer
from .sources import Search

if TYPE_CHECKING:
    from .crew import Crew
    from .reading import Give, Reading
    from .result import Result
    from .workers import Worker

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

_PRELOADED = (f"{__package__}.warm",)
_PRELOADED_FOR_MANY = (f"{__package__}.warm_for_many",)

StrPath = str | os.PathLike[str]


_READS_SCANS = find_spec("rapidocr") is not None


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds of time, and megabytes of memory.

    Where OCR is installed it may take longer: scans need some seconds a page.
    """

    seconds: float = 900 if _READS_SCANS else 120
    megabytes: int = 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to read, in order, and how many files in folders are no reports.

    ``own`` are those of them that heshu itself wrote.
    """

    intakes: tuple[Intake, ...]
    ignored: int
    password: str | None = None
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the file just finished, how many are, and how many there are."""

    entry: DocumentEntry
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run did: how many files it read, which failed, how many are no reports.

    ``notices`` are what the output format could not take as it is.
    """

    read: int
    failed: tuple[DocumentEntry, ...]
    ignored: int
    notices: tuple[str, ...]


def read(path: StrPath, password: str | None = None) -> Result:
    """Read one file in this process, without limits on time and memory.

    Raises a ``FileError`` that says what is wrong with the file and what to do.
    """
    from ..extractors.readers.source import Source
    from .reading import finished
    from .result import Result
    from .stages import read_source

    began, location = perf_counter(), Location(Path(path))
    source = Source(location.file.name, location.read(), password)
    document, reports = read_source(source)
    intake = Intake(source.name, location)
    reading = finished(intake, document, reports, perf_counter() - began)
    return Result(document, reports, reading.rows)


def extract(
    paths: Iterable[StrPath],
    out: StrPath,
    *,
    format: OutputFormat = "csv",
    password: str | None = None,
    limits: Limits = Limits(),
    watch: Callable[[Progress], None] | None = None,
) -> Extraction:
    """Write the tables of files, folders and archives into the folder ``out``.

    Each file is read in a process of its own with ``limits``; one that fails gives a row
    of ``documents`` that says why, and the others go on. ``watch`` is called after each.
    Files of an earlier run in ``out`` are replaced when all is written. The rows of a file
    do not depend on what else is given; ``audit`` tells what files say of each other. Raises
    ``OutputError`` where ``out`` cannot be written, ``Interrupted`` for Ctrl-C.
    """
    plan = find(paths, password=password, out=Path(out))
    return write_tables(plan, Path(out), format, limits, watch)


def write_tables(
    plan: Plan,
    out: Path,
    format: OutputFormat,
    limits: Limits,
    watch: Callable[[Progress], None] | None = None,
) -> Extraction:
    """Read what is planned and write its tables, one document after the other."""
    failed: list[DocumentEntry] = []
    with (
        staged(out) as folder,
        open_writer(format, folder) as writer,
        closing(readings(plan, limits)) as results,
    ):
        for done, reading in enumerate(results, 1):
            with deferred_interrupt():
                writer.write(reading.rows)
            if reading.entry.status == "failed":
                failed.append(reading.entry)
            if watch is not None:
                watch(Progress(reading.entry, done, len(plan.intakes)))
    return Extraction(
        len(plan.intakes) - len(failed), tuple(failed), plan.ignored, tuple(writer.notices)
    )


def find(paths: Iterable[StrPath], *, password: str | None = None, out: Path | None = None) -> Plan:
    """What there is to read at the paths, each content once, sorted by path.

    ``out`` is where results go; what stands there is no input.
    """
    search = Search(password, out and out.resolve())
    search.look(map(Path, paths))
    intakes = tuple(take_in(search.found, password))
    return Plan(intakes, search.ignored, password, tuple(search.own))


def readings(
    plan: Plan, limits: Limits, choice: Choice = EVERY_RULE, give: Give | None = None
) -> Generator[Reading]:
    """What became of each file, in the plan's order; ``give`` as for ``Job``."""
    from .batches import batches, read_and_told
    from .reading import Job

    jobs = [Job(each, plan.password, choice, give) for each in plan.intakes]
    held: dict[Location, Reading] = {}
    with closing(crew_for(len(jobs), limits, read_and_told).results(batches(jobs))) as results:
        for job in jobs:
            while job.intake.location not in held:
                held.update((done.intake.location, reading) for done, reading in next(results))
            yield held.pop(job.intake.location)


def load_ahead() -> None:
    """Begin to load what the workers of a long run need, while its files are still sought."""
    from . import workers

    workers.load_ahead(_PRELOADED_FOR_MANY)


def worker_with(limits: Limits, preload: Sequence[str] = _PRELOADED_FOR_MANY) -> Worker:
    """A worker with these limits; ``preload`` are modules it loads before its first call."""
    from .workers import Worker

    return Worker(seconds=limits.seconds, megabytes=limits.megabytes, preload=preload)


def crew_for(
    files: int, limits: Limits, work: Callable[[Worker, Task], Outcome]
) -> Crew[Task, Outcome]:
    """A crew for so many files, one worker a processor, each with ``limits``."""
    from .crew import Crew, processors

    preload = _PRELOADED_FOR_MANY if files > 1 else _PRELOADED
    return Crew(min(processors(), files), lambda: worker_with(limits, preload), work)
