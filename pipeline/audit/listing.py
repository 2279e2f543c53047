"""The audit on the terminal: the doubts with their proofs and quotes, then the counts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from ...schemas.finding import Severity
from ...schemas.labels import DISPOSITION_STATUSES, SEVERITIES, VERDICTS
from ..checks.rules import audit_rules
from .dispositions import SETTLED, in_words
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
    tally = Tally.of_audit(audit)
    doubts = [f"{name} {tally.doubts[key]}" for key, name in SEVERITIES.items()]
    doubts += [
        f"{name} {tally.dispositions[key]}"
        for key, name in DISPOSITION_STATUSES.items()
        if key in SETTLED and tally.dispositions[key]
    ]
    checked = [f"{name} {tally.verdicts[key]}" for key, name in VERDICTS.items() if key != "fail"]
    return (
        f"疑点 {len(audit.doubts)}（{'、'.join(doubts)}）；"
        f"已核对 {tally.tested - len(audit.doubts)}（{'、'.join(checked)}）；"
        f"数字 {audit.figures} 个，未核对 {audit.left} 个"
    )


def _lines(audit: Audit, doubt: Relation, *, with_file: bool) -> Iterator[Text]:
    finding, report = doubt.finding, doubt.report
    rule = audit_rules()[finding.rule]
    label = f"[{SEVERITIES[finding.severity]}] "
    yield Text.assemble(
        f"{doubt.number}. ",
        (label, "dim" if doubt.is_settled else _COLOURS[finding.severity]),
        f"{finding.rule} {rule.chinese}  ",
        (finding.statement, "bold"),
    )
    yield Text(f"   {doubt.claim}")
    if doubt.disposition:
        yield Text(f"   处理：{in_words(doubt.disposition)}", "green")
    if with_file:
        yield Text(f"   {report.document.name}：{report.title or ''}", "dim")
    for quote in finding.quotes:
        document = audit.document(quote.report_id)
        other = "" if document.doc_id == report.document.doc_id else f"{document.name}，"
        yield Text(f"   “{quote.text}”  {other}{whereabouts(document, quote.place)}", "dim")
