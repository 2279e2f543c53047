"""LibreOffice as a program: where it stands, and one run of it within limits."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import psutil

from ...schemas.file_errors import ReaderCrashed

_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_STEP_SECONDS = 0.05
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macros, no links followed, and what still asks for the network gets a closed door."""

Ending = Literal["done", "late", "crashed"]


def find_office() -> Path | None:
    """The program; null where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named:
        return Path(named)
    return next((at for at in map(Path, _PLACES.get(sys.platform, ())) if at.is_file()), None)


def run_office(
    office: Path, files: Sequence[Path], folder: Path, to: str, seconds: float
) -> Ending:
    """Convert the files, in their order, to files in the folder whose suffix is ``.to``.

    It uses a profile of its own in the folder, so that runs at the same time do no harm to
    each other, and is killed with all that it started where it finishes no file for so
    many seconds. A file that it refuses leaves no result; the others go on. Raises
    ``ReaderCrashed`` where this is a process that another started which is gone.
    """
    process = subprocess.Popen(
        [*_command(office, folder, to), *map(str, files)],
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return _watched(process, folder, to, seconds)
    finally:
        _kill(process)


def results_in(folder: Path, to: str) -> Iterator[Path]:
    """The files that are converted to the end: a zip that breaks off has no directory."""
    return (file for file in folder.glob(f"*.{to}") if zipfile.is_zipfile(file))


def _command(office: Path, folder: Path, to: str) -> list[str]:
    profile = folder / "profile"
    if not profile.exists():
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    return [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
    ]


def _environment(folder: Path) -> dict[str, str]:
    """Ours, but that its temporary files lie in the folder too, and go with it."""
    temporary = folder / "temporary"
    temporary.mkdir(exist_ok=True)
    return {**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))}


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )


def _watched(process: subprocess.Popen[bytes], folder: Path, to: str, seconds: float) -> Ending:
    finished, deadline = 0, time.monotonic() + seconds
    while process.poll() is None:
        time.sleep(_STEP_SECONDS)
        if (now := len(list(folder.glob(f"*.{to}")))) > finished:
            finished, deadline = now, time.monotonic() + seconds
        if time.monotonic() > deadline:
            return "late"
        if _is_left_alone():
            raise ReaderCrashed("没有进程再等待转换结果")
    return "crashed" if process.returncode else "done"


def _is_left_alone() -> bool:
    parent = multiprocessing.parent_process()
    return parent is not None and not parent.is_alive()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the run and all that it started, whatever is left of it."""
    if sys.platform == "win32":
        with suppress(psutil.NoSuchProcess):
            for started in psutil.Process(process.pid).children(recursive=True):
                started.kill()
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
