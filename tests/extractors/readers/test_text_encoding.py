"""Text files in the encodings that Chinese offices use, told apart without being told."""

from __future__ import annotations

import pytest

from heshu.extractors.readers.text_encoding import decode

SENTENCE = "2023年云溪市农田水利专项资金预算1250.5万元，执行率98.6%。\n"
SHORT = [
    "联通",
    "预算",
    "一、",
    "中",
    "执行率98%",
    "100%",
    "2022年",
    "③",
    "附件1：",
    "（一）",
    "≥90%",
]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [SENTENCE, SENTENCE * 50, "执行率98%", "联通公司补助资金"])
def test_encodings_with_and_without_marks(encoding: str, text: str):
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.lost) == (text, 0)


@pytest.mark.parametrize("text", SHORT)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_short_texts_are_not_mistaken(encoding: str, text: str):
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("text", ["预算", "联通", "2022年", "项目支出"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_short_texts_in_utf_16_without_a_mark(encoding: str, text: str):
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("text", ["Bush hid the facts", "a", "1.25", "1,250.50\r\n"])
def test_ascii_stays_ascii(text: str):
    found = decode(text.encode())
    assert found is not None
    assert found.text == text


def test_a_few_rare_characters_do_not_change_the_guess():
    text = "承担单位：喆垚镇人民政府，负责人：翀焱。"
    for encoding in ("utf-8", "gb18030"):
        found = decode(text.encode(encoding))
        assert found is not None
        assert found.text == text


def test_traditional_characters_in_utf_8():
    found = decode("預算執行率為百分之九十八，項目單位：農業農村廳".encode())
    assert found is not None
    assert (found.encoding, found.lost) == ("utf-8", 0)


def test_a_text_cut_inside_a_character_loses_only_that():
    found = decode((SENTENCE * 3).encode()[:-3])
    assert found is not None
    assert (found.encoding, found.lost) == ("utf-8", 1)
    assert found.text[:-1] == (SENTENCE * 3)[:-2]


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)),
        b"\x00\x01\x02\x03" * 100,
        b"\x7fELF\x02\x01\x01\x00" + bytes(100) + b"text" * 3,
        bytes((i * 7919 + 13) % 256 for i in range(4000)),
    ],
)
def test_binary_data_is_no_text(data: bytes):
    assert decode(data) is None
