"""Workbooks saved as "Strict Open XML": the same sheets under other names.

ISO 29500 has two sets of namespaces. openpyxl knows the transitional one alone, so a strict
workbook is given to it under transitional names.
"""

from __future__ import annotations

import io
import re
import zipfile

from .docx_xml import Element

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_XML_PARTS = (".xml", ".rels")


def is_strict(workbook: Element | None) -> bool:
    """Whether the root of a workbook's main part has a strict name."""
    return workbook is not None and _STRICT.match(workbook.tag.lstrip("{").encode()) is not None


def transitional(data: bytes) -> bytes:
    """The XML parts of a package under transitional names; its parts were found sound before.

    Pictures and macros, which nobody opens, are left behind.
    """
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as strict, zipfile.ZipFile(changed, "w") as package:
        for entry in strict.infolist():
            if entry.filename.casefold().endswith(_XML_PARTS):
                part = _STRICT.sub(_TRANSITIONAL, strict.read(entry))
                package.writestr(entry.filename, part)
    return changed.getvalue()
