"""What a generated form says: random, fictional, and exact by construction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FACTS = Path(__file__).with_name("form_facts.toml")

SIGNS = {"ge": ("≥", "≧", "不低于", ">="), "le": ("≤", "≦", "不超过", "<="), "eq": ("=", "＝", "")}
"""Comparators as they are printed before a number."""

OPERATORS = {"ge": ("≥", "≧"), "le": ("≤", "≦"), "eq": ("=", "＝", "═")}
"""Comparators as they are printed in a column of their own."""


@dataclass(frozen=True)
class Measure:
    """An indicator with its target and result, printed and exact; values null if qualitative.

    ``done`` is the share of the target that was reached, at most 1.
    """

    level2: str
    name: str
    comparator: str | None
    target: str
    actual: str
    target_value: Decimal | None
    actual_value: Decimal | None
    printed_unit: str
    unit: str | None
    done: Fraction


@dataclass(frozen=True)
class Money:
    """The amounts of a fund line in CNY, whole hundreds."""

    initial: Decimal
    budget: Decimal
    executed: Decimal

    def __add__(self, other: Money) -> Money:
        return Money(
            self.initial + other.initial,
            self.budget + other.budget,
            self.executed + other.executed,
        )


@cache
def facts() -> dict[str, Any]:
    """The words and indicators of ``form_facts.toml``."""
    return tomllib.loads(FACTS.read_text(encoding="utf-8"))


def draw_department(random: Random) -> str:
    return random.choice(facts()["places"]) + random.choice(facts()["bodies"])


def draw_unit(random: Random) -> str:
    return random.choice(facts()["places"]) + random.choice(facts()["services"])


def draw_project(random: Random) -> str:
    return random.choice(facts()["projects"])


def draw_goal(random: Random) -> str:
    goal = random.choice(facts()["goals"])
    return f"{random.randint(2020, 2023)}年" + goal.format(
        n=random.randint(3, 40), m=random.randint(200, 9000)
    )


def draw_money(random: Random) -> Money:
    budget = Decimal(random.randint(10, 90000)) * 100
    share = Decimal(random.choice(("1", "0.9", "0.87", "0.455", "0.98")))
    initial = random.choice((budget, budget + 5000, Decimal(0)))
    return Money(initial, budget, int(budget * share) // 100 * Decimal(100))


def draw_measures(random: Random, count: int) -> list[Measure]:
    """Different indicators in the order of their second level."""
    catalogue = facts()["indicator"]
    drawn = sorted(random.sample(range(len(catalogue)), count))
    return [_measure(random, catalogue[at]) for at in drawn]


def printed_number(random: Random, number: Decimal) -> str:
    """The number with or without commas."""
    return f"{number:,}" if number >= 1000 and random.random() < 0.4 else str(number)


def _measure(random: Random, fact: dict[str, Any]) -> Measure:
    if "target_text" in fact:
        texts = fact["target_text"], fact["actual_text"]
        return Measure(
            fact["level2"], fact["name"], None, *texts, None, None, "", None, Fraction(1)
        )
    target = _number(random, fact)
    actual = _result(random, fact, target)
    comparator = "eq" if fact.get("same") else "le" if fact.get("lower") else "ge"
    return Measure(
        level2=fact["level2"],
        name=fact["name"],
        comparator=comparator,
        target=printed_number(random, target),
        actual=printed_number(random, actual),
        target_value=_exact(target, fact),
        actual_value=_exact(actual, fact),
        printed_unit=fact["unit"],
        unit=fact["contract"],
        done=min(_ratio(fact, target, actual), Fraction(1)),
    )


def _result(random: Random, fact: dict[str, Any], target: Decimal) -> Decimal:
    """What was reached: mostly the target, somewhat more, and now and then less than it."""
    missed = random.random() < 0.25
    more = Decimal(random.randint(-15, -5) if missed else random.randint(0, 20)) / 100
    if fact.get("same") and not missed:
        return target
    step = Decimal(1).scaleb(-fact.get("digits", 0))
    actual = (target * (1 - more if fact.get("lower") else 1 + more)).quantize(step)
    return min(actual, Decimal(100).quantize(step)) if fact["unit"] == "%" else actual


def _ratio(fact: dict[str, Any], target: Decimal, actual: Decimal) -> Fraction:
    parts = (target, actual) if fact.get("lower") else (actual, target)
    return Fraction(parts[0]) / Fraction(parts[1])


def _number(random: Random, fact: dict[str, Any]) -> Decimal:
    digits = fact.get("digits", 0)
    scale = 10**digits
    return Decimal(random.randint(fact["low"] * scale, fact["high"] * scale)).scaleb(-digits)


def _exact(number: Decimal, fact: dict[str, Any]) -> Decimal:
    value = Fraction(number) * Fraction(fact.get("factor", 1))
    return Decimal(value.numerator) / Decimal(value.denominator)
