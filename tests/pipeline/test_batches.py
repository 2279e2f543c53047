"""Old Office files in batches: what goes together, and what a bad one costs the others."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from compound_files import compound_file
from heshu.extractors.readers import converting, legacy_office
from heshu.extractors.readers.legacy_program import Ending, run_office
from heshu.pipeline import batches as module
from heshu.pipeline.batches import LOOKED_AT, batches, read_batch
from heshu.pipeline.intake import Intake
from heshu.pipeline.locations import Location
from heshu.pipeline.reading import Job, Reading, convert_jobs
from heshu.pipeline.run import Limits, find, readings
from heshu.pipeline.workers import Worker
from heshu.schemas.file_errors import MemoryLimit
from old_word import needs_office, old_word_file, old_workbook
from workbooks import form, saved

TEXT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n全年预算{}万元，执行率98.5%。"


class HereWorker(Worker):
    """A worker that does its calls in this process, and fails where it is told to."""

    def __init__(self, fails: Callable[[Sequence[Job]], bool] = lambda _: False) -> None:
        super().__init__(seconds=100, megabytes=512)
        self._fails = fails

    def run(self, function: Callable[..., object], *args: object, times: int = 1) -> object:  # type: ignore[override]
        if function is convert_jobs and self._fails(args[0]):  # type: ignore[arg-type]
            raise MemoryLimit(f"{times} 个文件")
        return function(*args)


def job(name: str, size: int = 10) -> Job:
    old = name.endswith((".doc", ".xls"))
    return Job(Intake(name, Location(Path(name)), sha256="0", bytes=size, old_office=old))


def together(*jobs: Job) -> list[str]:
    return [" ".join(each.intake.name for each in batch) for batch in batches(jobs)]


def test_old_files_go_together_where_the_first_of_them_stands() -> None:
    names = ["a.pdf", "b.doc", "c.docx", "d.xls", "e.txt", "f.doc"]
    assert together(*map(job, names)) == ["a.pdf", "b.doc d.xls f.doc", "c.docx", "e.txt"]
    assert together() == []


def test_a_batch_has_its_bounds() -> None:
    sizes = [len(batch) for batch in batches(job(f"{at}.doc") for at in range(45))]
    assert sizes == [20, 20, 5]
    big = module.BATCH_BYTES
    assert together(job("a.doc", big), job("b.doc"), job("c.doc", big - 10), job("d.doc")) == [
        "a.doc",
        "b.doc c.doc",
        "d.doc",
    ]


def test_only_the_next_files_are_looked_at() -> None:
    taken: list[str] = []

    def jobs(names: Sequence[str]):
        for name in names:
            taken.append(name)
            yield job(name)

    names = ["0.doc", *(f"{at}.txt" for at in range(1, LOOKED_AT + 50)), "last.doc"]
    given = batches(jobs(names))
    assert [each.intake.name for each in next(given)] == ["0.doc"]
    assert len(taken) == LOOKED_AT + 1
    assert [each.intake.name for batch in given for each in batch] == names[1:]


def _word_file(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each start of a program that stands for LibreOffice was given."""
    given: list[int] = []

    def start(_office: Path, files: Sequence[Path], folder: Path, to: str, _s: float) -> Ending:
        given.append(len(files))
        for file in files:
            task, _, text = file.read_bytes().rpartition(b"TASK ")[2].decode().partition(" ")
            if task in {"crashed", "late"}:
                return "late" if task == "late" else "crashed"
            if task == "good":
                (folder / f"{file.stem}.{to}").write_bytes(_word_file(text))
        return "done"

    monkeypatch.setattr(legacy_office, "run_office", start)
    for each in (legacy_office, converting):
        monkeypatch.setattr(each, "find_office", lambda: Path("soffice"))
    return given


def plan_of(folder: Path, *tasks: str) -> tuple[Job, ...]:
    """Old Word files that say what is to become of them."""
    for at, task in enumerate(tasks):
        told = f"TASK {task} {TEXT.format(at + 100)}".encode()
        (folder / f"{at:02}.doc").write_bytes(compound_file("WordDocument") + told)
    return tuple(Job(intake) for intake in find([folder]).intakes)


def outcomes(told: Sequence[Reading]) -> list[str]:
    return [each.entry.error_code or each.entry.status for each in told]


