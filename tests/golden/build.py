"""Make the golden documents and their gold: ``python build.py [OUT_DIR] [NAME ...]``.

Without OUT_DIR a document goes into the folder that its source's folder is named for; of those
directly in ``sources/``, into ``audited/`` if its gold has findings, else into ``documents/``.

Sources are marked texts (``sources/**/*.txt``, explained in README.md). The marks are stripped,
offsets, intervals and dates computed from the words of the data contract; nothing of heshu
itself is used. Exit status 1 where a numeral is not marked.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from making.assemble import gold, printed
from making.checks import problems
from making.source import read_source
from making.text import write_text
from making.word import write_word

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"


def build(path: Path, out: Path | None) -> list[str]:
    """Write one document with its gold; what is wrong with it."""
    try:
        source = read_source(path)
        paper = printed(source)
        rows = gold(source, paper)
    except ValueError as error:
        return [f"{path.name}: {error}"]
    out = out or HERE / _set_of(path, rows)
    out.mkdir(parents=True, exist_ok=True)
    form = source.front["format"]
    data = write_text(paper) if form == "txt" else write_word(source, paper)
    (out / f"{source.name}.{form}").write_bytes(data)
    text = json.dumps({"document": f"{source.name}.{form}", **rows}, ensure_ascii=False, indent=1)
    (out / f"{source.name}.gold.json").write_bytes(f"{text}\n".encode())
    counts = " ".join(f"{key} {len(value)}" for key, value in rows.items())
    print(f"{source.name}: {counts}")
    return [f"{path.name}: {problem}" for problem in problems(paper, rows)]


def _set_of(path: Path, rows: Mapping[str, object]) -> str:
    if path.parent != SOURCES:
        return path.parent.name
    return "audited" if "findings" in rows else "documents"


def main(arguments: list[str]) -> int:
    """Build all sources, or those named."""
    out = Path(arguments[0]) if arguments else None
    wanted = set(arguments[1:])
    paths = [p for p in sorted(SOURCES.rglob("*.txt")) if not wanted or p.stem in wanted]
    wrong = [problem for path in paths for problem in build(path, out)]
    print(*wrong, sep="\n", file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
