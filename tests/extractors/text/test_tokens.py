"""Words of a sentence, and what loading them must not do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from heshu.extractors.text import tokens


def test_a_number_is_a_word_with_its_classifier():
    assert {2, 5} <= tokens.word_edges("涉及十余个部门")


def test_our_own_words_stay_whole():
    assert {1, 2}.isdisjoint(tokens.word_edges("一站式服务"))


def test_the_words_are_the_same_from_the_cache_and_without_one(tmp_path: Path):
    code = "from heshu.extractors.text.tokens import words; print([*words('新建农村供水厂三座')])"
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    first, second = (
        subprocess.check_output([sys.executable, "-c", code], env=environment) for _ in range(2)
    )
    assert first == second
    assert b"[" in first


def test_neither_library_is_loaded_at_import():
    code = (
        "import sys, heshu.extractors.figures.stage;"
        "assert not {'jieba', 'spacy'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_loading_is_silent():
    code = "from heshu.extractors.text.tokens import word_edges; word_edges('共三个镇')"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert (run.stdout, run.stderr) == (b"", b"")
