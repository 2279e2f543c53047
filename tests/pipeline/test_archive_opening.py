"""Where an archive may stand, and what is told where it cannot."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

import postgres_server
from archived import intake, read
from heshu.pipeline.archive import address as addresses
from heshu.pipeline.archive.store import Archive
from heshu.schemas.errors import ArchiveError, MissingDriver, UsageError

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
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(MissingDriver) as caught:
        Archive.open("postgresql://host/a")
    assert "pip install 'heshu[postgres]'" in str(caught.value)


def test_sqlite_keeps_a_log_beside_the_file(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "a.db"), create=True):
        pass
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
