"""The stages in the order a document flows through them."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from ..extractors.figures.stage import read_figures
from ..extractors.forms.stage import read_forms
from ..extractors.meaning.stage import understand
from ..extractors.readers.reading import read_document
from ..extractors.readers.source import Source
from ..extractors.structure.stage import structure
from ..schemas.document import Document
from ..schemas.report import Report
from .checks.choice import EVERY_RULE, Choice
from .checks.engine import examine

Stage = Callable[[Report], Report]

STAGES: tuple[Stage, ...] = (read_figures, understand, read_forms)
"""What each report goes through once the document is parted into reports; each only adds."""


def read_source(source: Source, choice: Choice = EVERY_RULE) -> tuple[Document, tuple[Report, ...]]:
    """The document and its reports; raises a ``FileError`` where it cannot be read."""
    document = read_document(source)
    return document, examine(
        map(_through_stages, structure(document)), choice.profile, choice.without
    )


def _through_stages(report: Report) -> Report:
    return reduce(lambda so_far, stage: stage(so_far), STAGES, report)
