"""Every closed value has a Chinese label, and the tables show it."""

from collections.abc import Iterable
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

SETS: list[tuple[object, Iterable[tuple[str, str]]]] = [
    (Format, labels.FORMATS.items()),
    (DocumentStatus, labels.DOCUMENT_STATUSES.items()),
    (BlockType, labels.BLOCK_TYPES.items()),
    (ReportKind, labels.REPORT_KINDS.items()),
    (Grade, labels.GRADES.items()),
    (SectionKind, labels.SECTION_KINDS.items()),
    (Kind, labels.KINDS.items()),
    (Comparator, labels.COMPARATORS.items()),
    (UnitFrom, labels.UNIT_SOURCES.items()),
    (Aspect, labels.ASPECTS.items()),
    (Role, labels.ROLES.items()),
    (Direction, labels.DIRECTIONS.items()),
    (Grain, labels.GRAINS.items()),
    (DateRole, labels.DATE_ROLES.items()),
    (ProjectSource, labels.PROJECT_SOURCES.items()),
    (FundSource, labels.FUND_SOURCES.items()),
    (Level1Kind, labels.LEVEL1_KINDS.items()),
    (Severity, labels.SEVERITIES.items()),
    (Verdict, labels.VERDICTS.items()),
    (DispositionStatus, labels.DISPOSITION_STATUSES.items()),
]  # fmt: skip


@pytest.mark.parametrize(("values", "named"), SETS)
def test_every_value_of_a_closed_set_has_a_label_of_its_own(
    values: object, named: Iterable[tuple[str, str]]
) -> None:
    words = dict(named)
    assert set(words) == set(get_args(values))
    assert len(set(words.values())) == len(words)


def test_every_closed_set_is_that_of_some_column() -> None:
    shown = {column.labels for table in TABLES for column in table.columns}
    assert {tuple(named) for _, named in SETS} <= shown


def test_a_column_names_its_values_in_chinese_and_leaves_other_texts() -> None:
    (kind,) = (column for column in FIGURES.columns if column.name == "kind")
    (unit,) = (column for column in FIGURES.columns if column.name == "unit")
    assert kind.label("amount") == "金额"
    assert (unit.label("CNY"), unit.label("人次")) == ("元", "人次")
