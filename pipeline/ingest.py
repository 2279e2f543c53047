"""Ingesting (入库): many files into the archive, each whole, whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..schemas.errors import Interrupted, RowsRefused
from ..schemas.file_errors import FileChanging, ReaderFault
from .archive import DEFAULT
from .entry import DocumentEntry
from .failures import may_pass
from .intake import Intake, take_in
from .interrupts import deferred_interrupt
from .reading import Job, Reading, failed
from .run import Limits, Plan, StrPath, crew_for, find, load_ahead
from .sources import Candidate
from .version import __version__

if TYPE_CHECKING:
    from .archive.store import Archive, Standing

ReadAll = Callable[[int, Iterable[Job]], Generator[tuple[Job, Reading]]]
"""Reads so many jobs at most, and gives each with what became of it, in any order."""

_LOOKED_UP = 20
"""Files of which is asked at once whether another run has written them."""
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Step:
    """How far an ingest is: the file just written, its figures, how many are done of all.

    ``total`` are the files to be read, those left out that the archive has already.
    """

    entry: DocumentEntry
    figures: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Ingestion:
    """What an ingest did.

    ``read`` files were written, ``failed`` could not be read; ``present`` were in the
    archive already, ``given_up`` are the codes of those that failed in an earlier run and
    were not tried again. ``ignored`` files in folders are no reports. ``archive`` is where
    all of it is, without a password.
    """

    archive: str
    read: int
    failed: tuple[DocumentEntry, ...]
    present: int
    given_up: tuple[str, ...]
    ignored: int


def ingest(
    paths: Iterable[StrPath],
    archive: str = DEFAULT,
    *,
    password: str | None = None,
    limits: Limits = _LIMITS,
    cluster: str | None = None,
    retry_failed: bool = False,
    watch: Callable[[Step], None] | None = None,
) -> Ingestion:
    """Write files, folders and zip archives into the archive, a SQLite file or a URL.

    Bytes that this version has read before are not read again, so that a run that was
    stopped goes on where it was. Nor are those that it could not read, unless the reason
    may have passed (a file in use, a program that was missing, a worker that was killed),
    a password is given for an encrypted file, or ``retry_failed``. ``cluster`` is the
    address of a Dask scheduler whose workers read instead of this machine. ``watch`` is
    called after each file. Raises ``UsageError`` and ``ArchiveError`` as ``Archive.open``
    does, ``ClusterError``, ``Interrupted`` for Ctrl-C.
    """
    if cluster is None:
        load_ahead()
    from .archive.store import Archive

    read_all = workers_with(limits) if cluster is None else _spread_over(cluster, limits)
    with Archive.open(archive, create=True) as opened:
        plan = find(paths, password=password, out=Path(opened.name))
        return ingest_plan(plan, opened, read_all, retry_failed, watch)


def ingest_plan(
    plan: Plan,
    archive: Archive,
    read_all: ReadAll,
    retry_failed: bool = False,
    watch: Callable[[Step], None] | None = None,
) -> Ingestion:
    """Read what is planned and not yet in the archive, and write it."""
    run = _Run(archive, plan.password, retry_failed, watch)
    wanted = run.sift(plan.intakes)
    run.total = len(wanted)
    try:
        changed = run.go_through(wanted, read_all)
        run.go_through(run.sift(_again(changed, plan.password)), read_all, last=True)
    except KeyboardInterrupt as error:
        raise Interrupted(f"已写入 {run.read} 个文件") from error
    return Ingestion(
        archive.name, run.read, tuple(run.failed), run.present, tuple(run.given_up), plan.ignored
    )


def workers_with(limits: Limits) -> ReadAll:
    """Reading by workers on this machine, each file within these limits."""
    from .batches import batches, read_and_told

    def read_all(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        with closing(
            crew_for(files, limits, read_and_told).results_as_they_come(batches(jobs))
        ) as results:
            for batch in results:
                yield from batch

    return read_all


def _spread_over(address: str, limits: Limits) -> ReadAll:
    from .cluster import cluster_at

    return cluster_at(address, limits)


def _again(changed: Iterable[Intake], password: str | None) -> list[Intake]:
    """Files that changed while they were read, as they are now."""
    found = [Candidate(intake.path, intake.location) for intake in changed]
    found += [Candidate(copy.path, copy.location) for each in changed for copy in each.copies]
    return take_in(found, password)


@dataclass(slots=True)
class _Run:
    """One ingest under way, with its counts."""

    archive: Archive
    password: str | None
    retry_failed: bool
    watch: Callable[[Step], None] | None
    total: int = 0
    read: int = 0
    present: int = 0
    failed: list[DocumentEntry] = field(default_factory=list[DocumentEntry])
    given_up: list[str] = field(default_factory=list[str])

    def sift(self, intakes: Sequence[Intake]) -> list[Intake]:
        """Those to be read; the others are counted, and their places noted."""
        known = self.archive.known()
        wanted: list[Intake] = []
        for intake in intakes:
            standing = known.documents.get(intake.doc_id or "")
            if standing is None or self._is_wanted(standing):
                wanted.append(intake)
                continue
            self._leave(standing)
            if not known.is_at_home(intake):
                with deferred_interrupt():
                    self.archive.place(intake)
        return wanted

    def go_through(
        self, intakes: Sequence[Intake], read_all: ReadAll, last: bool = False
    ) -> list[Intake]:
        """Read and write; gives those that changed meanwhile, unless they are told now."""
        changed: list[Intake] = []
        with closing(read_all(len(intakes), self._jobs(intakes))) as results:
            for job, reading in results:
                if reading.entry.error_code == FileChanging.code and not last:
                    changed.append(job.intake)
                else:
                    self._finish(job.intake, reading)
        return changed

    def _jobs(self, intakes: Sequence[Intake]) -> Iterator[Job]:
        """What is to be read, but for what another run has written by now."""
        for at in range(0, len(intakes), _LOOKED_UP):
            next_ones = intakes[at : at + _LOOKED_UP]
            standings = self.archive.standings([each.doc_id for each in next_ones if each.doc_id])
            for intake in next_ones:
                standing = standings.get(intake.doc_id or "")
                if standing is None or self._is_wanted(standing):
                    yield Job(intake, self.password, give="passages")
                else:
                    self.total -= 1
                    self._leave(standing)
                    self.archive.place(intake)

    def _is_wanted(self, standing: Standing) -> bool:
        if standing.heshu_version != __version__ or standing.status == "superseded":
            return True
        unlocked = standing.error_code == "encrypted" and self.password is not None
        retried = self.retry_failed or unlocked or may_pass(standing.error_code)
        return standing.status == "failed" and retried

    def _leave(self, standing: Standing) -> None:
        if standing.error_code is None:
            self.present += 1
        else:
            self.given_up.append(standing.error_code)

    def _finish(self, intake: Intake, reading: Reading) -> None:
        with deferred_interrupt():
            reading = self._written(intake, reading)
        if reading.entry.status == "failed":
            self.failed.append(reading.entry)
        else:
            self.read += 1
        if self.watch is not None:
            done = self.read + len(self.failed)
            self.watch(Step(reading.entry, len(reading.rows.tuples["figures"]), done, self.total))

    def _written(self, intake: Intake, reading: Reading) -> Reading:
        """What is in the archive now; a failure where it does not take the rows."""
        try:
            self.archive.write(intake, reading)
        except RowsRefused as error:
            problem = ReaderFault(error.detail)
            refused = failed(intake, problem, reading.entry.seconds, reading.entry.format)
            self.archive.write(intake, refused)
            return refused
        return reading
