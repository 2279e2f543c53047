"""Where a file's bytes are: on disk, or inside an archive that is never unpacked to disk."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from io import SEEK_END, BytesIO
from pathlib import Path

from ..schemas.file_errors import FileNotReadable, FileNotThere
from .names import printable
from .zips import read_member

_CHUNK = 1 << 20
_START = 8
_NAMED, _LIKENESS = 3, 0.5
"""How many similar names are told, and how alike they are at least."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A content's SHA-256, its number of bytes, and the first eight of them."""

    sha256: str
    bytes: int
    start: bytes


@dataclass(frozen=True, slots=True)
class Location:
    """A file on disk, or a member of it, or a member of that member, and so on."""

    file: Path
    members: tuple[str, ...] = ()

    def inside(self, member: str) -> Location:
        """The location of a member of the archive that stands here."""
        return Location(self.file, (*self.members, member))

    def read(self, password: str | None = None) -> bytes:
        """All bytes; raises ``FileNotReadable``, or what is wrong with the archive."""
        return b"".join(self._chunks(password))

    def head(self, password: str | None = None) -> bytes:
        """Some bytes from the beginning; raises as ``read`` does."""
        return next(self._chunks(password), b"")

    def tail(self, size: int, password: str | None = None) -> bytes:
        """The last bytes; raises as ``read`` does."""
        if self.members:
            return self.read(password)[-size:]
        try:
            with self.file.open("rb") as stream:
                stream.seek(max(0, stream.seek(0, SEEK_END) - size))
                return stream.read(size)
        except OSError as error:
            raise FileNotReadable(error.strerror) from error

    def opened(self, password: str | None) -> Path | BytesIO:
        """What stands here, to be opened as an archive itself."""
        return BytesIO(_nested(self, password)) if self.members else self.file

    def digest(self, password: str | None = None) -> Digest:
        """What is to be known of the bytes, of a file on disk without holding it."""
        sha, size, start = hashlib.sha256(), 0, b""
        for chunk in self._chunks(password):
            start = start or chunk[:_START]
            sha.update(chunk)
            size += len(chunk)
        return Digest(sha.hexdigest(), size, start)

    def _chunks(self, password: str | None) -> Iterator[bytes]:
        if not self.members:
            return _chunks_of(self.file)
        archive = Location(self.file, self.members[:-1]).opened(password)
        return iter((read_member(archive, self.members[-1], password),))


@lru_cache(maxsize=1)
def _nested(location: Location, password: str | None) -> bytes:
    """An archive inside an archive, kept while its members are read one after the other."""
    return location.read(password)


def _chunks_of(file: Path) -> Iterator[bytes]:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise FileNotReadable("不是普通文件")
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotThere(_similar(file)) from error
    except OSError as error:
        raise FileNotReadable(error.strerror) from error


def _similar(file: Path) -> str | None:
    """Files beside it whose names are like its own, for one who mistyped it."""
    try:
        names = [each.name for each in file.parent.iterdir()]
    except OSError:
        return f"没有文件夹 {printable(str(file.parent))}"
    near = get_close_matches(file.name, names, _NAMED, _LIKENESS)
    return f"相近的有：{'、'.join(map(printable, near))}" if near else None
