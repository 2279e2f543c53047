"""Every relation holds in its own examples and not in its counter-examples."""

import pytest

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.meaning.relation_rules import RULES
from heshu.extractors.meaning.relations import relations
from heshu.extractors.meaning.sentences import sentences
from heshu.extractors.meaning.words import Mention
from meanings import report

EXAMPLES = [
    pytest.param(rule.name, text, quote, id=f"{rule.name}: {text}")
    for rule in RULES
    for text, quote in rule.examples.items()
]


@pytest.mark.parametrize(("name", "text", "quote"), EXAMPLES)
def test_example(name: str, text: str, quote: str | None):
    mentions = [
        Mention(f.place.start, f.place.end, "figure", number, f.kind)
        for number, f in enumerate(read_figures(report(text)).figures)
    ]
    (sentence,) = sentences(text, mentions)
    about = [sentence[at].text for at, found in relations(sentence).items() if name in found]
    assert about == ([quote] if quote else [])


def test_every_rule_shows_where_it_holds_and_where_not():
    for rule in RULES:
        assert None in rule.examples.values(), rule.name
        assert any(rule.examples.values()), rule.name
