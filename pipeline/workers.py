"""Work on a file in a process of its own, so that a bad file costs nothing but itself."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from threading import Lock
from types import ModuleType, TracebackType
from typing import Self, TypeVar, TypeVarTuple, cast

import psutil

from ..schemas.file_errors import MemoryLimit, ReaderCrashed, TimeLimit
from .worker_process import CAN_CAP_MEMORY, MEGABYTE, Allowance, Call, Done, Failed, Message, serve

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

START_SECONDS = 120
"""How long a new process may take to load what it needs."""
CALLS_A_PROCESS = 200
"""After so many calls a process is replaced: libraries leak."""
_ORPHAN_SECONDS = 30
"""How long after its limit a call ends by itself that nobody watches any more."""
_ATTEMPTS = 5
"""How often a process is started that dies before its call reaches it."""
_WATCH_SECONDS = 0.05
_LAST_SECONDS = 5
_CLEARING_SECONDS = 3
_STARTING = Lock()
"""Held while the caller's script is hidden, for workers that start in several threads."""


@dataclass(frozen=True, slots=True)
class _Running:
    process: BaseProcess
    connection: Connection


class Worker:
    """A process that does one call after the other, each within limits of time and memory.

    ``seconds`` is what a call may take. ``megabytes`` is what it may take on top of what
    the process holds; with ``watch_memory``, used where the system keeps no such limit, it
    is what the whole process may hold. ``preload`` are modules that are loaded before the
    clock of the first call starts. The process is started with the first call and replaced
    when it dies, when a call reaches a limit, and after ``CALLS_A_PROCESS`` calls.

    Functions, arguments and results are pickled: functions of modules, not lambdas.
    """

    def __init__(
        self,
        *,
        seconds: float,
        megabytes: int,
        preload: Sequence[str] = (),
        watch_memory: bool = not CAN_CAP_MEMORY,
    ) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._preload = tuple(preload)
        self._watch_memory = watch_memory
        self._running: _Running | None = None
        self._calls = 0
        self._interrupted = False

    @property
    def seconds(self) -> float:
        """What a call may take."""
        return self._seconds

    def run(self, function: Callable[[*Ts], T], *args: *Ts, times: int = 1) -> T:
        """What ``function(*args)`` returns, computed in the process.

        Work on several files at once may take ``times`` the seconds of a call.
        Raises the typed error that it raised there; TimeLimit, MemoryLimit; ReaderCrashed
        where the process died or the function raised an error that is none of ours.
        """
        try:
            running = self._send(Call(function, args, times))
            message = self._receive(running, self._seconds * times)
        except BaseException:
            self.close()
            raise
        self._calls += 1
        if self._calls >= CALLS_A_PROCESS or _is_memory_limit(message):
            self.close()
        if isinstance(message, Failed):
            raise message.error
        return cast("T", cast("Done", message).result)

    def close(self) -> None:
        """End the process and what it has started; the next call starts a new one."""
        running, self._running, self._calls = self._running, None, 0
        if running is not None:
            _kill(running.process)
            running.connection.close()

    def interrupt(self) -> None:
        """Kill the process from another thread: this call and all later raise ReaderCrashed."""
        self._interrupted = True
        running = self._running
        if running is not None:
            with suppress(ValueError):  # closed in that very moment
                running.process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _ready(self) -> _Running:
        """The process that waits for a call; one that died meanwhile is replaced."""
        if self._running is not None and not _has_message(self._running, 0):
            return self._running
        self.close()
        self._running = self._start()
        try:
            self._receive(self._running, START_SECONDS)
        except BaseException:
            self.close()
            raise
        return self._running

    def _send(self, call: Call) -> _Running:
        """Hand the call to a process; to a new one where the one that waited has just died."""
        for _ in range(_ATTEMPTS):
            if self._interrupted:
                raise ReaderCrashed("已中断")
            try:
                running = self._ready()
                running.connection.send(call)
            except (OSError, EOFError):  # it is dead, or what starts processes is
                self.close()
            else:
                return running
        raise ReaderCrashed("工作进程无法启动")

    def _start(self) -> _Running:
        context = _context(self._preload)
        ours, theirs = context.Pipe()
        cap = None if self._watch_memory else self._megabytes
        allowed = Allowance(self._seconds + _ORPHAN_SECONDS, cap)
        process = context.Process(target=serve, args=(theirs, allowed, self._preload), daemon=True)
        with _no_main_module():
            process.start()
        theirs.close()
        return _Running(process, ours)

    def _receive(self, running: _Running, seconds: float) -> Message:
        deadline = time.monotonic() + seconds
        step = _WATCH_SECONDS if self._watch_memory else seconds
        while (left := deadline - time.monotonic()) > 0:
            if _has_message(running, min(left, step)):
                return _take(running)
            if self._watch_memory:
                self._look_at_memory(running.process)
        raise TimeLimit(f"{seconds:g} 秒")

    def _look_at_memory(self, process: BaseProcess) -> None:
        with suppress(psutil.NoSuchProcess):
            if psutil.Process(process.pid).memory_info().rss > self._megabytes * MEGABYTE:
                raise MemoryLimit(f"{self._megabytes} MB")


def run_limited(function: Callable[[*Ts], T], *args: *Ts, seconds: float, megabytes: int) -> T:
    """One call in a process of its own; limits and errors as in ``Worker``."""
    with Worker(seconds=seconds, megabytes=megabytes) as worker:
        return worker.run(function, *args)


def load_ahead(preload: Sequence[str]) -> None:
    """Begin to load what workers will need, while there is other work to do before."""
    if _context(preload).get_start_method() == "forkserver":
        from multiprocessing import forkserver  # Windows has none

        forkserver.ensure_running()


def _context(preload: Sequence[str]) -> SpawnContext:
    """Forkserver, which starts in milliseconds, where there is one; else spawn, its like."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([serve.__module__, *preload])
    return cast("SpawnContext", context)


@contextmanager
def _no_main_module() -> Generator[None]:
    """Hide the caller's script, which a new process would otherwise run once more."""
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _has_message(running: _Running, seconds: float) -> bool:
    """Whether there is something to take, be it the end of a process that died."""
    try:
        return running.connection.poll(seconds)
    except OSError:
        return True


def _take(running: _Running) -> Message:
    try:
        return cast("Message", running.connection.recv())
    except (EOFError, OSError) as error:
        running.process.join(_LAST_SECONDS)
        raise ReaderCrashed(_exit_reason(running.process.exitcode)) from error


def _exit_reason(code: int | None) -> str:
    """Which signal or exit status ended a process."""
    if code is None:
        return "工作进程不再应答"
    known = {number.value: number.name for number in signal.Signals}
    return known.get(-code, f"退出码 {code}")


def _is_memory_limit(message: Message) -> bool:
    return isinstance(message, Failed) and isinstance(message.error, MemoryLimit)


def _kill(process: BaseProcess) -> None:
    """End a process and all that it started, and take it off the system's list.

    What it started has a moment to see that it is gone, and to clear up behind it.
    """
    started: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        started = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.join()
    process.close()
    _, left = psutil.wait_procs(started, timeout=_CLEARING_SECONDS)
    for each in left:
        with suppress(psutil.NoSuchProcess):
            each.kill()
