"""Which reports of several units are worth holding against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from ...schemas.report import Report
from ..checks.engine import Trace, traces
from .register import Listed, Register

_MOST = 60
"""Reports with one thing in common, and in memory at a time; more have it from a template."""


class Peers:
    """Takes report after report and remembers, in hashes, what others may have too."""

    def __init__(self, register: Register, without: Collection[str]) -> None:
        self._units, self._without = register.units, without
        self._listed = {
            listed.report_id: (at, listed) for at, listed in enumerate(register.reports)
        }
        self._sharing: defaultdict[Trace, list[int]] = defaultdict(list)
        self._all = register.reports

    def add(self, reports: Iterable[Report]) -> None:
        """Take some reports."""
        for report in reports:
            at, _ = self._listed[report.report_id]
            for trace in traces(report, self._units, self._without):
                self._sharing[trace].append(at)

    def groups(self) -> Iterator[tuple[str, list[Listed]]]:
        """The rules that may say something of several units, each with the reports concerned."""
        by_rule: defaultdict[str, list[set[int]]] = defaultdict(list)
        for (rule, _), sharing in self._sharing.items():
            if 1 < len(sharing) <= _MOST and len({self._body(at) for at in sharing}) > 1:
                by_rule[rule] = _joined(by_rule[rule], set(sharing))
        for rule in sorted(by_rule):
            for group in sorted(by_rule[rule], key=min):
                yield rule, [self._all[at] for at in sorted(group)]

    def _body(self, at: int) -> str | None:
        return self._units.body(self._all[at].unit)


def _joined(groups: list[set[int]], new: set[int]) -> list[set[int]]:
    """The groups with the new one, joined with those that it touches unless that is too much."""
    touched = [group for group in groups if group & new]
    together = new.union(*touched)
    if len(together) > _MOST:
        return [*groups, new]
    return [*(group for group in groups if group not in touched), together]
