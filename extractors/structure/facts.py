"""The report's own facts: title, kind, year, bodies, project, dates, score and grade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...schemas.report import Grade, ReportKind
from .closing import Closing, read_closing
from .labels import Labelled, best, labels_in_line, labels_in_table
from .lines import Element, Line
from .naming import year_in_period, year_in_text, year_in_title
from .phrases import only_date
from .project_names import project_in_title, without_body
from .reading import Reading
from .signatures import sign_date
from .splitting import subtitles
from .title_words import report_kind
from .units import find_unit, is_firm
from .verdict import Verdict, find_verdict

_ANY_YEAR = re.compile(r"20\d\d(?=年|[-./])")
_ONLY_SCORE = re.compile(r"(?:项目|部门)?(?:自评)?总?(?:得分|自评分):?\d[\d.]*分?")


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


def read_facts(reading: Reading) -> Facts:
    """The facts of one report."""
    title = reading.part.title
    kind = report_kind(title.text, title.wording) if title else "other"
    own, annexed = _own_labels(reading), _annexed_labels(reading)
    labelled = (*own, *annexed)
    closing = _closing(reading)
    verdict = _verdict(reading, kind)
    dated = _label_date(own)
    unit = find_unit(reading, own, annexed, closing)
    department = best(labelled, "department")
    return Facts(
        title=title.text if title else None,
        kind=kind,
        year=_year(reading, labelled),
        unit=unit,
        department=department,
        evaluator=best(labelled, "evaluator") or (closing.body if is_firm(closing.body) else None),
        project=best(labelled, "project") or _project(reading, kind, (unit, department)),
        cover_date=None if reading.is_form or title is None else _cover_date(reading) or dated,
        closing_date=closing.day or (dated if reading.is_form else None),
        sign_date=next(filter(None, map(sign_date, reading.behind)), None),
        score=verdict.score,
        grade=verdict.grade,
    )


def _closing(reading: Reading) -> Closing:
    """What is signed under the text; under the forms behind it where it is signed there."""
    part, flow = reading.part, reading.flow
    closing = read_closing(flow, part.text_begin, part.body_end)
    if closing.day or part.body_end == part.end:
        return closing
    last = max(at for at in range(part.first, part.end) if not isinstance(flow[at], Line))
    return read_closing(flow, last + 1, part.end)


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
            yield from labels_in_table(element)


def _year(reading: Reading, labelled: Sequence[Labelled]) -> int | None:
    """The evaluated year: by title, cover, subtitle, annexed form, and at last by the text."""
    part = reading.part
    period = best(labelled, "year")
    below = subtitles(reading.flow, [*part.titles, *part.annexes])
    return (
        _first_year(title.text for title in part.titles)
        or (year_in_period(period) if period else None)
        or _first_year(line.text for line in below)
        or _first_year(title.text for title in part.annexes)
        or _year_of_project(reading)
        or (year_in_text(_undated(reading.body)) if part.titles else None)
    )


def _year_of_project(reading: Reading) -> int | None:
    """The year in which the project began and ended (项目起止时间); null for several years."""
    period = best(tuple(_labels_of(reading.flow[reading.part.first : reading.part.end])), "period")
    years = {int(year) for year in _ANY_YEAR.findall(period)} if period else set[int]()
    return years.pop() if len(years) == 1 else None


def _undated(lines: Iterable[Line]) -> Iterator[str]:
    """The folded lines that are more than the day on which the report was written."""
    return (line.folded for line in lines if only_date(line.folded) is None and not _dates(line))


def _dates(line: Line) -> bool:
    """Whether the line is the label of that day: 填报日期：2023年3月1日."""
    return any(found.field == "date" for found in labels_in_line(line))


def _first_year(titles: Iterable[str]) -> int | None:
    return next(filter(None, map(year_in_title, titles)), None)


def _project(reading: Reading, kind: ReportKind, bodies: Iterable[str | None]) -> str | None:
    """The project in a title; null for the report of a whole department."""
    if kind in {"department_self_evaluation", "other"}:
        return None
    projects = (project_in_title(title.text) for title in reading.part.titles)
    project = next(filter(None, projects), None)
    return project and without_body(project, filter(None, bodies))


def _cover_date(reading: Reading) -> date | None:
    lines = (element for element in reading.cover if isinstance(element, Line))
    return next(filter(None, (only_date(line.folded) for line in lines)), None)


def _label_date(labelled: Sequence[Labelled]) -> date | None:
    value = best(labelled, "date")
    return only_date(value) if value else None


def _bare_lines(reading: Reading) -> Iterator[str]:
    elements = reading.flow[reading.part.first : reading.part.end]
    return (element.bare for element in elements if isinstance(element, Line))


def _verdict(reading: Reading, kind: ReportKind) -> Verdict:
    """What the conclusions say, else the rest of the text; for forms a line of their own."""
    if reading.is_form:
        return find_verdict(filter(_ONLY_SCORE.fullmatch, _bare_lines(reading)))
    if kind == "other":
        return Verdict()
    spans = [(s.first_block, s.last_block) for s in reading.sections if s.kind == "conclusion"]

    def elsewhere(line: Line) -> bool:
        return not any(first <= line.block <= last for first, last in spans)

    return find_verdict(line.bare for line in sorted(reading.body, key=elsewhere))
