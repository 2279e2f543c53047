"""Old Office files for the tests, made by LibreOffice from new ones of ours."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from heshu.extractors.readers.legacy_program import find_office

needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice, which converts old Office files, is not installed"
)


def old_word_file(docx: bytes) -> bytes:
    """The same document as .doc; only for tests marked ``needs_office``."""
    return saved_by_office(docx, "docx", "doc")


def old_workbook(xlsx: bytes) -> bytes:
    """The same workbook as .xls; only for tests marked ``needs_office``."""
    return saved_by_office(xlsx, "xlsx", "xls")


@lru_cache
def saved_by_office(data: bytes, suffix: str, wanted: str) -> bytes:
    """The file as LibreOffice saves it: ``wanted`` is a suffix, and a filter behind a colon."""
    with TemporaryDirectory(prefix="heshu-test-") as name:
        folder = Path(name)
        (folder / f"a.{suffix}").write_bytes(data)
        (folder / "out").mkdir()
        command = [
            str(find_office()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", wanted, "--outdir", str(folder / "out")),
            str(folder / f"a.{suffix}"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return (folder / "out" / f"a.{wanted.partition(':')[0]}").read_bytes()
