"""D05, D06: one name for the unit and for the project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ....schemas.document import Paragraph, Place, Table
from ....schemas.finding import Finding, Quote, Severity
from ....schemas.passage import Passage
from ..case import Case
from ..check import Check
from ..proof import Claim, remark
from ..wording import pattern

_UNIT_LABEL = re.compile(r"^\s*(?:项目)?(?:实施|承担)单位(?:名称)?\s*[:：]\s*(?P<name>\S.*)$")
_NOT_NAME = re.compile(r"[“”\"'‘’《》\s]|[(（][^)）]*[)）]")


def unit_names(case: Case) -> Iterator[Finding]:
    """D05: the unit that carries the project out has one name on cover and in forms.

    Several projects may have a unit each.
    """
    several = sum(one.source == "form" for one in case.report.projects) > 1
    told = [] if several else list(_units(case))
    names = {_bare(quote.text) for quote in told}
    if len(told) > 1:
        alike = _contained(sorted(names, key=len))
        line = f" {'=' if alike else '/'} ".join(dict.fromkeys(quote.text for quote in told))
        matter = f"实施单位名称{'一致' if alike else '不一致'}：{line}"
        yield remark(Claim("D05", case.report, matter), "ok" if alike else "fail", line, told)


def project_names(case: Case) -> Iterator[Finding]:
    """D06: the project has one name over its signatures, in its form and in its title.

    Words such as 经费 added to it, or a title that calls it otherwise, are worth a hint.
    """
    told = list(_projects(case))
    bare = list(dict.fromkeys(_bare(quote.text) for quote in told))
    if len(told) < 2:
        return
    cores = sorted((pattern("generic").sub("", name) for name in bare), key=len)
    same, signed = len(bare) == 1, len(list(_signed_names(case)))
    severity: Severity | None = "info" if _contained(cores) or not signed else None
    line = " / ".join(dict.fromkeys(quote.text for quote in told))
    matter = f"项目名称{'一致' if same else '不一致'}：{line}"
    claim = Claim("D06", case.report, matter, severity)
    yield remark(claim, "ok" if same else "fail", line, told)


def _units(case: Case) -> Iterator[Quote]:
    for passage in case.report.passages:
        labelled = passage.cell is None and "单位" in passage.text
        found = _UNIT_LABEL.match(passage.text) if labelled else None
        if found:
            yield case.quoted(passage, *_trimmed(passage, *found.span("name")))
    for passage in case.report.passages:
        if passage.cell and passage.cell.role == "implementing_unit" and not passage.cell.is_header:
            labels = pattern("unit_label").search("".join(passage.cell.row_labels[-1:]))
            if labels and passage.text.strip():
                yield case.quoted(passage)


def _projects(case: Case) -> Iterator[Quote]:
    """The names in title or cover, in the form or the only row of a list, and over signatures."""
    report = case.report
    named = report.project and _where(case, report.project)
    if named:
        yield named
    if len(report.projects) == 1 and report.projects[0].name:
        found = _where_in_tables(case, report.projects[0].name)
        if found:
            yield found
    yield from _signed_names(case)


def _signed_names(case: Case) -> Iterator[Quote]:
    """The names over the tables of signatures, in their first cell or in the line before."""
    document = case.report.document
    for block in case.report.appended_blocks:
        table = document.blocks[block]
        if isinstance(table, Table):
            cell = table.cells[0]
            yield from _over_signatures(case, cell.text, Place(block, 0, 0, cell.row, cell.column))
    for block in dict.fromkeys(one.block - 1 for one in case.report.signatures):
        line = document.blocks[block] if block >= 0 else None
        if isinstance(line, Paragraph):
            yield from _over_signatures(case, line.text, Place(block, 0, 0))


def _over_signatures(case: Case, text: str, place: Place) -> Iterator[Quote]:
    found = pattern("signature_caption").match(text)
    if found and pattern("generic").sub("", found["name"]):
        start, end = found.span("name")
        yield case.quote(replace(place, start=start, end=end), text[start:end])


def _where(case: Case, name: str) -> Quote | None:
    """The first passage outside tables that holds the name."""
    for passage in case.report.passages:
        at = passage.text.find(name) if passage.cell is None else -1
        if at >= 0:
            return case.quoted(passage, at, at + len(name))
    return None


def _where_in_tables(case: Case, name: str) -> Quote | None:
    for passage in case.report.passages:
        if passage.cell is not None and passage.text.strip() == name:
            return case.quoted(passage)
    return None


def _bare(name: str) -> str:
    return re.sub(r"项目$", "", _NOT_NAME.sub("", name))


def _contained(names: list[str]) -> bool:
    """Whether each name is part of the next longer one."""
    return all(one in other for one, other in pairwise(names))


def _trimmed(passage: Passage, start: int, end: int) -> tuple[int, int]:
    return start, start + len(passage.text[start:end].rstrip())


CHECKS = (Check("D05", unit_names), Check("D06", project_names))
