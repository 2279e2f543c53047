"""Short wordings that structure is recognised by: bodies, dates, labels, sentence ends."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ..text.calendar import find_dates
from .lines import Line

_BODY_END = (
    "局|委员会|委|厅|办公室|办|中心|政府|街道办事处|街道|镇|乡|处|所|站|院|馆|校|学校|大学|学院|中学|小学|幼儿园"
    "|医院|支队|大队|总队|中队|队|公司|集团|事务所|协会|学会|联合会|妇联|工会|总工会|团委|法院|检察院|部|社|库|园|会"
)
ORGANISATION = rf"[^\W\d_]{{2,30}}?(?:{_BODY_END})"
"""The name of a body, as a pattern: the shortest text up to a word that ends such names."""

_IS_ORGANISATION = re.compile(
    rf"(?:[^\W\d_]|[()“”·]){{2,34}}(?:{_BODY_END})(?:\((?:盖?公?签?章)\))?"
)
_LONGEST_BODY = 45
"""The longest name that the pattern takes, with its seal."""

_REMEMBERED = 512
_DATE_AROUND = re.compile(r"[年月日号.\-/〇零一二三四五六七八九十\d\s()]*")
_LABEL_START = re.compile(r"^(?:[^\W\d_]|[()/、“”]){2,16}?:")
_BLANK_IN_CHINESE = re.compile(r"\s+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s+|\n")
_STOPS = "。!?;；！？:："
_CLAUSE = re.compile(r"[,;。、]")


def tidy(text: str) -> str:
    """The printed text without line feeds and blanks beside Chinese characters."""
    return _BLANK_IN_CHINESE.sub("", text.strip())


def is_organisation(bare: str) -> bool:
    """Whether the folded text without blanks is nothing but the name of a body (区商务局)."""
    return len(bare) <= _LONGEST_BODY and _IS_ORGANISATION.fullmatch(bare) is not None


def only_date(folded: str) -> date | None:
    """The day, or the month's first day, that the text states and nothing else."""
    text = folded.strip().removeprefix("(").removesuffix(")")
    return _date_of(text) if _DATE_AROUND.fullmatch(text) else None


@lru_cache(_REMEMBERED)
def _date_of(text: str) -> date | None:
    """The day that a text of figures and units of time states; asked again and again of a line."""
    spans = list(find_dates(text, None))
    fits = len(spans) == 1 and spans[0].grain in {"day", "month"}
    return spans[0].first if fits else None


def starts_with_label(line: Line) -> bool:
    """Whether the line begins with a word and a colon (绩效目标：…)."""
    return ":" in line.bare and _LABEL_START.match(line.bare) is not None


def ends_sentence(line: Line) -> bool:
    """Whether the line ends with the punctuation of a sentence, closing quotes apart."""
    return line.bare.rstrip("”’』」)\"'").endswith(tuple(_STOPS))


def has_clauses(line: Line) -> bool:
    """Whether the line is running prose, with punctuation inside."""
    return bool(_CLAUSE.search(line.bare[:-1]))
