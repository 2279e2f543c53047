"""LibreOffice that hangs, dies or is not there: what becomes of the files it was given.

A small program stands for it, told by each file's content what to do about it.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import psutil
import pytest

from compound_files import compound_file
from heshu.extractors.readers import legacy_office
from heshu.extractors.readers.legacy_office import converted
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.schemas.file_errors import DamagedFile, FileError, MissingTool, ReaderCrashed, TimeLimit

OFFICE = """#!{python}
import os, subprocess, sys, time, zipfile
from pathlib import Path

out = Path(sys.argv[sys.argv.index("--outdir") + 1])
files = sys.argv[sys.argv.index("--outdir") + 2:]
with Path({log!r}).open("a") as log:
    print(len(files), file=log)
for file in map(Path, files):
    task = file.read_text().split()
    if task[0] == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
        Path({log!r}).with_name("child").write_text(str(child.pid))
        time.sleep(3600)
    if task[0] == "die":
        (out / file.with_suffix(".docx").name).write_bytes(b"PK half of it")
        os.abort()
    if task[0] == "tire" and len(files) > 1 and files[0] != str(file):
        os._exit(1)
    if task[0] != "refuse":
        with zipfile.ZipFile(out / file.with_suffix(".docx").name, "w") as archive:
            archive.writestr("told", file.read_text())
"""

needs_posix = pytest.mark.skipif(os.name != "posix", reason="the program is a script with #!")


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """How many files each run was given, a line a run."""
    log, office = tmp_path / "runs", tmp_path / "soffice"
    office.write_text(OFFICE.format(python=sys.executable, log=str(log)))
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(legacy_office, "find_office", lambda: office)
    return log


def outcomes(*tasks: str) -> list[type[FileError] | str]:
    sources = [Source(f"{at}.doc", f"{task} {at}".encode()) for at, task in enumerate(tasks)]
    results = converted(sources, seconds=2)
    return [type(each) if isinstance(each, FileError) else _told(each) for each in results]


def _told(data: bytes) -> str:
    return next(task for task in ("good", "tire") if task.encode() in data)


@needs_posix
def test_one_run_does_a_batch(runs: Path):
    assert outcomes(*["good"] * 45) == ["good"] * 45
    assert runs.read_text().split() == ["20", "20", "5"]


@needs_posix
@pytest.mark.parametrize(("fault", "error"), [("die", ReaderCrashed), ("hang", TimeLimit)])
def test_a_bad_file_costs_only_itself(runs: Path, fault: str, error: type[FileError]):
    assert outcomes("good", "good", fault, "good") == ["good", "good", error, "good"]
    assert runs.read_text().split() == ["4", "1", "1"]


@needs_posix
@pytest.mark.usefixtures("runs")
def test_several_bad_files():
    assert outcomes("die", "good", "refuse", "die") == [
        ReaderCrashed,
        "good",
        DamagedFile,
        ReaderCrashed,
    ]


@needs_posix
@pytest.mark.usefixtures("runs")
def test_a_file_that_fails_behind_others_is_tried_alone():
    assert outcomes("good", "tire", "good", "tire") == ["good", "tire", "good", "tire"]


@needs_posix
def test_what_a_run_has_started_ends_with_it(runs: Path):
    assert outcomes("hang") == [TimeLimit]
    child = int(runs.with_name("child").read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == "zombie"


@pytest.mark.parametrize(
    ("name", "stream"),
    [("报告.doc", "WordDocument"), ("报告.wps", "WordDocument"), ("表.xls", "Workbook")],
)
def test_without_the_program_its_install_command_is_told(
    name: str, stream: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(legacy_office, "find_office", lambda: None)
    with pytest.raises(MissingTool) as caught:
        read_document(Source(name, compound_file(stream)))
    assert "install" in str(caught.value)
    assert "LibreOffice" in str(caught.value)
