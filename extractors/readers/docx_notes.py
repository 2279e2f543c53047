"""Footnotes and endnotes (脚注、尾注), each found by its mark in the text."""

from __future__ import annotations

from collections.abc import Mapping

from .docx_text import NoteKind, NoteReference
from .docx_xml import Element, W

_OF_THE_PAGE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class FootNotes:
    """The notes of a document; a missing part holds none."""

    def __init__(self, parts: Mapping[NoteKind, Element | None]) -> None:
        self._notes: dict[NoteReference, Element] = {}
        for kind, root in parts.items():
            for note in () if root is None else root.iter(W + kind):
                if note.get(W + "type") not in _OF_THE_PAGE:
                    self._notes[NoteReference(kind, note.get(W + "id") or "")] = note

    def find(self, reference: NoteReference) -> tuple[Element, ...]:
        """The note that a mark points at; nothing where there is none."""
        note = self._notes.get(reference)
        return () if note is None else (note,)
