"""The golden documents are what their sources say, and their gold keeps the contract's codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
FILES = {
    path.name: path
    for folder in ("documents", "audited", "provincial", "regional", "narrated", "published")
    for path in (HERE / folder).iterdir()
}
NAMES = sorted(FILES)
GOLD = [FILES[name] for name in NAMES if name.endswith(".gold.json")]
ASPECTS = {
    None,
    "level",
    "growth",
    "change",
    "share",
    "completion",
    "execution",
    "rank",
    "per_unit",
}


def parts(data: bytes) -> dict[str, bytes]:
    """What a file holds, whatever the compression."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents, built anew."""
    out = tmp_path_factory.mktemp("golden")
    command = [sys.executable, str(HERE / "build.py"), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return out


def test_no_document_is_missing_or_left_over(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_source_gives_the_document(built: Path, name: str) -> None:
    assert parts((built / name).read_bytes()) == parts(FILES[name].read_bytes())


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_value_lies_in_its_interval_and_codes_are_known(path: Path) -> None:
    for row in json.loads(path.read_text(encoding="utf-8"))["figures"]:
        assert row.get("aspect") in ASPECTS
        value, low, high = (row.get(key) and Decimal(row[key]) for key in ("value", "low", "high"))
        assert low is None or value is None or low <= value, row["text"]
        assert high is None or value is None or value <= high, row["text"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_text_document_shows_every_figure_at_its_place(path: Path) -> None:
    text = path.with_name(path.name.replace(".gold.json", ".txt"))
    if not text.exists():
        pytest.skip("a Word document: its places are blocks")
    lines = text.read_text(encoding="utf-8").split("\n")
    for row in json.loads(path.read_text(encoding="utf-8"))["figures"]:
        assert lines[row["line"] - 1][row["start"] : row["end"]] == row["text"]
