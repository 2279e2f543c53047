"""What a hand can get wrong in a source and a machine can see."""

from __future__ import annotations

import re
from typing import Any

from .assemble import Printed
from .numerals import fold

Row = dict[str, Any]
BEFORE = {
    "approx": r"(?<![签节预合契])(约|大约|大概|约为|约合|约占\S{0,7})$",
    "over": r"(超|(?<!不)超过|超出|逾|突破|(?<![通经超])过|大于|(?<!不)高于|(?<!不)多于|[>＞])$",
    "ge": r"(不低于|不少于|不小于|[≥≧]|至少|达到或超过)$",
    "le": r"(不超过|不超过\S{0,6}|单户最高|不高于|不多于|不大于|[≤≦]|最多(受理)?|控制在)$",
    "under": r"(不足|(?<!不)[低少小]于|(?<![最附就邻临])近|接近|不到|[<＜])$",
}
NUMBERS = ("budget_initial", "budget", "executed", "execution_rate", "score", "total_score")
NAMES = ("title", "unit", "department", "evaluator", "project", "name", "label", "goal_text")
AFTER = {
    "approx": r"^(左右|上下)",
    "ge": r"^(?:（含）)?[（(]?(及以上|以上|含以上|至)",
    "le": r"^(以内|以下|之内|内(?![部设科容]))",
}


def problems(paper: Printed, rows: Row) -> list[str]:
    """Everything that looks wrong."""
    lines = [block.content.text for block in paper.blocks]
    lines += [cell.content.text for cells in paper.tables for cell in cells]
    text = "\n".join(lines)
    out = [*subjects(rows, text), *comparators(rows), *money(rows), *names(rows, text)]
    return out + [f"unread mark sign in {line}" for line in lines if re.search(r"[{}^]", line)]


def subjects(rows: Row, text: str) -> list[str]:
    """A subject stands in the text."""
    squashed = "".join(text.split())
    return [
        f"subject {row['subject']} of {row['text']} is not in the text"
        for row in rows["figures"]
        if row.get("subject") and "".join(row["subject"].split()) not in squashed
    ]


def comparators(rows: Row) -> list[str]:
    """The words that make a comparator stand beside the number, and only then."""
    out: list[str] = []
    for row in rows["figures"]:
        text = "".join(row["text"].split())
        if row["context"].count(text) > 1:
            continue
        before, _, after = row["context"].partition(text)
        said = {code for code, words in BEFORE.items() if re.search(words, before)}
        said |= {code for code, words in AFTER.items() if re.search(words, after)}
        accepted = {row["comparator"], *row.get("comparator_accept", [])}
        if row["comparator"] in {"eq", "plus"} and not said:
            continue
        apart = row["comparator"] == "plus" or "table" in row  # 余 inside; ≥ in a column before
        if not accepted & said and not (said == set() and apart):
            out.append(f"comparator {row['comparator']} but {sorted(said)}: {row['context']}")
    return out


def money(rows: Row) -> list[str]:
    """Amounts and scores of reports, projects and funds are figures too."""
    values = {row["value"] for row in rows["figures"]}
    out: list[str] = []
    for key in ("reports", "projects", "funds"):
        for row in rows.get(key, []):
            for field in NUMBERS:
                value = row.get(field)
                if value and plain(value) not in values:
                    out.append(f"{key} {field} {value}: no such figure")
    return out


def plain(text: str) -> str:
    """Digits without trailing zeros."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def names(rows: Row, text: str) -> list[str]:
    """Names of reports, projects and funds stand in the text."""
    squashed = fold(text)
    return [
        f"{key} {field} {row[field]}: not in the text"
        for key in ("reports", "projects", "funds")
        for row in rows.get(key, [])
        for field in NAMES
        if row.get(field) and fold(row[field]) not in squashed
    ]
