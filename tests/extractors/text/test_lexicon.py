"""A lexicon gives the same counts from its file, and from a file that is its own only."""

from pathlib import Path

import pytest

from heshu.extractors.text.lexicon import Lexicon

COUNTS = {"水": 5, "水厂": 31, "供": 3, "供水": 9, "供水厂": 0, "T恤": 2}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    Lexicon.of(50, COUNTS).save(tmp_path / "词.lexicon", "1")
    return tmp_path / "词.lexicon"


def test_every_count_is_there_again(kept: Path):
    lexicon = Lexicon.opened(kept, "1")
    assert lexicon is not None
    assert lexicon.total == 50
    assert {word: lexicon.get(word) for word in COUNTS} == COUNTS
    assert [lexicon.get(word) for word in ("水库", "桥", "供水")] == [None, None, 9]


def test_nothing_else_is_left_in_the_folder(kept: Path):
    assert [*kept.parent.iterdir()] == [kept]


def test_another_edition_is_not_opened(kept: Path):
    assert Lexicon.opened(kept, "2") is None


@pytest.mark.parametrize("damage", [b"", b"1 2 3", b"1\n", b"\xff\xfe"])
def test_a_file_of_something_else_is_not_opened(kept: Path, damage: bytes):
    kept.write_bytes(damage)
    assert Lexicon.opened(kept, "1") is None


def test_a_file_cut_off_or_changed_is_not_opened(kept: Path):
    whole = kept.read_bytes()
    for damaged in (whole[:-1], whole.replace(b"31", b"13")):
        kept.write_bytes(damaged)
        assert Lexicon.opened(kept, "1") is None


def test_a_file_that_is_not_there_is_not_opened(tmp_path: Path):
    assert Lexicon.opened(tmp_path / "词.lexicon", "1") is None
