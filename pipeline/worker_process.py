"""The inside of a worker process: take a job, do it, tell how it went."""

from __future__ import annotations

import faulthandler
import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import psutil

from ..schemas.errors import HeshuError
from ..schemas.file_errors import MemoryLimit, ReaderFault

CAN_CAP_MEMORY = sys.platform == "linux"
"""Elsewhere memory has no limit that holds: there it is watched from outside."""

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is called with; it may take ``times`` what is allowed in seconds."""

    function: Callable[..., object]
    arguments: tuple[object, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a call may take before the process ends itself, watched or not.

    ``megabytes`` is what a call may take on top of what the process holds before it; null
    where that is watched from outside.
    """

    seconds: float
    megabytes: int | None


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class Done:
    """The call came back with this."""

    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """The call raised this, or could not be made."""

    error: HeshuError


Message = Ready | Done | Failed


def serve(connection: Connection, allowed: Allowance, preload: Sequence[str]) -> None:
    """Do one call after the other until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in preload:
        importlib.import_module(name)
    _collect_seldom()
    connection.send(Ready())
    while True:
        try:
            message = _answer(connection, allowed)
        except EOFError:
            return
        _send(connection, message)


def _collect_seldom() -> None:
    """Look for garbage in fewer and larger steps, and never among what is loaded.

    A document's facts live until it is done: looking through them after every few hundred
    objects finds nothing and costs an eighth of the time.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _answer(connection: Connection, allowed: Allowance) -> Message:
    try:
        call: Call = connection.recv()
        with _ending_by_itself(allowed.seconds * call.times):
            _cap_memory(allowed.megabytes)
            return Done(call.function(*call.arguments))
    except EOFError:
        raise
    except HeshuError as error:
        return Failed(error)
    except MemoryError:
        return Failed(MemoryLimit(f"{allowed.megabytes} MB"))
    except Exception as error:  # whatever it is, it costs this call only
        return Failed(_fault(error))


@contextmanager
def _ending_by_itself(seconds: float) -> Generator[None]:
    """End the process where the block hangs and whoever should have ended it is gone."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _send(connection: Connection, message: Message) -> None:
    """Hand over a message; a result that cannot be packed is told as a failure."""
    try:
        connection.send(message)
    except MemoryError:
        connection.send(Failed(MemoryLimit("结果过大")))
    except OSError:
        sys.exit(1)
    except Exception as error:
        connection.send(Failed(_fault(error)))


def _fault(error: Exception) -> ReaderFault:
    return ReaderFault(" ".join(f"{type(error).__name__}: {error}".split())[:500])


def _cap_memory(megabytes: int | None) -> None:
    """Cap what the process can write to.

    Not its address space: what is only set aside costs nothing, and the threads of text
    recognition set aside more than a gigabyte.
    """
    if megabytes is None or sys.platform == "win32":
        return
    import resource  # Windows has no such module

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    cap = psutil.Process().memory_info().data + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (cap, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
