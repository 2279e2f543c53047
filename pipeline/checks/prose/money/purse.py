"""What a sentence calls its money: all there was, what was spent, the rate, the rest."""

from __future__ import annotations

from ...wording import pattern
from ..reading.mentions import Mention


def is_rate(mention: Mention) -> bool:
    """Whether it is an execution rate: 执行率95%."""
    return _is_stated_rate(mention) and is_told(mention, "money_rate")


def is_share(mention: Mention) -> bool:
    """Whether it is a share of all the money: 占资金总额的95%."""
    return _is_stated_rate(mention) and is_told(mention, "money_share")


def is_money(mention: Mention) -> bool:
    """Whether it is an amount of the sentence itself, outside brackets."""
    return mention.figure.kind == "amount" and mention.is_stated and mention.depth == 0


def is_total(mention: Mention) -> bool:
    """Whether it is told as all the money there was."""
    return is_told(mention, "money_total") or mention.figure.role == "budget"


def is_budget(mention: Mention) -> bool:
    """Whether a total is a budget: by its role, or named so behind its number."""
    return mention.figure.role == "budget" or not mention.lead


def is_told(mention: Mention, name: str) -> bool:
    """Whether what it is called has these words of ``data/wording.toml``."""
    return pattern(name).search(called(mention)) is not None


def called(mention: Mention) -> str:
    """What the money is called: before its number, or behind it (80万元为全年预算)."""
    if mention.lead:
        return mention.lead
    behind = pattern("money_called").match(mention.tail)
    return behind["name"] if behind else ""


def _is_stated_rate(mention: Mention) -> bool:
    return mention.figure.kind == "rate" and mention.figure.comparator in ("eq", "approx")
