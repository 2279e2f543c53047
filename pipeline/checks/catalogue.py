"""The audit rules printed for people, from the definitions that run."""

from __future__ import annotations

from collections.abc import Iterator

from .engine import ACROSS, CHECKS
from .rules import AuditRule, audit_rules


def catalogue() -> str:
    """Every audit rule with its names, formula, severity and examples."""
    running = {check.rule for check in (*CHECKS, *ACROSS)}
    return "\n\n".join(
        "\n".join(_lines(rule, runs=rule.id in running)) for rule in audit_rules().values()
    )


def _lines(rule: AuditRule, *, runs: bool) -> Iterator[str]:
    idle = "" if runs else "  （尚不自动核对 not tested yet）"
    yield f"{rule.id}  {rule.chinese}  {rule.english}{idle}"
    if rule.formula:
        yield f"    {rule.formula}"
    yield f"    {rule.severity}, {rule.tolerance}"
    for example in rule.examples:
        yield f"    例 {example}"
