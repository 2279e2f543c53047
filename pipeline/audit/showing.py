"""An audit told to who asked for it: as a file, or on the terminal."""

from __future__ import annotations

from pathlib import Path

from ..console import say
from .model import Audit


def tell_audit(audit: Audit, out: Path | None, password: str | None = None) -> None:
    """Write the account, or list it where there is no file to write."""
    from .listing import print_audit, summary
    from .writing import write_audit

    if out is None:
        print_audit(audit)
        return
    written = write_audit(audit, out, password)
    say(f"{summary(audit)}，结果在 {'、'.join(map(str, written))}")
