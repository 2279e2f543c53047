"""Where the development documents are, if they are on this machine."""

import json
from pathlib import Path
from typing import Any

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


def gold(name: str) -> dict[str, Any]:
    """What is true of a development document; ``name`` without its suffix."""
    return json.loads(shared(f"devset/{name}.gold.json").read_text(encoding="utf-8"))
