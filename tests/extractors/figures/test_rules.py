"""Every rule's own examples, every modifier's, and every name's."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from itertools import product

import pytest

from heshu import data
from heshu.extractors.figures.comparators import MODIFIERS, Modifier
from heshu.extractors.figures.reader import RULES, read_figures_in
from heshu.extractors.figures.rule import Rule
from heshu.extractors.text.fold import fold

EXAMPLES = [(rule, text, value) for rule in RULES for text, value in rule.examples.items()]
NAMES = [
    text
    for name in tomllib.loads(files(data).joinpath("names.toml").read_text("utf-8"))["name"]
    for text in name["examples"]
]


@pytest.mark.parametrize(
    ("rule", "text", "value"), EXAMPLES, ids=[f"{rule.name}-{text}" for rule, text, _ in EXAMPLES]
)
def test_rule_reads_its_examples(rule: Rule, text: str, value: str | None):
    values = [
        found.reading.value for found in read_figures_in(fold(text)) if found.rule.name == rule.name
    ]
    if value is None:
        assert values == []
    else:
        assert Decimal(value) in values


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_shows_what_it_reads(rule: Rule):
    assert any(value is not None for value in rule.examples.values())


def test_rule_names_are_unique():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("modifier", MODIFIERS, ids=lambda modifier: modifier.comparator)
def test_modifier_reads_its_examples(modifier: Modifier):
    for text, comparator in modifier.examples.items():
        before, _, after = text.partition("N")
        assert modifier.applies(before, after) == (comparator is not None), text


@pytest.mark.parametrize("modifier", MODIFIERS, ids=lambda modifier: modifier.comparator)
def test_no_words_bound_a_figure_without_a_cue(modifier: Modifier):
    everywhere = replace(modifier, cues=r"\s\S")
    letters = {char for char in modifier.before or "" if char >= "一"} - set(modifier.cues)
    words = ["".join(chars) for chars in product(sorted(letters), repeat=3)]
    assert [word for word in words if everywhere.applies(word, "")] == []


@pytest.mark.parametrize("text", NAMES)
def test_a_name_gives_no_figure(text: str):
    assert list(read_figures_in(fold(text))) == []
