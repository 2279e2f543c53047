"""The description of the dataset as a Frictionless data package (``datapackage.json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ...schemas.definitions.column import Column, ColumnType, TableDefinition
from ...schemas.tables import TABLES
from ..version import __version__
from .parts import Part, with_year

Json = Mapping[str, object]

NAME = "heshu-dataset"
TITLE = "预算绩效自评报告数据集 Budget-performance self-evaluation reports"
LICENCE_NOTE = "数据取自公开的绩效自评报告，权利归原发布单位 figures from published reports"

_TYPES: dict[ColumnType, str] = {
    "text": "string",
    "integer": "integer",
    "decimal": "number",
    "real": "number",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "datetime",
    "json": "array",
}
_PARENTS = {"doc_id": "documents", "report_id": "reports", "project_id": "projects"}
"""Which table an id leads to."""


def write_package(
    folder: Path, parts: Mapping[str, Sequence[Part]], csv_files: Mapping[str, Path]
) -> None:
    """Write the description of the files of every table, and of the CSV files beside them."""
    resources = [_parquet(table, parts[table.name]) for table in TABLES]
    resources += [_csv(table, csv_files[table.name], folder) for table in TABLES if csv_files]
    package = {
        "name": NAME,
        "profile": "data-package",
        "title": TITLE,
        "description": LICENCE_NOTE,
        "version": __version__,
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _parquet(table: TableDefinition, parts: Sequence[Part]) -> Json:
    return {
        **_described(with_year(table), ""),
        "profile": "data-resource",
        "type": "file",
        "path": [str(part.path) for part in parts],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
    }


def _csv(table: TableDefinition, file: Path, folder: Path) -> Json:
    return {
        **_described(table, "-csv"),
        "profile": "tabular-data-resource",
        "path": file.relative_to(folder).as_posix(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
    }


def _described(table: TableDefinition, suffix: str) -> Json:
    return {
        "name": table.name + suffix,
        "title": table.chinese,
        "description": f"{table.row_zh} {table.row_en}",
        "schema": _schema(table, suffix),
    }


def _schema(table: TableDefinition, suffix: str) -> Json:
    schema: dict[str, object] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    required = {column.name for column in table.columns if column.required}
    if table.key and required.issuperset(table.key):
        schema["primaryKey"] = list(table.key)
    references = [
        {"fields": name, "reference": {"resource": parent + suffix, "fields": name}}
        for name, parent in _PARENTS.items()
        if name in required and parent != table.name
    ]
    return schema | ({"foreignKeys": references} if references else {})


def _field(column: Column) -> Json:
    unit = f"（{column.unit}）" if column.unit else ""
    described: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.chinese + unit,
        "description": f"{column.meaning_zh} {column.meaning_en}",
    }
    # CSV cannot tell an empty text from null, and an empty cell of a table has one.
    filled = column.required and (column.type != "text" or column.name.endswith("_id"))
    constraints: dict[str, object] = {"required": True} if filled else {}
    if column.labels and not column.unit:
        described["categories"] = [
            {"value": value, "label": label} for value, label in column.labels
        ]
    return described | ({"constraints": constraints} if constraints else {})
