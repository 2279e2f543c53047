"""D08: fields that were left empty, and placeholders of the form that were left in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ....schemas.document import Cell, Place, Table
from ....schemas.finding import Finding
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern

_REMEMBERED = 1024
_LABEL = re.compile(r"^\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*[:：]\s*$")


def empty_columns(case: Case) -> Iterator[Finding]:
    """D08: a column that asks for a text (项目开展情况) and has none in any filled row."""
    for block, table in _tables(case):
        head = [cell for cell in table.cells if cell.row == 0]
        asking = [heading for heading in head if len(head) > 2 and _asks_for_text(heading.text)]
        body = [cell for cell in table.cells if cell.row > 0 and cell.column_span == 1 and asking]
        filled = {cell.row for cell in body if cell.text.strip()}
        for heading in asking:
            under = [one for one in body if one.column == heading.column and one.row in filled]
            if under and not any(one.text.strip() for one in under):
                yield _empty(case, block, heading, under)


def empty_labels(case: Case) -> Iterator[Finding]:
    """D08: a line of the cover that ends at its colon; worth a hint."""
    title = case.report.first_block
    for passage in case.report.passages:
        found = _LABEL.match(passage.folded) if passage.cell is None else None
        asked = found and pattern("cover_label").fullmatch(found["label"])
        if found and asked and passage.section is None and passage.block >= title:
            line = f"{found['label']}：空"
            matter = f"“{found['label']}”未填写"
            claim = Claim("D08", case.report, matter, "info")
            yield remark(claim, "fail", line, [case.quoted(passage)], [found["label"]])


def placeholders(case: Case) -> Iterator[Finding]:
    """D08: XX年, ××万元, （100字以内）: what the form's author left for others to fill."""
    wanted = pattern("placeholder")
    possible = case.holds(pattern("placeholder_sign")) and case.holds(wanted)
    for passage in case.report.passages if possible else ():
        for found in wanted.finditer(passage.folded):
            if passage.cell and _is_in_note(found):
                continue
            quote = case.quoted(passage, found.start(), found.end())
            matter = f"占位文字“{quote.text}”未替换"
            yield remark(
                Claim("D08", case.report, matter), "fail", quote.text, [quote], [quote.text]
            )


def _is_in_note(found: re.Match[str]) -> bool:
    """Whether the number of characters asked for stands inside a note that the form prints."""
    return "字" in found[0] and found.string[found.end() :].strip("。;.") != ""


@lru_cache(_REMEMBERED)
def _asks_for_text(heading: str) -> bool:
    return pattern("asks_for_text").search("".join(heading.split())) is not None


def _tables(case: Case) -> Iterator[tuple[int, Table]]:
    report = case.report
    for block in range(report.first_block, report.last_block + 1):
        table = report.document.blocks[block]
        if isinstance(table, Table):
            yield block, table


def _empty(case: Case, block: int, heading: Cell, cells: list[Cell]) -> Finding:
    line = f"{heading.text.strip()}：空"
    matter = f"“{heading.text.strip()}”一栏未填写"
    places = [Place(block, 0, len(heading.text), heading.row, heading.column)]
    places += [Place(block, 0, 0, cell.row, cell.column) for cell in cells]
    texts = [heading.text, *("" for _ in cells)]
    quotes = [case.quote(place, text) for place, text in zip(places, texts, strict=True)]
    return remark(Claim("D08", case.report, matter), "fail", line, quotes, [heading.text.strip()])


CHECKS = (
    Check("D08", empty_columns),
    Check("D08", empty_labels),
    Check("D08", placeholders),
)
