"""Words of a sentence: listed words whole, mentions one word each, names in quotes untouched."""

import pytest

from heshu.extractors.meaning.sentences import sentences
from heshu.extractors.meaning.words import Mention


def words(text: str, *quotes: str) -> list[str]:
    mentions = [
        Mention(text.index(quote), text.index(quote) + len(quote), "figure", number, "count")
        for number, quote in enumerate(quotes)
    ]
    return [
        f"{word.text}/{word.kind}"
        for sentence in sentences(text, sorted(mentions))
        for word in sentence
    ]


def test_a_figure_is_one_word():
    assert "1.2 万人次/figure" in words("接待读者1.2 万人次。", "1.2 万人次")


def test_sentences_without_a_figure_are_left_out():
    assert words("已经完成。共3个。", "3个")[0] == "共/filler"


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("不少于30人", "30人", "不少于/hedge"),
        ("预算执行率98%", "98%", "执行率/name"),
        ("完成比120%", "120%", "完成比/name"),
        ("每千人口床位6张", "6张", "每千人口/per"),
        ("新登记企业30户", "30户", "新登记/verb"),
        ("“数字乡村”平台2个", "2个", "“数字乡村”/name"),
        ("印发《护林办法》300份", "300份", "《护林办法》/title"),
    ],
)
def test_word(text: str, quote: str, word: str):
    assert word in words(text, quote)


def test_than_before_a_time_is_no_cut_off_end():
    assert "比/comparison" in words("全年完成数比上年增加3个", "3个")


def test_words_are_all_of_the_text_but_white_space():
    text = "全县新建 公厕12座。"
    (sentence,) = sentences(text, [Mention(7, 10, "figure", 0, "count")])
    assert sentence.text(0, len(sentence)) == "全县新建公厕12座。"
    assert [word.text for word in sentence if word.spaced] == ["公厕"]


def test_words_on_either_side_of_white_space_are_not_joined():
    assert "率/name" in words("预算执行 率98%", "98%")


def test_a_picture_between_words_is_none():
    text = "新建\ufffc公厕12座"
    (sentence,) = sentences(text, [Mention(5, 8, "figure", 0, "count")])
    assert sentence.texts == ("新建", "公厕", "12座")
