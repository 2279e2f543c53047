"""Drawn forms written as Word files and printed to PDF by LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from .form_docx import form_docx
from .form_drawing import Form

SECONDS = 240


def office_pdfs(office: Path, folder: Path, forms: Sequence[Form]) -> list[bytes]:
    """The forms as PDFs, all by one run of the program in this folder, with a profile there."""
    files = [folder / f"{at}.docx" for at in range(len(forms))]
    for at, (file, form) in enumerate(zip(files, forms, strict=True)):
        file.write_bytes(form_docx(form, seed=at))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=SECONDS)
    return [file.with_suffix(".pdf").read_bytes() for file in files]
