"""Set heshu up in an environment of its own, then show a sample, test it, or check it all.

    python3 .ci/do.py sample    read a sample report and show what it says
    python3 .ci/do.py test      run the tests
    python3 .ci/do.py check     style, types, then the tests

Needs Python 3.11 and pip, nothing else. The environment is .venv in the checkout, or the
folder that HESHU_VENV names.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = Path(os.environ.get("HESHU_VENV", ROOT / ".venv"))
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
SAMPLE = ROOT / "data" / "samples" / "library_three_reports.docx"


def run(*command: str | Path) -> None:
    """Run a command in the checkout; stop with its exit status where it fails."""
    status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if status:
        sys.exit(status)


def set_up(lock: str) -> None:
    """Install what the lock file names, by its hashes, and then the checkout itself."""
    if not (SCRIPTS / "python").exists() and not (SCRIPTS / "python.exe").exists():
        venv.create(ENVIRONMENT, with_pip=False)
    # What an earlier build left would be packed into the new one.
    shutil.rmtree(ROOT / "build", ignore_errors=True)
    pip = sys.executable, "-m", "pip", "--python", SCRIPTS / "python", "install", "--quiet"
    run(*pip, "--require-hashes", "--requirement", ROOT / lock)
    run(*pip, "--no-deps", "--force-reinstall", ROOT)


def sample() -> None:
    """Show what a sample report says."""
    set_up("requirements.lock")
    run(SCRIPTS / "heshu", "extract", SAMPLE)


def test() -> None:
    """Run the tests."""
    set_up("requirements-dev.lock")
    run(SCRIPTS / "python", "-m", "pytest")


def check() -> None:
    """Check style and types on the installed package, then run the tests."""
    set_up("requirements-dev.lock")
    run(SCRIPTS / "ruff", "check")
    run(SCRIPTS / "ruff", "format", "--check")
    run(SCRIPTS / "pyright", "--pythonpath", SCRIPTS / "python")
    test()


if __name__ == "__main__":
    tasks = {"sample": sample, "test": test, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in tasks:
        sys.exit(__doc__)
    tasks[sys.argv[1]]()
