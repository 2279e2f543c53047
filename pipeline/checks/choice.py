"""Which rules are tested, and by which profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...schemas.errors import UsageError
from .profile import profiles
from .rules import audit_rules


@dataclass(frozen=True, slots=True)
class Choice:
    """The ids of rules that are switched off, and the profile's name.

    ``profile`` is null for the one that each report speaks of.
    """

    without: frozenset[str] = frozenset()
    profile: str | None = None

    @classmethod
    def of(cls, without: Iterable[str] = (), profile: str | None = None) -> Choice:
        """The choice, in any case of letters; raises ``UsageError`` for what does not exist."""
        off = frozenset(rule.upper() for rule in without)
        for rule in sorted(off - set(audit_rules())):
            raise UsageError(f"没有规则 {rule}；heshu rules 列出全部规则")
        if profile is not None and profile not in profiles():
            raise UsageError(f"没有评分办法 {profile}；可用：{'、'.join(profiles())}")
        return cls(off, profile)


EVERY_RULE = Choice()
"""Nothing is switched off, and each report is held to the profile that it speaks of."""
