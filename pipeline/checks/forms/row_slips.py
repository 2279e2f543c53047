"""X05, S14: rows told in other words, with two digits of the number in each other's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal

from ....schemas.figure import Figure
from ....schemas.finding import Finding
from ....schemas.record import record
from ..case import Case, remembered
from ..check import Check
from ..proof import Claim, same
from ..prose.retold.restated import is_slip, sorted_digits
from ..terms import Term
from ..told import is_settled
from ..wording import pattern, sentence_around
from . import told_rows
from .scores import rows

_FEWEST = 4
"""Characters of a name that a sentence does not hold all by chance."""
_SCOPES = frozenset({None, "累计"})
_LEVELS = frozenset({None, "level"})
_ROLES = {"": {None, "actual"}, "result": {None, "actual"}, "goal": {None, "target"}}
"""The roles of what tells a row again, in a sentence or in the cells of goal and result."""


@record
class _Known:
    """What a row states: its name without unit and 数量, and the number."""

    name: str
    bare: frozenset[str]
    term: Term
    value: Decimal


def slips_in_sentences(case: Case) -> Iterator[Finding]:
    """X05: a number is the result of a row, digits swapped, in a sentence with all its name says.

    Silent for a row whose result is told elsewhere: then the sentence may speak of another
    thing.
    """
    return _slips(case, "X05", ("",))


def slips_in_goals(case: Case) -> Iterator[Finding]:
    """S14: so is a number of the cells of goal and result."""
    return _slips(case, "S14", ("result", "goal"))


def _slips(case: Case, rule: str, where: Sequence[str]) -> Iterator[Finding]:
    known = _known(case)
    told, keys = _told(case, rule) if known else frozenset[str](), {key[1:] for key in known}
    for index, figure in enumerate(case.report.figures if known else ()):
        key = _key(figure.unit, figure.value)
        spot = _where(case, figure) if key in keys else None
        likely = known.get((spot, *key), ()) if spot in where else ()
        found = [row for row in likely if _is_of(case, figure, row)]
        if len(found) == 1 and told.isdisjoint(_settling(case, index, found[0])):
            claim = Claim(rule, case.report, f"另处所述{found[0].name}与指标表")
            yield same(claim, found[0].term, case.term(index))


def _settling(case: Case, index: int, known: _Known) -> Iterator[str | None]:
    """The figures of which nothing may be told yet: the own one, and the row's for sentences."""
    yield case.report.figure_id(index)
    if case.report.figures[index].place.row is None:
        yield known.term.sources[0].figure_id


def _told(case: Case, rule: str) -> frozenset[str]:
    told = told_rows.results_told(case) if rule == "X05" else told_rows.goals_told(case)
    return frozenset(figure_id for finding in told for figure_id in finding.figure_ids)


def _where(case: Case, figure: Figure) -> str | None:
    """Nothing for a sentence, the role of a cell; null for cells that tell no row again."""
    if figure.place.row is None:
        return ""
    passage = case.passages.get((figure.place.block, figure.place.row, figure.place.column))
    role = passage.cell.role if passage and passage.cell else None
    return role if role in _ROLES else None


def _key(unit: str | None, value: Decimal | None) -> tuple[Hashable, ...]:
    return (unit, sorted_digits(value)) if value else ()


@remembered
def _known(case: Case) -> Mapping[tuple[Hashable, ...], Sequence[_Known]]:
    """What the rows state, by where it may be told again, unit and digits."""
    found: defaultdict[tuple[Hashable, ...], list[_Known]] = defaultdict(list)
    for row in rows(case):
        one = row.indicator
        bare = pattern("quantity").sub("", one.name)
        done = row.actual, one.actual_value, one.actual_unit
        for spot, (term, value, unit) in (
            ("", done),
            ("result", done),
            ("goal", (row.target, one.target_value, one.target_unit)),
        ):
            if term and value:
                name = frozenset(bare.removesuffix(unit or ""))
                known = _Known(one.name, name, term.exactly(), value)
                found[spot, *_key(unit, value)].append(known)
    return found


def _is_of(case: Case, figure: Figure, known: _Known) -> bool:
    if figure.value is None or not is_slip(figure.value, known.value):
        return False
    plain = figure.aspect in _LEVELS and figure.scope in _SCOPES
    in_role = figure.role in _ROLES[_where(case, figure) or ""]
    return plain and in_role and _is_named(case, figure, known) and _is_fact(case, figure)


def _is_fact(case: Case, figure: Figure) -> bool:
    return figure.role == "target" or is_settled(case, figure)


def _is_named(case: Case, figure: Figure, known: _Known) -> bool:
    """Whether the sentence has every character of the row's name."""
    found = case.passage_at(figure.place)
    sentence = sentence_around(*found) if found else None
    return sentence is not None and len(known.bare) >= _FEWEST and known.bare <= {*sentence[0]}


CHECKS = (Check("X05", slips_in_sentences), Check("S14", slips_in_goals))
