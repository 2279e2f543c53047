"""Work in a guarded folder that never ends, for tests that kill whoever does it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from heshu.extractors.readers.legacy_guard import guarded_folder
from heshu.extractors.readers.legacy_program import run_office

SLEEP = "import time; time.sleep(3600)"
PROGRAM = """#!{python}
import os, sys, time
from pathlib import Path

sys.path.insert(0, str(Path({work!r}).parent))
from guarded_work import tell

tell(Path({told!r}), os.getpid(), sys.argv[sys.argv.index("--outdir") + 1])
time.sleep(3600)
"""


def hang_in_a_folder(told: Path) -> None:
    """Start a process that names the folder, tell of both, and wait."""
    with guarded_folder() as folder:
        (folder / "0.doc").write_bytes(b"old")
        child = subprocess.Popen([sys.executable, "-c", SLEEP, str(folder)])
        tell(told, child.pid, str(folder))
        time.sleep(3600)


def hang_in_the_program(told: Path) -> None:
    """Convert a file with a program that hangs over it."""
    program = told.with_name("soffice")
    program.write_text(PROGRAM.format(python=sys.executable, work=__file__, told=str(told)))
    program.chmod(0o700)
    with guarded_folder() as folder:
        (folder / "0.doc").write_bytes(b"old")
        run_office(program, [folder / "0.doc"], folder, "docx", 3600)


def tell(told: Path, process: int, folder: str) -> None:
    waiting = told.with_suffix(".part")
    waiting.write_text(f"{process} {folder}", encoding="utf-8")
    waiting.rename(told)


if __name__ == "__main__":
    hang_in_a_folder(Path(sys.argv[1]))
