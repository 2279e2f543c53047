"""How fast Word files are read, as ratios to python-docx in the same run.

    python benchmarks/docx_reading.py FILE.docx [PAGES]

The two readings take turns and the best processor time of each counts, so that a busy machine
disturbs neither more. PAGES is how many printed pages the file has.
"""

from __future__ import annotations

import io
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx as python_docx
from measuring import seconds

from heshu.extractors.readers import docx
from heshu.extractors.readers.source import Source

ROUNDS = 15


def walk_rows(data: bytes) -> int:
    """Characters of a file by way of python-docx: paragraphs, then the cells of every row."""
    document = python_docx.Document(io.BytesIO(data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return paragraphs + sum(len(cell.text) for cell in cells)


def peak_megabytes(work: Callable[[], object]) -> float:
    """Most memory that Python objects take during one call; the XML trees are not in it."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / (1 << 20)


def main(path: Path, pages: int) -> None:
    """Print the ratios for one file."""
    source = Source(path.name, path.read_bytes())
    rounds = [
        (seconds(lambda: docx.read(replace(source))), seconds(lambda: walk_rows(source.data)))
        for _ in range(ROUNDS)
    ]
    ours, theirs = (min(column) for column in zip(*rounds, strict=True))
    print(f"{path.name}: {pages} pages, best of {ROUNDS}")
    print(f"heshu                   {pages / ours:7.0f} pages/s")
    print(f"python-docx, row.cells  {pages / theirs:7.0f} pages/s")
    print(f"ratio                   {theirs / ours:7.1f}")
    print(f"peak, heshu             {peak_megabytes(lambda: docx.read(replace(source))):7.1f} MB")
    print(f"peak, python-docx       {peak_megabytes(lambda: walk_rows(source.data)):7.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 60)
