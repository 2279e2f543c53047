"""Results replace those of an earlier run only when all of them are written."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from ...schemas.errors import Interrupted, OutputError

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def staged(out: Path) -> Generator[Path]:
    """A folder inside ``out`` to write into; its files move up to ``out`` at the end.

    After an error ``out`` is as it was. After an interruption the folder stays, with what
    was finished, and ``out`` is otherwise as it was. Raises ``OutputError`` where the
    system refuses, ``Interrupted`` for a keyboard interruption.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix="unfinished-", dir=out))
    except OSError as error:
        raise _refused(error) from error
    try:
        yield folder
    except KeyboardInterrupt as stop:
        raise Interrupted(f"已读完的文件写在 {folder}") from stop
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _refused(error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _move_up(folder, out)


def _move_up(folder: Path, out: Path) -> None:
    try:
        for file in sorted(folder.iterdir()):
            file.replace(out / file.name)
        folder.rmdir()
    except OSError as error:
        raise OutputError(f"{error.filename2 or error.filename}；结果留在 {folder}") from error


def _refused(error: OSError) -> OutputError:
    reason = "磁盘已满" if error.errno in _FULL else error.strerror or str(error)
    return OutputError(f"{reason}；原有结果未改动")


@contextmanager
def replaced(out: Path, *, known_by: str) -> Generator[Path]:
    """A new folder to write into, which takes the place of ``out`` at the end.

    What ``out`` held is removed with it, so it must be empty or hold the file that these
    results are ``known_by``. After an error or an interruption ``out`` is as it was.
    Raises ``OutputError``.
    """
    try:
        if out.exists() and any(out.iterdir()) and not (out / known_by).is_file():
            raise OutputError(f"{out} 里有别的文件，请给一个新的或空的文件夹")
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(mkdtemp(prefix="unfinished-", dir=out.parent))
    except OSError as error:
        raise _refused(error) from error
    try:
        new = scratch / "new"
        new.mkdir()
        yield new
        if out.exists():
            out.replace(scratch / "old")
        new.replace(out)
    except OSError as error:
        raise _refused(error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
