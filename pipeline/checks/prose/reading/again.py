"""Numbers that a later clause takes up by name: 中央资金占总额的68%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..parts.parallel import deed
from .mentions import Mention

_SHORTEST = 2
_SHARE = "占"
_LEAD_IN = re.compile("^(?:其中|而|且|则|又|共|约|合计|仅|分别|各|其)+:?")
_CLASS = re.compile("[类型级项]$")
"""暴雨类 is what was told as 暴雨."""


def named_again(rate: Mention, before: Sequence[Mention]) -> Mention | None:
    """The one number whose name stands before 占; null where none or several have it.

    The name may have more words there: D级户 is told of in D级户兑付资金占.
    """
    called = called_again(rate)
    if called is None:
        return None
    named = [m for m in before if called in f"{m.lead}{m.figure.subject or ''}"]
    named = named or [m for m in before if len(deed(m)) > _SHORTEST and deed(m) in called]
    return named[-1] if len({m.value for m in named}) == 1 else None


def called_again(rate: Mention) -> str | None:
    """What is named before 占 as having the share; null where nothing is."""
    called, share, _ = _LEAD_IN.sub("", rate.lead).partition(_SHARE)
    called = called if len(called) == _SHORTEST else _CLASS.sub("", called)
    return called if share and len(called) >= _SHORTEST else None
