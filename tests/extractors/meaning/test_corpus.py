"""The sentences of ``tests/corpus/meaning*.toml`` mean what is written beside them."""

import pytest

from corpora import corpus
from meanings import Expected, figures

WHOLE = (
    "meaning_departments",
    "meaning_each",
    "meaning_finance",
    "meaning_provinces",
    "meaning_regional",
    "meaning_unseen",
    "meaning_wordings",
    "meaning_works",
)
"""Files that give every figure of every sentence."""
CASES = [
    pytest.param(text, expected, id=f"{topic}: {text[:24]}")
    for name in ("meaning", "meaning_negative", *WHOLE)
    for topic, group in corpus(name).items()
    for text, *expected in group["cases"]
]


def test_there_are_at_least_two_hundred_sentences():
    assert len(CASES) >= 200


@pytest.mark.parametrize(("text", "lines"), CASES)
def test_sentence(text: str, lines: list[str]):
    found = list(figures(text))
    for expected in map(Expected.of, lines):
        figure = next((f for f in found if f.text == expected.quote), None)
        assert figure, f"{expected.quote} is not among {[f.text for f in found]}"
        found.remove(figure)
        assert not expected.faults(figure), f"{expected.quote}: {expected.faults(figure)}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(text, expected, id=f"{topic}: {text[:24]}")
        for name in WHOLE
        for topic, group in corpus(name).items()
        for text, *expected in group["cases"]
    ],
)
def test_no_other_figure_is_read(text: str, lines: list[str]):
    found = [figure.text for figure in figures(text)]
    assert sorted(found) == sorted(Expected.of(line).quote for line in lines)


def test_sentences_broken_off_are_read_without_an_error():
    texts = [str(case.values[0]) for case in CASES]
    for one, other in zip(texts, [*texts[7:], *texts[:7]], strict=True):
        for cut in range(4, len(one), 9):
            figures(one[:cut] + other[-cut:])


def test_a_ranking_word_is_no_figure():
    (figure, *_) = figures("图书馆、文化馆开放率分别列全省8个县第2位。")
    assert figure.text == "8个"
