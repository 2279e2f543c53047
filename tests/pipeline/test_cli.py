"""The command: what it prints, where, and with which exit status."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from heshu.pipeline.cli import cli, main
from heshu.schemas.tables import TABLES
from paths import needs_shared, shared

REPORT = "云屏市文化馆2022年度送戏下乡项目绩效自评报告\n一、基本情况\n全年执行数1250.5万元。\n"
LATER = {"serve"}
"""Commands of the contract that later versions bring."""


@dataclass
class Outcome:
    """Exit status and what was printed."""

    status: object
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "报告.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["heshu", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return Outcome(left.value.code, printed.out, printed.err)

    return call


def test_one_file_without_out_prints_a_summary(run: Run, report: Path) -> None:
    outcome = run("extract", report)
    assert outcome.status == 0
    assert "送戏下乡项目" in outcome.out
    assert "1250.5万元" in outcome.out
    assert outcome.err == ""


def test_several_files_without_out_print_a_line_each(run: Run, report: Path) -> None:
    report.with_name("另一份.txt").write_text(REPORT + "\n", encoding="utf-8")
    outcome = run("extract", report.parent)
    assert [line.split("  ")[0] for line in outcome.out.splitlines()] == ["另一份.txt", "报告.txt"]
    assert "1 个数字" in outcome.out


@pytest.mark.parametrize(
    ("format", "file"),
    [
        ("csv", "figures.csv"),
        ("parquet", "figures.parquet"),
        ("jsonl", "figures.jsonl"),
        ("xlsx", "heshu.xlsx"),
    ],
)
def test_out_writes_tables(run: Run, report: Path, tmp_path: Path, format: str, file: str) -> None:
    outcome = run("extract", report, "--out", tmp_path / "out", "--format", format)
    assert outcome.status == 0
    assert (tmp_path / "out" / file).is_file()
    assert outcome.out == ""
    assert "读出 1 个文件" in outcome.err


def test_a_failed_file_is_named_with_its_code_and_what_to_do(run: Run, report: Path) -> None:
    (report.parent / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    outcome = run("extract", report.parent)
    assert outcome.status == 1
    assert "[damaged] 坏.docx：" in outcome.err
    assert "请" in outcome.err
    assert "报告.txt" in outcome.out


def test_files_that_are_no_reports_are_counted(run: Run, report: Path) -> None:
    (report.parent / "a.json").write_text("{}", encoding="utf-8")
    outcome = run("extract", report.parent)
    assert outcome.status == 0
    assert "另有 1 个文件不是报告" in outcome.err


def test_a_folder_without_reports_is_told(run: Run, tmp_path: Path) -> None:
    outcome = run("extract", tmp_path)
    assert (outcome.status, outcome.out) == (0, "")
    assert "没有找到" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (("extract",), "缺少参数", "Missing argument"),
        (("extract", "a", "--fast"), "没有这个选项（--fast）", "No such option"),
        (("extract", "a", "--out", "b", "--format", "doc"), "（--format）", "Invalid value"),
        (("extract", "a", "--format", "csv"), "--out", "usage"),
        (("extract", "a", "--timeout", "0"), "（--timeout）", "Invalid value"),
        (("mend",), "用法有误", "No such command"),
        (("tables", "figures"), "用法有误", "unexpected extra argument"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(
    run: Run, arguments: tuple[str, ...], chinese: str, english: str
) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert chinese in outcome.err
    assert english in outcome.err


def test_out_that_is_a_file_is_wrong_usage(run: Run, report: Path) -> None:
    assert run("extract", report, "--out", report).status == 2


def test_many_files_show_progress_in_plain_lines(run: Run, report: Path) -> None:
    for number in range(5):
        report.with_name(f"{number}.txt").write_text(REPORT + str(number), encoding="utf-8")
    assert "6/6" in run("extract", report.parent).err


def test_tables_prints_the_dictionary(run: Run) -> None:
    outcome = run("tables")
    assert outcome.status == 0
    for table in TABLES:
        assert table.chinese in outcome.out
        for column in table.columns:
            assert column.name in outcome.out
            assert column.meaning_zh in outcome.out
            assert column.meaning_en in outcome.out
            assert all(f"{value} {label}" in outcome.out for value, label in column.labels)


@pytest.mark.parametrize("arguments", [("--help",), ("extract", "--help"), ("--version",)])
def test_help_and_version(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.status == 0
    assert outcome.out


@needs_shared
def test_the_contracts_commands_exist() -> None:
    contract = shared("CONTRACT.md").read_text(encoding="utf-8").partition("## Commands")[2]
    promised = set(re.findall(r"`heshu (\w+)", contract))
    assert promised - LATER <= set(cli.commands)


def heshu(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "heshu", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, check=False)


def test_a_gbk_console_gets_marks_for_what_it_lacks(report: Path) -> None:
    report.write_text(REPORT.replace("送戏", "𠮷戏㎡"), encoding="utf-8")
    done = heshu("extract", report, PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "全年执行数" in done.stdout.decode("gbk")


def test_help_loads_none_of_the_heavy_libraries() -> None:
    code = "import sys, heshu.pipeline.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"spacy", "jieba", "pandas", "pyarrow", "lxml", "rich", "sqlalchemy", "docx"}
    assert not heavy & set(done.stdout.split())


def test_a_reader_of_the_output_that_stops_early_is_no_fault() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "heshu", "tables"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.wait()
    process.stderr.close()
