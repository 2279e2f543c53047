"""Folders ingested into archives, and what is in these, for the tests of ingesting."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from archived import contents
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.entry import DocumentEntry
from heshu.pipeline.ingest import Ingestion, ReadAll, Step, ingest_plan
from heshu.pipeline.reading import Job, Reading, read_job
from heshu.pipeline.run import find

REPORT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n一、基本情况\n全年执行数{}万元。\n"


def report(amount: object) -> bytes:
    return REPORT.format(amount).encode()


def fill(folder: Path) -> Path:
    """Two reports, a copy, a broken file and a picture."""
    (folder / "二").mkdir(parents=True)
    (folder / "甲.txt").write_bytes(report(12))
    (folder / "二" / "乙.txt").write_bytes(report(34))
    (folder / "二" / "副本.txt").write_bytes(report(12))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "图.png").write_bytes(b"\x89PNG")
    return folder


def here(_files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
    """Reading in this very process, one file after the other."""
    for job in jobs:
        yield job, read_job(job)


def ingest(
    address: str,
    *paths: Path,
    read_all: ReadAll = here,
    retry_failed: bool = False,
    password: str | None = None,
    watch: Callable[[Step], None] | None = None,
) -> Ingestion:
    with Archive.open(address, create=True) as archive:
        plan = find(paths, password=password)
        return ingest_plan(plan, archive, read_all, retry_failed, watch)


def entries(address: str) -> dict[str, DocumentEntry]:
    with Archive.open(address) as archive, archive.view() as now:
        return {entry.path: entry for entry in now.documents(superseded=True)}


def figures(address: str) -> list[str]:
    with Archive.open(address) as archive, archive.view() as now:
        return sorted(str(row["text"]) for row in now.rows("figures"))


def everything(address: str) -> dict[str, list[str]]:
    with Archive.open(address) as archive:
        return contents(archive)
