"""Reading one file from Python, and extracting many into tables."""

import csv
import io
import signal
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

import heshu
from heshu.pipeline.interrupts import deferred_interrupt
from heshu.pipeline.outputs.csv import CsvWriter
from heshu.pipeline.rows import Rows

REPORT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n一、基本情况\n全年执行数1250.5万元。\n"
RUN = {"ingested_at", "seconds"}
"""What may differ between two runs."""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "报告"
    (folder / "二").mkdir(parents=True)
    (folder / "甲.txt").write_text(REPORT, encoding="utf-8")
    (folder / "二" / "乙.txt").write_text(REPORT.replace("1250.5", "88"), encoding="gb18030")
    (folder / "二" / "丙.txt").write_text(REPORT, encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "图.png").write_bytes(b"\x89PNG")
    return folder


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            {name: value for name, value in row.items() if name not in RUN}
            for row in csv.DictReader(file)
        ]


def test_read_gives_facts_and_frames(reports: Path) -> None:
    result = heshu.read(reports / "甲.txt")
    assert result.document.name == "甲.txt"
    assert len(result.reports) == 1
    assert [figure.value for figure in result.figures] == [Decimal(12505000)]
    frames = result.frames()
    assert list(frames["figures"]["text"]) == ["1250.5万元"]
    assert frames["documents"]["status"].iloc[0] == "ok"


@pytest.mark.parametrize("name", ["没有.docx", "坏.docx"])
def test_read_raises_what_is_wrong_with_the_file(reports: Path, name: str) -> None:
    with pytest.raises(heshu.FileError):
        heshu.read(reports / name)


def test_extract_writes_what_it_could_read_and_tells_of_the_rest(
    reports: Path, tmp_path: Path
) -> None:
    done = heshu.extract([reports], tmp_path / "out")
    assert (done.read, done.ignored) == (2, 1)
    (failed,) = done.failed
    assert (failed.path, failed.status, failed.error_code) == ("坏.docx", "failed", "damaged")
    assert failed.error is not None
    assert failed.error.startswith("坏.docx：")
    documents = rows(tmp_path / "out", "documents")
    assert [(row["path"], row["status"]) for row in documents] == [
        ("二/丙.txt", "ok"),
        ("二/乙.txt", "ok"),
        ("坏.docx", "failed"),
    ]
    assert documents[0]["also_at"] == '["甲.txt"]'
    assert [row["text"] for row in rows(tmp_path / "out", "figures")] == ["1250.5万元", "88万元"]


def test_two_runs_give_the_same_rows_whatever_the_order_of_arguments(
    reports: Path, tmp_path: Path
) -> None:
    heshu.extract([reports / "二", reports / "坏.docx"], tmp_path / "1")
    heshu.extract([reports / "坏.docx", reports / "二"], tmp_path / "2")
    for file in (tmp_path / "1").iterdir():
        assert rows(tmp_path / "1", file.stem) == rows(tmp_path / "2", file.stem)


def test_places_quote_the_text_they_point_at(reports: Path, tmp_path: Path) -> None:
    heshu.extract([reports], tmp_path / "out")
    blocks = {(row["doc_id"], row["block"]): row for row in rows(tmp_path / "out", "blocks")}
    for figure in rows(tmp_path / "out", "figures"):
        text = blocks[figure["doc_id"], figure["block"]]["text"]
        assert text[int(figure["start"]) : int(figure["end"])] == figure["text"]


def test_members_of_an_archive_are_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("2022/甲.txt", REPORT)
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    done = heshu.extract([tmp_path / "a.zip"], tmp_path / "out")
    assert done.failed == ()
    (row,) = rows(tmp_path / "out", "documents")
    assert (row["path"], row["name"]) == ("a.zip/2022/甲.txt", "甲.txt")


def test_a_path_that_is_not_there_is_a_failed_row(reports: Path, tmp_path: Path) -> None:
    done = heshu.extract([reports / "甲.txt", reports / "没有.docx"], tmp_path / "out")
    (failed,) = done.failed
    assert (failed.error_code, failed.doc_id, done.read) == ("not-there", None, 1)


def test_watch_is_called_after_every_file(reports: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    heshu.extract(
        [reports],
        tmp_path / "out",
        watch=lambda now: seen.append((now.entry.name, now.done, now.total)),
    )
    assert seen == [("丙.txt", 1, 3), ("乙.txt", 2, 3), ("坏.docx", 3, 3)]


def test_an_interruption_leaves_whole_rows_of_what_was_finished(
    reports: Path, tmp_path: Path
) -> None:
    def stop(_now: heshu.Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(heshu.Interrupted):
        heshu.extract([reports], tmp_path / "out", watch=stop)
    (folder,) = (tmp_path / "out").iterdir()
    assert [row["path"] for row in rows(folder, "documents")] == ["二/丙.txt"]
    assert [row["text"] for row in rows(folder, "figures")] == ["1250.5万元"]


def test_a_full_disk_is_told_and_leaves_nothing(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: CsvWriter, _rows: Rows) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(CsvWriter, "write", refuse)
    with pytest.raises(heshu.OutputError, match="磁盘已满"):
        heshu.extract([reports], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_ctrl_c_waits_for_the_rows_of_a_document() -> None:
    finished = False
    with pytest.raises(KeyboardInterrupt), deferred_interrupt():
        signal.raise_signal(signal.SIGINT)
        finished = True
    assert finished
