"""The run-in heading that a paragraph begins with: （二）病媒生物消杀。年初下达任务 60万条."""

from __future__ import annotations

import re
from functools import lru_cache

from .sentences import cut_words
from .vocabulary import NOMINAL, ends_in, vocabulary

_RUN_IN = re.compile(
    r"\s*(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]\s*|[①-⑳●•■◆]\s*|[一二三四五六七八九十]是)?"
    r"(?P<name>[^,。;:、()“”\d]{2,16})。(?=.)"
)
_NAMING = NOMINAL | {"loose_verb", "conjunction", "quantifier"}


def topic(folded: str) -> str | None:
    """What the run-in heading says that the paragraph is about; null where there is none.

    A heading that only sorts what follows (产出情况) or says how it went (产业载体不断丰富)
    is none.
    """
    found = _RUN_IN.match(folded)
    return _thing(found["name"].strip()) if found else None


@lru_cache(maxsize=1024)
def _thing(name: str) -> str | None:
    names = vocabulary().names
    words = cut_words(name)
    naming = bool(words) and all(word.kind in _NAMING for word in words[:-1])
    naming = naming and words[-1].kind in _NAMING | {"up", "down"}
    sorting = ends_in(name, names.rubrics, names.labels)
    remarked = any(word in name for word in names.remarks)
    return name if naming and not sorting and not remarked else None
