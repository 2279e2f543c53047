"""The examples of ``tests/corpus``, and small documents written as lines."""

import tomllib
from pathlib import Path
from typing import Any

from heshu.schemas.document import Block, Cell, Document, Paragraph, Table

_FOLDER = Path(__file__).resolve().parent / "corpus"


def corpus(name: str) -> dict[str, Any]:
    """One file of examples as TOML reads it."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def document(text: str) -> Document:
    """Every line a paragraph; ``a|b / c|d`` is a table of two rows, ``|`` an empty one."""
    blocks = tuple(_block(line) for line in text.strip("\n").split("\n"))
    return Document("0" * 16, "0" * 64, "sample.txt", "txt", len(text), blocks)


def _block(line: str) -> Block:
    if "|" not in line:
        return Paragraph(line)
    rows = [row.split("|") for row in line.split(" / ")]
    cells = (Cell(r, c, text.strip()) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(len(rows), max(map(len, rows)), tuple(cells))
