"""The archive: documents are written whole or not at all, and read back as rows or reports."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

import sqlalchemy as sa

from ...schemas.definitions.checks import DISPOSITIONS
from ...schemas.definitions.documents import DOCUMENTS
from ...schemas.document import DocumentStatus
from ...schemas.errors import ArchiveError
from ...schemas.finding import Disposition
from ..intake import Intake
from ..reading import Reading
from ..rows import Row
from . import DEFAULT
from .across import put_all
from .address import address_of, connected, for_writing, let_read_while_written
from .aliases import put_aliases
from .layout import LOCATIONS, METADATA, complete, is_complete, take_turn
from .patience import patiently, told
from .places import Spot, fuller, settle, spots
from .view import View
from .writing import write_document

T = TypeVar("T")

_DOCUMENTS = METADATA.tables[DOCUMENTS.name]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the archive holds of a content: who read it, and what came of it."""

    heshu_version: str
    status: DocumentStatus
    error_code: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive holds: every content by its ``doc_id``.

    ``places`` are all places by their id, with the content that is there and their path.
    """

    documents: dict[str, Standing]
    places: dict[str, tuple[str, str]]

    def is_at_home(self, intake: Intake) -> bool:
        """Whether the archive knows of all places where the content was found, and their names."""
        return all(self._is_known(intake.doc_id, spot) for spot in spots(intake))

    def _is_known(self, doc_id: str | None, spot: Spot) -> bool:
        known, path = self.places.get(spot.location_id, (None, ""))
        return known == doc_id and fuller(path, spot.path) == path


class Archive:
    """The tables of many documents, in SQLite or PostgreSQL; several runs may share it.

    To read it, take a moment of it::

        with Archive.open("heshu.db") as archive, archive.view() as now:
            for document in now.documents(): ...
            for row in now.rows("figures"): ...
            for report in now.reports(): ...

    Everything raises ``ArchiveError`` where the database cannot do what it is asked for.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = for_writing(engine)

    @classmethod
    def open(cls, archive: str = DEFAULT, *, create: bool = False) -> Archive:
        """The archive in a SQLite file (``heshu.db``) or at a database URL.

        ``create`` makes one where there is none. Raises ``UsageError`` for an address that
        is none, ``MissingDriver`` where PostgreSQL's driver is not installed,
        ``ArchiveError`` where there is no archive or the database refuses.
        """
        url = address_of(archive)
        if url.drivername == "sqlite" and not create and not Path(url.database or "").is_file():
            raise ArchiveError(f"没有找到 {url.database}，请先运行 heshu ingest")
        opened = cls(connected(url))
        try:
            opened._make_ready(create)
        except BaseException:
            opened.close()
            raise
        return opened

    @property
    def name(self) -> str:
        """The file or the URL, without its password."""
        url = self._engine.url
        is_file = url.drivername == "sqlite"
        return url.database or "" if is_file else url.render_as_string(hide_password=True)

    @contextmanager
    def view(self) -> Generator[View]:
        """The archive as it stands now; what is written meanwhile does not show."""
        with told(), self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield View(connection)

    def known(self) -> Known:
        """What is there, to tell what need not be read again."""
        with told(), self._engine.connect() as connection:
            places = connection.execute(sa.select(LOCATIONS))
            return Known(
                _standings(connection, _DOCUMENTS.c.doc_id.is_not(None)),
                {row.location_id: (row.doc_id, row.path) for row in places},
            )

    def standings(self, doc_ids: Collection[str]) -> dict[str, Standing]:
        """What is there of some contents; those that are not are left out."""
        with told(), self._engine.connect() as connection:
            return _standings(connection, _DOCUMENTS.c.doc_id.in_(doc_ids))

    def write(self, intake: Intake, reading: Reading) -> None:
        """Put what became of a file in the place of what was there of the same bytes.

        All its rows are written, or none. A failure does not replace what the same version
        has read of the same bytes. Other bytes that stood at its places before become
        ``superseded``. Findings are replaced with the rest; dispositions stay. Raises
        ``RowsRefused`` where the tables do not take the rows.
        """
        self._change(lambda connection: write_document(connection, intake, reading))

    def place(self, intake: Intake) -> None:
        """Note where bytes were found that are in the archive already."""
        doc_id = cast("str", intake.doc_id)
        self._change(lambda connection: settle(connection, doc_id, spots(intake)))

    def dispose(self, dispositions: Iterable[Disposition]) -> None:
        """Add what a reviewer said of findings; what was said before stays."""
        table = METADATA.tables[DISPOSITIONS.name]
        rows = [{name: getattr(one, name) for name in DISPOSITIONS.names} for one in dispositions]
        if rows:
            self._change(lambda connection: connection.execute(sa.insert(table), rows))

    def put_across(self, rows: Iterable[Row]) -> None:
        """Put these rows of findings over several documents in the place of all there were.

        They go again when one of their documents is read anew or superseded.
        """
        found = tuple(rows)
        self._change(lambda connection: put_all(connection, found))

    def match_units(self, changes: Mapping[str, str | None]) -> None:
        """Keep whose names these are; null for a name that is to be matched by itself again."""
        self._change(lambda connection: put_aliases(connection, changes))

    def close(self) -> None:
        """Give up the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _make_ready(self, create: bool) -> None:
        with told(), self._engine.begin() as connection:
            is_ready = is_complete(connection, create)
        if not is_ready:
            self._change(complete)
        if create:
            patiently(lambda: let_read_while_written(self._engine))

    def _change(self, change: Callable[[sa.Connection], T]) -> T:
        """Make a change in one transaction, in turn with other runs."""

        def attempt() -> T:
            with self._writing.begin() as connection:
                take_turn(connection)
                return change(connection)

        return patiently(attempt)


def _standings(connection: sa.Connection, which: sa.ColumnElement[bool]) -> dict[str, Standing]:
    columns = _DOCUMENTS.c
    wanted = columns.doc_id, columns.heshu_version, columns.status, columns.error_code
    found = connection.execute(sa.select(*wanted).where(which))
    return {row.doc_id: Standing(row.heshu_version, row.status, row.error_code) for row in found}
