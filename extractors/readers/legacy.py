"""Old Word files and those of WPS Writer (.doc, .wps), read as the .docx LibreOffice makes."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from ...schemas.document import Document
from . import docx
from .legacy_office import converted
from .legacy_original import read_made
from .source import Source

SUFFIXES = (".doc", ".dot", ".wps", ".wpt")


def read(source: Source) -> Document:
    """The document; its places point into the blocks of the converted one.

    Raises ``MissingTool`` where there is no LibreOffice, what ``converted`` gives for a file
    that cannot be converted, and what the reader of .docx raises.
    """
    made = source.converted or converted([source])[0]
    return read_made(source, made, docx.read, named_format(source))


def named_format(source: Source) -> Literal["doc", "wps"]:
    """Which of the two an old Word file is: inside they are alike, the name tells."""
    wps = PurePath(source.name).suffix.casefold() in {".wps", ".wpt"}
    return "wps" if wps else "doc"
