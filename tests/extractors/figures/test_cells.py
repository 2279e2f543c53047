"""Numbers in table cells take kind and unit from what stands around them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from heshu.extractors.figures.facts import Facts, read_facts
from heshu.extractors.figures.intervals import interval
from heshu.extractors.text.fold import fold
from heshu.schemas.passage import CellContext


def _read(text: str, cell: CellContext) -> Facts:
    return read_facts(text, fold(text), None, cell)


def _one(text: str, cell: CellContext) -> tuple[str, str, str | None, str | None, str | None]:
    (found,) = _read(text, cell).figures
    reading = found.reading
    assert reading.value is not None
    value = f"{reading.value.normalize():f}"
    return found.rule.kind, value, reading.unit, reading.unit_text, reading.unit_from


@pytest.mark.parametrize(
    ("text", "cell", "expected"),
    [
        (
            "1,305.20",
            CellContext(role="budget", column_unit="万元"),
            ("amount", "13052000", "CNY", "万元", "column"),
        ),
        (
            "4,860,000.00",
            CellContext(role="executed", caption_unit="元"),
            ("amount", "4860000", "CNY", "元", "caption"),
        ),
        (
            "36.5",
            CellContext(role="budget_initial", row_labels=("项目资金（万元）", "其中：财政拨款")),
            ("amount", "365000", "CNY", "万元", "row"),
        ),
        ("28.6万", CellContext(role="executed"), ("amount", "286000", "CNY", "万", "text")),
        (
            "98.63",
            CellContext(role="execution_rate", column_unit="%"),
            ("rate", "0.9863", "1", "%", "column"),
        ),
        ("96.5", CellContext(role="completion_rate"), ("rate", "0.965", "1", "%", "header")),
        ("99.1%", CellContext(role="execution_rate"), ("rate", "0.991", "1", "%", "text")),
        ("8.5", CellContext(role="score"), ("score", "8.5", "分", "分", "column")),
        ("10分", CellContext(role="weight"), ("score", "10", "分", "分", "text")),
        (
            "26.4",
            CellContext(role="actual", row_unit="公里"),
            ("measure", "26400", "m", "公里", "row"),
        ),
        (
            "360",
            CellContext(role="target", row_unit="人次"),
            ("count", "360", "人次", "人次", "row"),
        ),
        ("12", CellContext(role="target", row_unit="篇幅"), ("count", "12", "篇幅", "篇幅", "row")),
        (
            "85",
            CellContext(role="target", row_unit="百分比"),
            ("rate", "0.85", "1", "百分比", "row"),
        ),
        ("36", CellContext(role="actual", row_unit="台（套）"), ("count", "36", "台", "台", "row")),
        ("85", CellContext(role="target", row_unit="％"), ("rate", "0.85", "1", "%", "row")),
        (
            "150",
            CellContext(role="actual", row_unit="元/人"),
            ("amount", "150", "CNY/人", "元/人", "row"),
        ),
    ],
)
def test_a_bare_number_takes_its_unit_from_around(
    text: str, cell: CellContext, expected: tuple[str, ...]
):
    assert _one(text, cell) == expected


def test_a_fraction_under_a_rate_heading_is_a_rate():
    kind, value, unit, unit_text, _ = _one("0.9863", CellContext(role="execution_rate"))
    assert (kind, value, unit, unit_text) == ("rate", "0.9863", "1", None)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("3", CellContext(role="sequence")),
        ("12", CellContext()),
        ("2022", CellContext(role="level1")),
        ("15", CellContext(role="actual")),
        ("3", CellContext(role="actual", row_unit="级")),
        ("执行率（B/A×100%）", CellContext(is_header=True)),
        ("一级指标", CellContext(role="level1", is_header=True)),
        ("100", CellContext(role="weight", is_header=True)),
        ("/", CellContext(role="executed", column_unit="万元")),
    ],
)
def test_a_cell_that_nothing_explains_gives_no_figure(text: str, cell: CellContext):
    assert _read(text, cell).figures == ()


def test_a_weight_in_a_heading_is_a_figure():
    assert _one("产出指标（50分）", CellContext(is_header=True))[:2] == ("score", "50")


@pytest.mark.parametrize(
    ("text", "operator", "comparator"),
    [
        ("≥95%", None, "ge"),
        ("≧95%", None, "ge"),
        ("⩾95%", None, "ge"),
        ("³95%", None, "ge"),
        ("£95%", None, "le"),
        ("＞95%", None, "over"),
        ("≤95%", None, "le"),
        ("<95%", None, "under"),
        ("═95%", None, "eq"),
        ("＝95%", None, "eq"),
        ("95%", "≥", "ge"),
        ("95%", "≤", "le"),
        ("95%", "定性", "eq"),
        ("95%以上", None, "ge"),
        ("≥95", "=", "ge"),
    ],
)
def test_a_target_is_cut_by_its_sign(text: str, operator: str | None, comparator: str):
    cell = CellContext(role="target", row_unit="%", row_operator=operator)
    (found,) = _read(text, cell).figures
    assert found.comparator == comparator


def test_the_sign_stays_outside_the_span():
    (found,) = _read(" ≥ 95 ", CellContext(role="target", row_unit="%")).figures
    assert (found.start, found.end) == (3, 5)


def test_a_score_has_half_a_unit():
    (found,) = _read("6", CellContext(role="score")).figures
    assert interval(found.reading, found.comparator) == (Decimal("5.5"), Decimal("6.5"))


def test_an_amount_without_a_unit_is_a_note():
    facts = _read("1240.00", CellContext(role="budget"))
    assert facts.figures == ()
    assert [note.code for note in facts.notes] == ["unit-unknown"]


def test_an_unreadable_sign_is_a_note():
    facts = _read("口95%", CellContext(role="target"))
    assert [note.code for note in facts.notes] == ["operator-unreadable"]


def test_one_number_is_read_by_what_stands_around_it_each_time():
    money, share = (
        CellContext(role="budget", column_unit="万元"),
        CellContext(role="execution_rate"),
    )
    read = [_one("98.63", cell)[:2] for cell in (money, share, money)]
    assert read == [("amount", "986300"), ("rate", "0.9863"), ("amount", "986300")]
