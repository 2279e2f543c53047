"""The project's name in the title of its report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import cast

from ..text.fold import fold
from .naming import YEAR, body_in_title, without_office
from .vocabulary import compiled, table

_YEARS = re.compile(rf"(?:{YEAR}年?度?(?:-|~|至|到|、))?{YEAR}(?:年度?|度|(?=\D))")
_PLACE = re.compile(r"^[^\W\d_]{1,8}?(?:省|市|县|区|州|旗|镇|乡|街道)(?:本级)?$")
_PLACE_OF_BODY = re.compile(
    r"(?:[^\W\d_]{2,8}?(?:省|自治区|市|县|区|州|盟|旗|镇|乡)(?!级))+(?=[^\W\d_]{2})"
)
_SHORTEST_NAME = 4
_REMEMBERED = 512
_ABOUT = re.compile("^关于")


@lru_cache(_REMEMBERED)
def project_in_title(title: str) -> str | None:
    """The project that a title names; null where it names none or speaks of all projects."""
    printed = "".join(title.split())
    bare = _tail().sub("", fold(printed))
    about = _ABOUT.match(bare)
    start = about.end() if about else 0
    year = _YEARS.search(bare)
    spans = [(start, len(bare))]
    if year:
        spans = [(year.end(), len(bare)), (start, year.start())]
    body = body_in_title(title)
    names = (_name(printed, bare, span, fold(body or "")) for span in spans)
    return next(filter(None, names), None)


def without_body(project: str, bodies: Iterable[str]) -> str:
    """The project's name without one of these bodies, or the place of theirs, in front."""
    for body in bodies:
        place = _PLACE_OF_BODY.match(body)
        for front in (body, place[0]) if place else (body,):
            if len(project) - len(front) >= _SHORTEST_NAME:
                project = project.removeprefix(front)
    return project


def _name(printed: str, bare: str, span: tuple[int, int], body: str) -> str | None:
    """The name in a stretch of the title, without the body and the words around it."""
    start, end = span
    text = bare[start:end].removeprefix(body)
    text = without_office(text) if len(text) == end - start else text
    text = _ABOUT.sub("", text)
    start = end - len(text)
    for pattern in _patterns("end"):
        text = pattern.sub("", text)
    nothing = (
        len(text) < 3 or _PLACE.match(text) or any(p.search(text) for p in _patterns("nothing"))
    )
    return None if nothing else printed[start : start + len(text)]


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return compiled(cast("list[str]", table("titles")["project"][key]))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(cast("str", table("titles")["project"]["tail"]))
