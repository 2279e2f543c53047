"""One file, from its bytes to its rows: what a worker does.

The readers are loaded by the first call, so that the process that hands out the files goes
without them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Literal, TypeVar, TypeVarTuple

from ..extractors.readers.source import Source
from ..schemas.document import Document, Format
from ..schemas.file_errors import FileChanging, FileError, MemoryLimit, ReaderCrashed, ReaderFault
from ..schemas.report import Report
from .archive.passages import PackedPassages, pack
from .checks.choice import EVERY_RULE, Choice
from .entry import DocumentEntry
from .failures import told
from .intake import Intake
from .rows import DocumentRows, document_rows
from .version import __version__

if TYPE_CHECKING:
    from .workers import Worker

Give = Literal["content", "passages"]
Outcome = TypeVar("Outcome")
Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True)
class Converted:
    """What LibreOffice made of an old file, or why it could not; its share of the seconds."""

    result: bytes | FileError = field(repr=False)
    seconds: float


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; the password is tried on whatever asks for one.

    ``choice`` says which rules are tested. ``give`` says what is handed back beside the
    rows: the document and its reports (``content``), or what the archive keeps of how the
    reports' texts are read (``passages``). ``converted`` is null where reading the file is
    to see to that.
    """

    intake: Intake
    password: str | None = None
    choice: Choice = EVERY_RULE
    give: Give | None = None
    converted: Converted | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A document as read, its blocks' types known, and its reports."""

    document: Document
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: its row of ``documents``, and the rows of all tables.

    ``content`` is null and ``passages`` empty where they were not asked for, or the file
    could not be read.
    """

    entry: DocumentEntry
    rows: DocumentRows
    content: Content | None = None
    passages: tuple[PackedPassages, ...] = ()


def read_job(job: Job) -> Reading:
    """Read one file; what is wrong with it is told in its row of ``documents``."""
    from .stages import read_source

    began, source = _began(job), None
    try:
        source = _source(job)
        document, reports = read_source(source, job.choice)
    except FileError as error:
        problem = error
    except MemoryError:
        problem = MemoryLimit()
    except Exception as error:  # a fault of ours costs this file, and its row says so
        problem = ReaderFault(_fault(error))
    else:
        reading = finished(job.intake, document, reports, perf_counter() - began)
        return _with_more(reading, job.give, document, reports)
    intake = _unread(job.intake) if isinstance(problem, FileChanging) else job.intake
    return failed(intake, problem, perf_counter() - began, source and _format(source))


def read_with(worker: Worker, job: Job) -> Reading:
    """Read one file in a worker; where the worker dies over it, that is told of the file."""
    began = _began(job)
    try:
        return in_two_tries(worker, read_job, job)
    except FileError as error:
        problem, seconds = error, perf_counter() - began
    try:
        return failed(job.intake, problem, seconds, worker.run(format_of, job))
    except FileError:
        return failed(job.intake, problem, seconds)


def convert_jobs(jobs: Sequence[Job], seconds: float) -> tuple[bytes | FileError | None, ...]:
    """What LibreOffice makes of old files; null where reading the file will say what it is.

    It may go so many seconds without finishing a file.
    """
    from ..extractors.readers.converting import converted_together

    return converted_together([_source_or_none(job) for job in jobs], seconds)


def in_two_tries(
    worker: Worker, function: Callable[[*Ts], Outcome], *args: *Ts, times: int = 1
) -> Outcome:
    """What the worker gives; where it died it may have been for no fault of the file."""
    with suppress(ReaderCrashed):
        return worker.run(function, *args, times=times)
    return worker.run(function, *args, times=times)


def format_of(job: Job) -> Format | None:
    """The format of a file by its content; null where the content does not tell."""
    return _format(_source(job))


def finished(
    intake: Intake, document: Document, reports: tuple[Report, ...], seconds: float
) -> Reading:
    """What a file gave that was read."""
    entry = DocumentEntry(
        doc_id=document.doc_id,
        sha256=document.sha256,
        path=intake.path,
        also_at=intake.also_at,
        name=intake.name,
        format=document.format,
        bytes=document.bytes,
        pages=document.pages,
        created=document.created,
        modified=document.modified,
        status="partial" if document.partial else "ok",
        error_code=None,
        error=None,
        heshu_version=__version__,
        ingested_at=datetime.now(UTC),
        seconds=round(seconds, 3),
    )
    return Reading(entry, document_rows(entry, document, reports))


def failed(
    intake: Intake, error: FileError, seconds: float, format: Format | None = None
) -> Reading:
    """What is told of a file that could not be read."""
    entry = DocumentEntry(
        doc_id=intake.doc_id,
        sha256=intake.sha256,
        path=intake.path,
        also_at=intake.also_at,
        name=intake.name,
        format=format,
        bytes=intake.bytes,
        pages=None,
        created=None,
        modified=None,
        status="failed",
        error_code=error.code,
        error=told(intake.path, error),
        heshu_version=__version__,
        ingested_at=datetime.now(UTC),
        seconds=round(seconds, 3),
    )
    return Reading(entry, document_rows(entry, None, ()))


def _with_more(
    reading: Reading, give: Give | None, document: Document, reports: tuple[Report, ...]
) -> Reading:
    match give:
        case None:
            return reading
        case "content":
            typed = reports[0].document if reports else document
            return replace(reading, content=Content(typed, reports))
        case "passages":
            return replace(reading, passages=tuple(map(pack, reports)))


def _unread(intake: Intake) -> Intake:
    """The intake of bytes that are no longer those that were counted."""
    return replace(intake, sha256=None, bytes=None)


def _source(job: Job) -> Source:
    if job.intake.refused is not None:
        raise job.intake.refused
    data, made = job.intake.location.read(job.password), job.converted
    source = Source(job.intake.name, data, job.password, made and made.result)
    if source.sha256 != job.intake.sha256:
        raise FileChanging
    return source


def _source_or_none(job: Job) -> Source | None:
    try:
        return _source(job)
    except FileError:
        return None


def _began(job: Job) -> float:
    return perf_counter() - (0 if job.converted is None else job.converted.seconds)


def _format(source: Source) -> Format | None:
    from ..extractors.readers.formats import detect

    try:
        return detect(source)
    except FileError:
        return None


def _fault(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    line = "" if trace is None else f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno} "
    return " ".join(f"{line}{type(error).__name__}: {error}".split())[:500]
