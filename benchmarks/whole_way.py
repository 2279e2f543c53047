"""How fast a file goes the whole way, from its bytes to written tables.

    python benchmarks/whole_way.py FILE...

For each file: pages a second of the whole way, and how often it could be done while
python-docx or pdfplumber only take out texts and tables, in the same run; the same up to
the figures, and up to what they mean. Then where the time of the stages goes, and how long
``heshu --help`` takes against ``import spacy``. Ratios hold on any machine; pages a second
do not. A Word file has the pages of the PDF beside it.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pdfplumber

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.forms.stage import read_forms
from heshu.extractors.meaning.stage import understand
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure
from heshu.pipeline.intake import Intake, take_in
from heshu.pipeline.locations import Location
from heshu.pipeline.outputs.csv import CsvWriter
from heshu.pipeline.reading import Job, read_job
from heshu.pipeline.sources import Candidate

ROUNDS = 5


def best(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of some calls."""
    times: list[float] = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def pages_of(file: Path) -> int:
    """Printed pages; of the PDF beside a Word file, 1 where there is none."""
    pdf = file.with_suffix(".pdf")
    if not pdf.exists():
        return 1
    with pdfplumber.open(pdf) as opened:
        return len(opened.pages)


def whole_way(intake: Intake) -> None:
    """Read a file and write its tables as CSV."""
    with TemporaryDirectory() as folder, CsvWriter(Path(folder)) as writer:
        writer.write(read_job(Job(intake)).rows)


def by_library(file: Path) -> None:
    """Take out texts and tables with the usual library, and nothing more."""
    if file.suffix == ".pdf":
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
        return
    document = docx.Document(io.BytesIO(file.read_bytes()))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def print_file(file: Path) -> None:
    """Print the speed of one file and the ratio."""
    (intake,) = take_in([Candidate(file.name, Location(file))], None)
    pages, ours, theirs = (
        pages_of(file),
        best(lambda: whole_way(intake)),
        best(lambda: by_library(file)),
    )
    library = "pdfplumber" if file.suffix == ".pdf" else "python-docx"
    print(
        f"{file.name:32} {pages:4} pages {pages / ours:8.1f} pages/s"
        f"   {library} {theirs / ours:6.2f}x"
    )
    print_stages(Source(file.name, file.read_bytes()), theirs)


def print_stages(source: Source, theirs: float) -> None:
    """Print how often the first stages could be done meanwhile, and all stages' shares."""
    document = read_document(replace(source))
    reports = structure(document)
    with_figures = tuple(map(read_figures, reports))
    with_meaning = tuple(map(understand, with_figures))
    times = {
        "reading": best(lambda: read_document(replace(source))),
        "structure": best(lambda: structure(document)),
        "figures": best(lambda: tuple(map(read_figures, reports))),
        "meaning": best(lambda: tuple(map(understand, with_figures))),
        "forms": best(lambda: tuple(map(read_forms, with_meaning))),
    }
    total, *to = sum(times.values()), *accumulate(times.values())
    print(f"    to the figures {theirs / to[2]:.2f}x, to their meaning {theirs / to[3]:.2f}x")
    print("   ", *(f"{name} {spent / total:.0%}" for name, spent in times.items()))


def start_up() -> None:
    """Print how long ``heshu --help`` takes against importing spaCy."""
    ours = quickest("-m", "heshu", "--help") - quickest("-c", "pass")
    spacy = quickest("-c", "import spacy") - quickest("-c", "pass")
    print(f"heshu --help takes {ours / spacy:.2f} of import spacy")


def quickest(*arguments: str) -> float:
    """Seconds of the quickest of some starts of Python."""
    times: list[float] = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for argument in sys.argv[1:]:
        print_file(Path(argument))
    start_up()
