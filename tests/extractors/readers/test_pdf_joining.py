"""Lines in a cell: wrapped text is one, paragraphs stay apart."""

from array import array

import pytest

from heshu.extractors.readers.pdf_joining import cell_text
from heshu.extractors.readers.pdf_lines import Line

SIZE = 10.0


@pytest.mark.parametrize(
    ("lines", "characters", "text"),
    [
        (["改造老旧", "管网长度"], 4, "改造老旧管网长度"),
        (["改造管网", "安装水表"], 8, "改造管网\n安装水表"),
        (["509", "元/人"], 4, "509元/人"),
        (["803", "元/人·月"], 4, "803元/人·月"),
        (["509", "元"], 4, "509\n元"),
        (["执行率（B/", "A×100%）"], 9, "执行率（B/A×100%）"),
        (["到货迟", "，次年安装。"], 8, "到货迟，次年安装。"),
        (["元", "/人"], 3, "元/人"),
        (["资金（", "万元）"], 8, "资金（万元）"),
        (["无", "/"], 8, "无\n/"),
    ],
)
def test_lines_of_a_cell(lines: list[str], characters: int, text: str) -> None:
    """``characters`` is how many fit into a line of the cell."""
    printed = [_line(line, at) for at, line in enumerate(lines)]
    assert cell_text(printed, 0.0, characters * SIZE).text == text


def _line(text: str, at: int) -> Line:
    edges = [0.0]
    for character in text:
        edges.append(edges[-1] + (SIZE / 2 if character.isascii() else SIZE))
    return Line(text, 1, array("d", edges), at * SIZE, (at + 1) * SIZE, SIZE)
