"""C02, C03, C06, C07, D09, D15: reports of one file, or given together, held together."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ....schemas.passage import Passage
from ....schemas.report import SectionKind
from ..case import Case
from ..facts import ProjectFacts, projects
from ..number import judge_same
from ..proof import Claim, remark, same
from ..terms import Term
from ..wording import pattern
from .project_names import named
from .project_pairs import ProjectPair, project_pairs
from .together import (
    AcrossCheck,
    disclosure,
    identity,
    region,
    results,
    sharing,
    subject_of,
    unit_keys,
)

_RESULTS: frozenset[SectionKind] = frozenset(
    {"work_done", "conclusion", "goal_completion", "deviation", "problems", "suggestions"}
)
_LONG_TEXT = 60
_FEWEST_ROWS = 4
_NUMBER = re.compile(r"\d")


def same_text(cases: Sequence[Case]) -> Iterator[Finding]:
    """D09: one paragraph on results stands in several reports; told once for all of it."""
    texts = [
        (passage.folded.strip(), case, passage) for case in cases for passage in _on_results(case)
    ]
    texts.sort(key=lambda one: one[0])
    for _, group in groupby(texts, key=lambda one: one[0]):
        alike = list(group)
        reports = {identity(case) for _, case, _ in alike}
        if len(reports) > 1:
            quotes = [case.quoted(passage) for _, case, passage in alike]
            line = f"{quotes[0].text[:20]}…：{len(reports)}份报告相同"
            matter = f"{len(reports)}份报告的结果部分有相同的段落：{quotes[0].text[:20]}…"
            claim = Claim("D09", alike[0][1].report, matter, "warning")
            yield remark(claim, "fail", line, quotes)


def same_staff(cases: Sequence[Case]) -> Iterator[Finding]:
    """C02: staff of one unit and year is the same in all its reports, told in one finding."""
    for one, other in sharing(cases, unit_keys):
        shared = list(_staff_pairs(one, other)) if one.report.year == other.report.year else []
        if shared:
            yield _staff(one, other, shared)


def same_project(cases: Sequence[Case]) -> Iterator[Finding]:
    """C03: a project that several reports tell of has the same money and score in all."""
    for pair in project_pairs(cases):
        published = disclosure(pair.one) or disclosure(pair.other)
        if pair.one.report.year == pair.other.report.year and not published:
            for name, first, second in _columns(pair):
                claim = Claim("C03", pair.one.report, f"{pair.mine.called}在两份报告中的{name}")
                yield same(claim, first, second)


def copied_tables(cases: Sequence[Case]) -> Iterator[Finding]:
    """C06: all results and scores of one project's table are those of another's."""
    by_values: dict[Hashable, list[tuple[Case, ProjectFacts]]] = {}
    for case in cases:
        for facts in projects(case):
            if len(facts.indicators) >= _FEWEST_ROWS:
                by_values.setdefault(results(facts), []).append((case, facts))
    for alike in by_values.values():
        projects_alike = {(named(case, facts).core, case.report.year) for case, facts in alike}
        if len(projects_alike) > 1:
            yield _copied(alike)


def one_first_place(cases: Sequence[Case]) -> Iterator[Finding]:
    """C07: among peers of one city and year, one alone is first in an indicator."""
    firsts: dict[Hashable, dict[str, tuple[Case, int]]] = {}
    for case in cases:
        for index in case.of_kind("rank"):
            figure = case.report.figures[index]
            if _is_first(figure) and case.unit and case.report.year:
                field = _field(case, figure)
                firsts.setdefault(field, {}).setdefault(case.unit, (case, index))
    for units in firsts.values():
        if len(units) > 1:
            yield _both_first(list(units.values()))


def projects_on_cover(cases: Sequence[Case]) -> Iterator[Finding]:
    """D15: a file of several reports whose cover names one project."""
    covers = [case for case in cases if case.report.cover_date and case.report.project]
    files = {case.report.document.doc_id for case in cases}
    if len(files) == 1 and len(covers) == 1 < len(cases):
        name = covers[0].report.project or ""
        line = f"{len(cases)}份报告 ≠ 封面1个项目"
        matter = f"文件含{len(cases)}份报告，封面只写“{name}”"
        yield remark(Claim("D15", covers[0].report, matter), "fail", line, [], [name])


def _on_results(case: Case) -> Iterator[Passage]:
    for passage in case.report.passages:
        kind = None if passage.section is None else case.report.sections[passage.section].kind
        if passage.cell is None and kind in _RESULTS and len(passage.text) >= _LONG_TEXT:
            yield passage


def _staff_pairs(one: Case, other: Case) -> Iterator[tuple[Term, Term]]:
    mine = {subject_of(figure): at for at, figure in _staff_figures(one)}
    theirs = {subject_of(figure): at for at, figure in _staff_figures(other)}
    return ((one.term(mine[name]), other.term(theirs[name])) for name in mine if name in theirs)


def _staff_figures(case: Case) -> Iterator[tuple[int, Figure]]:
    for index, figure in enumerate(case.report.figures):
        if figure.kind == "count" and pattern("staff").search(figure.subject or ""):
            yield index, figure


def _staff(one: Case, other: Case, shared: list[tuple[Term, Term]]) -> Finding:
    wrong = [pair for pair in shared if judge_same(pair[0].number, pair[1].number) == "fail"]
    shown = wrong or shared
    sign = "≠" if wrong else "="
    line = "，".join(f"{first.text()} {sign} {second.text()}" for first, second in shown)
    matter = f"{one.report.unit}在两份报告中的人员情况{'不一致' if wrong else '一致'}：{line}"
    quotes = [source.quote for pair in shown for term in pair for source in term.sources]
    tags = [other.report.project or other.report.title or ""]
    return remark(Claim("C02", one.report, matter), "fail" if wrong else "ok", line, quotes, tags)


def _columns(pair: ProjectPair) -> Iterator[tuple[str, Term, Term]]:
    told = (
        ("总分", (pair.mine.total_score, pair.theirs.total_score)),
        ("年初预算数", pair.amounts("budget_initial")),
        ("全年预算数", pair.amounts("budget")),
        ("全年执行数", pair.amounts("executed")),
    )
    return ((name, one, other) for name, (one, other) in told if one and other)


def _texts_with_numbers(case: Case) -> Iterator[Hashable]:
    """What two units can hardly both have written; texts without numbers may be a template's."""
    texts = (passage.folded.strip() for passage in _on_results(case))
    return (text for text in texts if _NUMBER.search(text))


