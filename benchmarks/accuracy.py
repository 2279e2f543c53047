"""How much of the golden documents is read right.

    python benchmarks/accuracy.py [FOLDER...]

A folder holds documents beside their ``NAME.gold.json``; the sets of ``tests/golden``
unless given. Figures are aligned with the gold in reading order by their
quotes. A gold row with ``"required": false`` may be found or not and counts neither way;
``FIELD_accept`` lists further right answers. Fields count over the figures that were found,
wherever the gold has an answer other than null; forms count over every field of every gold
row. A finding is that of the gold where its rule is and half of the numbers in the gold's
statement are.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, cast

import heshu
from heshu.extractors.text.fold import fold
from heshu.schemas.finding import Finding
from heshu.schemas.report import Fund, Indicator, Project, Report

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
SETS = ("documents", "audited", "provincial", "regional", "narrated", "published")
EXACT = ("kind", "value", "unit", "low", "high", "comparator")
FIELDS = ("subject", "aspect", "scope", "role", "direction", "period_start", "period_end")
PLACES = {"line", "block", "row"}
COLUMNS = {
    "projects": {field.name for field in fields(Project)},
    "funds": {field.name for field in fields(Fund)} - PLACES,
    "indicators": {field.name for field in fields(Indicator)} - PLACES,
}
LIKENESS = 0.8
"""Share of characters in common from which two names of a measured thing are one."""

Gold = dict[str, Any]
Row = Project | Fund | Indicator


class Score:
    """Right answers of all, by what was asked."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._all: Counter[str] = Counter()

    def add(self, name: str, right: bool) -> None:
        """Count one answer."""
        self._right[name] += right
        self._all[name] += 1

    def share(self, name: str) -> float:
        """Of all answers to a question, the share of right ones."""
        return self._right[name] / self._all[name]

    def lines(self) -> Iterator[str]:
        """A line for each question, in the order in which they first came up."""
        for name, count in self._all.items():
            yield f"{name:24} {self.share(name):7.1%}   {self._right[name]} / {count}"


def score_figures(score: Score, reports: Sequence[Report], rows: Sequence[Gold]) -> None:
    """Count found and false figures, and what is right of those found."""
    found = [figure for report in reports for figure in report.figures]
    matcher = SequenceMatcher(
        None, [plain(row["text"]) for row in rows], [plain(f.text) for f in found], autojunk=False
    )
    pairs = {
        first + at: second + at
        for first, second, size in matcher.get_matching_blocks()
        for at in range(size)
    }
    for at, row in enumerate(rows):
        if row.get("required", True):
            score.add("figures found", at in pairs)
    for at in range(len(found)):
        score.add("figures that are figures", at in pairs.values())
    for at, row in enumerate(rows):
        if at in pairs and row.get("required", True):
            figure = found[pairs[at]]
            score.add("exact", all(accepted(row, name, figure) for name in EXACT if name in row))
            for name in FIELDS:
                if row.get(name) is not None:
                    score.add(name, accepted(row, name, figure))


def score_forms(score: Score, reports: Sequence[Report], gold: Gold) -> None:
    """Count the fields of projects, funds and indicators."""
    projects = [project for report in reports for project in report.projects]
    score_rows(score, "projects", "name", projects, gold)
    score_rows(score, "funds", "label", [one for each in projects for one in each.funds], gold)
    score_rows(
        score, "indicators", "name", [one for each in projects for one in each.indicators], gold
    )


def score_rows(score: Score, table: str, label: str, found: Sequence[Row], gold: Gold) -> None:
    """Count the fields of one table's rows, which are aligned by their labels."""
    left = list(found)
    for row in gold.get(table, []):
        match = next((one for one in left if accepted(row, label, one)), None)
        if match is not None:
            left.remove(match)
        for name in row.keys() & COLUMNS[table]:
            score.add(f"{table}, each field", match is not None and accepted(row, name, match))


def score_findings(score: Score, reports: Sequence[Report], rows: Sequence[Gold]) -> None:
    """Count planted contradictions that are raised, and alarms that are such."""
    fails = [one for report in reports for one in report.findings if one.verdict == "fail"]
    for row in rows:
        if row.get("required", True):
            score.add("contradictions found", any(is_told(row, one) for one in fails))
    for one in fails:
        if one.severity != "info":
            score.add("alarms that are right", any(is_told(row, one) for row in rows))


def is_told(row: Gold, finding: Finding) -> bool:
    """Whether a finding is the contradiction of the gold."""
    planted, told = numbers(row["statement"]), numbers(finding.statement)
    rules = {row["rule"], *row.get("rule_accept", [])}
    return finding.rule in rules and 2 * len(planted & told) >= len(planted)


def numbers(statement: str) -> set[Decimal]:
    """The numbers of a line of arithmetic."""
    return {Decimal(text) for text in re.findall(r"\d+(?:\.\d+)?", statement.replace(",", ""))}


def accepted(row: Gold, name: str, found: object) -> bool:
    """Whether a field of what was found is an answer that the gold gives."""
    more: object = row.get(f"{name}_accept", [])
    answers = {plain(row.get(name))}
    answers.update(map(plain, cast("list[object]", more) if isinstance(more, list) else [more]))
    value = plain(getattr(found, name))
    if name == "subject":
        return any(alike(value, answer) for answer in answers)
    return value in answers


def alike(one: str | None, other: str | None) -> bool:
    """Whether two names have most of their characters in common."""
    if not one or not other:
        return one == other
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) >= LIKENESS


def plain(value: object) -> str | None:
    """A value without white space, variants of characters and zeros that change nothing."""
    if value is None:
        return None
    text = "".join(fold(str(value)).split())
    try:
        return f"{round(Decimal(text), 10).normalize() + 0:f}"
    except InvalidOperation:
        return text


def documents(folder: Path) -> list[Path]:
    """The folder's documents, each with a gold file beside it."""
    return [file for file in sorted(folder.iterdir()) if file.suffix != ".json"]


def score_of(files: Sequence[Path]) -> Score:
    """Read every document and compare it with its gold."""
    score = Score()
    for file in files:
        gold = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))
        reports = heshu.read(file).reports
        score_figures(score, reports, gold["figures"])
        score_forms(score, reports, gold)
        if gold.keys() & {"findings", "must_not_flag"}:
            score_findings(score, reports, gold.get("findings", []))
    return score


def main(folder: Path) -> None:
    """Print the score of a folder."""
    files = documents(folder)
    print(f"{folder.name}: {len(files)} documents")
    print("\n".join(score_of(files).lines()))


if __name__ == "__main__":
    for each in map(Path, sys.argv[1:]) if len(sys.argv) > 1 else map(GOLDEN.joinpath, SETS):
        main(each)
