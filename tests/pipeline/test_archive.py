"""The archive keeps every row, whole documents at a time, in SQLite and PostgreSQL alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archived import ROOT, contents, intake, read, report_of, unread
from heshu.pipeline.archive.layout import METADATA
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.reading import Reading
from heshu.pipeline.rows import document_rows
from heshu.pipeline.values import json_text
from heshu.schemas.errors import RowsRefused
from heshu.schemas.file_errors import DamagedFile, FileNotReadable
from heshu.schemas.finding import Disposition
from heshu.schemas.tables import TABLES

ONE, TWO, THREE = (intake(text, f"{text}.docx") for text in ("甲", "乙", "丙"))
DISPOSITION = Disposition("k1", "explained", "已说明", "审核人", datetime(2024, 5, 1, tzinfo=UTC))


@pytest.fixture
def archive(address: str):
    with Archive.open(address, create=True) as opened:
        yield opened


def statuses(archive: Archive) -> dict[str, tuple[str, tuple[str, ...]]]:
    with archive.view() as now:
        return {
            entry.path: (entry.status, entry.also_at) for entry in now.documents(superseded=True)
        }


def test_every_row_comes_back_as_it_was(archive: Archive) -> None:
    reading = read(ONE)
    archive.write(ONE, reading)
    with archive.view() as now:
        for table in TABLES:
            assert json_text(list(now.rows(table.name))) == json_text(reading.rows[table.name])


def test_rows_come_in_one_order_whatever_the_order_of_writing(address: str, tmp_path: Path) -> None:
    with (
        Archive.open(address, create=True) as one,
        Archive.open(str(tmp_path / "b.db"), create=True) as other,
    ):
        for each in (ONE, TWO, THREE):
            one.write(each, read(each))
        for each in (THREE, ONE, TWO, ONE):
            other.write(each, read(each))
        assert contents(one) == contents(other)


def test_rows_of_chosen_documents(archive: Archive) -> None:
    for each in (ONE, TWO, THREE):
        archive.write(each, read(each))
    chosen = {str(ONE.doc_id), str(TWO.doc_id)}
    with archive.view() as now:
        assert {row["doc_id"] for row in now.rows("figures", doc_ids=chosen)} == chosen
        assert list(now.rows("figures", doc_ids=[])) == []
        assert now.count("figures") == 3


def test_a_document_written_again_takes_the_place_of_the_old(archive: Archive) -> None:
    archive.write(ONE, read(ONE, "1"))
    archive.write(TWO, read(TWO, "1"))
    archive.dispose([DISPOSITION])
    empty = read(ONE, "2")
    archive.write(ONE, Reading(empty.entry, document_rows(empty.entry, None, ())))
    with archive.view() as now:
        versions = {entry.path: entry.heshu_version for entry in now.documents()}
        assert versions == {"甲.docx": "2", "乙.docx": "1"}
        for table in TABLES:
            left = list(now.rows(table.name))
            assert len(left) == {"documents": 2, "dispositions": 1, "notes": 2}.get(
                table.name, len(read(TWO).rows[table.name])
            )


def test_nothing_of_a_document_is_written_where_some_of_it_cannot_be(archive: Archive) -> None:
    archive.write(ONE, read(ONE, "1"))
    before = contents(archive)
    broken = read(ONE, "2")
    broken.rows.tuples["figures"] *= 2
    with pytest.raises(RowsRefused):
        archive.write(ONE, broken)
    assert contents(archive) == before


def test_new_bytes_at_a_place_supersede_the_old(archive: Archive) -> None:
    archive.write(ONE, read(ONE))
    changed = intake("甲之二", ONE.path)
    archive.write(changed, read(changed))
    with archive.view() as now:
        assert [entry.doc_id for entry in now.documents()] == [changed.doc_id]
        assert {row["doc_id"] for row in now.rows("figures")} == {changed.doc_id}
        every = {entry.doc_id: entry.status for entry in now.documents(superseded=True)}
        assert every == {ONE.doc_id: "superseded", changed.doc_id: "ok"}
        assert len(list(now.rows("figures", superseded=True))) == 2


def test_old_bytes_that_come_back_are_read_and_supersede_in_turn(archive: Archive) -> None:
    changed = intake("甲之二", ONE.path)
    for each in (ONE, changed, ONE):
        archive.write(each, read(each))
    with archive.view() as now:
        assert [entry.doc_id for entry in now.documents()] == [ONE.doc_id]


def test_a_file_of_the_same_name_in_another_folder_is_another_file(archive: Archive) -> None:
    other = intake("乙局", ONE.path, root=ROOT / "乙局")
    archive.write(ONE, read(ONE))
    archive.write(other, read(other))
    with archive.view() as now:
        assert {entry.status for entry in now.documents()} == {"ok"}
        assert len(list(now.documents())) == 2


def test_the_same_bytes_under_other_names_are_one_document(archive: Archive) -> None:
    archive.write(ONE, read(ONE))
    archive.place(intake("甲", "副本/乙.docx"))
    archive.place(intake("甲", "丁.docx", "丙.docx"))
    assert statuses(archive) == {"丁.docx": ("ok", ("丙.docx", "副本/乙.docx", "甲.docx"))}
    (entry,) = _entries(archive)
    assert entry.name == "丁.docx"


def test_new_bytes_under_one_of_two_names_leave_the_other(archive: Archive) -> None:
    both = intake("甲", "a.docx", "b.docx")
    archive.write(both, read(both))
    changed = intake("甲之二", "a.docx")
    archive.write(changed, read(changed))
    assert statuses(archive) == {"a.docx": ("ok", ()), "b.docx": ("ok", ())}


def test_a_file_given_by_its_folder_and_by_name_is_told_by_its_folder(archive: Archive) -> None:
    archive.write(ONE, read(intake("甲", "甲.docx")))
    archive.place(replace(ONE, path="2023/甲.docx"))
    archive.place(ONE)
    assert list(statuses(archive)) == ["2023/甲.docx"]


def test_a_failure_is_a_row_and_takes_on_new_names(archive: Archive) -> None:
    archive.write(TWO, unread(TWO, DamagedFile()))
    archive.place(intake("乙", "丁.docx"))
    (entry,) = _entries(archive)
    assert (entry.path, entry.also_at, entry.status) == ("丁.docx", ("乙.docx",), "failed")
    assert entry.error is not None
    assert entry.error.startswith("丁.docx：")


def test_a_failure_does_not_replace_what_the_same_version_has_read(archive: Archive) -> None:
    archive.write(ONE, read(ONE, "1"))
    archive.write(ONE, unread(ONE, DamagedFile(), "1"))
    assert statuses(archive)["甲.docx"][0] == "ok"
    archive.write(ONE, unread(ONE, DamagedFile(), "2"))
    assert statuses(archive)["甲.docx"][0] == "failed"


def test_a_file_of_which_no_byte_can_be_read_has_one_row_until_it_can(archive: Archive) -> None:
    locked = replace(ONE, sha256=None, bytes=None)
    for _ in range(2):
        archive.write(locked, unread(locked, FileNotReadable()))
    assert [entry.doc_id for entry in _entries(archive)] == [None]
    archive.write(ONE, read(ONE))
    assert [entry.doc_id for entry in _entries(archive)] == [ONE.doc_id]


def test_what_is_known_tells_what_need_not_be_read(archive: Archive) -> None:
    archive.write(ONE, read(ONE, "1"))
    archive.write(TWO, unread(TWO, DamagedFile()))
    known = archive.known()
    assert known.documents[str(ONE.doc_id)].status == "ok"
    assert known.documents[str(TWO.doc_id)].error_code == "damaged"
    assert known.is_at_home(ONE)
    assert not known.is_at_home(intake("甲", "甲.docx", "乙/甲.docx"))
    assert not known.is_at_home(THREE)


def test_the_standing_of_chosen_contents(archive: Archive) -> None:
    archive.write(ONE, read(ONE, "1"))
    archive.write(TWO, read(TWO, "2"))
    standings = archive.standings([str(TWO.doc_id), str(THREE.doc_id)])
    assert {doc_id: each.heshu_version for doc_id, each in standings.items()} == {TWO.doc_id: "2"}
    assert archive.standings([]) == {}


def test_a_view_is_one_moment(archive: Archive) -> None:
    archive.write(ONE, read(ONE))
    with archive.view() as now:
        assert now.count("documents") == 1
        archive.write(TWO, read(TWO))
        assert now.count("documents") == 1
    with archive.view() as now:
        assert now.count("documents") == 2


def test_dispositions_are_kept_in_the_order_they_were_made(archive: Archive) -> None:
    later = replace(DISPOSITION, at=datetime(2024, 6, 1, tzinfo=UTC), note=None, key="a")
    archive.dispose([later])
    archive.dispose([DISPOSITION])
    with archive.view() as now:
        assert [row["key"] for row in now.rows("dispositions")] == ["k1", "a"]


def test_reports_come_back(archive: Archive) -> None:
    for each in (ONE, TWO):
        archive.write(each, read(each))
    with archive.view() as now:
        (report,) = now.reports([str(TWO.doc_id)])
        assert len(list(now.reports())) == 2
    expected = report_of(str(TWO.doc_id))
    assert report.figures == expected.figures
    assert report.projects == expected.projects
    assert report.findings == expected.findings
    assert report.document.notes == (*expected.document.notes, *expected.notes)
    assert [type(block) for block in report.document.blocks] == [
        type(block) for block in expected.document.blocks
    ]


def test_several_writers_at_once_do_each_other_no_harm(address: str, tmp_path: Path) -> None:
    files = [intake(str(number), f"{number}.docx") for number in range(12)]

    def ingest(_run: int) -> None:
        with Archive.open(address, create=True) as archive:
            for each in files:
                archive.write(each, read(each))

    with ThreadPoolExecutor(3) as runs:
        list(runs.map(ingest, range(3)))
    with (
        Archive.open(address) as archive,
        Archive.open(str(tmp_path / "alone.db"), create=True) as alone,
    ):
        for each in files:
            alone.write(each, read(each))
        assert contents(archive) == contents(alone)


def test_every_table_can_be_searched_by_what_it_belongs_to() -> None:
    for table in METADATA.tables.values():
        indexed = {index.columns[0].name for index in table.indexes}
        indexed.update(column.name for column in list(table.primary_key)[:1])
        assert {"doc_id", "report_id"} & set(table.columns.keys()) <= indexed


def _entries(archive: Archive):
    with archive.view() as now:
        return list(now.documents())
