"""What is cut out of parts before they are parsed: much of them, and never looked at.

What has another prefix or other quotes than Word and WPS write stays.
"""

from __future__ import annotations

import re

_LOOKS = re.compile(rb"<w:(?:tcW|vAlign|spacing|ind|szCs|sz|bCs|b|color)(?: [^<>]*)?/>")
"""How text and cells look: elements that hold nothing but attributes."""

_CDATA = b"<![CDATA["
_STYLE, _STYLE_END = b"<w:style ", b"</w:style>"
_LATENT, _LATENT_END = b"<w:latentStyles ", b"</w:latentStyles>"


def pared_text(part: bytes) -> bytes:
    """The main part without sizes, spacing and colours; one with raw text is left as it is."""
    return part if _CDATA in part else _LOOKS.sub(b"", part)


def pared_styles(part: bytes) -> bytes:
    """The styles part without those of tables and the names of those not used."""
    head, *styles = part.split(_STYLE)
    before, _, latent = head.partition(_LATENT)
    _, closed, after = latent.partition(_LATENT_END)
    kept = [style for style in styles if not _is_of_tables(style)]
    return _STYLE.join([before + after if closed else head, *kept])


def _is_of_tables(style: bytes) -> bool:
    return style.find(b'w:type="table"', 0, style.find(b">")) >= 0 and (
        style.endswith(_STYLE_END) or style.rstrip().endswith(_STYLE_END)
    )
