"""The exit status of the command."""

from __future__ import annotations

ALL_READ, SOME_FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130
"""``SOME_FAILED`` is also that of ``heshu audit --strict`` where an error stands."""
