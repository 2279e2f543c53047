"""What one file gave, for use from Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from ..schemas.document import Document
from ..schemas.figure import Citation, DateMention, Figure
from ..schemas.finding import Finding
from ..schemas.report import Project, Report
from ..schemas.tables import TABLES
from .arrow import data_frame
from .rows import Rows


@dataclass(frozen=True, slots=True)
class Result:
    """A file's document, its reports, and the rows of all tables that they give."""

    document: Document
    reports: tuple[Report, ...]
    rows: Rows

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every report, in reading order."""
        return tuple(chain.from_iterable(report.figures for report in self.reports))

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date and period of every report."""
        return tuple(chain.from_iterable(report.dates for report in self.reports))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every cited document of every report."""
        return tuple(chain.from_iterable(report.citations for report in self.reports))

    @property
    def projects(self) -> tuple[Project, ...]:
        """Every project of every report, with its funds and indicators."""
        return tuple(chain.from_iterable(report.projects for report in self.reports))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was checked in every report."""
        return tuple(chain.from_iterable(report.findings for report in self.reports))

    def frames(self) -> Mapping[str, pd.DataFrame]:
        """Every table as a data frame, by name.

        The columns have Arrow types (``pandas.ArrowDtype``): decimals are
        ``decimal128(38, 10)``, days ``date32``, moments ``timestamp[us, UTC]``, and null is
        ``pandas.NA`` in every type. JSON lists are text.
        """
        return {table.name: data_frame(table, self.rows[table.name]) for table in TABLES}
