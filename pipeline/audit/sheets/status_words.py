"""What an auditor means by what stands under 处理: one of four words, or another for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from .... import data
from ....schemas.finding import DispositionStatus
from ....schemas.labels import DISPOSITION_STATUSES

_WORD = re.compile(r"\s*([^：:，,。；;、（(！!\s]+)[：:，,。；;、！!\s]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Meant:
    """A status, and what was written behind it in the same cell: 误报，口径不同."""

    status: DispositionStatus
    remark: str | None = None


def meant(text: str) -> Meant | None:
    """What a text says; null where it begins with no word for a status."""
    found = _WORD.fullmatch(text)
    status = _words().get(found[1]) if found else None
    if found is None or status is None:
        return None
    return Meant(status, found[2].strip("（）() \n") or None)


@cache
def _words() -> Mapping[str, DispositionStatus]:
    text = files(data).joinpath("dispositions.toml").read_text(encoding="utf-8")
    listed = cast("dict[DispositionStatus, list[str]]", tomllib.loads(text))
    return {
        word: status
        for status, name in DISPOSITION_STATUSES.items()
        for word in (name, status, *listed[status])
    }
