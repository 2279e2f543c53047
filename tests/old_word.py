"""Old Word files for the tests, made by LibreOffice from Word files of ours."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from heshu.extractors.readers.legacy_program import find_office

needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice, which converts old Word files, is not installed"
)


@lru_cache
def old_word_file(docx: bytes) -> bytes:
    """The same document as .doc; only for tests marked ``needs_office``."""
    with TemporaryDirectory(prefix="heshu-test-") as name:
        folder = Path(name)
        (folder / "a.docx").write_bytes(docx)
        command = [
            str(find_office()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "doc", "--outdir", name),
            str(folder / "a.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        return (folder / "a.doc").read_bytes()
