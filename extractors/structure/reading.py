"""A report's parts, as its own facts are read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...schemas.report import Section
from .lines import Element, Flow, Line
from .splitting import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of one report.

    ``cover`` are the lines and tables before its text; ``behind`` what is printed after it.
    """

    flow: Flow
    part: Part
    sections: Sequence[Section]
    cover: Sequence[Element]
    behind: Sequence[Element]

    @property
    def body(self) -> list[Line]:
        """The lines of the text."""
        elements = self.flow[self.part.text_begin : self.part.body_end]
        return [element for element in elements if isinstance(element, Line)]

    @property
    def is_form(self) -> bool:
        """Whether the report is a form, whose head says what a cover would."""
        title = self.part.title
        return title is not None and title.wording.form == "form"
