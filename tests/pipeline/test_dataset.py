"""An archive as a dataset: exact, described, checkable, and the same every time."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest
from frictionless import Package

from heshu.pipeline.archive.store import Archive
from heshu.pipeline.dataset.export import Exported, export
from heshu.pipeline.ingest import ingest
from heshu.pipeline.rows import Row
from heshu.schemas.errors import OutputError
from heshu.schemas.tables import TABLES

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("archive")
    reports = folder / "报告"
    reports.mkdir()
    for sample in SAMPLES.glob("*.docx"):
        (reports / sample.name).write_bytes(sample.read_bytes())
    (reports / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (reports / "没有年度.txt").write_text("预算执行率98.2%。", encoding="utf-8")
    ingest([reports], str(folder / "heshu.db"))
    with Archive.open(str(folder / "heshu.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def exported(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return export(archive, tmp_path_factory.mktemp("dataset") / "数据集", ("csv", "xlsx"))


def frame(exported: Exported, table: str) -> Any:
    return cast(Any, pd).read_parquet(exported.folder / table, dtype_backend="pyarrow")


def rows(archive: Archive, table: str) -> list[Row]:
    with archive.view() as view:
        return list(view.rows(table))


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_every_row_is_there(exported: Exported, archive: Archive, table: str):
    expected = rows(archive, table)
    assert len(frame(exported, table)) == len(expected) == exported.rows.get(table, 0)


def test_values_are_exact(exported: Exported, archive: Archive):
    written = frame(exported, "figures").set_index("figure_id")["value"].to_dict()
    stored = {row["figure_id"]: row["value"] for row in rows(archive, "figures")}
    assert len(stored) > 50
    unknown = {figure for figure, value in stored.items() if value is None}
    assert {figure for figure, value in written.items() if pd.isna(value)} == unknown
    assert all(written[figure] == stored[figure] for figure in stored.keys() - unknown)


def test_rows_stand_with_the_year_of_their_report(exported: Exported, archive: Archive):
    years = {row["report_id"]: row["year"] for row in rows(archive, "reports")}
    assert None in years.values()
    figures = frame(exported, "figures")
    for report_id, year in zip(figures["report_id"], figures["evaluated_year"], strict=True):
        assert (None if pd.isna(year) else year) == years[report_id]


def test_frictionless_finds_nothing_wrong(exported: Exported):
    report = Package(str(exported.folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.stats["tasks"] == 2 * len(TABLES)


def test_every_file_stands_in_the_manifest(exported: Exported):
    lines = (exported.folder / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: checksum for checksum, _, name in (line.partition("  ") for line in lines)}
    files = {
        file.relative_to(exported.folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in exported.folder.rglob("*")
        if file.is_file() and file.name != "SHA256SUMS"
    }
    assert listed == files


def test_the_same_archive_gives_the_same_bytes(
    exported: Exported, archive: Archive, tmp_path: Path
):
    again = export(archive, tmp_path / "again", ("xlsx", "csv"))
    manifests = {(done.folder / "SHA256SUMS").read_bytes() for done in (exported, again)}
    assert len(manifests) == 1


def test_the_readme_tells_what_is_there_and_what_is_not(exported: Exported, archive: Archive):
    text = (exported.folder / "README.md").read_text("utf-8")
    statuses = Counter(row["status"] for row in rows(archive, "documents"))
    assert statuses["failed"] == 1
    assert "| 未能读出 | 1 |" in text
    assert "| damaged | 1 |" in text
    for table in TABLES:
        assert f"| {table.name} {table.chinese} | {exported.rows.get(table.name, 0)} |" in text


def test_the_dictionary_names_every_column(exported: Exported):
    text = (exported.folder / "dictionary.txt").read_text("utf-8")
    assert all(column.meaning_zh in text for table in TABLES for column in table.columns)


def test_an_earlier_dataset_is_replaced_as_a_whole(archive: Archive, tmp_path: Path):
    export(archive, tmp_path / "out", ("csv",))
    export(archive, tmp_path / "out")
    assert not (tmp_path / "out" / "csv").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_other_things_is_left_alone(archive: Archive, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(OutputError, match="别的文件"):
        export(archive, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_archive_gives_empty_tables(tmp_path: Path):
    with Archive.open(str(tmp_path / "empty.db"), create=True) as empty:
        done = export(empty, tmp_path / "out", ("csv",))
    assert len(frame(done, "figures")) == 0
    assert Package(str(done.folder / "datapackage.json")).validate().valid
