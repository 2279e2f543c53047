"""Where contents were found: the paths of a document, and which one newer bytes replace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

import sqlalchemy as sa

from ..intake import Intake
from ..locations import Location
from ..names import printable
from .across import forget
from .layout import LOCATIONS, METADATA

_DOCUMENTS = METADATA.tables["documents"]
_AT = sa.select(LOCATIONS).where(LOCATIONS.c.location_id == sa.bindparam("location_id"))
_ADD = sa.insert(LOCATIONS)
_PATHS = sa.select(LOCATIONS.c.path).where(LOCATIONS.c.doc_id == sa.bindparam("doc_id"))
_NAMES = sa.select(_DOCUMENTS.c.path, _DOCUMENTS.c.also_at, _DOCUMENTS.c.error).where(
    _DOCUMENTS.c.doc_id == sa.bindparam("doc_id")
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A file on disk or in an archive: an id that tells it from every other, and its names."""

    location_id: str
    location: str
    path: str


def spots(intake: Intake) -> Iterator[Spot]:
    """Every place at which the run found the content."""
    yield _spot(intake.path, intake.location)
    for copy in intake.copies:
        yield _spot(copy.path, copy.location)


def fuller(one: str, other: str) -> str:
    """Of two paths of one file, that below a folder: it tells more than a name by itself."""
    return max(one, other, key=lambda path: (path.count("/"), path))


def settle(connection: sa.Connection, doc_id: str, found: Iterable[Spot]) -> None:
    """Note where a content was found, and set right the names of all documents concerned.

    A document is superseded when the last place where it stood holds other bytes.
    """
    concerned = {doc_id}
    for spot in found:
        before = connection.execute(_AT, {"location_id": spot.location_id}).one_or_none()
        values = {"doc_id": doc_id, "location": spot.location, "path": spot.path}
        if before is None:
            connection.execute(_ADD, values | {"location_id": spot.location_id})
        else:
            values["path"] = fuller(before.path, spot.path)
            here = LOCATIONS.c.location_id == spot.location_id
            connection.execute(sa.update(LOCATIONS).where(here).values(values))
            concerned.add(before.doc_id)
    for each in sorted(concerned):
        _name(connection, each)


def _name(connection: sa.Connection, doc_id: str) -> None:
    """Give a document's row the paths where it stands, the first in order as its own."""
    row = connection.execute(_NAMES, {"doc_id": doc_id}).one_or_none()
    if row is None:
        return
    here = _DOCUMENTS.c.doc_id == doc_id
    paths = sorted(set(connection.execute(_PATHS, {"doc_id": doc_id}).scalars()))
    if not paths:
        connection.execute(sa.update(_DOCUMENTS).where(here).values(status="superseded"))
        forget(connection, doc_id)
    elif (row.path, *row.also_at) != tuple(paths):
        error = row.error and paths[0] + row.error.removeprefix(row.path)
        values = {"path": paths[0], "also_at": tuple(paths[1:]), "error": error}
        values["name"] = PurePosixPath(paths[0]).name
        connection.execute(sa.update(_DOCUMENTS).where(here).values(values))


def _spot(path: str, location: Location) -> Spot:
    file = str(location.file.resolve())
    parts = "\0".join((file, *location.members)).encode("utf-8", "surrogatepass")
    told = "/".join(map(printable, (file, *location.members)))
    return Spot(sha256(parts).hexdigest(), told, path)
