"""What a run shows while it goes: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import click

from .run import Extraction, Progress

BAR_FROM = 4
"""Files from which on a progress bar is worth its line."""
LINE_EVERY = 100
"""Files between two lines of progress where there is no terminal."""


def survive_any_console() -> None:
    """Show a mark instead of failing where the console's encoding (GBK) lacks a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(line: str) -> None:
    """Write a line to standard error."""
    click.echo(line, err=True)


def tell_failure(progress: Progress) -> None:
    """Name a file that failed, with the code and what to do."""
    if progress.entry.status == "failed":
        say(f"[{progress.entry.error_code}] {progress.entry.error}")


def tell_outcome(done: Extraction, out: Path | None) -> None:
    """Sum up a run over more than one file, or one that wrote tables."""
    for notice in done.notices:
        say(notice)
    parts = [f"读出 {done.read} 个文件"]
    if done.failed:
        parts.append(f"失败 {len(done.failed)} 个")
    if done.ignored:
        parts.append(f"另有 {done.ignored} 个文件不是报告，未读")
    if out is not None:
        parts.append(f"结果在 {out}")
    if out is not None or done.read + len(done.failed) + done.ignored > 1:
        say("，".join(parts))


@contextmanager
def shown_progress(total: int) -> Generator[Callable[[Progress], None]]:
    """What to call after each file, while the bar or the lines are shown."""
    if total < BAR_FROM:
        yield tell_failure
    elif not sys.stderr.isatty():
        yield _tell_plainly
    else:
        with _bar(total) as watch:
            yield watch


def _tell_plainly(progress: Progress) -> None:
    tell_failure(progress)
    if progress.done % LINE_EVERY == 0 or progress.done == progress.total:
        say(f"{progress.done}/{progress.total}")


@contextmanager
def _bar(total: int) -> Generator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, name="")

        def watch(progress: Progress) -> None:
            tell_failure(progress)
            bar.update(task, completed=progress.done, name=progress.entry.name)

        yield watch
