"""The same bytes give the same facts, whatever the order in which sets are walked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
FOLDERS = ("published", "regional", "narrated")

READ = """
import sys
import heshu
for path in sys.argv[1:]:
    found = heshu.read(path)
    print(path, *found.reports, sep="\\n")
"""


def facts(seed: int) -> bytes:
    """All that is read of the golden documents, with strings hashed in this way."""
    paths = [str(path) for folder in FOLDERS for path in sorted((GOLDEN / folder).glob("*.docx"))]
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
    return subprocess.check_output([sys.executable, "-c", READ, *paths], env=environment)


def test_no_fact_depends_on_the_order_of_a_set() -> None:
    first, second = facts(1), facts(2)
    assert len(first) > 1_000_000
    assert first == second
