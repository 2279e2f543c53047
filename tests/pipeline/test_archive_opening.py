"""Where an archive may stand, and what is told where it cannot."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

import postgres_server
from archived import intake, read
from heshu.pipeline.archive import address as addresses
from heshu.pipeline.archive import patience
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.intake import Intake
from heshu.pipeline.reading import Reading
from heshu.schemas.errors import ArchiveError, MissingDriver, UsageError
from ingested import entries, fill, ingest

ONE, TWO = (intake(text, f"{text}.docx") for text in ("甲", "乙"))


def test_an_archive_of_an_earlier_version_gets_the_columns_added_since(address: str) -> None:
    with Archive.open(address, create=True) as archive:
        archive.write(ONE, read(ONE))
    engine = addresses.connected(addresses.address_of(address))
    with engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE reports DROP COLUMN evaluator"))
        connection.execute(sa.text("DROP TABLE citations"))
    engine.dispose()
    with Archive.open(address) as archive:
        archive.write(TWO, read(TWO))
        with archive.view() as now:
            assert [row["evaluator"] for row in now.rows("reports")] == [None, None]
            assert now.count("citations") == 1


def test_a_database_of_something_else_is_left_alone(address: str) -> None:
    engine = addresses.connected(addresses.address_of(address))
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE documents (id INTEGER)"))
    with pytest.raises(ArchiveError, match="documents"):
        Archive.open(address, create=True)
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["documents"]
    engine.dispose()


def test_where_there_is_no_archive_none_is_made_for_reading(address: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="heshu ingest"):
        Archive.open(address)
    assert not list(tmp_path.glob("*.db"))


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("不是数据库" * 100, encoding="utf-8")
    with pytest.raises(ArchiveError, match="not a database"):
        Archive.open(str(tmp_path / "a.db"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="unable to open"):
        Archive.open(str(tmp_path / "没有" / "a.db"), create=True)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    if postgres_server.why_not() is not None:
        pytest.skip("no PostgreSQL on this machine")
    with pytest.raises(ArchiveError):
        Archive.open(f"postgresql:///a?host={tmp_path}", create=True)


@pytest.mark.parametrize("told", ["mysql://host/a", "://", "oracle+x://h", "sqlite://"])
def test_other_databases_are_wrong_usage(told: str) -> None:
    with pytest.raises(UsageError):
        addresses.address_of(told)


def test_a_file_and_its_url_are_one_archive(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "a.db"), create=True) as archive:
        archive.write(ONE, read(ONE))
    with Archive.open(f"sqlite:///{tmp_path / 'a.db'}") as archive, archive.view() as now:
        assert [entry.path for entry in now.documents()] == ["甲.docx"]


def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere(_name: str) -> None:
        return None

    monkeypatch.setattr("importlib.util.find_spec", nowhere)
    with pytest.raises(MissingDriver) as caught:
        Archive.open("postgresql://host/a")
    assert "pip install 'heshu[postgres]'" in str(caught.value)


def test_sqlite_keeps_a_log_beside_the_file(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "a.db"), create=True):
        pass
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_server_that_dropped_its_connections_is_asked_again(postgresql: Path) -> None:
    address = postgres_server.new_database(postgresql)
    with Archive.open(address, create=True) as archive:
        archive.write(ONE, read(ONE))
        postgres_server.drop_connections(postgresql)
        archive.write(TWO, read(TWO))
        with archive.view() as now:
            assert now.count("documents") == 2


@pytest.mark.parametrize("times", [0, 2])
def test_what_passes_is_waited_for(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    monkeypatch.setattr(patience, "_PAUSES", (0, 0))
    refusals = iter([refusal("database is locked")] * times)

    def attempt() -> str:
        for error in refusals:
            raise error
        return "done"

    assert patience.patiently(attempt) == "done"


@pytest.mark.parametrize(("reason", "tries"), [("database is locked", 3), ("disk is full", 1)])
def test_what_does_not_pass_is_told(
    monkeypatch: pytest.MonkeyPatch, reason: str, tries: int
) -> None:
    monkeypatch.setattr(patience, "_PAUSES", (0, 0))
    tried: list[int] = []

    def attempt() -> None:
        tried.append(1)
        raise refusal(reason)

    with pytest.raises(ArchiveError, match=reason):
        patience.patiently(attempt)
    assert len(tried) == tries


def refusal(reason: str) -> OperationalError:
    return OperationalError("BEGIN", {}, sqlite3.OperationalError(reason))


def test_a_full_disk_ends_the_run_and_keeps_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, archive, written = fill(tmp_path / "报告"), str(tmp_path / "a.db"), Archive.write

    def write(self: Archive, of: Intake, reading: Reading) -> None:
        if of.name == "副本.txt":
            raise ArchiveError("database or disk is full")
        written(self, of, reading)

    monkeypatch.setattr(Archive, "write", write)
    with pytest.raises(ArchiveError, match="disk is full"):
        ingest(archive, folder)
    assert list(entries(archive)) == ["二/乙.txt"]
