"""Which projects of several reports are one, whatever they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from heshu.extractors.readers.source import Source
from heshu.pipeline.checks.between_reports.project_names import is_abbreviated, project_name
from heshu.pipeline.checks.between_reports.project_pairs import project_pairs
from heshu.pipeline.checks.case import Case
from heshu.pipeline.checks.units import Units, unit_names
from heshu.pipeline.stages import read_source
from heshu.schemas.report import Report
from samples.make import make

BUREAU, STATION, OTHER = "云陂县水利局", "云陂县河道管护站", "云陂县水库管理所"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河道清淤项目", "河道清淤经费"),
        ("河道清淤项目资金", "河道清淤"),
        ("河道清淤专项资金", "“河道清淤”专项"),
        ("2023年河道清淤项目", "河道清淤"),
        ("河道清淤（2023年度）", "河道清淤项目"),
        ("云陂县河道管护站河道清淤项目", "河道清淤项目"),
        ("河道清淤(一期)项目", "河道清淤（一期）"),
    ],
)
def test_names_of_one_project(one: str, other: str):
    assert project_name(one, 2023, STATION).key == project_name(other, 2023, STATION).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河道清淤（一期）", "河道清淤（二期）"),
        ("河道清淤项目", "河道清淤工程监理项目"),
        ("2022年河道清淤项目", "2023年河道清淤项目"),
        ("2022年河道清淤项目", "河道清淤项目"),
        ("办公经费", "办公项目"),
        ("河道清淤项目", "河道保洁项目"),
    ],
)
def test_names_of_two_projects(one: str, other: str):
    assert project_name(one, 2023, STATION).key != project_name(other, 2023, STATION).key


def test_a_year_in_the_name_counts_from_that_of_the_report():
    names = [project_name(f"{year}年水渠维修项目", year, None).key for year in (2022, 2023)]
    assert names[0] == names[1]


@pytest.mark.parametrize(
    ("one", "other", "is_short"),
    [
        ("农村饮水工程", "农村饮水安全巩固提升工程", True),
        ("农村饮水安全巩固提升工程", "农村饮水工程", True),
        ("饮水工程", "农村饮水工程", False),
        ("农村饮水工程", "农村饮水工程", False),
        ("农村供水工程", "农村饮水安全工程", False),
        ("渠道", "渠道维修", False),
    ],
)
def test_abbreviations(one: str, other: str, is_short: bool):
    assert is_abbreviated(one, other) == is_short


@dataclass(frozen=True)
class Told:
    """A project of a form or of a list: its name and budget in 万元."""

    name: str
    budget: int = 100


@dataclass(frozen=True)
class Reports:
    """Writes reports into a folder and pairs their projects."""

    folder: Path

    def form(self, told: Told, unit: str, year: int = 2023) -> Report:
        return self._read(f"""# 项目支出绩效自评表
~ （{year}年度）
| 项目名称 | {told.name} | < | < | < |
| 主管部门 | {BUREAU} | 实施单位 | {unit} | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 |
| ^ | 年度资金总额 | {told.budget} | {told.budget} | {told.budget} |
""")

    def summary(self, *listed: Told, year: int = 2023) -> Report:
        rows = "\n".join(
            f"| {at} | {one.name} | {one.budget} | {one.budget} |"
            for at, one in enumerate(listed, 1)
        )
        return self._read(f"""# {BUREAU}{year}年度项目支出绩效自评汇总表
~ 单位：万元
| 序号 | 项目名称 | 全年预算数 | 全年执行数 |
{rows}
""")

    def _read(self, text: str) -> Report:
        file = self.folder / f"{len(list(self.folder.iterdir()))}.docx"
        make(text, file)
        (report,) = read_source(Source(file.name, file.read_bytes()))[1]
        return report


@pytest.fixture
def write(tmp_path: Path) -> Reports:
    return Reports(tmp_path)


def pairs(*reports: Report, units: Units | None = None) -> Sequence[tuple[str, str]]:
    units = units or Units.of(unit_names(reports))
    found = project_pairs([Case.of(report, units=units) for report in reports])
    return [(pair.mine.called, pair.theirs.called) for pair in found]


def test_a_list_without_units_goes_with_the_forms_of_the_units(write: Reports):
    listed = write.summary(Told("河道清淤"), Told("水库除险加固经费"), Told("水费"))
    one, other = write.form(Told("河道清淤项目"), STATION), write.form(Told("水库除险加固"), OTHER)
    expected = [("河道清淤", "河道清淤项目"), ("水库除险加固经费", "水库除险加固")]
    assert pairs(listed, one, other) == expected
    turned = [(other, one) for one, other in expected]
    assert pairs(one, other, listed) == turned


def test_a_name_that_two_units_have_is_not_told_by_a_list(write: Reports):
    listed = write.summary(Told("设备购置"), Told("河道清淤"))
    one, other = write.form(Told("设备购置项目"), STATION), write.form(Told("设备购置"), OTHER)
    assert pairs(listed, one, other) == []
    units = Units(shared=frozenset({(BUREAU, project_name("设备购置", 2023, None).key)}))
    assert pairs(listed, one, units=units) == []
    assert pairs(listed, one) == [("设备购置", "设备购置项目")]


def test_projects_of_two_units_are_two(write: Reports):
    one, other = write.form(Told("设备购置项目"), STATION), write.form(Told("设备购置项目"), OTHER)
    assert pairs(one, other) == []


def test_where_a_report_has_two_names_of_one_core_none_is_taken(write: Reports):
    listed = write.summary(Told("河道清淤项目"), Told("河道清淤资金"))
    assert pairs(listed, write.form(Told("河道清淤经费"), STATION)) == []
    assert pairs(listed, write.form(Told("河道清淤资金"), STATION)) == [
        ("河道清淤资金", "河道清淤资金")
    ]


def test_a_short_name_needs_the_same_budget(write: Reports):
    listed = write.summary(Told("农村饮水工程", 260), Told("河道清淤", 90))
    long = "农村饮水安全巩固提升工程"
    assert pairs(listed, write.form(Told(long, 260), STATION)) == [("农村饮水工程", long)]
    assert pairs(listed, write.form(Told(long, 261), STATION)) == []
    assert pairs(listed, write.form(Told(long, 260), STATION, 2022)) == []


def test_of_two_long_names_none_is_taken_for_a_short_one(write: Reports):
    listed = write.summary(Told("农村饮水东片工程", 50), Told("农村饮水西片工程", 50))
    assert pairs(listed, write.form(Told("农村饮水工程", 50), STATION)) == []
