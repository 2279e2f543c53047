"""pdfium's raw interface behind types of our own; the only module that knows it.

Boxes: pypdfium2's loose character boxes are right across the line only (its issue 421), so
heights come from the baseline and the font size. pdfium is not thread-safe.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2.raw as _raw  # pyright: ignore[reportMissingTypeStubs]

from ...schemas.errors import DamagedFile, EncryptedFile
from .pdf_page import Glyph, PageContent, Rule

raw = cast(Any, _raw)
Handle = Any
"""A pointer to one of pdfium's own objects: a page, its text, something drawn on it."""

_PASSWORD_ERROR = "password"
_SCALE = 1000
_INVISIBLE_MODES = frozenset({3, 7})
_WHITE = 250
_LEAST_SIZE = 1.0
_STRAIGHT = 0.5
_ANGLE_SAMPLE = 40


@contextmanager
def opened(data: bytes, password: str | None) -> Generator[PdfFile]:
    """The file, closed afterwards. Raises ``EncryptedFile`` and ``DamagedFile``."""
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD_ERROR in str(error).lower():
            raise EncryptedFile("打开密码错误" if password else None) from error
        raise DamagedFile("PDF 结构无法解析") from error
    try:
        yield PdfFile(document)
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF file."""

    document: Any

    def __len__(self) -> int:
        return len(self.document)

    def metadata(self, key: str) -> str:
        """A property such as ``CreationDate``; empty where the file has none."""
        return str(self.document.get_metadata_value(key))

    def page(self, number: int) -> PageContent:
        """The content of a page, counted from 1. Raises ``DamagedFile``."""
        with self._reader(number) as reader:
            return reader.read()

    def matrix(self, number: int) -> Matrix:
        """How points of the page's own space become those of boxes: a, b, c, d, e, f.

        Raises ``DamagedFile``.
        """
        with self._reader(number) as reader:
            return reader.turned()

    @contextmanager
    def _reader(self, number: int) -> Generator[_PageReader]:
        try:
            page = self.document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(f"第 {number} 页无法解析") from error
        try:
            yield _PageReader(page.raw, number)
        finally:
            page.close()


@dataclass(slots=True)
class _Drawn:
    """What a walk over the page's objects collects."""

    horizontal: list[Rule] = field(default_factory=list[Rule])
    vertical: list[Rule] = field(default_factory=list[Rule])
    hidden: set[int] = field(default_factory=set[int])
    white: dict[int, tuple[float, float]] = field(default_factory=dict[int, tuple[float, float]])
    shades: list[tuple[float, float, float, float]] = field(
        default_factory=list[tuple[float, float, float, float]]
    )
    pictures: int = 0


Matrix = tuple[float, float, float, float, float, float]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


