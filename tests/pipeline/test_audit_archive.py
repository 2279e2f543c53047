"""An archive is audited over years, projects and units; what is found is kept and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import openpyxl
import pytest
from rich.console import Console

from archived import contents
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.audit.archived import EVERYTHING, Scope, audit_archive
from heshu.pipeline.audit.listing import print_audit
from heshu.pipeline.audit.model import Audit
from heshu.pipeline.audit.writing import write_audit
from heshu.pipeline.checks.choice import EVERY_RULE, Choice
from heshu.schemas.errors import UsageError
from samples.make import make
from two_years import COPIED, PEER, UNIT, Slips, add, archive_of, prose, write_reports

WRONG = Slips(prior=55, carried="30.00", staff=27, copied=True, first=True)
WITHIN = {
    "C02 27 ≠ 25",
    "C05 55 ≠ 52",
    "F15 30.00 ≠ 200.00 - 180.00",
}
BETWEEN = {
    "C06 5项完成值、得分全部相同",
    "C07 全市满意度测评：2个单位均为第1",
    "D09 项目实施以来，先后走访乡镇17个、社区4…：2份报告相同",
}

SUMMARY = """# 云屏市文化局2022年度项目支出绩效自评汇总报告
一、总体情况
2022年，我局共实施项目2个，全年预算数500.00万元，全年执行数470.00万元。
~ 单位：万元
| 序号 | 项目名称 | 实施单位 | 全年预算数 | 全年执行数 | 执行率 |
| 1 | 档案数字化项目 | 云屏市档案馆 | 200.00 | 190.00 | 95.00% |
| 2 | 图书展览项目 | 云屏市图书馆 | 300.00 | 280.00 | 93.33% |
| 合计 | < | < | 500.00 | 470.00 | 94.00% |
@ 云屏市文化局
@ 2023年3月10日
"""


def audited(address: str, scope: Scope = EVERYTHING, choice: Choice = EVERY_RULE) -> Audit:
    with Archive.open(address) as archive:
        return audit_archive(archive, scope, choice)


def over_files(audit: Audit) -> set[str]:
    """The doubts over several files, as ``rule statement``."""
    found = (doubt.finding for doubt in audit.doubts)
    return {f"{one.rule} {one.statement}" for one in found if len(one.report_ids) > 1}


def kept(address: str) -> list[str]:
    """The keys of the findings over several documents that the archive keeps."""
    with Archive.open(address) as archive, archive.view() as now:
        rows = list(now.rows("findings"))
    return [str(row["key"]) for row in rows if len(documents(row["report_ids"])) > 1]


def documents(report_ids: object) -> set[str]:
    assert isinstance(report_ids, tuple)
    return {str(one).rpartition("-")[0] for one in cast("tuple[object, ...]", report_ids)}


@pytest.fixture
def wrong(address: str, tmp_path: Path) -> str:
    archive_of(address, write_reports(tmp_path / "报告", WRONG))
    return address


def test_contradictions_between_years_projects_and_units_are_found(wrong: str) -> None:
    assert over_files(audited(wrong)) == WITHIN | BETWEEN


def test_reports_in_order_raise_nothing(address: str, tmp_path: Path) -> None:
    archive_of(address, write_reports(tmp_path / "报告"))
    account = audited(address)
    assert over_files(account) == set()
    assert [doubt for doubt in account.doubts if doubt.finding.severity != "info"] == []
    assert account.unlisted.verdicts["ok"] > 40


def test_what_was_found_is_kept_and_the_same_whenever_it_is_found(wrong: str) -> None:
    audited(wrong)
    keys = kept(wrong)
    assert len(keys) >= len(WITHIN | BETWEEN)
    with Archive.open(wrong) as archive:
        before = contents(archive)
        audit_archive(archive, EVERYTHING)
        assert contents(archive) == before
    assert kept(wrong) == keys


def test_what_was_found_goes_with_a_document_and_comes_back(wrong: str, tmp_path: Path) -> None:
    audited(wrong)
    with Archive.open(wrong) as archive:
        before = contents(archive)
        add(archive, tmp_path / "报告" / "2022报告.docx")
        lost = kept(wrong)
        audit_archive(archive, EVERYTHING)
        assert contents(archive) == before
    assert 0 < len(lost) < len(kept(wrong))


def test_a_corrected_file_takes_its_contradiction_away(wrong: str, tmp_path: Path) -> None:
    audited(wrong)
    write_reports(tmp_path / "报告", Slips(carried="30.00", staff=27, copied=True, first=True))
    with Archive.open(wrong) as archive:
        add(archive, tmp_path / "报告" / "2023报告.docx")
        with archive.view() as now:
            assert "C05" not in {row["rule"] for row in now.rows("findings")}
    assert over_files(audited(wrong)) == (WITHIN | BETWEEN) - {"C05 55 ≠ 52"}


def test_one_unit_is_told_completely_and_nothing_is_changed(wrong: str) -> None:
    account = audited(wrong, Scope(UNIT))
    assert over_files(account) == WITHIN
    assert {file.entry.name[:4] for file in account.files} == {"2022", "2023"}
    assert account.checked
    assert account.untouched
    assert kept(wrong) == []


def test_one_year_tells_what_concerns_it(wrong: str) -> None:
    account = audited(wrong, Scope(UNIT, 2023))
    assert over_files(account) == {"C05 55 ≠ 52", "F15 30.00 ≠ 200.00 - 180.00"}
    assert {each.report.year for each in account.untouched} == {2023}
    assert [file.is_beside for file in account.files] == [True, True, False, False]
    assert over_files(audited(wrong, Scope(year=2023))) == over_files(account) | {
        "D09 项目实施以来，先后走访乡镇17个、社区4…：2份报告相同"
    }


def test_a_rule_can_be_switched_off_and_nothing_is_kept_then(wrong: str) -> None:
    choice = Choice.of(["c05", "d09", "s20"])
    account = audited(wrong, choice=choice)
    assert {doubt.finding.rule for doubt in account.doubts} == {"C02", "C06", "C07", "F15"}
    assert kept(wrong) == []


def test_keys_are_the_same_for_a_unit_and_for_all(wrong: str) -> None:
    def keys(account: Audit) -> set[str]:
        return {each.finding.key for each in account.doubts if each.report.unit == UNIT}

    alone = keys(audited(wrong, Scope(UNIT)))
    assert alone < keys(audited(wrong))


def test_an_unknown_unit_is_told_with_those_like_it(wrong: str) -> None:
    with pytest.raises(UsageError, match=f"没有单位“档案馆”；相近的有：{UNIT}"):
        audited(wrong, Scope("档案馆"))


def test_a_short_name_and_a_year_without_reports_are_told(wrong: str) -> None:
    with pytest.raises(UsageError, match="云屏市档案馆"):
        audited(wrong, Scope("云屏档案馆"))
    with pytest.raises(UsageError, match="2022、2023"):
        audited(wrong, Scope(year=2030))


def test_reports_of_two_units_in_one_file_are_told_together(address: str, tmp_path: Path) -> None:
    both = "\n".join(
        prose(unit, 2022, 25, "全年举办讲座52次。", COPIED, f"{unit[3:]}利用项目")
        for unit in (UNIT, PEER)
    )
    make(both, tmp_path / "合订本.docx")
    archive_of(address, [tmp_path / "合订本.docx"])
    for scope in (EVERYTHING, Scope(UNIT), Scope(PEER)):
        account = audited(address, scope)
        quoted = [doubt.finding for doubt in account.doubts if doubt.finding.rule == "D09"]
        assert len(quoted) == (scope.unit != PEER)
        for finding in quoted:
            assert len({account.report(each).unit for each in finding.report_ids}) == 2


def test_the_listing_names_the_files_of_quotes_from_others(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    print_audit(audited(wrong), Console(width=400))
    told = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(told) if "C05" in line)
    assert "2022报告.docx，" in "".join(told[at : at + 5])


def test_spellings_of_a_unit_are_one_unit(wrong: str) -> None:
    assert over_files(audited(wrong, Scope(f" {UNIT}（盖章） "))) == WITHIN


def test_aliases_bring_a_unit_together(wrong: str) -> None:
    with Archive.open(wrong) as archive:
        archive.match_units({PEER: UNIT})
    assert over_files(audited(wrong, Scope(PEER))) >= WITHIN
    with Archive.open(wrong) as archive:
        archive.match_units({PEER: None})
    assert over_files(audited(wrong)) == WITHIN | BETWEEN


def test_the_condensed_account_is_written_with_its_quotes(wrong: str, tmp_path: Path) -> None:
    account = audited(wrong)
    write_audit(account, tmp_path / "底稿.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "底稿.xlsx")["疑点"]
    (row,) = (row for row in sheet.iter_rows(values_only=True) if row[2] == "C05")
    assert row[7] == "“52次” “55次”"
    assert str(row[8]).count("第6段") == 2
    write_audit(account, tmp_path / "疑点.json")
    told = json.loads((tmp_path / "疑点.json").read_text(encoding="utf-8"))
    assert len(told["documents"]) == 7
    assert "C05" in {row["rule"] for row in told["findings"]}


def test_a_summary_of_the_department_is_held_against_the_reports_of_its_units(
    wrong: str, tmp_path: Path
) -> None:
    summary = tmp_path / "汇总报告.docx"
    make(SUMMARY, summary)
    with Archive.open(wrong) as archive:
        add(archive, summary)
    doubts = {"C03 190.00 ≠ 180.00"}
    account = audited(wrong, Scope(UNIT))
    assert over_files(account) == WITHIN | doubts
    assert [file.entry.name for file in account.files if file.is_beside] == ["汇总报告.docx"]
    assert over_files(audited(wrong)) == WITHIN | BETWEEN | doubts
    assert over_files(audited(wrong, Scope("云屏市文化局"))) == doubts
