"""Eighteen documents of a department over three years: every planted contradiction, no other."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from heshu.extractors.readers.source import Source
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.audit.archived import EVERYTHING, Scope, audit_archive
from heshu.pipeline.checks.engine import compare
from heshu.pipeline.stages import read_source
from heshu.schemas.report import Report
from samples.make import make
from three_years import Department
from three_years_projects import BUREAU, FIELDS, PONDS, Slips
from two_years import archive_of

PLANTED = [
    pytest.param(
        Slips(listed_executed="314.50"),
        {
            "C03 314.50 ≠ 312.50",
            "C01 314.50 + 160.00 + 93.00 = 567.50 ≠ 565.50",
        },
        id="summary: spent",
    ),
    pytest.param(
        Slips(listed_budget="171.00"),
        {
            "C03 171.00 ≠ 170.00",
            "C01 310.00 + 171.00 + 99.00 = 580.00 ≠ 579.00",
        },
        id="summary: budget",
    ),
    pytest.param(Slips(listed_score="89"), {"C03 89 ≠ 99.00"}, id="summary: score"),
    pytest.param(Slips(carried="17.50"), {"F15 17.50 ≠ 320.00 - 312.50"}, id="carried over"),
    pytest.param(Slips(told_carried="28.50"), {"F15 28.50 ≠ 18.50"}, id="carried over, told"),
    pytest.param(Slips(prior=1260), {"C05 1260 ≠ 1206"}, id="last year's value"),
    pytest.param(Slips(staff=49), {"C02 46 ≠ 49"}, id="staff"),
    pytest.param(
        Slips(in_yuan="3,152,000元"), {"C03 3,152,000元 ≠ 312.50万元"}, id="yuan for 万元"
    ),
    pytest.param(Slips(goal="≥6000亩"), {"S13 5000亩 ≠ 6000亩"}, id="approved goal"),
    pytest.param(Slips(published="109.00"), {"C04 99.00 ≠ 109.00"}, id="published budget"),
    pytest.param(
        Slips(published_of_station="301.00"),
        {"C04 310.00 ≠ 301.00"},
        id="published budget of a unit",
    ),
    pytest.param(Slips(soft="≥800人次"), {"C09 ≥800人次 < 80% × 1206人次"}, id="soft target"),
    pytest.param(
        Slips(helped=("≥300人", "340人")), {"C10 118户 / ≥300人"}, id="another unit of measure"
    ),
    pytest.param(
        Slips(twice=True),
        {"C11 整改户厕1068座：2023年高标准农田管护项目、农村户厕整改项目"},
        id="declared twice",
    ),
    pytest.param(Slips(copied_table=True), {"C06 4项完成值、得分全部相同"}, id="copied table"),
    pytest.param(
        Slips(copied_text=True),
        {"D09 组织科技下乡37场，发放技术明白纸620…：2份报告相同"},
        id="copied text",
    ),
    pytest.param(
        Slips(told_whole="597.00"),
        {"C01 310.00 + 170.00 + 99.00 = 579.00 ≠ 597.00"},
        id="sum of the list",
    ),
]
EVERY = Slips(
    listed_executed="314.50",
    listed_budget="171.00",
    listed_score="89",
    carried="17.50",
    told_carried="28.50",
    prior=1260,
    staff=49,
    in_yuan="3,152,000元",
    goal="≥6000亩",
    published="109.00",
    published_of_station="301.00",
    soft="≥800人次",
    helped=("≥300人", "340人"),
    twice=True,
    copied_table=True,
    copied_text=True,
    told_whole="597.00",
)


def over_files(folder: Path, slips: Slips) -> set[str]:
    """What the documents say against each other, as ``rule statement``."""
    files = Department(slips).write(folder)
    read = (read_source(Source(file.name, file.read_bytes()))[1] for file in files)
    found = compare(report for reports in read for report in reports)
    doubts = [f"{one.rule} {one.statement}" for one in found if one.verdict == "fail"]
    assert len(doubts) == len(set(doubts)), doubts
    return set(doubts)


def test_every_kind_of_slip_is_planted():
    assert len(PLANTED) == len(fields(Slips))


def test_documents_in_order_raise_nothing(tmp_path: Path):
    assert over_files(tmp_path, Slips()) == set()


@pytest.mark.parametrize(("slips", "doubts"), PLANTED)
def test_a_contradiction_is_found_and_nothing_else(slips: Slips, doubts: set[str], tmp_path: Path):
    assert over_files(tmp_path, slips) == doubts


def test_a_plain_number_in_two_units_is_not_declared_twice(tmp_path: Path):
    reports: list[Report] = []
    for name, text in Department(Slips(twice=True)).texts():
        make(text.replace("1068座", "1200座"), tmp_path / name)
        reports += read_source(Source(name, (tmp_path / name).read_bytes()))[1]
    assert "C11" not in {one.rule for one in compare(reports)}


def test_an_archive_tells_what_files_do_and_each_unit_its_own(tmp_path: Path):
    address = str(tmp_path / "资料库.db")
    archive_of(address, Department(EVERY).write(tmp_path / "报告"))
    told = over_files(tmp_path / "又", EVERY)
    assert len(told) == 18
    assert archived(address, EVERYTHING) == told
    own = {unit: archived(address, Scope(unit)) for unit in (BUREAU, FIELDS, PONDS)}
    between_units = {one for one in told if one.startswith("C11")}
    assert set[str]().union(*own.values()) == told - between_units
    assert {unit: len(doubts) for unit, doubts in own.items()} == {BUREAU: 11, FIELDS: 5, PONDS: 4}
    assert "C03 314.50 ≠ 312.50" in own[BUREAU] & own[FIELDS]


def archived(address: str, scope: Scope) -> set[str]:
    with Archive.open(address) as archive:
        found = [doubt.finding for doubt in audit_archive(archive, scope).doubts]
    return {f"{one.rule} {one.statement}" for one in found if len(one.report_ids) > 1}
