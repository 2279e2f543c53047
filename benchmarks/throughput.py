"""How fast a folder of reports goes into an archive, against a script that only reads it.

    python benchmarks/throughput.py FOLDER [FILES]

FILES documents (200 unless told otherwise), half PDF and half Word, are made of those in the
folder, each with other bytes. heshu reads, understands and checks them and writes all tables
into a SQLite archive, with one worker a processor; the script takes words and tables with
pdfplumber, and paragraphs and cells with python-docx, with as many processes. Then the same
with heshu's reading alone. Wall-clock time counts, starting the workers included; the last
line tells the most memory that a worker held.
"""

from __future__ import annotations

import io
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pdfplumber
import psutil

from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.ingest import ingest

FILES = 200
PROCESSES = os.cpu_count() or 1


def main(folder: Path, count: int) -> None:
    """Print the ratios."""
    with TemporaryDirectory() as scratch:
        files = made(folder, Path(scratch, "reports"), count)
        theirs = seconds(lambda: in_processes(by_libraries, files))
        alone = seconds(lambda: in_processes(by_heshu, files))
        with Watch() as watch:
            ours = seconds(lambda: ingest([Path(scratch, "reports")], str(Path(scratch, "a.db"))))
    print(f"{count} documents, {PROCESSES} processes")
    print(f"pdfplumber + python-docx, reading only {count / theirs:7.1f} documents/s")
    print(f"heshu, reading only   {count / alone:7.1f} documents/s   ratio {theirs / alone:5.1f}")
    print(f"heshu, into an archive {count / ours:6.1f} documents/s   ratio {theirs / ours:5.1f}")
    print(f"most memory of a worker {watch.most:5.0f} MB")


def made(folder: Path, out: Path, count: int) -> list[Path]:
    """Half PDF and half Word files, each with bytes of its own behind its end."""
    out.mkdir()
    kinds = [sorted(folder.rglob(f"*{suffix}")) for suffix in (".pdf", ".docx")]
    files: list[Path] = []
    for at in range(count):
        kind = kinds[at % len(kinds)]
        source = kind[at // len(kinds) % len(kind)]
        file = out / f"{at:04}{source.suffix}"
        file.write_bytes(other_bytes(source, at))
        files.append(file)
    return files


def other_bytes(source: Path, at: int) -> bytes:
    """The file with a comment that no reader looks at: a PDF's last line, a zip's remark."""
    data, comment = source.read_bytes(), f"%{at:08}".encode()
    if source.suffix == ".pdf":
        return data + b"\n" + comment
    assert data[-2:] == b"\0\0"
    return data[:-2] + len(comment).to_bytes(2, "little") + comment


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def in_processes(read: Callable[[Path], None], files: Sequence[Path]) -> None:
    """Read every file in one of the processes."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        list(pool.map(read, files, chunksize=4))


def by_heshu(file: Path) -> None:
    """Read a file into a document."""
    read_document(Source(file.name, file.read_bytes()))


def by_libraries(file: Path) -> None:
    """Take out words, paragraphs and tables, and do nothing with them."""
    if file.suffix == ".pdf":
        with pdfplumber.open(io.BytesIO(file.read_bytes())) as document:
            for page in document.pages:
                page.extract_words()
                page.extract_tables()
        return
    document = docx.Document(io.BytesIO(file.read_bytes()))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


class Watch:
    """Looks, while it is open, at how much memory the processes started here hold."""

    def __init__(self) -> None:
        self.most = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(0.2):
            for process in psutil.Process().children(recursive=True):
                try:
                    self.most = max(self.most, process.memory_info().rss / (1 << 20))
                except psutil.NoSuchProcess:
                    continue


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else FILES)
