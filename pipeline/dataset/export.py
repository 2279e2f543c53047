"""Write an archive as a dataset: Parquet by year, and everything that explains it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ...schemas.tables import TABLES
from ..archive.store import Archive
from ..archive.view import View
from ..dictionary import dictionary
from ..outputs.staging import replaced
from ..outputs.writer import open_writer
from ..rows import no_rows
from .checksums import write_manifest
from .coverage import Coverage
from .package import write_package
from .parts import Part, write_parts
from .readme import write_readme
from .years import Years

Beside = Literal["csv", "xlsx"]
"""What may be written beside the Parquet files."""

_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Exported:
    """Where a dataset was written, its rows by table, and what a format could not take."""

    folder: Path
    rows: dict[str, int]
    notices: tuple[str, ...]


def export(archive: Archive, folder: Path, beside: Collection[Beside] = ()) -> Exported:
    """Write the dataset of an archive into a folder; the same archive gives the same bytes.

    A folder that holds an earlier dataset is replaced as a whole. ``beside`` adds the same
    tables as CSV or as one workbook. Raises ``OutputError`` where the folder holds
    something else or the system refuses, ``ArchiveError`` where the archive does.
    """
    with replaced(folder, known_by="datapackage.json") as new, archive.view() as view:
        coverage, years = Coverage(), Years.of(view)
        parts = {
            table.name: write_parts(
                new, table, coverage.watched(table, view.rows(table.name)), years
            )
            for table in TABLES
        }
        notices = [notice for format in sorted(beside) for notice in _beside(view, new, format)]
        _explain(new, parts, coverage, with_csv="csv" in beside)
    return Exported(folder, dict(coverage.rows), tuple(notices))


def _explain(
    folder: Path, parts: dict[str, tuple[Part, ...]], coverage: Coverage, *, with_csv: bool
) -> None:
    names = [table.name for table in TABLES] if with_csv else []
    write_package(folder, parts, {name: folder / "csv" / f"{name}.csv" for name in names})
    text = dictionary() + "\n"
    (folder / "dictionary.txt").write_text(text, encoding="utf-8", newline="\n")
    write_readme(folder, coverage)
    write_manifest(folder)


def _beside(view: View, folder: Path, format: Beside) -> list[str]:
    """Write every table once more in this format; what it could not take as it is."""
    target = folder / format
    target.mkdir()
    with open_writer(format, target) as writer:
        for table in TABLES:
            rows = no_rows()
            for row in view.rows(table.name):
                rows[table.name].append(row)
                if len(rows[table.name]) >= _AT_ONCE:
                    writer.write(rows)
                    rows[table.name].clear()
            writer.write(rows)
    return writer.notices
