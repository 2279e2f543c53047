"""The report's own facts: title, kind, year, bodies, project, dates, score and grade."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...schemas.report import Grade, ReportKind, Section
from .closing import Closing, read_closing
from .labels import Labelled, best, labels_in_line, labels_in_table
from .lines import Element, Flow, Grid, Line
from .naming import (
    body_in_text,
    body_in_title,
    year_in_period,
    year_in_text,
    year_in_title,
)
from .phrases import only_date
from .project_names import project_in_title
from .signatures import read_signatures, sign_date
from .splitting import Part, subtitles
from .titles import report_kind
from .verdict import Verdict, find_verdict

_ABOUT_UNIT = re.compile(
    r"(?:单位|部门|机构|局|委|中心|主管部门|实施主体).{0,4}(?:基本)?(?:情况|概况|简介|职能|职责)|主要职[能责]"
)
_FIRM = re.compile(r"事务所|公司|咨询|研究院|评估中心|集团$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of itself; unknown is null."""

    title: str | None
    kind: ReportKind
    year: int | None
    unit: str | None
    department: str | None
    evaluator: str | None
    project: str | None
    cover_date: date | None
    closing_date: date | None
    sign_date: date | None
    score: Decimal | None
    grade: Grade | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report's parts, from which its facts are read.

    ``cover`` are the lines and tables before its text; ``behind`` what is printed after it.
    """

    flow: Flow
    part: Part
    sections: Sequence[Section]
    cover: Sequence[Element]
    behind: Sequence[Element]

    @property
    def body(self) -> list[Line]:
        """The lines of the text."""
        elements = self.flow[self.part.text_begin : self.part.body_end]
        return [element for element in elements if isinstance(element, Line)]

    @property
    def is_form(self) -> bool:
        """Whether the report is a form, whose head says what a cover would."""
        title = self.part.title
        return title is not None and title.form == "form"


def read_facts(reading: Reading) -> Facts:
    """The facts of one report."""
    title = reading.part.title
    kind = report_kind(title.text, title.form, weak=title.weak) if title else "other"
    own = _own_labels(reading)
    labelled = (*own, *_annexed_labels(reading))
    closing = read_closing(reading.flow, reading.part.text_begin, reading.part.body_end)
    firm = closing.body if closing.body and _FIRM.search(closing.body) else None
    silent = reading.is_form or kind == "other"
    verdict = Verdict() if silent else find_verdict(_texts(reading))
    dated = _label_date(own)
    return Facts(
        title=title.text if title else None,
        kind=kind,
        year=_year(reading, labelled),
        unit=best(own, "unit") or _unit(reading, labelled, closing),
        department=best(labelled, "department"),
        evaluator=best(labelled, "evaluator") or firm,
        project=best(labelled, "project") or _project(reading, kind),
        cover_date=None if reading.is_form or title is None else _cover_date(reading) or dated,
        closing_date=closing.day or (dated if reading.is_form else None),
        sign_date=next(filter(None, map(sign_date, reading.behind)), None),
        score=verdict.score,
        grade=verdict.grade,
    )


def _own_labels(reading: Reading) -> tuple[Labelled, ...]:
    """The labels of the cover; those of a form's head, where the report is one."""
    whole = reading.flow[reading.part.first : reading.part.end]
    return tuple(_labels_of(whole if reading.is_form else reading.cover))


def _annexed_labels(reading: Reading) -> tuple[Labelled, ...]:
    """The labels of the one form behind a text; empty where there are several."""
    forms = reading.part.annexes
    if len(forms) != 1:
        return ()
    return tuple(_labels_of(reading.flow[forms[0].end : reading.part.end]))


def _labels_of(elements: Iterable[Element]) -> Iterator[Labelled]:
    for element in elements:
        if isinstance(element, Line):
            yield from labels_in_line(element)
        else:
            yield from labels_in_table(element.table)


def _year(reading: Reading, labelled: Sequence[Labelled]) -> int | None:
    title = reading.part.title
    titles = [*reading.part.titles, *reading.part.annexes]
    lines = subtitles(reading.flow, titles)
    period = best(labelled, "year")
    return (
        next(filter(None, (year_in_title(t.text) for t in reading.part.titles)), None)
        or (year_in_period(period) if period else None)
        or next(filter(None, (year_in_title(line.text) for line in lines)), None)
        or next(filter(None, (year_in_title(t.text) for t in titles)), None)
        or (year_in_text(line.text for line in reading.body) if title else None)
    )


def _unit(reading: Reading, labelled: Sequence[Labelled], closing: Closing) -> str | None:
    title = reading.part.title
    own = closing.body if closing.body and not _FIRM.search(closing.body) else None
    return (
        (body_in_title(title.text) if title else None)
        or own
        or best(labelled, "unit")
        or _unit_in_text(reading)
        or _unit_of_signers(reading)
    )


def _unit_in_text(reading: Reading) -> str | None:
    """The body that the section about the unit speaks of."""
    about = [s for s in reading.sections if _ABOUT_UNIT.search(s.title)]
    lines = (
        line.text
        for line in reading.body
        for section in about
        if section.first_block < line.block <= section.last_block
    )
    return next(filter(None, map(body_in_text, lines)), None)


def _unit_of_signers(reading: Reading) -> str | None:
    grids = (element for element in reading.behind if isinstance(element, Grid))
    units = Counter(s.unit for grid in grids for s in read_signatures(grid) if s.unit)
    return max(units, key=units.__getitem__, default=None)


def _project(reading: Reading, kind: ReportKind) -> str | None:
    """The project in a title; null for the report of a whole department."""
    if kind in {"department_self_evaluation", "other"}:
        return None
    projects = (project_in_title(title.text) for title in reading.part.titles)
    return next(filter(None, projects), None)


def _cover_date(reading: Reading) -> date | None:
    lines = (element for element in reading.cover if isinstance(element, Line))
    return next(filter(None, (only_date(line.folded) for line in lines)), None)


def _label_date(labelled: Sequence[Labelled]) -> date | None:
    value = best(labelled, "date")
    return only_date(value) if value else None


def _texts(reading: Reading) -> Iterator[str]:
    """The text of the conclusions first, then all of it."""
    concluding = [s for s in reading.sections if s.kind == "conclusion"]
    for line in reading.body:
        if any(s.first_block <= line.block <= s.last_block for s in concluding):
            yield line.text
    for line in reading.body:
        yield line.text
