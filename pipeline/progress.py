"""What an ingest shows while it goes and when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from time import monotonic

from .console import say
from .failures import grouped, grouped_with_details
from .ingest import Ingestion, Step

LINE_SECONDS = 10
"""Seconds between two lines of progress where there is no terminal."""
_MINUTE, _HOUR = 60, 3600


class Pace:
    """How fast an ingest goes; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._pages = self._figures = self._failed = 0

    def note(self, step: Step) -> None:
        """Count a file."""
        self._pages += step.entry.pages or 0
        self._figures += step.figures
        self._failed += step.entry.status == "failed"

    @property
    def seconds(self) -> float:
        """Seconds since the beginning; never quite none."""
        return max(self._clock() - self._began, 0.001)

    def told(self, step: Step) -> str:
        """Files, what is read in a second, failures, and the time left at this pace."""
        left = self.seconds / step.done * (step.total - step.done)
        now = f"{step.done}/{step.total} 个文件，{self._rates(step.done)}"
        return f"{now}，失败 {self._failed} 个，剩余 {clock_time(left)}"

    def summary(self, done: int) -> str:
        """The time taken, and what was read in a second."""
        return f"用时 {clock_time(self.seconds)}，{self._rates(done)}"

    def _rates(self, done: int) -> str:
        files, pages, figures = (
            number / self.seconds for number in (done, self._pages, self._figures)
        )
        return f"每秒 {files:.1f} 个文件、{pages:.0f} 页、{figures:.0f} 个数字"


def clock_time(seconds: float) -> str:
    """Seconds as ``1:02:03``, or ``2:03`` below an hour."""
    whole = round(seconds)
    minutes = f"{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"
    return f"{whole // _HOUR}:{minutes}" if whole >= _HOUR else minutes.removeprefix("0")


@contextmanager
def shown_ingest(pace: Pace) -> Generator[Callable[[Step], None]]:
    """What to call after each file, while a bar or lines are shown."""
    if not sys.stderr.isatty():
        yield _Lines(pace).show
    else:
        with _bar(pace) as show:
            yield show


def outcome(done: Ingestion, pace: Pace) -> Iterator[str]:
    """What was done, and the failures by their reasons with what to do."""
    if not (done.read or done.failed or done.present or done.given_up):
        yield "没有找到可读的报告文件 no report files found"
    parts = [f"读入 {done.read} 个文件"]
    if done.present:
        parts.append(f"{done.present} 个已在资料库中")
    if done.failed:
        parts.append(f"失败 {len(done.failed)} 个")
    if done.given_up:
        parts.append(f"以前失败、这次未重试 {len(done.given_up)} 个")
    if done.ignored:
        parts.append(f"另有 {done.ignored} 个文件不是报告，未读")
    yield "，".join([*parts, f"结果在 {done.archive}"])
    if done.read + len(done.failed) > 1:
        yield pace.summary(done.read + len(done.failed))
    if done.failed:
        yield "失败的原因和办法："
        yield from grouped_with_details(done.failed)
    if done.given_up:
        yield "以前失败的（加 --retry-failed 重试）："
        yield from grouped(done.given_up)


class _Lines:
    """A line now and then, and one for each failure."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._told = 0.0

    def show(self, step: Step) -> None:
        self._pace.note(step)
        if step.entry.status == "failed":
            say(_failure(step))
        if step.done == step.total or self._pace.seconds >= self._told + LINE_SECONDS:
            self._told = self._pace.seconds
            say(self._pace.told(step))


@contextmanager
def _bar(pace: Pace) -> Generator[Callable[[Step], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(step: Step) -> None:
            pace.note(step)
            if step.entry.status == "failed":
                bar.console.print(_failure(step), markup=False, highlight=False)
            bar.update(task, total=step.total, completed=step.done, description=pace.told(step))

        yield show


def _failure(step: Step) -> str:
    return f"[{step.entry.error_code}] {step.entry.error}"
