from typing import Any

import pytest

from corpora import corpus, document
from heshu.extractors.structure.captions import stated_unit
from heshu.extractors.structure.lines import Line, elements_of
from heshu.extractors.structure.stage import structure
from heshu.extractors.structure.wrapping import flow_of

WRAPS = corpus("wraps")["case"]
UNITS = corpus("captions")["units"]


@pytest.mark.parametrize("case", WRAPS, ids=lambda case: case["name"])
def test_broken_lines_are_joined(case: dict[str, Any]):
    flow = flow_of(elements_of(document(case["text"])), {})
    assert [len(line.blocks) for line in flow if isinstance(line, Line)] == case["paragraphs"]


@pytest.mark.parametrize(("text", "unit"), UNITS.items())
def test_units_of_captions(text: str, unit: str):
    assert stated_unit(text) == (unit or None)


def test_places_point_into_the_lines_as_printed():
    text = "为改善群众饮水条件，县里投入资金一千\n二百万元，新建水厂一座。"
    (report,) = structure(document(text))
    (passage,) = report.passages
    start = passage.text.index("一千二百万元")
    place = passage.place(start, start + 6)
    assert (place.block, place.start, place.end_block, place.end) == (0, 16, 1, 4)
    assert len(passage.folded) == len(passage.text)
