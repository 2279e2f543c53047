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
    return _saved_as(docx, "docx", "doc")


def old_workbook(xlsx: bytes) -> bytes:
    """The same workbook as .xls; only for tests marked ``needs_office``."""
    return _saved_as(xlsx, "xlsx", "xls")


@lru_cache
def _saved_as(data: bytes, suffix: str, old: str) -> bytes:
    with TemporaryDirectory(prefix="heshu-test-") as name:
        folder = Path(name)
        (folder / f"a.{suffix}").write_bytes(data)
        command = [
            str(find_office()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", old, "--outdir", name),
            str(folder / f"a.{suffix}"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return (folder / f"a.{old}").read_bytes()
