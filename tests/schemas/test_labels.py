"""Every closed value has a Chinese label, and the tables show it."""

from collections.abc import Mapping
from typing import get_args

import pytest

from heshu.schemas import labels
from heshu.schemas.definitions.facts import FIGURES
from heshu.schemas.document import BlockType, DocumentStatus, Format
from heshu.schemas.figure import (
    Aspect,
    Comparator,
    DateRole,
    Direction,
    Grain,
    Kind,
    Role,
    UnitFrom,
)
from heshu.schemas.finding import DispositionStatus, Severity, Verdict
from heshu.schemas.report import (
    FundSource,
    Grade,
    Level1Kind,
    ProjectSource,
    ReportKind,
    SectionKind,
)
from heshu.schemas.tables import TABLES

SETS: list[tuple[object, Mapping[str, str]]] = [
    (Format, labels.FORMATS),
    (DocumentStatus, labels.DOCUMENT_STATUSES),
    (BlockType, labels.BLOCK_TYPES),
    (ReportKind, labels.REPORT_KINDS),
    (Grade, labels.GRADES),
    (SectionKind, labels.SECTION_KINDS),
    (Kind, labels.KINDS),
    (Comparator, labels.COMPARATORS),
    (UnitFrom, labels.UNIT_SOURCES),
    (Aspect, labels.ASPECTS),
    (Role, labels.ROLES),
    (Direction, labels.DIRECTIONS),
    (Grain, labels.GRAINS),
    (DateRole, labels.DATE_ROLES),
    (ProjectSource, labels.PROJECT_SOURCES),
    (FundSource, labels.FUND_SOURCES),
    (Level1Kind, labels.LEVEL1_KINDS),
    (Severity, labels.SEVERITIES),
    (Verdict, labels.VERDICTS),
    (DispositionStatus, labels.DISPOSITIONS),
]  # fmt: skip


@pytest.mark.parametrize(("values", "named"), SETS)
def test_every_value_of_a_closed_set_has_a_label_of_its_own(
    values: object, named: Mapping[str, str]
) -> None:
    assert set(named) == set(get_args(values))
    assert len(set(named.values())) == len(named)


def test_every_closed_set_is_that_of_some_column() -> None:
    shown = {column.labels for table in TABLES for column in table.columns}
    assert {tuple(named.items()) for _, named in SETS} <= shown


def test_a_column_names_its_values_in_chinese_and_leaves_other_texts() -> None:
    (kind,) = (column for column in FIGURES.columns if column.name == "kind")
    (unit,) = (column for column in FIGURES.columns if column.name == "unit")
    assert kind.label("amount") == "金额"
    assert (unit.label("CNY"), unit.label("人次")) == ("元", "人次")
