"""Old Office files turned into new ones by LibreOffice, many of them in one run of it.

A run takes a second before its first file and a tenth of one for each, so files go in
batches. LibreOffice takes them in order: where it hangs or dies, the first file without a
result is the one it was at. That file is tried alone, what happens then is its own fault,
and a new run takes those behind it. So is one that it refuses among others: what becomes of
a file does not depend on its company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...schemas.file_errors import DamagedFile, FileError, MissingTool, ReaderCrashed, TimeLimit
from .legacy_ending import with_last_paragraph
from .legacy_guard import guarded_folder
from .legacy_program import Ending, find_office, results_in, run_office
from .source import Source

BATCH = 20
"""Files in one run."""

FILE_SECONDS = 60.0
"""How long LibreOffice may go without finishing a file."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What becomes of one kind of old files: ``prepared`` mends what LibreOffice misreads.

    The suffix chooses LibreOffice's filter, whatever a file is called: the one for .wps is
    that of Microsoft Works.
    """

    suffix: str
    to: str
    prepared: Callable[[bytes], bytes] = bytes


WORD = Conversion(".doc", "docx", with_last_paragraph)
SHEETS = Conversion(".xls", "xlsx")


def converted(
    sources: Sequence[Source], conversion: Conversion = WORD, seconds: float = FILE_SECONDS
) -> tuple[bytes | FileError, ...]:
    """Every file as the bytes of a new one, or why it cannot be one; in the order given.

    The error is ``TimeLimit`` or ``ReaderCrashed`` where LibreOffice hung or died over the
    file alone, ``DamagedFile`` where it refused it. Raises ``MissingTool`` where there is no
    LibreOffice.
    """
    office = find_office()
    if office is None:
        raise MissingTool
    batches = (sources[at : at + BATCH] for at in range(0, len(sources), BATCH))
    runs = (_batch(office, batch, conversion, seconds) for batch in batches)
    return tuple(result for run in runs for result in run)


def _batch(
    office: Path, sources: Sequence[Source], conversion: Conversion, seconds: float
) -> list[bytes | FileError]:
    with guarded_folder() as folder:
        files = [folder / f"{at}{conversion.suffix}" for at in range(len(sources))]
        for file, source in zip(files, sources, strict=True):
            file.write_bytes(conversion.prepared(source.data))
        blamed = dict(_blamed(office, files, folder, conversion.to, seconds))
        made = {result.stem for result in folder.glob(f"*.{conversion.to}")}
        refused = [each for each in files if each not in blamed and each.stem not in made]
        for file in refused if len(files) > 1 else ():
            blamed |= dict(_blamed(office, [file], folder, conversion.to, seconds))
        return [blamed.get(file) or _result(file, conversion.to) for file in files]


def _blamed(
    office: Path, files: Sequence[Path], folder: Path, to: str, seconds: float
) -> Iterator[tuple[Path, FileError]]:
    """Convert what can be; the files over which LibreOffice hung or died, and how."""
    waiting = list(files)
    while waiting and (ending := run_office(office, waiting, folder, to, seconds)) != "done":
        done = {result.stem for result in results_in(folder, to)}
        left = [file for file in waiting if file.stem not in done]
        suspects, left = left[:1], left[1:]
        for suspect in suspects:
            if len(waiting) > 1:
                ending = run_office(office, [suspect], folder, to, seconds)
            if ending != "done":
                yield suspect, _error(ending, seconds)
        waiting = left


def _error(ending: Ending, seconds: float) -> FileError:
    if ending == "late":
        return TimeLimit(f"LibreOffice 转换超过 {seconds:g} 秒")
    return ReaderCrashed("LibreOffice 转换时退出")


def _result(file: Path, to: str) -> bytes | FileError:
    result = file.with_suffix(f".{to}")
    return result.read_bytes() if result.exists() else DamagedFile("LibreOffice 打不开")
