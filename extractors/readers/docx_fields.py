"""Fields: what Word computes and shows in place of an instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .docx_number_formats import circled
from .docx_xml import Element, W, child, is_on, number, value

_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_OVERLAY = re.compile(r"\\o\s*(?:\\a[clr]\s*)?\(([^,，;；]*)[,，;；]([^()]*)\)", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s*\(([^,，;；()]*)[,，;；]([^()]*)\)", re.IGNORECASE)
_RINGS = frozenset("○◯〇")


@dataclass(slots=True)
class Field:
    """A field that has begun; ``form`` is its form data, null where it is no form field."""

    form: Element | None = None
    instruction: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        """The first word of the instruction: PAGE, TOC, HYPERLINK."""
        words = self.instruction.split(maxsplit=1)
        return words[0].upper() if words else ""


class Fields:
    """The fields that are open where the text is being read, outermost first.

    ``trusted`` says that every field of the file ends somewhere; where one does not, a
    table of contents would swallow the rest, so none is believed.
    """

    def __init__(self, *, trusted: bool, shows_page_numbers: bool) -> None:
        self._open: list[Field] = []
        self._trusted = trusted
        self._shows_page_numbers = shows_page_numbers

    @property
    def are_open(self) -> bool:
        """Whether any field is open."""
        return bool(self._open)

    @property
    def show_text(self) -> bool:
        """Whether text that stands here is shown."""
        return all(field.in_result and self.shows(field) for field in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return self._trusted and any(field.name == "TOC" for field in self._open)

    def shows(self, field: Field) -> bool:
        """Whether a field's result is shown; page numbers may be left out."""
        return self._shows_page_numbers or field.name not in _PAGE_NUMBERS

    def mark(self, mark: Element) -> str:
        """Take a ``w:fldChar``; what an ended field shows if it has no result of its own."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(Field(form=child(mark, W + "ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            field = self._open.pop()
            return "" if field.in_result else _appearance(field)
        return ""

    def open_simple(self, instruction: str) -> int:
        """Enter a ``w:fldSimple``, which holds its result; how many are open around it."""
        self._open.append(Field(instruction=instruction, in_result=True))
        return len(self._open) - 1

    def close_simple(self, around: int) -> None:
        """Leave a ``w:fldSimple``, ended or not by a mark inside, with what is open in it."""
        del self._open[around:]

    def instruct(self, text: str) -> None:
        """Take a part of an instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Drop fields whose instruction has not ended: no instruction runs over paragraphs."""
        while self._open and not self._open[-1].in_result:
            self._open.pop()


def _appearance(field: Field) -> str:
    if field.form is not None:
        return _form_appearance(field.form)
    if field.name != "EQ":
        return ""
    if overlay := _OVERLAY.search(field.instruction):
        ring, inside = (part.strip() for part in overlay.groups())
        if ring in _RINGS:
            return circled(int(inside)) if inside.isdecimal() else inside
        return ring + inside
    fraction = _FRACTION.search(field.instruction)
    return "/".join(part.strip() for part in fraction.groups()) if fraction else ""


def _form_appearance(form: Element) -> str:
    box = child(form, W + "checkBox")
    if box is not None:
        state = child(box, W + "checked")
        state = child(box, W + "default") if state is None else state
        return "☑" if state is not None and is_on(state) else "□"
    choices = child(form, W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(W + "val") or "" for entry in choices.iter(W + "listEntry")]
    chosen = number(value(choices, "result")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
