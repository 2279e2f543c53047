"""The audit as JSON: the rows of the contract's tables, and what no rule touched."""

from __future__ import annotations

from pathlib import Path

from ...schemas.definitions.checks import DISPOSITIONS, FINDINGS
from ...schemas.definitions.documents import DOCUMENTS
from ...schemas.definitions.facts import FIGURES
from ...schemas.definitions.reports import REPORTS
from ..rows import Row, document_rows
from ..values import json_text
from ..version import __version__
from .model import Audit

_TOLD = (DOCUMENTS.name, REPORTS.name, FINDINGS.name)


def write_json(audit: Audit, file: Path) -> None:
    """Write the audit as one JSON object; raises ``OSError`` where the disk refuses.

    ``documents``, ``reports`` and ``findings`` hold the rows of these tables, ``dispositions``
    what was said last of these findings, ``untouched`` the rows of ``figures`` that no rule
    touched. Decimals are strings.
    """
    told: dict[str, list[Row]] = {name: [] for name in _TOLD}
    untouched: list[Row] = []
    left = {each.figure_id for each in audit.untouched}
    for source in audit.files:
        rows = document_rows(source.entry, source.document, source.reports)
        for name in _TOLD:
            told[name] += rows[name]
        untouched += [row for row in rows[FIGURES.name] if row["figure_id"] in left]
    said = {each.finding.key: each.disposition for each in audit.relations if each.disposition}
    dispositions = [
        {name: getattr(said[key], name) for name in DISPOSITIONS.names} for key in sorted(said)
    ]
    account = {
        "heshu_version": __version__,
        **told,
        "dispositions": dispositions,
        "untouched": untouched,
    }
    file.write_text(json_text(account) + "\n", encoding="utf-8", newline="\n")
