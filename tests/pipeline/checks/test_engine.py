"""What a finding holds, which rules run, and what several reports say of each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heshu.pipeline.checks import engine
from heshu.pipeline.checks.between_reports.together import AcrossCheck
from heshu.pipeline.checks.check import Check
from heshu.pipeline.checks.engine import compare, examine
from heshu.schemas.document import Block, Document, Paragraph
from heshu.schemas.finding import Finding
from heshu.schemas.report import Report

from .faults.written import FORM_AND_SENTENCE, LIST_OF_PROJECTS
from .reading import checked as all_checked
from .reading import document, unchecked


def checked(made: Document) -> Report:
    return all_checked(made)[0]


def by_rule(report: Report, rule: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize("blocks", [LIST_OF_PROJECTS, FORM_AND_SENTENCE], ids=["list", "form"])
def test_a_report_in_order_raises_nothing(blocks: tuple[Block, ...]) -> None:
    report = checked(document(*blocks))
    raised = [one for one in report.findings if one.verdict == "fail"]
    assert [one.statement for one in raised if one.severity != "info"] == []
    assert [note.message for note in report.notes if note.code == "check-failed"] == []


def test_what_holds_is_told_with_its_proof() -> None:
    report = checked(document(*LIST_OF_PROJECTS))
    lines = {(one.rule, one.statement) for one in report.findings if one.verdict == "ok"}
    assert {
        ("F02", "209.00 ÷ 220.00 = 95.00%"),
        ("C01", "209.00 + 465.60 + 171.40 = 846.00"),
        ("X01", "846 = 846.00"),
        ("X02", "94.00% = 94.00%"),
        ("X04", "3 = 3"),
        ("S07", "88.40 良"),
        ("D02", "2023-03-10 > 2022-12-31"),
    } <= lines


def test_a_finding_shows_both_intervals_its_figures_and_its_quotes() -> None:
    finding = by_rule(checked(document(*LIST_OF_PROJECTS)), "F02")[0]
    assert finding.expected_low is not None
    assert finding.expected_high is not None
    assert finding.expected_low < (finding.expected or 0) < finding.expected_high
    assert finding.stated_low is not None
    assert len(finding.figure_ids) == len(finding.quotes) == 3
    assert [quote.text for quote in finding.quotes] == ["209.00", "220.00", "95.00%"]
    assert finding.message.endswith("相符：209.00 ÷ 220.00 = 95.00%。")


def test_keys_do_not_depend_on_values_or_places() -> None:
    first = checked(document(*LIST_OF_PROJECTS))
    later = checked(
        document(LIST_OF_PROJECTS[0], Paragraph("根据要求开展自评。"), *LIST_OF_PROJECTS[1:])
    )
    assert [one.key for one in first.findings] == [one.key for one in later.findings]
    assert len({one.key for one in first.findings}) == len(first.findings)


def test_a_rule_can_be_switched_off() -> None:
    report = examine(unchecked(document(*LIST_OF_PROJECTS)), without={"F02"})[0]
    assert by_rule(report, "F02") == []
    assert by_rule(report, "F04") != []


def test_a_rule_that_breaks_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object):
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(engine, "CHECKS", (Check("F01", broken), *engine.CHECKS))
    report = checked(document(*LIST_OF_PROJECTS))
    assert by_rule(report, "F02") != []
    assert [note.message[:8] for note in report.notes if note.code == "check-failed"] == [
        "核对规则 F01"
    ]


def test_reports_of_two_files_are_compared() -> None:
    one = checked(document(*LIST_OF_PROJECTS))
    other = document(
        *(
            replace(block, text=block.text)
            if isinstance(block, Paragraph)
            else replace(
                block,
                cells=tuple(
                    replace(c, text=c.text.replace("209.00", "290.00")) for c in block.cells
                ),
            )
            for block in LIST_OF_PROJECTS
        )
    )
    second = checked(replace(other, doc_id="1" * 16))
    found = compare([one, second])
    assert [(f.rule, f.verdict, f.statement) for f in found if f.verdict == "fail"] == [
        ("C03", "fail", "290.00 ≠ 209.00")
    ]


def test_a_rule_over_reports_that_breaks_costs_itself_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object):
        raise KeyError("年度")
        yield

    second = checked(replace(document(*LIST_OF_PROJECTS), doc_id="1" * 16))
    reports = [checked(document(*LIST_OF_PROJECTS)), second]
    in_order = compare(reports)
    monkeypatch.setattr(engine, "ACROSS", (AcrossCheck("D09", broken), *engine.ACROSS))
    told, *others = compare(reports)
    assert (told.rule, told.verdict, told.severity) == ("D09", "not_comparable", "info")
    assert told.statement == "核对规则 D09 未能运行：KeyError: '年度'"
    assert told.report_ids == tuple(report.report_id for report in reports)
    assert others == list(in_order) != []
