"""Where the development documents are, if they are on this machine."""

from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
SHARED: Path | None = _BESIDE if _BESIDE.is_dir() else None

needs_shared = pytest.mark.skipif(
    SHARED is None, reason="the development documents (../shared) are not on this machine"
)


def shared(name: str) -> Path:
    """A file of the development documents; only for tests marked ``needs_shared``."""
    assert SHARED is not None
    return SHARED / name
