"""Reports inside zip archives: names in any encoding, nothing unpacked to disk, bombs refused."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from ..schemas.file_errors import DamagedFile, EncryptedFile, FileError, TooLarge, UnsafeFile

MEMBER_LIMIT = 512 << 20
"""Bytes that one member may unpack to."""
ARCHIVE_LIMIT = 4 << 30
"""Bytes that all members may unpack to, those of archives inside it included."""
MEMBERS_LIMIT = 50_000
RATIO_LIMIT, RATIO_FROM = 200, 16 << 20
"""A member over ``RATIO_FROM`` bytes that shrank more than this is a bomb."""

_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_OFFICE_MARKS = {"[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "mimetype"}


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive; ``refused`` says why it is not read, null where it may be.

    ``key`` is its name as the archive keeps it, ``name`` as a person reads it, with /;
    ``size`` is what it says to unpack to.
    """

    key: str
    name: str
    size: int
    refused: FileError | None = None


def is_archive(content: Path | IO[bytes]) -> bool:
    """Whether it is a zip of files, as against an office document, which is a zip too."""
    try:
        with zipfile.ZipFile(content) as archive:
            return _OFFICE_MARKS.isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def members(content: Path | IO[bytes]) -> Iterator[Member]:
    """The files of an archive, in its order; raises ``TooLarge`` for too many."""
    with _opened(content) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MEMBERS_LIMIT:
            raise TooLarge(f"压缩包有 {len(infos)} 个成员")
        for info in infos:
            name = readable_name(info).replace("\\", "/").lstrip("/")
            yield Member(info.filename, name, info.file_size, _refusal(info))


def read_member(content: Path | IO[bytes], key: str, password: str | None) -> bytes:
    """The bytes of a member; raises a ``FileError`` where they cannot be had."""
    with _opened(content) as archive:
        if refusal := _refusal(archive.getinfo(key)):
            raise refusal
        try:
            return archive.read(key, password.encode() if password else None)
        except RuntimeError as error:
            raise EncryptedFile from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise DamagedFile(f"压缩包成员：{error}") from error


def readable_name(info: zipfile.ZipInfo) -> str:
    """The member's name: UTF-8 or the GBK of Chinese Windows, where the zip does not say."""
    if info.flag_bits & _UTF8_FLAG or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _opened(content: Path | IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(content)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(f"压缩包：{error}") from error


def _refusal(info: zipfile.ZipInfo) -> FileError | None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts[:1] and path.parts[0].endswith(":")):
        return UnsafeFile("压缩包成员的路径指向压缩包之外")
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MEMBER_LIMIT or (info.file_size > RATIO_FROM and ratio > RATIO_LIMIT):
        return TooLarge(f"压缩包成员解压后 {info.file_size >> 20} MB")
    return None
