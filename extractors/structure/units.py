"""The body whose report it is (实施单位), from wherever the report names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .closing import Closing
from .labels import Labelled, best
from .lines import Grid
from .naming import body_in_text, body_in_title
from .reading import Reading
from .signatures import read_signatures

_ABOUT_UNIT = re.compile(
    r"(?:单位|部门|机构|局|委|中心|主体).{0,4}(?:基本)?(?:情况|概况|简介|职能|职责)|主要职[能责]"
)
_FIRM = re.compile(r"事务所|公司|咨询|研究院|评估中心|集团$")


def find_unit(
    reading: Reading, own: Sequence[Labelled], annexed: Sequence[Labelled], closing: Closing
) -> str | None:
    """The body; null where the report names none.

    A label of its own counts first, then the title, the closing lines, the head of the form
    behind the text, the section about the body, and those who signed.
    """
    titles = (reading.part.title, *reading.part.titles)
    named = (body_in_title(title.text) for title in titles if title)
    return (
        best(own, "unit")
        or next(filter(None, named), None)
        or (None if is_firm(closing.body) else closing.body)
        or best(annexed, "unit")
        or _in_text(reading)
        or _of_signers(reading)
    )


def is_firm(body: str | None) -> bool:
    """Whether the body is one that evaluates for others (会计师事务所)."""
    return body is not None and _FIRM.search(body) is not None


def _in_text(reading: Reading) -> str | None:
    """The body that the section about it begins with."""
    about = [section for section in reading.sections if _ABOUT_UNIT.search(section.title)]
    lines = (
        line.text
        for line in reading.body
        for section in about
        if section.first_block < line.block <= section.last_block
    )
    return next(filter(None, map(body_in_text, lines)), None)


def _of_signers(reading: Reading) -> str | None:
    grids = (element for element in reading.behind if isinstance(element, Grid))
    units = Counter(row.unit for grid in grids for row in read_signatures(grid) if row.unit)
    return max(units, key=units.__getitem__, default=None)
