"""Old Office files of any kind converted together, before each is read by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...schemas.document import Format
from ...schemas.file_errors import FileError
from .formats import detect
from .legacy_office import SHEETS, WORD, Conversion, converted
from .legacy_program import find_office
from .source import Source

_CONVERSIONS: Mapping[Format, Conversion] = {
    "doc": WORD,
    "wps": WORD,
    "xls": SHEETS,
    "et": SHEETS,
}


def converted_together(
    sources: Sequence[Source | None], seconds: float
) -> tuple[bytes | FileError | None, ...]:
    """What ``Source.converted`` is to be of each; null where there is nothing to convert.

    So it is of files in other formats, of those whose format cannot be told, and of all
    where there is no LibreOffice: their readers say so.
    """
    results: list[bytes | FileError | None] = [None] * len(sources)
    if find_office() is None:
        return tuple(results)
    kinds = [source and _conversion(source) for source in sources]
    for kind in (WORD, SHEETS):
        at = [place for place, each in enumerate(kinds) if each is kind]
        chosen = [source for place in at if (source := sources[place])]
        for place, result in zip(at, converted(chosen, kind, seconds), strict=True):
            results[place] = result
    return tuple(results)


def _conversion(source: Source) -> Conversion | None:
    try:
        return _CONVERSIONS.get(detect(source))
    except FileError:
        return None
