"""Ingesting: what is read, what is left as it is, and in which order it may happen."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import heshu
from heshu.pipeline import ingest as ingesting
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.ingest import Step
from heshu.pipeline.reading import Job, Reading, read_job
from heshu.pipeline.rows import document_rows
from heshu.schemas.errors import ArchiveError, Interrupted
from ingested import entries, everything, figures, fill, here, ingest, report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "报告")


def backwards(_files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
    """Reading in the worst of orders."""
    yield from ((job, read_job(job)) for job in reversed(list(jobs)))


def test_a_folder_is_written_and_told(address: str, folder: Path) -> None:
    done = ingest(address, folder)
    assert (done.read, done.present, done.given_up, done.ignored) == (2, 0, (), 1)
    assert [entry.path for entry in done.failed] == ["坏.docx"]
    found = entries(address)
    assert {path: entry.status for path, entry in found.items()} == {
        "二/乙.txt": "ok",
        "二/副本.txt": "ok",
        "坏.docx": "failed",
    }
    assert found["二/副本.txt"].also_at == ("甲.txt",)
    assert figures(address) == ["12万元", "34万元"]


def test_what_was_read_is_not_read_again(address: str, folder: Path) -> None:
    ingest(address, folder)
    before = everything(address)
    seen: list[Step] = []
    done = ingest(address, folder, watch=seen.append)
    assert (done.read, done.present, done.given_up, done.failed) == (0, 2, ("damaged",), ())
    assert seen == []
    assert everything(address) == before


def test_another_version_reads_all_again(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(address, folder)
    monkeypatch.setattr(ingesting, "__version__", "later")
    done = ingest(address, folder)
    assert (done.read, len(done.failed), done.present) == (2, 1, 0)
    assert figures(address) == ["12万元", "34万元"]


def test_failures_are_tried_again_when_asked(address: str, folder: Path) -> None:
    ingest(address, folder)
    done = ingest(address, folder, retry_failed=True)
    assert (done.read, len(done.failed), done.present) == (0, 1, 2)


@pytest.mark.parametrize(
    ("code", "password", "tried"),
    [
        ("crashed", None, True),
        ("missing-tool", None, True),
        ("fault", None, False),
        ("time-limit", None, False),
        ("encrypted", None, False),
        ("encrypted", "secret", True),
    ],
)
def test_what_may_have_passed_is_tried_again(
    address: str, folder: Path, code: str, password: str | None, tried: bool
) -> None:
    def fail(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        for job, reading in here(files, jobs):
            entry = replace(reading.entry, status="failed", error_code=code)
            yield job, Reading(entry, document_rows(entry, None, ()))

    ingest(address, folder / "甲.txt", read_all=fail)
    done = ingest(address, folder / "甲.txt", password=password)
    assert done.read == (1 if tried else 0)
    assert done.given_up == (() if tried else (code,))


def test_the_order_of_reading_does_not_change_the_rows(
    address: str, folder: Path, tmp_path: Path
) -> None:
    ingest(address, folder)
    ingest(str(tmp_path / "b.db"), folder, read_all=backwards)
    assert everything(address) == everything(str(tmp_path / "b.db"))


def test_one_file_after_the_other_gives_the_rows_of_the_folder(
    address: str, folder: Path, tmp_path: Path
) -> None:
    for file in sorted(folder.rglob("*.*"), reverse=True):
        if file.suffix != ".png":
            ingest(address, file)
    ingest(address, folder)
    ingest(str(tmp_path / "b.db"), folder)
    assert everything(address) == everything(str(tmp_path / "b.db"))


def test_changed_files_supersede_what_they_were(address: str, folder: Path) -> None:
    ingest(address, folder)
    (folder / "二" / "乙.txt").write_bytes(report(56))
    done = ingest(address, folder)
    assert (done.read, done.present) == (1, 1)
    assert figures(address) == ["12万元", "56万元"]
    with Archive.open(address) as archive, archive.view() as now:
        statuses = sorted(entry.status for entry in now.documents(superseded=True))
    assert statuses == ["failed", "ok", "ok", "superseded"]


def test_a_renamed_file_is_known_by_its_bytes(address: str, folder: Path) -> None:
    ingest(address, folder)
    (folder / "二" / "乙.txt").rename(folder / "一.txt")
    assert ingest(address, folder).read == 0
    assert entries(address)["一.txt"].also_at == ("二/乙.txt",)


def test_rows_that_the_archive_refuses_cost_their_file_only(address: str, folder: Path) -> None:
    def doubled(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        for job, reading in here(files, jobs):
            if job.intake.name == "乙.txt":
                reading.rows.tuples["figures"] *= 2
            yield job, reading

    done = ingest(address, folder, read_all=doubled)
    assert (done.read, len(done.failed)) == (1, 2)
    assert entries(address)["二/乙.txt"].error_code == "fault"
    assert figures(address) == ["12万元"]


def test_what_another_run_has_written_meanwhile_is_not_read(address: str, folder: Path) -> None:
    def after_another(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        ingest(address, folder)
        yield from here(files, jobs)

    done = ingest(address, folder, read_all=after_another)
    assert (done.read, done.present, len(done.given_up)) == (0, 2, 1)


def test_ctrl_c_leaves_whole_documents_and_a_second_run_goes_on(
    address: str, folder: Path, tmp_path: Path
) -> None:
    def press(_step: Step) -> None:
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(Interrupted, match="已写入 1 个文件"):
        ingest(address, folder, watch=press)
    assert len(entries(address)) == 1
    assert ingest(address, folder).read == 1
    ingest(str(tmp_path / "b.db"), folder)
    assert everything(address) == everything(str(tmp_path / "b.db"))


def test_the_archive_in_the_folder_is_no_input(folder: Path) -> None:
    archive = str(folder / "heshu.db")
    for _ in range(2):
        assert heshu.ingest([folder], archive).ignored == 1


def test_workers_read_what_this_process_reads(folder: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    done = heshu.ingest([folder], str(tmp_path / "a.db"), watch=steps.append)
    assert (done.archive, done.read) == (str(tmp_path / "a.db"), 2)
    assert sorted(step.done for step in steps) == [1, 2, 3]
    assert sum(step.figures for step in steps) == 2
    ingest(str(tmp_path / "b.db"), folder)
    assert everything(str(tmp_path / "a.db")) == everything(str(tmp_path / "b.db"))


def test_an_archive_that_cannot_be_opened_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        heshu.ingest([tmp_path / "没有.txt"], str(tmp_path / "没有" / "a.db"))
