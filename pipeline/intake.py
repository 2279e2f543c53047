"""What is read, in the order it is written: each content once, with all its paths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from ..extractors.readers import compound
from ..schemas.file_errors import FileError
from .locations import Location
from .sources import Candidate


@dataclass(frozen=True, slots=True)
class Copy:
    """Another file with the same bytes."""

    path: str
    location: Location


@dataclass(frozen=True, slots=True)
class Intake:
    """A file that gives a row of ``documents``.

    ``sha256`` and ``bytes`` are null where the content could not be had; ``refused`` then
    says why, and also where the content is not to be read. ``old_office`` are files in the
    container of Office until 2003.
    """

    path: str
    location: Location
    copies: tuple[Copy, ...] = ()
    sha256: str | None = None
    bytes: int | None = None
    refused: FileError | None = None
    old_office: bool = False

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name

    @property
    def doc_id(self) -> str | None:
        """The document's id; null where the content could not be had."""
        return self.sha256 and self.sha256[:16]

    @property
    def also_at(self) -> tuple[str, ...]:
        """The paths of the copies."""
        return tuple(copy.path for copy in self.copies)


def take_in(candidates: Iterable[Candidate], password: str | None) -> list[Intake]:
    """Each content once, sorted by path, whatever the order of the candidates."""
    groups: dict[object, list[Intake]] = {}
    for candidate in _distinct_places(candidates):
        intake = _digested(candidate, password)
        groups.setdefault(intake.sha256 or candidate.location, []).append(intake)
    return sorted(map(_joined, groups.values()), key=_order)


def _distinct_places(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for a file that was given twice, by its folder and by name: the longer path."""
    places: dict[Location, Candidate] = {}
    for candidate in sorted(candidates, key=lambda each: (-each.path.count("/"), each.path)):
        at = candidate.location
        places.setdefault(Location(at.file.resolve(), at.members), candidate)
    return list(places.values())


def _digested(candidate: Candidate, password: str | None) -> Intake:
    intake = Intake(candidate.path, candidate.location, refused=candidate.refused)
    if candidate.refused is not None:
        return intake
    try:
        digest = candidate.location.digest(password)
    except FileError as error:
        return replace(intake, refused=error)
    old = digest.start == compound.MAGIC
    return replace(intake, sha256=digest.sha256, bytes=digest.bytes, old_office=old)


def _joined(same: list[Intake]) -> Intake:
    first, *others = sorted(same, key=_order)
    return replace(first, copies=tuple(Copy(other.path, other.location) for other in others))


def _order(intake: Intake) -> tuple[str, str]:
    return intake.path, intake.sha256 or ""
