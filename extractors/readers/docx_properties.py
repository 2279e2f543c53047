"""When a Word file was made and last changed, as the file itself says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .docx_package import Package
from .docx_xml import Element, child

_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True, slots=True)
class Properties:
    """The core properties that are kept; null where the file has none or writes no date."""

    created: datetime | None = None
    modified: datetime | None = None


def read_properties(package: Package) -> Properties:
    """The core properties of a package."""
    for relationship in package.relationships():
        if relationship.kind == "core-properties":
            root = package.xml(relationship.target)
            return Properties(
                created=_moment(child(root, _TERMS + "created")),
                modified=_moment(child(root, _TERMS + "modified")),
            )
    return Properties()


def _moment(element: Element | None) -> datetime | None:
    text = None if element is None else element.text
    try:
        return datetime.fromisoformat(text.strip()) if text else None
    except ValueError:
        return None
