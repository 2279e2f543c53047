"""Plain text files."""

from __future__ import annotations

from .assemble import Printed


def write_text(paper: Printed) -> bytes:
    """One block a line, UTF-8; a table is not to be had."""
    lines = [block.content.text for block in paper.blocks if block.kind not in {"page", "report"}]
    return ("\n".join(lines) + "\n").encode()
