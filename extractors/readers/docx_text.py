"""The text of one paragraph as a person sees it, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from .docx_fields import Fields
from .docx_styles import ParagraphStyle, Styles
from .docx_symbols import symbol
from .docx_xml import MC, VAL, Element, W, child, children, is_on

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_VANISH = W + "vanish"
_FORMAT = W + "rPr"
_STYLE = W + "rStyle"
_FONT_CHARACTER = re.compile("[\uf000-\uf0ff]")

NOT_SHOWN = frozenset(
    {
        *(W + name for name in ("pPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "rPr")),
        *(W + name for name in ("sdtPr", "sdtEndPr", "rt", "delText", "delInstrText")),
        *(W + name for name in ("smartTagPr", "customXmlPr", "rubyPr", "ffData")),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr",
    }
)
"""Elements that are properties or aids, never text."""
REVISED_AWAY = frozenset({W + "del", W + "moveFrom"})
"""Elements that a tracked change takes out."""

NoteKind = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark in the text that points at a footnote or endnote."""

    kind: NoteKind
    id: str


class Inline:
    """What was found in a paragraph.

    ``boxes`` are the contents of its text boxes. ``has_hidden`` and ``has_revisions`` say
    that text was left out: formatted as hidden, or deleted by a tracked change.
    """

    __slots__ = (
        "boxes",
        "has_hidden",
        "has_picture",
        "has_revisions",
        "in_contents",
        "parts",
        "references",
    )

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[Element] = []
        self.references: list[NoteReference] = []
        self.has_picture = False
        self.has_hidden = False
        self.has_revisions = False
        self.in_contents = False

    @property
    def text(self) -> str:
        """The text; a page break at its edge and blanks at its end are not printed."""
        return "".join(self.parts).strip("\n").rstrip()


class InlineReader:
    """Reads paragraphs one after the other; fields may run from one into the next.

    ``may_hide`` is false where nothing in the file hides text: most files, read faster so.
    """

    def __init__(self, styles: Styles, fields: Fields, *, may_hide: bool) -> None:
        self._styles = styles
        self._handlers = self._HANDLERS_WHERE_HIDDEN if may_hide else self._HANDLERS
        self._fields = fields
        self._found = Inline()
        self._style = ParagraphStyle()
        self._muted = False
        self._current_run: Element | None = None

    def read(self, paragraph: Iterable[Element], style: ParagraphStyle) -> Inline:
        """What the children of a paragraph show."""
        self._found = Inline()
        self._style = style
        self._walk(paragraph)
        self._fields.end_paragraph()
        return self._found

    def _walk(self, elements: Iterable[Element]) -> None:
        for inner in elements:
            tag = inner.tag
            handler = self._handlers.get(tag)
            if handler is not None:
                handler(self, inner)
            elif len(inner) and tag not in NOT_SHOWN:
                self._walk(inner[:])

    def _emit(self, text: str) -> None:
        if self._muted:
            self._found.has_hidden |= self._fields.show_text and bool(text.strip())
        elif not self._fields.are_open:
            self._found.parts.append(text)
        elif self._fields.show_text:
            self._found.parts.append(text)
            self._found.in_contents |= self._fields.in_contents

    def _run(self, run: Element) -> None:
        before = self._muted, self._current_run
        self._muted, self._current_run = self._style.hidden, run
        self._walk(run[:])
        self._muted, self._current_run = before

    def _format(self, properties: Element) -> None:
        """Take what the run says on hiding: its own word, which stands last, goes first.

        Of the styles of paragraph and characters, one takes back what the other hides.
        """
        for one in properties[:]:
            if one.tag == _STYLE:
                self._muted ^= self._styles.hides_characters(one.get(VAL) or "")
            elif one.tag == _VANISH:
                self._muted = is_on(one)

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if _FONT_CHARACTER.search(text):
            font = _font(child(self._current_run, _FORMAT))
            text = _FONT_CHARACTER.sub(lambda match: symbol(ord(match[0]), font), text)
        self._emit(text)

    def _symbol(self, element: Element) -> None:
        try:
            code = int(element.get(W + "char") or "", 16)
            self._emit(symbol(code, element.get(W + "font")))
        except (ValueError, OverflowError):
            self._emit("\ufffd")

    def _fraction(self, element: Element) -> None:
        self._walk(children(child(element, _M + "num")))
        self._emit("/")
        self._walk(children(child(element, _M + "den")))

    def _simple_field(self, element: Element) -> None:
        around = self._fields.open_simple(element.get(W + "instr") or "")
        self._walk(element[:])
        self._fields.close_simple(around)

    def _refer(self, kind: NoteKind, mark: Element) -> None:
        """Keep the reference; a mark typed by hand is the rest of the run and no text either."""
        note_id = mark.get(W + "id")
        if note_id is not None and not self._muted:
            self._found.references.append(NoteReference(kind, note_id))
        self._muted |= mark.get(W + "customMarkFollows") in ("1", "true", "on")

    def _box(self, content: Element) -> None:
        if not self._muted:
            self._found.boxes.append(content)

    def _object(self, element: Element) -> None:
        self._picture(element)
        self._walk(element[:])

    def _picture(self, _: Element) -> None:
        self._found.has_picture |= not self._muted

    def _revision(self, _: Element) -> None:
        self._found.has_revisions = True

    _HANDLERS: ClassVar[Mapping[str, Callable[[Any, Element], None]]] = {
        W + "r": _run,
        _M + "r": _run,
        W + "t": _text,
        _M + "t": _text,
        _M + "f": _fraction,
        **dict.fromkeys((W + "tab", W + "ptab"), lambda self, _: self._emit("\t")),
        **dict.fromkeys((W + "br", W + "cr"), lambda self, _: self._emit("\n")),
        W + "noBreakHyphen": lambda self, _: self._emit("-"),
        W + "sym": _symbol,
        W + "fldChar": lambda self, mark: self._emit(self._fields.mark(mark)),
        W + "instrText": lambda self, part: self._fields.instruct(part.text or ""),
        W + "fldSimple": _simple_field,
        W + "footnoteReference": lambda self, mark: self._refer("footnote", mark),
        W + "endnoteReference": lambda self, mark: self._refer("endnote", mark),
        W + "txbxContent": _box,
        W + "object": _object,
        MC + "AlternateContent": lambda self, choice: self._walk(children(shown_branch(choice))),
        _A + "blip": _picture,
        _V + "imagedata": _picture,
        **dict.fromkeys(REVISED_AWAY, _revision),
    }
    _HANDLERS_WHERE_HIDDEN: ClassVar[Mapping[str, Callable[[Any, Element], None]]] = {
        **_HANDLERS,
        _FORMAT: _format,
    }


def shown_branch(choice: Element) -> Element | None:
    """The one branch of an ``mc:AlternateContent`` that is read."""
    branch = child(choice, MC + "Choice")
    return child(choice, MC + "Fallback") if branch is None else branch


def _font(properties: Element | None) -> str | None:
    fonts = child(properties, W + "rFonts")
    return None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
