"""The cutter finds the likeliest words; with jieba's dictionary it cuts as jieba does."""

from typing import Any, cast

import jieba  # pyright: ignore[reportMissingTypeStubs]
import pytest

from heshu.extractors.text import cutting
from heshu.extractors.text.cutting import Cutter
from heshu.extractors.text.lexicon import Lexicon
from heshu.extractors.text.tokens import lexicon_of_jieba, words

LEXICON = Lexicon.of(27, {"供": 3, "水": 5, "供水": 9, "水厂": 4, "供水厂": 0, "厂": 6})


def test_the_likeliest_words_are_found():
    assert Cutter(LEXICON).cut("供水厂") == ["供水", "厂"]


def test_what_is_only_the_beginning_of_a_word_is_none():
    assert "供水厂" not in Cutter(LEXICON).cut("供水厂")


def test_unknown_characters_stand_alone_and_latin_letters_together():
    assert Cutter(LEXICON).cut("甲GIS, 供水\n") == ["甲", "GIS", ",", " ", "供水", "\n"]


def test_words_are_the_same_when_what_was_looked_up_is_forgotten(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cutting, "_REMEMBERED", 2)
    cutter = Cutter(LEXICON)
    assert [cutter.cut("供水厂供水"), cutter.cut("供水厂供水")] == [["供水", "厂", "供水"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "全年累计完成农村公路养护 1560 公里，优良中等路率达86%。",
        "受理T8线投诉AB3类12.5万件（办结率100%）；",
        "本级财政拨付资金已全部到位\r\n",
    ],
)
def test_words_are_those_of_jieba(text: str):
    lexicon_of_jieba()
    assert list(words(text)) == list(cast(Any, jieba).cut(text, HMM=False))
