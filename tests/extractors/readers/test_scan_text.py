"""What is put right in text read from a picture."""

from __future__ import annotations

import pytest

from heshu.extractors.readers.ocr import ReadText
from heshu.extractors.readers.scan_text import squared


@pytest.mark.parametrize(
    ("lines", "put_right"),
    [
        (
            ["总建筑面积233万m，其中", "5000m以上楼宇8栋"],
            ["总建筑面积233万㎡，其中", "5000㎡以上楼宇8栋"],
        ),
        (["建筑面积1200m", "新房外管道长3000m"], ["建筑面积1200㎡", "新房外管道长3000m"]),
        (["绿化面积60m2", "楼高24m"], ["绿化面积60m2", "楼高24m"]),
        (["改造管道3000m", "楼房8栋"], ["改造管道3000m", "楼房8栋"]),
        (["占地面积800m", "铺设道路3000m"], ["占地面积800㎡", "铺设道路3000m"]),
    ],
)
def test_an_area_that_lost_its_small_2_gets_it_back(lines: list[str], put_right: list[str]):
    read = squared([ReadText(line, (1.0,) * len(line), (0.0,) * len(line)) for line in lines])
    assert [line.text for line in read] == put_right
    unsure = [[char for char, sure in zip(r.text, r.sure, strict=True) if sure == 0] for r in read]
    assert unsure == [["㎡"] * text.count("㎡") for text in put_right]
