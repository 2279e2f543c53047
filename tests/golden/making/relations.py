"""Planted contradictions, alarms that must not be raised and what holds, one a line."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]
KEYS = ("findings", "must_not_flag", "verified")


def relations(front: Row) -> Row:
    """The lists of the front matter: ``RULE/OTHER | severity or level allowed | statement``."""
    return {key: [READERS[key](line) for line in lines(front[key])] for key in KEYS if key in front}


def lines(text: str) -> list[list[str]]:
    """Cells of the lines that hold something."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    return [row for row in rows if any(row)]


def named(cell: str, key: str) -> Row:
    """The first is the answer, the others are right too."""
    first, *more = cell.split("/")
    return {key: first} | ({f"{key}_accept": more} if more else {})


def finding(cells: list[str]) -> Row:
    """A contradiction; one that only follows from another is optional."""
    rule, severity, statement, *more = cells
    row = named(rule, "rule") | named(severity, "severity") | {"verdict": "fail"}
    return row | {"statement": statement, "required": "opt" not in more}


def no_alarm(cells: list[str]) -> Row:
    """What a naive check would raise, the highest severity still right, and why it is none."""
    rule, allowed, statement, why = cells
    return named(rule, "rule") | {"statement": statement, "why": why, "allowed": allowed}


def in_order(cells: list[str]) -> Row:
    """What plainly holds."""
    rule, statement, *more = cells
    return named(rule, "rule") | {"statement": statement, "required": "opt" not in more}


READERS = {"findings": finding, "must_not_flag": no_alarm, "verified": in_order}
