"""Which encoding a web page is in: what its characters would be, then what it says itself."""

from __future__ import annotations

import re

from .text_encoding import DecodedText, decode

_MARKUP = re.compile(rb"<[^<>]*>")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 8192
_WIDER_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
"""Pages that name the smaller character set use characters of the larger one."""


def decode_page(data: bytes) -> DecodedText | None:
    """The markup of a page; null where the bytes are no text in any encoding that is known.

    Valid UTF-8 is UTF-8 whatever the page says, because pages are saved again in another
    encoding than they were written in. Then the declared encoding counts where all of the
    page is valid in it, and otherwise what a reader sees of the page: its tags, being
    ASCII, would speak for every encoding alike.
    """
    for encoding in filter(None, ("utf-8-sig", _declared(data))):
        if b"\0" not in data and (text := _strictly(data, encoding)) is not None:
            return DecodedText(text, encoding.removesuffix("-sig"), 0)
    shown = decode(_MARKUP.sub(b"", data)) if b"\0" not in data else None
    if shown is None:
        return decode(data)
    text = data.decode(shown.encoding, errors="replace")
    return DecodedText(text, shown.encoding, text.count("\ufffd"))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return None
    name = found[1].decode("ascii", "ignore").lower()
    return _WIDER_NAMES.get(name, name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
