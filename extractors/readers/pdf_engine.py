"""PDF files opened with pdfium: their properties, and the content of each page."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]

from ...schemas.file_errors import DamagedFile, EncryptedFile
from .pdf_drawn import drawn_on
from .pdf_page import PageContent
from .pdf_runs import RunReader
from .pdfium import Handle, Matrix, quarter_turns, raw, visible_box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PASSWORD_ERROR = "password"


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
            return reader.matrix

    def picture(self, number: int, dots: float) -> NDArray[np.uint8]:
        """A page as it is shown, ``dots`` pixels a point: rows of blue, green, red.

        Raises ``DamagedFile``.
        """
        try:
            page = self.document[number - 1]
            drawn = page.render(scale=dots).to_numpy()[:, :, :3].copy()
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(f"第 {number} 页无法绘制") from error
        page.close()
        return cast("NDArray[np.uint8]", drawn)

    @contextmanager
    def _reader(self, number: int) -> Generator[_PageReader]:
        page = raw.FPDF_LoadPage(self.document.raw, number - 1)
        if not page:
            raise DamagedFile(f"第 {number} 页无法解析")
        try:
            with _text_of(page, number) as text_page:
                yield _PageReader(page, number, text_page)
        finally:
            raw.FPDF_ClosePage(page)


@contextmanager
def _text_of(page: Handle, number: int) -> Generator[Handle]:
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        raise DamagedFile(f"第 {number} 页文字无法解析")
    try:
        yield text_page
    finally:
        raw.FPDFText_ClosePage(text_page)


class _PageReader:
    """Reads one page, turned as most of its characters stand, whatever its rotation says.

    A page without characters is turned as it is shown. ``matrix`` maps the page's own
    points to points from the top left, the text upright.
    """

    def __init__(self, page: Handle, number: int, text_page: Handle) -> None:
        self._page, self._number, self._text_page = page, number, text_page
        left, bottom, right, top = visible_box(page)
        turned: tuple[Matrix, ...] = (
            (1.0, 0.0, 0.0, -1.0, -left, top),
            (0.0, 1.0, 1.0, 0.0, -bottom, -left),
            (-1.0, 0.0, 0.0, 1.0, right, -bottom),
            (0.0, -1.0, -1.0, 0.0, top, right),
        )
        shown = raw.FPDFPage_GetRotation(page)
        quarter = quarter_turns(text_page) if raw.FPDFText_CountChars(text_page) else shown
        self.matrix = turned[quarter]
        sides = right - left, top - bottom
        self._width, self._height = sides[::-1] if quarter % 2 else sides

    def read(self) -> PageContent:
        drawn = drawn_on(self._page, self.matrix)
        reader = RunReader(self._text_page, self.matrix, self._width, self._height)
        found = reader.read(drawn.unseen())
        return PageContent(
            self._number,
            self._width,
            self._height,
            tuple(found.seen),
            tuple(drawn.horizontal),
            tuple(drawn.vertical),
            found.hidden,
            found.unmapped,
            drawn.pictures,
        )
