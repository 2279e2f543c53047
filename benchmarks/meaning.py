"""What it costs to tell what the figures of a file mean.

    python benchmarks/meaning.py FILE...

For each file: the time of the meaning stage over that of reading and figures, and over that
of all stages before it. At most 1.00 is asked. Every round is as over a file not seen before:
nothing is known of its texts.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from measuring import seconds

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.meaning.stage import understand
from heshu.extractors.readers.reading import read_document
from heshu.extractors.readers.source import Source
from heshu.extractors.structure.stage import structure

ROUNDS = 12


def times(source: Source) -> tuple[float, float, float, float]:
    """Processor seconds of reading, structure, figures and meaning, once."""
    document = read_document(replace(source))
    reports = structure(document)
    with_figures = tuple(map(read_figures, reports))
    forget()
    return (
        seconds(lambda: read_document(replace(source))),
        seconds(lambda: structure(document)),
        seconds(lambda: tuple(map(read_figures, reports))),
        seconds(lambda: tuple(map(understand, with_figures))),
    )


def forget() -> None:
    """Empty all that the extractors remember of texts: their caches that are bounded."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("heshu.extractors") else ():
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
                value.cache_clear()


def print_file(file: Path) -> None:
    """Print the two ratios of a file."""
    source = Source(file.name, file.read_bytes())
    rounds = [times(source) for _ in range(ROUNDS)]
    reading, structuring, figures, meaning = (min(spent) for spent in zip(*rounds, strict=True))
    print(
        f"{file.name:32} meaning costs {meaning / (reading + figures):.2f} of reading and figures,"
        f" {meaning / (reading + structuring + figures):.2f} of all before it"
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for argument in sys.argv[1:]:
        print_file(Path(argument))
