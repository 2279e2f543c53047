from typing import Any

import pytest

from corpora import corpus, document
from heshu.extractors.structure.headings import find_headings
from heshu.extractors.structure.lines import elements_of
from heshu.extractors.structure.marks import RULES, is_list_mark, read_mark
from heshu.extractors.structure.wrapping import flow_of
from heshu.extractors.text.fold import fold

CASES = corpus("headings")["case"]
MARKS = [(rule.style, text, ordinal) for rule in RULES for text, ordinal in rule.examples.items()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_headings_are_told_from_items(case: dict[str, Any]):
    flow = flow_of(elements_of(document(case["text"])), {})
    found = [
        f"{heading.level} {heading.number} {heading.title}{'…' if heading.run_in else ''}"
        for heading in find_headings(flow, range(len(flow)))
    ]
    assert found == case["headings"]


@pytest.mark.parametrize(("style", "text", "ordinal"), MARKS)
def test_marks_read_their_examples(style: str, text: str, ordinal: int | None):
    mark = read_mark(fold(text))
    assert (mark.ordinal if mark and mark.style == style else None) == ordinal


@pytest.mark.parametrize(
    "text", ["一是加强领导", "①完善台账", "首先，", "第一，", "其二，", "● 成效", "⑵培训"]
)
def test_list_marks(text: str):
    assert is_list_mark(fold(text))


@pytest.mark.parametrize("text", ["一、是否完成", "第一部分", "（一）情况", "全年完成", "其中"])
def test_no_list_marks(text: str):
    assert not is_list_mark(fold(text))
