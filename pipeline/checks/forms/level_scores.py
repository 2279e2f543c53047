"""X03, S02, S06: points of levels (决策, 产出指标) and rows told in sentences and tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Literal

from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case, remembered
from ..check import Check
from ..facts import IndicatorRow, projects
from ..number import judge, judge_same
from ..proof import Claim, equation, same
from ..terms import Term, total
from ..told import is_settled
from ..wording import clause_around
from .score_tables import score_tables

_Points = Literal["weight", "score"]
_SUMS: dict[str, tuple[_Points, str]] = {
    "S02": ("weight", "各指标分值之和与一级指标分值"),
    "S06": ("score", "各指标得分之和与一级指标得分"),
}
_IDLE = re.compile(
    r"\s|[“”\"]|[（(].*$|[一二三四五\d]+[、.．]|项目|绩效|类|指标|方面|部分|情况|维度|评价|自评|得分$"
)
_EXECUTION = ("预算执行率", "预算执行", "执行率", "资金执行率", "预算执行进度")
_LOST = re.compile("扣")
_OPENS = re.compile(
    r"\s*(?:[本该]?(?:部分|项|类|级)?(?:指标)?(?:分值|满分|权重|标准分|总分值?|共)[计为是:]*"
    r"\d+(?:\.\d+)?分[,;])?(?:自评|评价|实际|最终|综合)?(?:得分|得|实得|评分)[计为是共:]*"
)
"""What goes ahead of a level's score in the paragraph under its heading: 分值35分，得分."""
_REMEMBERED = 1024


@record
class _Level:
    """A first level: what sentences tell of it, what a table of levels does, and its rows."""

    name: str
    told: Sequence[Term]
    row: Term | None
    summed: Term | None


def levels_told(case: Case) -> Iterator[Finding]:
    """X03: the score of a level or an indicator that a sentence tells is the one of its row."""
    for level in _levels(case, "score"):
        for term in _settled(level.told, level.row) if level.row else ():
            claim = Claim("X03", case.report, f"正文所述{level.name}得分与表中得分")
            yield same(claim, level.row or term, term)


def level_sums(rule: str, case: Case) -> Iterator[Finding]:
    """S02, S06: what is told of a level is what its indicators add up to.

    The table of levels goes before sentences, which X03 holds to it. The points of execution
    may be told with a level though the form has them with the money.
    """
    role, matter = _SUMS[rule]
    for level in _levels(case, role):
        sums = _ways(case, role, level.summed)
        stated = (level.row,) if level.row else _settled(level.told, level.summed)
        for term in stated if sums else ():
            fits = (one for one in sums if judge(one.number, term.number) != "fail")
            claim = Claim(rule, case.report, f"{level.name}{matter}")
            yield equation(claim, next(fits, sums[0]), term)


def _ways(case: Case, role: _Points, summed: Term | None) -> Sequence[Term]:
    """The sum of the rows, and the same with the points of execution; empty without rows."""
    if summed is None:
        return ()
    lines = [line for facts in projects(case) for line in facts.funds]
    points = [line.weight if role == "weight" else line.score for line in lines]
    return (summed, *(total([one, summed]) for one in points if one))


def _settled(told: Sequence[Term], known: Term | None) -> Sequence[Term]:
    """What agrees with what is known, else the one value told; none where there are several."""
    agree = [one for one in told if known and judge_same(known.number, one.number) != "fail"]
    values = {one.number.value for one in told}
    return agree or (told[:1] if len(values) == 1 else ())


def _levels(case: Case, role: _Points) -> Iterator[_Level]:
    told, rows, sums = _told(case, role), _rows(case, role), _sums(case, role)
    for name in dict.fromkeys((*told, *rows)):
        yield _Level(name, told.get(name, ()), rows.get(name), sums.get(name))


def _told(case: Case, role: _Points) -> Mapping[str, Sequence[Term]]:
    """The points that sentences tell of each of the levels that a table or form knows."""
    names = {*_rows(case, role), *_sums(case, role)}
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for index in case.of_role(role) if names else ():
        figure = case.report.figures[index]
        plain = figure.kind == "score" and figure.place.row is None and figure.scope is None
        name = _name(case, index) if plain else ""
        if name in names and is_settled(case, figure) and not _is_lost(case, index):
            found[name].append(case.term(index))
    return found


def _name(case: Case, index: int) -> str:
    """What a figure's subject calls its level; where its paragraph opens with it, the heading."""
    figure = case.report.figures[index]
    found = case.passage_at(figure.place)
    if found and found[0].section is not None and _OPENS.fullmatch(found[0].folded, 0, found[1]):
        return _bare(case.report.sections[found[0].section].title)
    return _bare(figure.subject or "")


def _is_lost(case: Case, index: int) -> bool:
    found = case.passage_at(case.report.figures[index].place)
    return found is not None and _LOST.search(clause_around(*found)) is not None


@remembered
def _form_scores(case: Case) -> Mapping[str, Term]:
    """The scores of the only form: of execution, and of each indicator with a name of its own."""
    forms = [facts for facts in projects(case) if facts.indicators]
    rows = forms[0].indicators if len(forms) == 1 else ()
    scored = [(_bare(row.indicator.name), row.score) for row in rows]
    names = [name for name, _ in scored]
    found = {name: score for name, score in scored if score and names.count(name) == 1}
    lines = [line.score for facts in forms for line in facts.funds if line.score]
    return {**found, **{_bare(name): lines[0] for name in _EXECUTION if len(lines) == 1}}


def _rows(case: Case, role: _Points) -> Mapping[str, Term]:
    """The points of each row of the only table of levels, and of the form's own rows."""
    tables = score_tables(case)
    rows: Mapping[str, Term] = _form_scores(case) if role == "score" else {}
    if len(tables) != 1:
        return rows
    terms = tables[0].scores if role == "score" else tables[0].weights
    named = zip(tables[0].names, terms, strict=True)
    return {**rows, **{_bare(name): term for name, term in named if name}}


def _sums(case: Case, role: _Points) -> Mapping[str, Term]:
    """What the rows of each level add up to, where the only form gives every row its points."""
    sums = _every_sum(case)
    return {name: found for (name, of), found in sums.items() if of == role}


@remembered
def _every_sum(case: Case) -> Mapping[tuple[str, _Points], Term]:
    forms = [facts for facts in projects(case) if facts.indicators]
    by_level: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
    for row in forms[0].indicators if len(forms) == 1 else ():
        by_level[_bare(row.indicator.level1 or "")].append(row)
    found: dict[tuple[str, _Points], list[Term | None]] = {
        (name, role): [row.weight if role == "weight" else row.score for row in rows]
        for name, rows in by_level.items()
        for role, _ in _SUMS.values()
        if name
    }
    return {key: total([one for one in terms if one]) for key, terms in found.items() if all(terms)}


@lru_cache(_REMEMBERED)
def _bare(name: str) -> str:
    return _IDLE.sub("", name)


CHECKS = (
    Check("X03", levels_told),
    *(Check(rule, partial(level_sums, rule)) for rule in _SUMS),
)
