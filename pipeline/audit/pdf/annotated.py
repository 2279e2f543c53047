"""Source PDFs with highlights and notes; the sources themselves are left as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from ....extractors.readers.pdf_engine import PdfFile, opened
from ....schemas.document import Document
from ....schemas.errors import UsageError
from ...outputs.signature import sign_pdf
from ..model import Audit, AuditedFile
from .drawing import BADGE_HEIGHT, BADGE_WIDTH, COLOURS, badge_look, highlight_look, numbers
from .spots import Badge, Highlight, badges, highlights
from .turning import Turning, bounds

AUTHOR = "核数 heshu"
_PRINTED = 4
"""The flag of an annotation that is printed too."""
_NOT_IN_NAMES = dict.fromkeys(map(ord, '<>:"/\\|?*'), "_")
"""What Windows admits in no file name."""

_EDGE, _GAP = 6.0, 1.0
_ACROSS = 4
"""Badges beside each other before the next goes below."""


def write_annotated(audit: Audit, file: Path, password: str | None) -> tuple[str, ...]:
    """Write every PDF source with its doubts marked; returns the names of the files.

    One source is written under the name given, each of several under that name with its
    own behind. Raises ``UsageError`` where no source is a PDF, ``OSError`` where the disk
    refuses.
    """
    sources = [each for each in audit.files if each.document and each.document.format == "pdf"]
    if not sources:
        raise UsageError("没有可加批注的 PDF 文件；其他格式请用 .html 或 .xlsx")
    names = [file.name] if len(sources) == 1 else list(_names(file, sources))
    for source, name in zip(sources, names, strict=True):
        _annotate(audit, source, file.with_name(name), password)
    return tuple(names)


def _names(file: Path, sources: list[AuditedFile]) -> Iterator[str]:
    """A name for each source; a further source of the same name is told by its number."""
    taken: set[str] = set()
    for number, source in enumerate(sources, 1):
        own = Path(source.entry.name).stem.translate(_NOT_IN_NAMES)
        name = f"{file.stem}-{own}{file.suffix}"
        if name.lower() in taken:
            name = f"{file.stem}-{own}-{number}{file.suffix}"
        taken.add(name.lower())
        yield name


def _annotate(audit: Audit, source: AuditedFile, file: Path, password: str | None) -> None:
    document = source.document
    if document is None:
        return
    content = source.location.read(password)
    with (
        opened(content, password) as engine,
        Pdf.open(BytesIO(content), password=password or "") as pdf,
    ):
        _Marker(pdf, engine).mark(audit, document)
        pdf.save(file, encryption=_protection(pdf, password))
    sign_pdf(file)


def _protection(pdf: Pdf, password: str | None) -> pikepdf.Encryption | None:
    """What needs a password to be opened stays so; a mere ban on changes is not kept."""
    if not pdf.is_encrypted or not password:
        return None
    return pikepdf.Encryption(owner=password, user=password)


@dataclass(slots=True)
class _Marker:
    """Puts annotations on the pages of one file."""

    pdf: Pdf
    engine: PdfFile
    _turnings: dict[int, Turning] = field(default_factory=dict[int, Turning])
    _taken: defaultdict[tuple[int, int], int] = field(
        default_factory=lambda: defaultdict[tuple[int, int], int](int)
    )

    def mark(self, audit: Audit, document: Document) -> None:
        """Mark every doubt of the document, and list the doubts among the bookmarks."""
        for highlight in highlights(audit, document):
            self._highlight(highlight)
        notes = list(badges(audit, document))
        for badge in notes:
            self._note(badge)
        self._bookmark(notes)

    def _turning(self, page: int) -> Turning:
        if page not in self._turnings:
            self._turnings[page] = Turning(self.engine.matrix(page))
        return self._turnings[page]

    def _highlight(self, highlight: Highlight) -> None:
        turning = self._turning(highlight.page)
        quads = [turning.corners(box.x0, box.y0, box.x1, box.y1) for box in highlight.boxes]
        points = tuple(point for quad in quads for point in quad)
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=numbers(bounds(points)),
            QuadPoints=numbers(value for point in points for value in point),
            C=numbers(COLOURS[highlight.tone]),
            Contents=String(highlight.text),
            AP=Dictionary(N=highlight_look(self.pdf, quads, highlight.tone)),
        )
        self._add(highlight.page, annotation)

    def _note(self, badge: Badge) -> None:
        turning = self._turning(badge.page)
        corners = turning.corners(*self._place(badge))
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=numbers(bounds(corners)),
            Name=Name.Comment,
            C=numbers(COLOURS[badge.tone]),
            Subj=String(badge.title),
            Contents=String(badge.text),
            AP=Dictionary(N=badge_look(self.pdf, badge.number, badge.tone, turning)),
        )
        self._add(badge.page, annotation)

    def _place(self, badge: Badge) -> tuple[float, float, float, float]:
        """A free spot at the left edge, as near to the quote's line as there is."""
        line = int(badge.top // (BADGE_HEIGHT + _GAP))
        while self._taken[badge.page, line] >= _ACROSS:
            line += 1
        column = self._taken[badge.page, line]
        self._taken[badge.page, line] += 1
        left, top = _EDGE + column * (BADGE_WIDTH + _GAP), line * (BADGE_HEIGHT + _GAP)
        return left, top, left + BADGE_WIDTH, top + BADGE_HEIGHT

    def _add(self, number: int, annotation: Dictionary) -> None:
        page = self.pdf.pages[number - 1]
        annotation.T = String(AUTHOR)
        annotation.F = _PRINTED
        annotation.P = page.obj
        there = page.obj.get(Name.Annots)
        kept = list(there) if isinstance(there, Array) else []
        page.obj.Annots = Array([*kept, self.pdf.make_indirect(annotation)])

    def _bookmark(self, notes: list[Badge]) -> None:
        """The doubts among the bookmarks, for viewers that show no notes."""
        if not notes:
            return
        with self.pdf.open_outline() as outline:
            head = OutlineItem(f"{AUTHOR} 疑点", notes[0].page - 1)
            for badge in _firsts(notes):
                left, top = self._turning(badge.page).point(0, badge.top)
                line = badge.text.splitlines()[1]
                title = f"{badge.title} {line}"
                head.children.append(OutlineItem(title, badge.page - 1, "XYZ", left=left, top=top))
            outline.root.append(head)


def _firsts(notes: list[Badge]) -> list[Badge]:
    """The note on the first page of each doubt."""
    return list({badge.number: badge for badge in reversed(notes)}.values())[::-1]
