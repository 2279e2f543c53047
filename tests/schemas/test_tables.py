"""The tables are what the contract promises, and say what they mean."""

import re
from collections.abc import Iterator

import pytest

from heshu.schemas.definitions.column import TableDefinition
from heshu.schemas.tables import TABLES
from paths import needs_shared, shared

PLACE = "block row column start end end_block page x0 y0 x1 y1"

PROMISED = {
    "documents": "doc_id sha256 path also_at name format bytes pages created modified status "
    "error_code error heshu_version ingested_at seconds",
    "reports": "report_id doc_id seq title kind year unit department evaluator project cover_date "
    "closing_date sign_date score grade first_block last_block",
    "sections": "section_id report_id level number title kind first_block last_block",
    "blocks": "doc_id block type text section_id page x0 y0 x1 y1",
    "cells": "doc_id block row column row_span column_span text is_header page x0 y0 x1 y1",
    "figures": f"figure_id doc_id report_id section_id {PLACE} text number_text unit_text "
    "unit_from kind value low high unit decimals comparator subject aspect scope role direction "
    "period_start period_end rule",
    "dates": f"doc_id {PLACE} text grain start_date end_date role",
    "citations": f"doc_id {PLACE} text title issuer year serial number",
    "projects": "project_id report_id name department unit year budget_initial budget executed "
    "execution_rate total_weight total_score grade goal_text result_text source",
    "funds": "project_id line label source budget_initial budget executed execution_rate weight "
    "score block row",
    "indicators": "indicator_id project_id level1 level1_kind level2 name comparator target_text "
    "target_value target_unit actual_text actual_value actual_unit weight score reason block row",
    "signatures": "report_id name unit title part signed block row",
    "findings": "finding_id key doc_id report_id report_ids rule severity verdict statement "
    "message expected expected_low expected_high stated stated_low stated_high figure_ids quotes",
    "dispositions": "key status note reviewer at",
    "notes": f"doc_id {PLACE} code message",
}
"""Never renamed, dropped or given another meaning without a major version; in this order."""


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_promised_columns_come_first_and_in_order(table: TableDefinition) -> None:
    promised = PROMISED[table.name].split()
    assert list(table.names[: len(promised)]) == promised


def test_every_promised_table_is_defined() -> None:
    assert [table.name for table in TABLES] == list(PROMISED)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_and_headings_are_unique(table: TableDefinition) -> None:
    assert len(set(table.names)) == len(table.names)
    assert len({column.chinese for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_in_both_languages(table: TableDefinition) -> None:
    for column in table.columns:
        assert re.search(r"[\u4e00-\u9fff]", column.meaning_zh), column.name
        assert re.search(r"[a-z]", column.meaning_en), column.name
        assert not re.search(r"[\u4e00-\u9fff]{4}", column.meaning_en), column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_key_columns_are_columns(table: TableDefinition) -> None:
    assert set(table.key) <= set(table.names)


def test_only_the_time_and_length_of_a_run_may_differ_between_runs() -> None:
    unstable = {column.name for table in TABLES for column in table.columns if not column.stable}
    assert unstable == {"ingested_at", "seconds"}


@needs_shared
def test_the_contract_promises_these_columns() -> None:
    contract = shared("CONTRACT.md").read_text(encoding="utf-8")
    assert dict(_promises(contract)) == {name: text.split() for name, text in PROMISED.items()}


def _promises(contract: str) -> Iterator[tuple[str, list[str]]]:
    tables = contract.partition("## Tables\n")[2].partition("\n## ")[0]
    for part in tables.split("### ")[1:]:
        heading, _, body = part.partition("\n")
        body = _without_brackets(body)
        if heading.startswith("dates and citations"):
            for name, columns in re.findall(r"^`(\w+)`: (.*)$", body, re.MULTILINE):
                yield name, _columns(columns)
        else:
            lines = [line for line in body.splitlines() if line.startswith(("`", ", `"))]
            yield heading.partition(" ")[0], _columns(" ".join(lines))


def _without_brackets(text: str) -> str:
    text = text.replace("place of the row (`block, row`)", "`block, row`")
    text = text.replace("several; all in `report_ids`, a JSON list)", "several), `report_ids`")
    while text != (shorter := re.sub(r"\([^()]*\)", "", text)):
        text = shorter
    return text


def _columns(text: str) -> list[str]:
    place = PLACE if "`doc_id`" in text else f"doc_id {PLACE}"
    text = re.sub(r"\bplace\b( columns)?", f"`{place}`", text)
    return re.findall(r"\w+", " ".join(re.findall(r"`([^`]*)`", text)))