def _tables(case: Case) -> Iterator[Hashable]:
    return (results(one) for one in projects(case) if len(one.indicators) >= _FEWEST_ROWS)


def _fields(case: Case) -> Iterator[Hashable]:
    """What the unit is first in among those of its city; nothing where its name tells no city."""
    firsts = filter(_is_first, case.report.figures if region(case) else ())
    return (_field(case, figure) for figure in firsts)


def _field(case: Case, figure: Figure) -> Hashable:
    return figure.subject, figure.scope, case.report.year, region(case)


def _is_first(figure: Figure) -> bool:
    return figure.kind == "rank" and figure.value == 1 and bool(figure.subject and figure.scope)


def _copied(alike: Sequence[tuple[Case, ProjectFacts]]) -> Finding:
    names = list(dict.fromkeys(facts.called for _, facts in alike))
    terms = [row.actual for _, facts in alike for row in facts.indicators if row.actual]
    quotes = [source.quote for term in terms for source in term.sources]
    line = f"{len(alike[0][1].indicators)}项完成值、得分全部相同"
    matter = f"{'、'.join(names)}的指标表完成值、得分全部相同"
    return remark(Claim("C06", alike[0][0].report, matter), "fail", line, quotes, names)


def _both_first(told: Sequence[tuple[Case, int]]) -> Finding:
    case, index = told[0]
    figure = case.report.figures[index]
    quotes = [source.quote for one, at in told for source in one.term(at).sources]
    line = f"{figure.scope}{figure.subject}：{len(told)}个单位均为第1"
    units = "、".join(one.report.unit or "" for one, _ in told)
    matter = f"{units}的{figure.subject}均称{figure.scope}第一"
    claim = Claim("C07", case.report, matter)
    return remark(claim, "fail", line, quotes, [figure.subject or ""])


ACROSS = (
    AcrossCheck("D09", same_text, _texts_with_numbers),
    AcrossCheck("C02", same_staff),
    AcrossCheck("C03", same_project),
    AcrossCheck("C06", copied_tables, _tables),
    AcrossCheck("C07", one_first_place, _fields),
    AcrossCheck("D15", projects_on_cover),
)