class _PageReader:
    """Reads one page; everything is mapped to points from the top left, its text upright."""

    def __init__(self, page: Handle, number: int) -> None:
        self.page = page
        self.number = number
        self.width = self.height = 0.0
        self.matrix: Matrix = (1, 0, 0, -1, 0, 0)

    def read(self) -> PageContent:
        with self._text_page() as text_page:
            self._turn_upright(text_page)
            drawn = self._walk()
            glyphs, hidden, unmapped = self._glyphs(text_page, self._unseen(drawn))
        return PageContent(
            self.number,
            self.width,
            self.height,
            tuple(glyphs),
            tuple(drawn.horizontal),
            tuple(drawn.vertical),
            hidden,
            unmapped,
            drawn.pictures,
        )

    def turned(self) -> Matrix:
        """How the page's own points are mapped."""
        with self._text_page() as text_page:
            self._turn_upright(text_page)
        return self.matrix

    @contextmanager
    def _text_page(self) -> Generator[Handle]:
        text_page = raw.FPDFText_LoadPage(self.page)
        if not text_page:
            raise DamagedFile(f"第 {self.number} 页文字无法解析")
        try:
            yield text_page
        finally:
            raw.FPDFText_ClosePage(text_page)

    def _turn_upright(self, text_page: Handle) -> None:
        """Turn the page as most of its characters stand, whatever its own rotation says."""
        left, bottom, right, top = _visible_box(self.page)
        self.width, self.height = right - left, top - bottom
        quarter = _quarter_turns(text_page)
        if quarter % 2:
            self.width, self.height = self.height, self.width
        turned: tuple[Matrix, ...] = (
            (1, 0, 0, -1, -left, top),
            (0, 1, 1, 0, -bottom, -left),
            (-1, 0, 0, 1, right, -bottom),
            (0, -1, -1, 0, top, right),
        )
        self.matrix = turned[quarter]

    # ---------------------------------------------------------------- objects

    def _walk(self) -> _Drawn:
        drawn = _Drawn()
        page, get = self.page, raw.FPDFPage_GetObject
        for at in range(raw.FPDFPage_CountObjects(page)):
            self._object(get(page, at), self.matrix, drawn, depth=0)
        return drawn

    def _object(self, item: Handle, matrix: Matrix, drawn: _Drawn, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text_object(item, drawn)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix, drawn)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawn.pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < 8:
            inner = _times(_object_matrix(item), matrix)
            for at in range(raw.FPDFFormObj_CountObjects(item)):
                self._object(raw.FPDFFormObj_GetObject(item, at), inner, drawn, depth + 1)

    def _text_object(self, item: Handle, drawn: _Drawn) -> None:
        address = ctypes.addressof(item.contents)
        if raw.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE_MODES:
            drawn.hidden.add(address)
        elif _is_white(item):
            drawn.white[address] = self._centre(item)

    def _centre(self, item: Handle) -> tuple[float, float]:
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(item, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        return self._map((left + right) / 2, (bottom + top) / 2)

    def _map(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def _path(self, item: Handle, matrix: Matrix, drawn: _Drawn) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        filled = bool(fill.value)
        if not filled and not stroke.value:
            return
        points = _outline(item, _times(_object_matrix(item), matrix))
        if filled and not stroke.value and _is_white(item):
            return
        for line in points:
            _rules(line, drawn)
        if filled:
            xs = [x for line in points for x, _ in line]
            ys = [y for line in points for _, y in line]
            if xs:
                drawn.shades.append((min(xs), min(ys), max(xs), max(ys)))

    # ---------------------------------------------------------------- characters

    def _unseen(self, drawn: _Drawn) -> frozenset[int]:
        """The text objects that nobody sees: invisible ones, and white ones on no shade."""
        return frozenset(drawn.hidden).union(
            address
            for address, (x, y) in drawn.white.items()
            if not any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in drawn.shades)
        )

    def _glyphs(self, text_page: Handle, unseen: frozenset[int]) -> tuple[list[Glyph], int, int]:
        """The characters that are seen, and how many are hidden and how many have no map."""
        glyphs: list[Glyph] = []
        hidden = unmapped = 0
        width, height = self.width, self.height
        for at, glyph in self._characters(text_page):
            char, x0, x1, baseline, size = glyph
            seen = x1 > 0 and x0 < width and size >= _LEAST_SIZE and size / 2 < baseline
            if not seen or baseline - size / 2 >= height:
                hidden += not char.isspace()
            elif (char < " " or char > "\ud7ff") and _is_garbage(char):
                unmapped += 1
            elif unseen and _owner(text_page, at) in unseen:
                hidden += not char.isspace()
            else:
                glyphs.append(glyph)
        return glyphs, hidden, unmapped

    def _characters(self, text_page: Handle) -> list[tuple[int, Glyph]]:
        """Every character that the file itself holds, with its index, in the file's order.

        A character ends where the next one begins; its loose box is asked for only before
        a gap. The font size is asked for where the baseline changes.
        """
        a, b, c, d, e, f = self.matrix
        x, y = ctypes.c_double(), ctypes.c_double()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        origin, generated = raw.FPDFText_GetCharOrigin, raw.FPDFText_IsGenerated
        found: list[tuple[int, Glyph]] = []
        last, last_char, last_x, baseline, size = -2, "", 0.0, 0.0, 0.0
        for at, char in enumerate(_text(text_page)):
            if char <= "!" and generated(text_page, at):
                continue
            origin(text_page, at, x_ref, y_ref)
            ox, oy = x.value, y.value
            x0, y0 = a * ox + c * oy + e, b * ox + d * oy + f
            if last_char:
                near = last + 1 == at and y0 == baseline and 0 < x0 - last_x <= 1.5 * size
                x1 = x0 if near else self._right_edge(text_page, last)
                found.append((last, Glyph(last_char, last_x, x1, baseline, size)))
            if y0 != baseline or not last_char:
                size = _font_size(text_page, at)
            last, last_char, last_x, baseline = at, char, x0, y0
        if last_char:
            x1 = self._right_edge(text_page, last)
            found.append((last, Glyph(last_char, last_x, x1, baseline, size)))
        return found

    def _right_edge(self, text_page: Handle, at: int) -> float:
        a, _, c, _, e, _ = self.matrix
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(text_page, at, ctypes.byref(box))
        return max(a * box.left + c * box.bottom, a * box.right + c * box.top) + e


def _visible_box(page: Handle) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is shown of the page."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPage_GetCropBox(page, *edges) and not raw.FPDFPage_GetMediaBox(page, *edges):
        return 0.0, 0.0, 595.0, 842.0
    x0, y0, x1, y1 = (edge.value for edge in edges)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _quarter_turns(text_page: Handle) -> int:
    """By how many quarters of a turn, anticlockwise, most of the characters are turned.

    pdfium tells the angle clockwise.
    """
    count = raw.FPDFText_CountChars(text_page)
    step = max(count // _ANGLE_SAMPLE, 1)
    turns = Counter(
        -round(max(raw.FPDFText_GetCharAngle(text_page, at), 0) / (math.pi / 2)) % 4
        for at in range(0, count, step)
    )
    return turns.most_common(1)[0][0] if turns else 0


def _font_size(text_page: Handle, at: int) -> float:
    """The size as displayed: many files keep a font of size 1 and scale the text."""
    found = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, at, found)
    return float(raw.FPDFText_GetFontSize(text_page, at)) * math.hypot(found.c, found.d)


def _text(text_page: Handle) -> list[str]:
    """The characters, one an index; pdfium counts a pair of surrogates as two."""
    count = raw.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if len(text) == count:
        return list(text)
    return [chr(raw.FPDFText_GetUnicode(text_page, at)) for at in range(count)]


def _owner(text_page: Handle, at: int) -> int:
    """The address of the text object that draws the character."""
    item = raw.FPDFText_GetTextObject(text_page, at)
    return ctypes.addressof(item.contents) if item else 0


def _is_garbage(char: str) -> bool:
    """A character that only says that its font has no map to Unicode."""
    return char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or (char < " " and char not in "\t\r\n")


_RED, _GREEN, _BLUE, _ALPHA = (ctypes.c_uint() for _ in range(4))


def _is_white(item: Handle) -> bool:
    raw.FPDFPageObj_GetFillColor(item, _RED, _GREEN, _BLUE, _ALPHA)
    if not _ALPHA.value:
        return True
    return _RED.value >= _WHITE and _GREEN.value >= _WHITE and _BLUE.value >= _WHITE


def _object_matrix(item: Handle) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _outline(item: Handle, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The straight lines of a path as chains of points; curves break a chain."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    chains: list[list[tuple[float, float]]] = []
    chain: list[tuple[float, float]] = []
    for at in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == raw.FPDF_SEGMENT_LINETO:
            chain.append(point)
        else:
            chain = [point]
            chains.append(chain)
        if raw.FPDFPathSegment_GetClose(segment):
            chain.append(chain[0])
    return chains


def _rules(chain: list[tuple[float, float]], drawn: _Drawn) -> None:
    for (xa, ya), (xb, yb) in pairwise(chain):
        if abs(xa - xb) < _STRAIGHT < abs(ya - yb):
            drawn.vertical.append(Rule((xa + xb) / 2, min(ya, yb), max(ya, yb)))
        elif abs(ya - yb) < _STRAIGHT < abs(xa - xb):
            drawn.horizontal.append(Rule((ya + yb) / 2, min(xa, xb), max(xa, xb)))
