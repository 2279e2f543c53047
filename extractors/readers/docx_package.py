"""The zip of an Office file: its parts and how they point at each other."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ...schemas.file_errors import DamagedFile, EncryptedOffice, TooLarge
from .docx_xml import Element, Paring, parse

MAX_UNPACKED = 1 << 30
MAX_PART = 100 << 20
MAX_RATIO = 200
MAX_ENTRIES = 20_000
_RATIO_FROM = 16 << 20
"""Small files may pack well: the ratio counts only above this size."""

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer from one part to another inside the package.

    ``kind`` is the last word of the relationship's type (styles, numbering, footnotes).
    """

    id: str
    kind: str
    target: str


class Package:
    """The parts of an Office file, looked up by name whatever its case and slashes.

    Raises TooLarge from the sizes that the zip declares, before anything is inflated;
    DamagedFile where the zip cannot be opened.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise DamagedFile(f"压缩包打不开：{error}") from error
        entries = self._zip.infolist()
        _refuse_bomb(entries, len(data))
        self._entries = {_key(entry.filename): entry for entry in entries}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def names(self) -> frozenset[str]:
        """The names of all parts, in lower case."""
        return frozenset(self._entries)

    def xml(self, name: str, pare: Paring = bytes) -> Element | None:
        """The root of a part, pared first; null where the package has no such part."""
        data = self._read(name)
        return None if data is None else parse(data, name, pare)

    def relationships(self, name: str = "") -> tuple[Relationship, ...]:
        """The inner relationships of a part, or of the package itself, in their order."""
        if name not in self._relationships:
            folder, base = posixpath.split(name)
            root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
            found = () if root is None else tuple(_relationships(root, folder))
            self._relationships[name] = found
        return self._relationships[name]

    def _read(self, name: str) -> bytes | None:
        entry = self._entries.get(_key(name))
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise EncryptedOffice("压缩包带密码")
        if entry.file_size > MAX_PART:
            raise TooLarge(f"{name}: {entry.file_size >> 20} MB")
        try:
            return self._zip.read(entry)
        except _UNREADABLE as error:
            raise DamagedFile(f"{name}: {error}") from error


def _refuse_bomb(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or len(entries) > MAX_ENTRIES:
        raise TooLarge(f"{len(entries)} 个部件，共 {unpacked >> 20} MB")
    if unpacked > _RATIO_FROM and unpacked > packed * MAX_RATIO:
        raise TooLarge(f"压缩比 {unpacked // packed}:1，解压后 {unpacked >> 20} MB")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _relationships(root: Element, folder: str) -> Iterator[Relationship]:
    for element in root.iter(_RELATIONSHIP):
        target = element.get("Target")
        if target is None or element.get("TargetMode") == "External":
            continue
        yield Relationship(
            id=element.get("Id") or "",
            kind=(element.get("Type") or "").rpartition("/")[2],
            target=posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/"),
        )
