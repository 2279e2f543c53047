"""The door to reading pages that are pictures: what it needs may not be installed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from ...schemas.file_errors import MissingExtra
from .pdf_engine import PdfFile
from .pdf_page import PageContent

if TYPE_CHECKING:
    from .scan import PageReader, ScannedPage

_DOTS = 200 / 72
"""Pixels a point: 200 an inch, at which print of 9 points is read well."""

_USUAL = range(400, 1300)
"""The longer side, in points, of paper from A5 to A3. Other pages are pictures that were
never told their size: they are drawn as high as a page of A4."""

_A4_HEIGHT = 2339


def read_scanned(file: PdfFile, content: PageContent) -> ScannedPage:
    """What a page says that is a picture.

    Raises ``MissingExtra`` where the extra ``ocr`` is not installed, ``DamagedFile`` where
    the page cannot be drawn.
    """
    try:
        scan = import_module(f"{__package__}.scan")
    except ImportError as error:
        raise MissingExtra(error.name) from error
    read_page = cast("PageReader", scan.read_page)
    longer = max(content.width, content.height)
    dots = _DOTS if int(longer) in _USUAL else _A4_HEIGHT / longer
    return read_page(file.picture(content.number, dots), content.number, content.width)
