"""How fast a folder of reports goes into an archive, against a script that only reads it.

    python benchmarks/throughput.py FOLDER...

200 documents, half PDF and half Word: half of them those in the folders, each with other
bytes, and half drawn by lot, each with other facts (``mixture``). heshu reads, understands
and checks them and writes all tables into a SQLite archive, with one worker a processor. The
script takes words and tables with pdfplumber, and paragraphs and cells with python-docx: one
file after the other, as such a script is written, and then with as many processes as heshu
has. Then the same with heshu's reading alone. Wall-clock time counts: of the whole run, the
start of the workers included, and of what comes after the first file is written, as in a run
over thousands. The last line tells the most memory that a worker held.
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
from mixture import mixed

from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.pipeline.ingest import ingest

FILES = 200
PROCESSES = os.cpu_count() or 1


def main(folders: Sequence[Path]) -> None:
    """Print the ratios."""
    written: list[float] = []
    with TemporaryDirectory() as scratch:
        files = mixed(folders, Path(scratch), FILES)
        by_one = seconds(lambda: one_by_one(by_libraries, files))
        by_all = seconds(lambda: in_processes(by_libraries, files))
        alone = seconds(lambda: in_processes(by_heshu, files))
        with Watch() as watch:
            ours = seconds(lambda: archived(Path(scratch), written))
    steady = (written[-1] - written[0]) * len(files) / (len(files) - 1)
    print(f"{len(files)} documents; how often as many in the same time as the script with")
    print(f"{'':32}documents/s    1 process  {PROCESSES} processes")
    for name, took in (
        ("the script, 1 process", by_one),
        (f"the script, {PROCESSES} processes", by_all),
        (f"heshu, reading only, {PROCESSES} processes", alone),
        (f"heshu, into an archive, {PROCESSES} workers", ours),
        ("  from the first file on", steady),
    ):
        print(f"{name:32}{len(files) / took:11.1f}{by_one / took:13.2f}{by_all / took:13.2f}")
    print(f"most memory of a worker {watch.most:5.0f} MB")


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def archived(scratch: Path, written: list[float]) -> None:
    """Read the documents into an archive, and note when each is written."""
    ingest(
        [scratch / "reports"],
        str(scratch / "a.db"),
        watch=lambda _: written.append(time.perf_counter()),
    )


def one_by_one(read: Callable[[Path], None], files: Sequence[Path]) -> None:
    """Read one file after the other in this process."""
    for file in files:
        read(file)


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
    main([Path(folder) for folder in sys.argv[1:]])
