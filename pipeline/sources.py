"""Which files are to be read: the ones named, and the reports in folders and archives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..schemas.file_errors import FileError, PackedFile, TooLarge
from .locations import Location
from .names import is_hidden, printable, reachable
from .outputs.signature import SIGNED_SUFFIXES, TAIL, is_signed
from .walking import begins_like_report, files
from .zips import ARCHIVE_LIMIT, Member, is_archive, members

REPORT_SUFFIXES = frozenset(
    {".docx", ".docm", ".doc", ".wps", ".pdf", ".txt", ".html", ".htm"}
    | {".xlsx", ".xlsm", ".xls", ".et"}
)
UNOPENED_SUFFIXES = {".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"}
DEPTH_LIMIT = 4
"""How many archives may lie inside one another."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read. ``path`` is what ``documents`` tells; ``refused`` why it is not read."""

    path: str
    location: Location
    refused: FileError | None = None


@dataclass(slots=True)
class Search:
    """A walk over files, folders and archives: what is to be read, and how many are no reports.

    ``own`` are the paths of what heshu itself wrote into a folder: no reports either.
    ``skip`` is the folder that results are written to: no input, wherever it stands.
    """

    password: str | None = None
    skip: Path | None = None
    ignored: int = 0
    found: list[Candidate] = field(default_factory=list[Candidate])
    own: list[str] = field(default_factory=list[str])
    _unpacked: int = 0

    def look(self, paths: Iterable[Path]) -> None:
        """Find what is to be read at the paths given."""
        for path in map(reachable, paths):
            if path.is_dir():
                self._walk(path)
            else:
                self._take_named(path)

    def _take_named(self, file: Path) -> None:
        path, location = printable(file.name), Location(file)
        if file.is_file() and is_archive(file):
            self._open(path, location)
        else:
            self._add(path, location)

    def _walk(self, folder: Path) -> None:
        for file, refused in files(folder, self.skip):
            path = printable(file.relative_to(folder).as_posix())
            if refused is None:
                self._take(path, Location(file))
            else:
                self._add(path, Location(file), refused)

    def _take(self, path: str, location: Location) -> None:
        suffix = PurePosixPath(path).suffix.lower()
        if suffix == ".zip":
            self._open(path, location)
        elif suffix in UNOPENED_SUFFIXES:
            self._add(path, location, PackedFile(f"{suffix} 压缩包"))
        elif suffix in SIGNED_SUFFIXES and self._is_own(location):
            self.own.append(path)
            self.ignored += 1
        elif suffix in REPORT_SUFFIXES or self._is_unnamed_report(suffix, location):
            self._add(path, location)
        else:
            self.ignored += 1

    def _is_unnamed_report(self, suffix: str, location: Location) -> bool:
        """Whether a file without a proper suffix (1.某项目自评报告) begins like a report."""
        if suffix[1:].isascii() and suffix[1:].isalnum():
            return False
        try:
            return begins_like_report(location.head(self.password))
        except FileError:
            return False

    def _is_own(self, location: Location) -> bool:
        """Whether heshu wrote it; what cannot be read is told with the files that are to be."""
        try:
            return is_signed(location.tail(TAIL, self.password))
        except FileError:
            return False

    def _open(self, path: str, location: Location) -> None:
        try:
            inner = self._members(location)
        except FileError as error:
            self._add(path, location, error)
            return
        for member in inner:
            inside, within = f"{path}/{member.name}", location.inside(member.key)
            if member.refused is not None:
                self._add(inside, within, member.refused)
            elif not is_hidden(member.name):
                self._take(inside, within)

    def _members(self, location: Location) -> list[Member]:
        if len(location.members) >= DEPTH_LIMIT:
            raise TooLarge(f"压缩包嵌套超过 {DEPTH_LIMIT} 层")
        inner = list(members(location.opened(self.password)))
        outer = self._unpacked if location.members else 0
        self._unpacked = outer + sum(member.size for member in inner)
        if self._unpacked > ARCHIVE_LIMIT:
            raise TooLarge(f"压缩包解压后超过 {ARCHIVE_LIMIT >> 30} GB")
        return inner

    def _add(self, path: str, location: Location, refused: FileError | None = None) -> None:
        self.found.append(Candidate(path, location, refused))
