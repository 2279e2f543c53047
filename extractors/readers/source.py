"""The bytes of one file and its name: what a reader gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from ...schemas.file_errors import FileError

if TYPE_CHECKING:
    from .docx_package import Package


@dataclass(frozen=True)
class Source:
    """A file to be read; ``password`` is null where none was given.

    ``name`` is what the user calls it, without folders; a reader looks at it only where
    the content leaves a choice. ``converted`` is the .docx or .xlsx that LibreOffice made of
    the data in a batch, or why it could not; null where the reader is to have it made.
    """

    name: str
    data: bytes = field(repr=False)
    password: str | None = field(default=None, repr=False)
    converted: bytes | FileError | None = field(default=None, repr=False)

    @cached_property
    def sha256(self) -> str:
        """The content's SHA-256 in hexadecimal digits."""
        return sha256(self.data).hexdigest()

    @property
    def doc_id(self) -> str:
        """The document's identifier: the first 16 digits of its SHA-256."""
        return self.sha256[:16]

    @cached_property
    def package(self) -> Package:
        """The parts of the Office file that the data is. Raises what ``Package`` raises."""
        from .docx_package import Package  # noqa: PLC0415 - what only finds files goes without lxml

        return Package(self.data)
