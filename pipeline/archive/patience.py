"""Waiting for what passes: another run that holds the archive, a server that restarts."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from ...schemas.errors import ArchiveError, RowsRefused

T = TypeVar("T")

_PAUSES = (0.1, 0.5, 2, 5, 10)
"""Seconds between one attempt and the next."""


def patiently(attempt: Callable[[], T]) -> T:
    """What ``attempt`` returns, once the database lets it; it must do no harm when repeated.

    Raises ``ArchiveError`` for what does not pass.
    """
    with told():
        for pause in _PAUSES:
            try:
                return attempt()
            except DBAPIError as error:
                if not _passes(error):
                    raise
                time.sleep(pause)
        return attempt()


@contextmanager
def told() -> Generator[None]:
    """Raise ``ArchiveError`` for what the database refuses, with what it says."""
    try:
        yield
    except (IntegrityError, DataError) as error:
        raise RowsRefused(_reason(error)) from error
    except DBAPIError as error:
        raise ArchiveError(_reason(error)) from error


def _passes(error: DBAPIError) -> bool:
    return error.connection_invalidated or "database is locked" in str(error.orig)


def _reason(error: DBAPIError) -> str:
    return " ".join(str(error.orig).split())[:300]
