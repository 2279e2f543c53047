"""A source file: front matter (TOML between +++ lines) and a body of marked lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from .facts import Facts
from .marks import Mark, Marked, parse
from .templates import expand

DIRECTIVE = re.compile(r"@(toc|cover|centre|right|caption|header|footer|page|report|sub)\b ?(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``kind`` says its style) or a table (``grid``); ``wrap`` holds its lines."""

    kind: str
    content: Marked = field(default_factory=lambda: Marked(""))
    grid: tuple[tuple[Marked, ...], ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be made: its name, its front matter and its blocks."""

    name: str
    front: dict[str, Any]
    facts: Facts
    blocks: tuple[Block, ...]


def read_source(path: Path) -> Source:
    """Read a source file."""
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    front = cast("dict[str, Any]", without_null(tomllib.loads(head)))
    facts = Facts.of(front)
    return Source(path.stem, front, facts, tuple(blocks(body, facts)))


def without_null(value: object) -> object:
    """TOML has no null: the word stands for it."""
    if isinstance(value, dict):
        return {key: without_null(item) for key, item in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [without_null(item) for item in cast("list[object]", value)]
    return None if value == "null" else value


def blocks(body: str, facts: Facts) -> list[Block]:
    """Paragraphs and tables in order."""
    out: list[Block] = []
    rows: list[tuple[Marked, ...]] = []
    for line in [*body.strip("\n").replace("\\n", "\v").split("\n"), ""]:
        if line.startswith(("|", "%")):
            rows += [
                tuple(parse(cell.replace("\v", "\n")) for cell in cells)
                for cells in expand(line, facts)
            ]
            continue
        if rows:
            out.append(Block("table", grid=tuple(rows)))
            rows = []
        out += [paragraph(line)]
    return out[:-1] if out and out[-1].kind == "blank" else out


def paragraph(line: str) -> Block:
    """The block of one line."""
    if not line.strip():
        return Block("blank")
    if line.startswith("#T "):
        return Block("title", parse(line[3:]))
    if m := re.match(r"#([1-4])(r?) (\S+) (.+)", line):
        return run_in(int(m[1]), m[3], m[4]) if m[2] else heading(int(m[1]), m[3], m[4])
    if m := DIRECTIVE.match(line):
        return Block(m[1], parse(m[2]))
    return Block("paragraph", parse(line))


def heading(level: int, kind: str, line: str) -> Block:
    """A heading is marked as a section as a whole."""
    content = parse(line)
    words = ("sec", str(level), kind.rstrip("?"), *(["opt"] if kind.endswith("?") else []))
    mark = Mark(0, len(content.text), content.text, words)
    return Block("heading", Marked(content.text, (mark, *content.marks)), level=level)


def run_in(level: int, kind: str, line: str) -> Block:
    """A heading that opens its own paragraph, up to the first full stop."""
    content = parse(line)
    end = content.text.index("。") + 1
    mark = Mark(0, end, content.text[:end], ("sec", str(level), kind, "run_in"))
    return Block("paragraph", Marked(content.text, (mark, *content.marks)))
