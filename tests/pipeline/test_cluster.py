"""A cluster of several worker processes gives the rows that this machine gives alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import distributed
import pytest

from archived import contents
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.cluster import cluster_at
from heshu.pipeline.ingest import Ingestion, ReadAll, ingest_plan, workers_with
from heshu.pipeline.reading import Job, Reading
from heshu.pipeline.run import Limits, find
from heshu.schemas.errors import ClusterError

REPORT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n一、基本情况\n全年执行数{}万元。\n"
LIMITS = Limits(seconds=60)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    make = cast(Any, distributed).LocalCluster
    with make(n_workers=3, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "报告"
    folder.mkdir()
    for at in range(12):
        (folder / f"{at:02}.txt").write_text(REPORT.format(100 + at), encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    return folder


def rows_of(folder: Path, database: Path, read_all: ReadAll) -> tuple[Ingestion, object]:
    with Archive.open(str(database), create=True) as archive:
        done = ingest_plan(find([folder]), archive, read_all)
        return done, contents(archive)


def killing_one(read_all: ReadAll, cluster: Any) -> ReadAll:
    """The same, and one of the cluster's processes is killed on the way."""

    def reading(files: int, jobs: Iterable[Job]) -> Generator[tuple[Job, Reading]]:
        for at, result in enumerate(read_all(files, jobs)):
            if at == 3:
                victim = next(iter(cluster.workers.values()))
                os.kill(victim.process.pid, signal.SIGKILL)
            yield result

    return reading


def test_rows_are_those_of_one_machine(cluster: Any, folder: Path, tmp_path: Path):
    alone = rows_of(folder, tmp_path / "alone.db", workers_with(LIMITS))
    spread = cluster_at(cluster.scheduler_address, LIMITS)
    done, rows = rows_of(folder, tmp_path / "spread.db", spread)
    assert rows == alone[1]
    assert (done.read, len(done.failed)) == (12, 1)


def test_a_killed_worker_costs_nothing(cluster: Any, folder: Path, tmp_path: Path):
    alone = rows_of(folder, tmp_path / "alone.db", workers_with(LIMITS))
    spread = killing_one(cluster_at(cluster.scheduler_address, LIMITS), cluster)
    done, rows = rows_of(folder, tmp_path / "spread.db", spread)
    assert rows == alone[1]
    assert (done.read, len(done.failed)) == (12, 1)


def test_no_cluster_at_the_address(monkeypatch: pytest.MonkeyPatch, folder: Path, tmp_path: Path):
    monkeypatch.setattr("heshu.pipeline.cluster._CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match=r"127\.0\.0\.1:9"):
        rows_of(folder, tmp_path / "a.db", cluster_at("tcp://127.0.0.1:9", LIMITS))
