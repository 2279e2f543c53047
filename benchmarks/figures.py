"""How well and how fast amounts and rates are read, beside JioNLP and Recognizers-Text.

    python benchmarks/figures.py PROBES.jsonl

PROBES has a JSON object a line with "text" and its "figures". Counted are the amounts and
rates with a single value: right are those of the same value. The others take part where
they are installed: pip install jionlp recognizers-text-suite "emoji<2". heshu reads dates,
citations and every other kind of figure in the same pass.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any, cast

from heshu.extractors.figures.facts import read_facts
from heshu.extractors.readers.source import Source
from heshu.extractors.text.fold import fold
from heshu.pipeline.stages import read_source

KINDS = ("amount", "rate")
REPEATS = 20

Values = Counter[Decimal]


@dataclass(frozen=True, slots=True)
class Engine:
    """A reader of figures: the values it finds of a kind, and its plain pass over a text."""

    name: str
    values: dict[str, Callable[[str], Iterable[Decimal]]]
    scan: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Probe:
    """A text and the values of each kind that it holds."""

    text: str
    values: dict[str, Values]


def probes(file: Path) -> Iterator[Probe]:
    """The probes of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        probe = json.loads(line)
        found = {kind: Values() for kind in KINDS}
        for figure in probe["figures"]:
            if figure["kind"] in found and figure.get("value") is not None:
                found[figure["kind"]][Decimal(figure["value"])] += 1
        yield Probe(probe["text"], found)


def heshu() -> Engine:
    """Our own reader, the whole way through the stages."""

    def values(kind: str) -> Callable[[str], Iterable[Decimal]]:
        def read(text: str) -> Iterator[Decimal]:
            _, reports = read_source(Source("probe.txt", text.encode()))
            figures = (figure for report in reports for figure in report.figures)
            return (f.value for f in figures if f.kind == kind and f.value is not None)

        return read

    return Engine(
        "heshu",
        {kind: values(kind) for kind in KINDS},
        lambda text: read_facts(text, fold(text)),
    )


def jionlp() -> Engine:
    """JioNLP reads money, and no rates."""
    with redirect_stdout(StringIO()):
        jio = cast(Any, import_module("jionlp"))

    def amounts(text: str) -> Iterator[Decimal]:
        for found in jio.ner.extract_money(text, with_parsing=True):
            number = found["detail"]["num"]
            if isinstance(number, str):
                yield Decimal(number)

    return Engine("JioNLP", {"amount": amounts}, lambda text: list(amounts(text)))


def recognizers() -> Engine:
    """Recognizers-Text reads currencies and percentages."""
    currency = cast(Any, import_module("recognizers_number_with_unit")).recognize_currency
    percentage = cast(Any, import_module("recognizers_number")).recognize_percentage
    chinese = cast(Any, import_module("recognizers_text")).Culture.Chinese

    def amounts(text: str) -> Iterator[Decimal]:
        return _decimals(found.resolution["value"] for found in currency(text, chinese))

    def rates(text: str) -> Iterator[Decimal]:
        found = (found.resolution["value"] for found in percentage(text, chinese))
        return (value / 100 for value in _decimals(each and each.rstrip("%") for each in found))

    return Engine(
        "Recognizers-Text",
        {"amount": amounts, "rate": rates},
        lambda text: (list(amounts(text)), list(rates(text))),
    )


def _decimals(values: Iterable[str | None]) -> Iterator[Decimal]:
    return (Decimal(value) for value in values if value and re.fullmatch(r"-?[\d.]+", value))


def engines() -> Iterator[Engine]:
    """Those that are installed."""
    for make in (heshu, jionlp, recognizers):
        try:
            yield make()
        except ImportError as missing:
            print(f"{make.__name__}: not installed ({missing.name})")


def print_accuracy(engine: Engine, kind: str, known: list[Probe]) -> None:
    """Print precision and recall of one engine on one kind."""
    right = found = wanted = 0
    for probe in known:
        values = Values(engine.values[kind](probe.text))
        right += (values & probe.values[kind]).total()
        found += values.total()
        wanted += probe.values[kind].total()
    print(
        f"{engine.name:18} {kind:8} precision {right / max(found, 1):6.1%} ({right}/{found})"
        f"   recall {right / max(wanted, 1):6.1%} ({right}/{wanted})"
    )


def seconds(engine: Engine, known: list[Probe]) -> float:
    """Processor time of passes over all texts."""
    begin = time.process_time()
    for _ in range(REPEATS):
        for probe in known:
            engine.scan(probe.text)
    return time.process_time() - begin


def main(file: Path) -> None:
    """Print what each engine finds, and how fast it is beside ours."""
    known, times = list(probes(file)), dict[str, float]()
    for engine in engines():
        for kind in engine.values:
            print_accuracy(engine, kind, known)
        times[engine.name] = seconds(engine, known)
    for name, spent in times.items():
        print(f"{name:18} {spent / times['heshu']:6.1f} times heshu's processor time")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
