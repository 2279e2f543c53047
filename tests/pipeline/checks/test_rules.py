"""The rules that run are the rules that are documented, and profiles tell how provinces score."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from generators.form_reading import reports_of
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.engine import ACROSS, CHECKS
from heshu.pipeline.checks.profile import profiles
from heshu.pipeline.checks.rules import Tolerance, audit_rules
from heshu.schemas.finding import Severity

NEEDS_OTHER_PAPERS = {"C04", "P23"}
"""Rules that ask for budgets, final accounts or a history that no report holds."""


def test_every_rule_is_documented() -> None:
    assert len(audit_rules()) == 103
    for rule in audit_rules().values():
        assert rule.chinese
        assert rule.english
        assert rule.formula
        assert rule.examples, rule.id
        assert rule.severity in get_args(Severity)
        assert rule.tolerance in get_args(Tolerance)


def test_every_check_has_its_rule() -> None:
    assert {check.rule for check in (*CHECKS, *ACROSS)} <= set(audit_rules())


def test_the_families_of_forms_dates_and_tables_are_all_tested() -> None:
    running = {check.rule for check in (*CHECKS, *ACROSS)} | NEEDS_OTHER_PAPERS
    assert {rule for rule in audit_rules() if rule[0] in "DFSXC"} <= running


def test_a_profile_takes_from_the_ministry_what_it_leaves_out() -> None:
    assert profiles()["hubei"].execution_weight == 20
    assert profiles()["hubei"].full_score == profiles()["central"].full_score
    assert profiles()["sichuan"].low_execution == Decimal("0.9")


@pytest.mark.parametrize(
    ("line", "profile"),
    [
        ("得分（20分×执行率）", "hubei"),
        ("四川省云陵县水利局", "sichuan"),
        ("云陵县水利局", "central"),
    ],
)
def test_a_report_says_itself_how_it_is_scored(line: str, profile: str) -> None:
    report = reports_of("2022年度项目支出绩效自评报告", line)[0]
    assert Case.of(report).profile.name == profile
    assert Case.of(report, "central").profile.name == "central"


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError):
        Case.of(reports_of("2022年度项目支出绩效自评报告")[0], "atlantis")
