"""The XML of an Office file: parsed safely, read through one typed face over lxml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, cast

from lxml import etree

from ...schemas.file_errors import DamagedFile, ForbiddenDoctype

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMESPACES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
"""ISO 29500 Strict says the same things under other names."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_XML_DECLARATION = re.compile(r"\A\ufeff?<\?xml[^>]*\?>")
_DOCTYPE = re.compile(rb"\s*(?>(?:<\?.*?\?>|<!--.*?-->)\s*)*<!DOCTYPE", re.DOTALL)
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


class Element(Protocol):
    """An XML element, as far as the readers use it."""

    @property
    def tag(self) -> str:
        """The name, with its namespace in braces."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first child; null where there is none."""
        ...

    def get(self, key: str, /) -> str | None:
        """An attribute; null where it is missing."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """The children of these names, in their order."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """The element and everything in it, of these names."""
        ...

    def __iter__(self) -> Iterator[Element]: ...

    def __getitem__(self, key: slice, /) -> list[Element]:
        """The children as a list: ``element[:]`` takes half the time of iterating."""
        ...

    def __len__(self) -> int: ...


Paring = Callable[[bytes], bytes]
"""Cuts out of a part, as bytes in an encoding like ASCII, what is never looked at."""


def parse(data: bytes, part: str, pare: Paring = bytes) -> Element:
    """The root element of a part; ``part`` is its name, for messages.

    Strict namespaces are given as transitional ones. Nothing is fetched or expanded.
    ``pare`` saves building elements that nobody asks for.
    Raises ForbiddenDoctype before a part with a DTD is parsed, DamagedFile where the part
    is not well-formed.
    """
    data = _utf8(data, part)
    if _DOCTYPE.match(data):
        raise ForbiddenDoctype(part)
    data = pare(data)
    if _STRICT in data:
        for strict, transitional in _STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
    try:
        return cast(Element, etree.fromstring(data, _PARSER))
    except etree.XMLSyntaxError as error:
        raise DamagedFile(f"{part}: {error.msg}") from error


def _utf8(data: bytes, part: str) -> bytes:
    """The part in an encoding whose markup is ASCII, so that it can be searched as bytes."""
    if data[:2] in _UTF16_MARKS:
        try:
            data = _XML_DECLARATION.sub("", data.decode("utf-16")).encode()
        except UnicodeDecodeError as error:
            raise DamagedFile(f"{part}: {error.reason}") from error
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not data.startswith(b"<") or b"\0" in data[:64]:
        raise DamagedFile(f"{part}: 不是 XML")
    return data


def child(parent: Element | None, tag: str) -> Element | None:
    """The first child of this name; null where there is none, or no parent.

    Children are few, and lxml takes much longer to set up a search by name (``find``,
    ``iterchildren``) than to list them.
    """
    if parent is not None:
        for found in parent[:]:
            if found.tag == tag:
                return found
    return None


def children(parent: Element | None) -> list[Element]:
    """All children; none where there is no parent."""
    return [] if parent is None else parent[:]


def descendant(parent: Element | None, *tags: str) -> Element | None:
    """The element at the end of a path of first children; null where the path breaks off."""
    for tag in tags:
        parent = child(parent, tag)
    return parent


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of a child; null where the child or its value is missing."""
    found = child(parent, W + name)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """A whole number; null where the text is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def is_on(switch: Element) -> bool:
    """Whether an on/off element says on, which it does when it says nothing."""
    return switch.get(VAL) not in ("0", "false", "off")


Properties = Mapping[str, Element]
"""The children of a property element (``w:pPr``, ``w:tcPr``) by their names."""


def properties_of(parent: Element, tag: str) -> Properties:
    """What a property element says, read in one pass; nothing where it is missing."""
    return properties_among(parent[:], tag)


def properties_among(children: Iterable[Element], tag: str) -> Properties:
    """What the property element among these says; nothing where it is missing."""
    for found in children:
        if found.tag == tag:
            return {one.tag: one for one in found[:]}
    return {}


def value_in(found: Properties, tag: str) -> str | None:
    """``w:val`` of a property; null where it is not set or has none."""
    one = found.get(tag)
    return None if one is None else one.get(VAL)
