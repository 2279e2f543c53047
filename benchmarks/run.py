"""Run every benchmark and print what each says.

    python benchmarks/run.py

Measures on the samples, and on the development documents where they are beside the checkout.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "data" / "samples"
DEVSET = HERE.parent.parent / "shared" / "devset"


def commands() -> list[tuple[str | Path, ...]]:
    """Every benchmark with what it measures."""
    bulk = sorted(DEVSET.glob("bulk/r60.*[xf]")) or sorted(SAMPLES.glob("*report*.*"))
    probes = DEVSET / "probes.jsonl"
    word = next(file for file in bulk if file.suffix == ".docx")
    found: list[tuple[str | Path, ...]] = [
        (HERE / "whole_way.py", *bulk),
        (HERE / "pdf_reading.py", *(file for file in bulk if file.suffix == ".pdf")),
        (HERE / "docx_reading.py", word),
    ]
    seeds = sorted(DEVSET.glob("seeds/seed_00?.[tdp]*[txf]"))
    found += [(HERE / "meaning.py", *seeds, *bulk), (HERE / "accuracy.py",)]
    if probes.exists():
        found.append((HERE / "figures.py", probes))
    if DEVSET.exists() and shutil.which("soffice"):  # prints the PDFs among those drawn by lot
        found.append((HERE / "throughput.py", DEVSET / "seeds", DEVSET / "forms"))
    return found


def main() -> int:
    """Run them one after the other; the exit status is that of the last that failed."""
    status = 0
    for command in commands():
        print(f"\n== {Path(command[0]).name}", flush=True)
        status = subprocess.run([sys.executable, *command], check=False).returncode or status
    return status


if __name__ == "__main__":
    sys.exit(main())
