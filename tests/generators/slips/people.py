"""Staff and panels: P28, P29 and D14."""

from __future__ import annotations

from .draw import Draw

NAMES = ("沈若溪", "贺文柏", "顾青禾", "陆知远", "温如海", "秦念之", "季云舟", "乔以宁", "洛成章")


def posts(draw: Draw) -> str:
    """P28: posts by kind, and no more people than posts."""
    one, two = draw.randrange(10, 40), draw.randrange(41, 90)
    wrong = two - draw.randrange(1, 6)
    present = one + two - draw.randrange(1, 5)
    return draw.worded(
        "单位核定编制{all}名，其中行政编制{one}名、事业编制{two}名；年末在职人员{present}人。",
        "编制人数{all}人，其中行政编制{one}人、事业编制{two}人；在职人数{present}人。",
        all=one + two,
        one=one,
        two=draw.slip("P28", two, wrong),
        present=draw.slip("P28", present, one + two + draw.randrange(1, 9)),
    )


def people(draw: Draw) -> str:
    """P28: all people by whether they still serve."""
    serving, retired = draw.randrange(20, 60), draw.randrange(5, 19)
    return draw.worded(
        "年末实有人数{all}人，其中：在职人员{serving}人、退休人员{retired}人。",
        "实有人员{all}人，其中在职{serving}人，退休{retired}人。",
        all=draw.slip("P28 P01", serving + retired),
        serving=draw.slip("P28 P01", serving),
        retired=retired,
    )


STORIES = (posts, people)
