"""The manifest of the dataset: what every file's bytes are, as ``sha256sum`` checks them."""

from __future__ import annotations

import hashlib
from pathlib import Path

MANIFEST = "SHA256SUMS"


def write_manifest(folder: Path) -> None:
    """List every file of the folder with its checksum; ``sha256sum -c SHA256SUMS`` checks."""
    names = {file: file.relative_to(folder).as_posix() for file in folder.rglob("*")}
    lines = [
        f"{_checksum(file)}  {name}\n"
        for file, name in sorted(names.items(), key=lambda pair: pair[1])
        if file.is_file() and name != MANIFEST
    ]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def _checksum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
