"""The one definition of every table that heshu writes.

Arrow schemas, SQL tables, CSV headers, the data dictionary and the Chinese headings of
the workbook are all derived from ``TABLES``; each family of tables stands in its own file
of ``schemas/definitions``. Columns may be added; none is ever renamed, dropped or given
another meaning without a major version.
"""

from __future__ import annotations

from .definitions.checks import DISPOSITIONS, FINDINGS
from .definitions.column import TableDefinition
from .definitions.documents import BLOCKS, CELLS, DOCUMENTS, NOTES
from .definitions.facts import CITATIONS, DATES, FIGURES
from .definitions.forms import FUNDS, INDICATORS, PROJECTS, SIGNATURES
from .definitions.reports import REPORTS, SECTIONS

TABLES: tuple[TableDefinition, ...] = (
    DOCUMENTS,
    REPORTS,
    SECTIONS,
    BLOCKS,
    CELLS,
    FIGURES,
    DATES,
    CITATIONS,
    PROJECTS,
    FUNDS,
    INDICATORS,
    SIGNATURES,
    FINDINGS,
    DISPOSITIONS,
    NOTES,
)
