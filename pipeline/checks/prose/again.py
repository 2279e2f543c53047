"""Numbers that a later clause takes up by name: 中央资金占总额的68%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .mentions import Mention

_SHORTEST = 2
_SHARE = "占"
_CLASS = re.compile("[类型级项]$")
"""暴雨类 is what was told as 暴雨."""


def named_again(rate: Mention, before: Sequence[Mention]) -> Mention | None:
    """The one number whose name stands before 占; null where none or several have it."""
    called, share, _ = rate.lead.partition(_SHARE)
    called = called if len(called) == _SHORTEST else _CLASS.sub("", called)
    named = [m for m in before if called in f"{m.lead}{m.figure.subject or ''}"]
    found = share and len(called) >= _SHORTEST and len({m.value for m in named}) == 1
    return named[-1] if found else None