def facts(told: Reading) -> object:
    """What a reading says but for when it was, and how long it took."""
    return replace(told.entry, ingested_at=None, seconds=0), {  # type: ignore[arg-type]
        name: rows for name, rows in told.rows.tuples.items() if name != "documents"
    }


@pytest.mark.parametrize(
    ("fault", "code"), [("crashed", "crashed"), ("late", "time-limit"), ("refuse", "damaged")]
)
def test_a_bad_file_costs_only_itself(
    tmp_path: Path, starts: list[int], fault: str, code: str
) -> None:
    jobs = plan_of(tmp_path, "good", fault, "good", "good", "good")
    told = read_batch(HereWorker(), jobs)
    assert outcomes(told) == ["ok", code, "ok", "ok", "ok"]
    assert [each.entry.name for each in told] == [job.intake.name for job in jobs]
    assert [each.entry.doc_id for each in told] == [job.intake.doc_id for job in jobs]
    assert {each.entry.format for each in told} == {"doc"}
    assert starts[0] == 5
    assert len(starts) < 5


def test_a_file_says_the_same_alone_and_in_company(tmp_path: Path, starts: list[int]) -> None:
    jobs = plan_of(tmp_path, "good", "late", "good", "refuse")
    batch = read_batch(HereWorker(), jobs)
    before = len(starts)
    alone = [read_batch(HereWorker(), (each,))[0] for each in jobs]
    assert list(map(facts, batch)) == list(map(facts, alone))
    assert len(starts) - before == 4


def test_a_batch_that_a_worker_dies_over_is_halved(tmp_path: Path, starts: list[int]) -> None:
    tried: list[int] = []

    def fails(jobs: Sequence[Job]) -> bool:
        tried.append(len(jobs))
        return any(each.intake.name == "05.doc" for each in jobs)

    told = read_batch(HereWorker(fails), plan_of(tmp_path, *["good"] * 8))
    assert outcomes(told) == [*["ok"] * 5, "memory-limit", "ok", "ok"]
    assert tried == [8, 4, 4, 2, 1, 1, 2]
    assert starts == [4, 1, 2]


def test_without_the_program_each_file_says_so(
    tmp_path: Path, starts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (legacy_office, converting):
        monkeypatch.setattr(each, "find_office", lambda: None)
    told = read_batch(HereWorker(), plan_of(tmp_path, "good", "good"))
    assert outcomes(told) == ["missing-tool", "missing-tool"]
    assert starts == []


def test_a_file_that_changed_meanwhile_is_not_converted(tmp_path: Path, starts: list[int]) -> None:
    jobs = plan_of(tmp_path, "good", "good")
    (tmp_path / "00.doc").write_bytes(compound_file("WordDocument") + b"TASK good more")
    assert outcomes(read_batch(HereWorker(), jobs)) == ["changing", "ok"]
    assert starts == [1]


@needs_office
def test_real_files_of_two_kinds_take_two_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(6):
        data = old_word_file(_word_file(TEXT.format(at + 100)))
        (tmp_path / f"{at}.doc").write_bytes(data)
    for at in range(2):
        book = form()
        book.active["A20"] = f"第{at}份"  # type: ignore[index]
        (tmp_path / f"{at}.xls").write_bytes(old_workbook(saved(book)))
    given: list[int] = []

    def counted(office: Path, files: Sequence[Path], folder: Path, to: str, s: float) -> Ending:
        given.append(len(files))
        return run_office(office, files, folder, to, s)

    monkeypatch.setattr(legacy_office, "run_office", counted)
    (batch,) = batches(Job(intake) for intake in find([tmp_path]).intakes)
    told = read_batch(HereWorker(), batch)
    assert outcomes(told) == ["ok"] * 8
    assert given == [6, 2]
    assert facts(told[3]) == facts(read_batch(HereWorker(), batch[3:4])[0])
    assert facts(told[7]) == facts(read_batch(HereWorker(), batch[7:])[0])


@needs_office
def test_a_run_gives_old_and_new_files_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for at, name in enumerate(["1.doc", "2.txt", "3.doc", "4.txt", "5.doc"]):
        text = TEXT.format(at + 100)
        data = old_word_file(_word_file(text)) if name.endswith(".doc") else text.encode()
        (tmp_path / name).write_bytes(data)
    with closing(readings(find([tmp_path]), Limits())) as results:
        told = list(results)
    assert [each.entry.name for each in told] == ["1.doc", "2.txt", "3.doc", "4.txt", "5.doc"]
    assert outcomes(told) == ["ok"] * 5
