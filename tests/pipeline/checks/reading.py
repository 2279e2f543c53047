"""Documents read as the pipeline does, up to the checks."""

from __future__ import annotations

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.forms.stage import read_forms
from heshu.extractors.meaning.stage import understand
from heshu.extractors.structure.stage import structure
from heshu.pipeline.checks.engine import examine
from heshu.schemas.document import Block, Document
from heshu.schemas.report import Report


def document(*blocks: Block) -> Document:
    """A Word document of these blocks."""
    return Document("0" * 16, "0" * 64, "report.docx", "docx", 1, blocks)


def unchecked(made: Document) -> tuple[Report, ...]:
    """The reports of a document, before any rule is tested."""
    return tuple(read_forms(understand(read_figures(report))) for report in structure(made))


def checked(made: Document) -> tuple[Report, ...]:
    """The reports of a document with what the rules say of them."""
    return examine(unchecked(made))
