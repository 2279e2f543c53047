"""What is shown where no tables are asked for: one file's summary, or a line a file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import click

from .entry import DocumentEntry
from .rows import Rows
from .run import Extraction, Limits, Plan, Progress, readings


def show_readings(plan: Plan, limits: Limits, watch: Callable[[Progress], None]) -> Extraction:
    """Read what is planned and show it: in full for a single file, else a line each."""
    failed: list[DocumentEntry] = []
    show = _show_summary if len(plan.intakes) == 1 else _show_line
    with closing(readings(plan, limits)) as results:
        for done, reading in enumerate(results, 1):
            watch(Progress(reading.entry, done, len(plan.intakes)))
            if reading.entry.status == "failed":
                failed.append(reading.entry)
            else:
                show(reading.entry, reading.rows)
    return Extraction(len(plan.intakes) - len(failed), tuple(failed), plan.ignored, ())


def _show_summary(_entry: DocumentEntry, rows: Rows) -> None:
    from .outputs.summary import print_summary

    print_summary(rows)


def _show_line(entry: DocumentEntry, rows: Rows) -> None:
    fails = sum(row["verdict"] == "fail" for row in rows["findings"])
    click.echo(
        f"{entry.path}  {len(rows['reports'])} 份报告  {len(rows['projects'])} 个项目  "
        f"{len(rows['figures'])} 个数字  {fails} 处不符"
    )
