"""Documents to measure with: those of a folder, and reports by lot, of which no two are alike."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import docx
import pdfplumber

from heshu.schemas.document import Paragraph

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))

from narrative import paragraph

from generators.form_docx import form_docx
from generators.form_drawing import draw_form
from generators.slips.reports import report_in_prose

REPORTS = 3
"""Reports in prose in a file.

With what is told between their numbers, and the form, a file has as many characters as a
published report has, and in a thousand of them about as many figures (8 to 21).
"""


def mixed(folders: Sequence[Path], scratch: Path, count: int) -> list[Path]:
    """So many files, half PDF and half Word; half of each are the folders', half drawn by lot.

    Those of the folders are told again as often as need be, each time with other bytes;
    scans are left out, of which the libraries read nothing.
    """
    out, unprinted = scratch / "reports", scratch / "unprinted"
    out.mkdir()
    unprinted.mkdir()
    quarter = count // 4
    for suffix in (".pdf", ".docx"):
        found = [*chain.from_iterable(sorted(each.rglob(f"*{suffix}")) for each in folders)]
        found = [file for file in found if suffix != ".pdf" or holds_text(file)]
        for at in range(quarter):
            data = other_bytes(found[at % len(found)], at)
            (out / f"{at:03}_found{suffix}").write_bytes(data)
    for at in range(quarter):
        (out / f"{at:03}_drawn.docx").write_bytes(word_file(at))
        (unprinted / f"{at:03}_drawn.docx").write_bytes(word_file(quarter + at))
    print_to_pdf(sorted(unprinted.iterdir()), out, scratch / "profile")
    return sorted(out.iterdir())


def holds_text(file: Path) -> bool:
    """Whether a PDF's first page has any character."""
    with pdfplumber.open(file) as opened:
        return bool(opened.pages[0].chars)


def other_bytes(source: Path, at: int) -> bytes:
    """The file with a comment that no reader looks at: a PDF's last line, a zip's remark."""
    data, comment = source.read_bytes(), f"%{at:08}".encode()
    if source.suffix == ".pdf":
        return data + b"\n" + comment
    assert data[-2:] == b"\0\0"
    return data[:-2] + len(comment).to_bytes(2, "little") + comment


def word_file(seed: int) -> bytes:
    """Reports in prose and a form, drawn with this seed."""
    document: Any = docx.Document(BytesIO(form_docx(draw_form(seed), seed=seed)))
    form = document.paragraphs[0]
    for line in _prose(seed):
        form.insert_paragraph_before(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def print_to_pdf(files: Sequence[Path], out: Path, profile: Path) -> None:
    """Print Word files as offices do, all by one run of LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice prints the PDFs that are drawn by lot, but there is no soffice")
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def _prose(seed: int) -> Iterator[str]:
    for number in range(REPORTS):
        for at, block in enumerate(report_in_prose(REPORTS * seed + number).document.blocks):
            if isinstance(block, Paragraph):
                yield block.text
                if block.text.endswith("。"):
                    yield paragraph(f"{seed} {number} {at}")
