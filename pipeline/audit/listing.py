"""The audit on the terminal: the doubts with their proofs and quotes, then the counts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from ...schemas.finding import Severity
from ...schemas.labels import SEVERITIES, VERDICTS
from ..checks.rules import audit_rules
from .model import Audit, Relation
from .quoting import whereabouts
from .tally import Tally

_COLOURS: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}


def print_audit(audit: Audit, console: Console | None = None) -> None:
    """Print the doubts, gravest first, and how much was tested."""
    console = console or Console(highlight=False)
    several = len(audit.files) > 1
    for doubt in audit.doubts:
        for line in _lines(audit, doubt, with_file=several):
            console.print(line, soft_wrap=True)
    console.print(Text(summary(audit)), soft_wrap=True)


def summary(audit: Audit) -> str:
    """The audit in one line of counts."""
    tally = Tally.of(audit.relations)
    doubts = "、".join(f"{name} {tally.doubts[key]}" for key, name in SEVERITIES.items())
    checked = "、".join(
        f"{name} {tally.verdicts[key]}" for key, name in VERDICTS.items() if key != "fail"
    )
    return (
        f"疑点 {len(audit.doubts)}（{doubts}）；已核对 {len(audit.checked)}（{checked}）；"
        f"数字 {audit.figures} 个，未核对 {len(audit.untouched)} 个"
    )


def _lines(audit: Audit, doubt: Relation, *, with_file: bool) -> Iterator[Text]:
    finding, report = doubt.finding, doubt.report
    rule = audit_rules()[finding.rule]
    label = f"[{SEVERITIES[finding.severity]}] "
    yield Text.assemble(
        f"{doubt.number}. ",
        (label, _COLOURS[finding.severity]),
        f"{finding.rule} {rule.chinese}  ",
        (finding.statement, "bold"),
    )
    yield Text(f"   {doubt.claim}")
    if with_file:
        yield Text(f"   {report.document.name}：{report.title or ''}", "dim")
    for quote in finding.quotes:
        where = whereabouts(audit.document(quote.report_id), quote.place)
        yield Text(f"   “{quote.text}”  {where}", "dim")
