"""``heshu audit`` and ``heshu rules``: what they print and write, and their exit status."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from heshu.pipeline.checks.rules import audit_rules
from heshu.pipeline.cli import main
from heshu.schemas.definitions.checks import FINDINGS
from pdf_files import PdfPages

REPORT = """云屏市水务局2023年度供水项目绩效自评报告
一、资金情况
本项目全年预算数200万元，全年执行数180万元，预算执行率95%。
培训干部36人次。
"""
Run = Callable[..., tuple[object, str, str]]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "报告.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["heshu", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return left.value.code, printed.out, printed.err

    return call


def test_without_out_the_doubts_are_listed_with_proof_and_place(run: Run, report: Path) -> None:
    status, out, _ = run("audit", report)
    assert status == 0
    assert "F02" in out
    assert "180 ÷ 200 = 90.00% ≠ 95%" in out
    assert "“95%”  第3段" in out
    assert "未核对" in out


@pytest.mark.parametrize("suffix", [".xlsx", ".html", ".json"])
def test_out_writes_the_form_of_its_suffix(
    run: Run, report: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / "新建" / f"结果{suffix.upper()}"
    status, shown, told = run("audit", report, "--out", out)
    assert (status, shown) == (0, "")
    assert out.is_file()
    assert [each.name for each in out.parent.iterdir()] == [out.name]
    assert "疑点" in told
    assert str(out) in told


def test_json_holds_the_rows_of_the_contract(run: Run, report: Path, tmp_path: Path) -> None:
    run("audit", report, "--out", tmp_path / "a.json")
    account = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert {"documents", "reports", "findings", "untouched"} <= set(account)
    (found,) = (row for row in account["findings"] if row["rule"] == "F02")
    assert tuple(found) == FINDINGS.names
    assert (found["verdict"], found["stated"], found["expected"]) == ("fail", "0.95", "0.9")
    assert "36人次" in [row["text"] for row in account["untouched"]]


def test_strict_fails_where_an_error_stands(run: Run, report: Path) -> None:
    assert run("audit", report, "--strict")[0] == 1
    report.write_text(REPORT.replace("95%", "90%"), encoding="utf-8")
    assert run("audit", report, "--strict")[0] == 0


def test_a_rule_is_switched_off_by_its_id(run: Run, report: Path) -> None:
    assert "F02" not in run("audit", report, "--without", "f02")[1]


def test_a_profile_is_taken_by_its_name(run: Run, report: Path) -> None:
    assert run("audit", report, "--profile", "sichuan")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--without", "F99"), "没有规则 F99"),
        (("--profile", "atlantis"), "sichuan"),
        (("--out", "a.doc"), ".xlsx"),
    ],
)
def test_what_does_not_exist_is_wrong_usage(
    run: Run, report: Path, arguments: tuple[str, ...], told: str
) -> None:
    status, _, error = run("audit", report, *arguments)
    assert status == 2
    assert told in error


def test_a_file_that_fails_is_told_and_the_others_are_audited(run: Run, report: Path) -> None:
    (report.parent / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    status, out, error = run("audit", report.parent)
    assert status == 1
    assert "[damaged]" in error
    assert "F02" in out


def test_several_files_are_told_apart(run: Run, report: Path) -> None:
    other = REPORT.replace("水务局", "农业局")
    report.with_name("另一份.txt").write_text(other, encoding="utf-8")
    out = run("audit", report.parent)[1]
    assert "报告.txt：云屏市水务局" in out
    assert "另一份.txt：云屏市农业局" in out


def test_nothing_to_read_is_told(run: Run, tmp_path: Path) -> None:
    status, out, error = run("audit", tmp_path)
    assert (status, out) == (0, "")
    assert "没有找到" in error


def test_what_the_command_wrote_is_no_input_of_its_next_run(run: Run, report: Path) -> None:
    out = report.with_name("结果.html")
    first = run("audit", report.parent, "--out", out)[2]
    assert run("audit", report.parent, "--out", out)[2] == first


def test_rules_prints_every_rule(run: Run) -> None:
    status, out, _ = run("rules")
    assert status == 0
    for rule in audit_rules().values():
        assert f"{rule.id}  {rule.chinese}  {rule.english}" in out
        assert rule.formula in out


def test_what_an_audit_wrote_into_the_folder_is_no_report(run: Run, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(pdf_content())
    for name in ("批注.pdf", "底稿.xlsx", "网页.html"):
        run("audit", tmp_path, "--out", tmp_path / name)
    (tmp_path / "下级").mkdir()
    (tmp_path / "批注.pdf").rename(tmp_path / "下级" / "转存.pdf")
    _, _, told = run("audit", tmp_path, "--out", tmp_path / "结果.json")
    assert "跳过核数自己写出的文件 3 个：" in told
    assert "下级/转存.pdf" in told
    account = json.loads((tmp_path / "结果.json").read_text(encoding="utf-8"))
    assert [row["path"] for row in account["documents"]] == ["报告.pdf"]


def test_a_file_that_is_named_is_read_whoever_wrote_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(pdf_content())
    run("audit", tmp_path / "报告.pdf", "--out", tmp_path / "批注.pdf")
    status, out, told = run("audit", tmp_path / "批注.pdf")
    assert status == 0
    assert "F02" in out
    assert "跳过" not in told


def pdf_content() -> bytes:
    pages = PdfPages()
    for at, line in enumerate(REPORT.strip().splitlines()):
        pages.text(90, 80 + 30 * at, line)
    return pages.data()
