"""What a date is for: the cover, the closing line, a signature, an event, a period, a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...schemas.figure import DateRole
from ...schemas.passage import Passage
from ...schemas.report import Report
from ..text.calendar import DateSpan
from ..text.fold import fold

_SIGNED = re.compile("签[名字章]|组长|盖章|负责人|审核")
_FILLED = re.compile("(?:填[报表]|报[送告]|自评|编制|评价)(?:日期|时间)")
_FOUNDED = re.compile(
    "(?:成立|[始组兴筹修扩改新]?建|设立|创[办建立]|建成|竣工|投[入]?(?:使)?用|启用|挂牌|开[馆园工业]|通车|改制|出台|印发)于$"
)
_BEGAN = re.compile("(?:[初底末])?(?:正式)?(?:成立|组建|设立|挂牌|创[办建]|建[校馆院站所])")
_PROSE = re.compile("[,。;!?]")
_LONGEST_CLOSING = 40


@dataclass(frozen=True, slots=True)
class Body:
    """Where a report's own text begins and ends; what is before is the cover."""

    first: int
    last: int


def body_of(report: Report) -> Body:
    """The blocks of a report's sections, or all of them where it has none."""
    if not report.sections:
        return Body(report.first_block, report.last_block)
    return Body(report.sections[0].first_block, report.sections[-1].first_block)


def date_role(span: DateSpan, passage: Passage, body: Body) -> DateRole:
    """The role of a date, by its grain and by where it stands."""
    if span.grain == "year":
        return "event" if _is_event(span, passage) else "year"
    if span.grain == "range":
        return "period"
    rest = passage.folded[: span.start] + passage.folded[span.end :]
    if passage.cell is not None:
        return _role_in_cell(rest, passage)
    if len(rest.strip()) > _LONGEST_CLOSING or _PROSE.search(rest):
        return "event"
    if _FILLED.search(rest):
        return "closing"
    return _role_alone(span, passage, body)


def _is_event(span: DateSpan, passage: Passage) -> bool:
    """Whether something began in this year (成立于1985年), which no figures belong to."""
    text = passage.folded
    return bool(_FOUNDED.search(text[: span.start]) or _BEGAN.match(text, span.end))


def _role_in_cell(rest: str, passage: Passage) -> DateRole:
    labels = fold("".join(passage.cell.row_labels)) if passage.cell else ""
    if _FILLED.search(labels + rest):
        return "closing"
    return "sign" if _SIGNED.search(labels + rest) else "event"


def _role_alone(span: DateSpan, passage: Passage, body: Body) -> DateRole:
    """A date that is a line of its own, or ends the line of the unit's name."""
    if passage.folded[span.end :].strip(" )"):
        return "event"
    if passage.block < body.first:
        return "cover"
    return "closing" if passage.block >= body.last else "event"
