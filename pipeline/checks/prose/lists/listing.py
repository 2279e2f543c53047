"""P10: lists have as many items as their text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .....schemas.finding import Finding
from ...case import Case
from ...check import Check
from ...proof import Claim, bound, same
from ..reading.items import Items, counted, items, most_items
from ..reading.lines import Line, lines_with
from ..reading.mentions import Mention
from ..reading.part_words import part_words
from ..reading.terms import name, term
from ..reading.words import relations

_LIST = re.compile(r"、|\(|》《")
"""One of these stands in every list."""
_BRACKET = re.compile(r"[^,;。:()]{0,20}\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_ANNOUNCED = re.compile(
    r"[^,;。:()\d、]{0,10}(?::|[,:]?(?:即|分别[为是]))(?P<list>[^,;。:()]*?)(?P<open>等[^、,;。:]{0,6})?(?:[,;。]|$)"
)
_LED = re.compile(r"(?P<open>等地?|等等)?(?:共计|合计|总计|共有|共|约|近)? ?$")
_NO_NAME = re.compile("[的了有为达在是]$")
_LONG_NAME = 2
_LONGEST_NAME = 12
_FULL_NAME = 5
_FAR = 2
_SEVERAL = 2


def counted_lists(case: Case) -> Iterator[Finding]:
    """P10: a list in brackets, behind a colon, or before its number has that many items."""
    for line in lines_with(case, "count"):
        for mention in line.mentions if line.says(_LIST) else ():
            if _is_count(mention):
                yield from _in_brackets(case, line, mention)
                yield from _behind(case, line, mention)
                yield from _before(case, line, mention)


def open_lists(line: Line) -> Iterator[tuple[Mention, Items]]:
    """Numbers with some of the things they count named before: 甲、乙等6个项目."""
    for mention in line.mentions if "等" in line.text and line.says(_LIST) else ():
        led = _led(line, mention) if _is_count(mention) else None
        if led and led["open"]:
            yield mention, items(line, _clause_start(line, mention), led.start())


def _is_count(mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind != "count" or figure.comparator != "eq" or not figure.value:
        return False
    return figure.value == int(figure.value)


def _in_brackets(case: Case, line: Line, mention: Mention) -> Iterator[Finding]:
    match = _BRACKET.match(line.text, mention.end) if "(" in line.text else None
    words = relations()
    if not match or words.counted.no_list.match(match[1]) or re.search("[,;。:]", match[1]):
        return
    end = match.end(1)
    is_open = re.search("等[^、]{0,6}$", match[1])
    end = match.start(1) + is_open.start() if is_open else end
    found = items(line, match.start(1), end)
    if line.within(match.start(1), end) or not all(len(one) > 1 for one in found.names):
        return
    if is_open:
        yield from _open_list(case, line, found, mention)
    elif found.can_be(int(mention.value)) or _is_surely_wrong(found, mention):
        yield _told(case, line, found, mention)


def _behind(case: Case, line: Line, mention: Mention) -> Iterator[Finding]:
    """A list that the number announces: 设备五种：电动床、移位机、洗浴椅."""
    match = _ANNOUNCED.match(line.text, mention.end)
    if not match or most_items(match["list"]) < _SEVERAL or line.within(*match.span("list")):
        return
    found = items(line, *match.span("list"))
    if not all(_LONG_NAME <= len(one) <= _LONGEST_NAME for one in found.names):
        return
    if match["open"]:
        yield from _open_list(case, line, found, mention)
    elif abs(found.most - mention.value) <= _FAR:
        yield _told(case, line, found, mention)


def _is_surely_wrong(found: Items, mention: Mention) -> bool:
    """Whether a closed list of names misses its number by little."""
    number = int(mention.value)
    several = min(found.least, number) >= _SEVERAL
    near = number - found.most <= _FAR and found.least - number <= _FAR
    names = _are_alike(found.names) or all(len(one) >= _FULL_NAME for one in found.names)
    return several and near and names and any(len(one) > _LONG_NAME for one in found.names)


def _before(case: Case, line: Line, mention: Mention) -> Iterator[Finding]:
    """A list that ends in the number: 自查、复核、汇总三个阶段; 甲、乙等6个项目."""
    led = _led(line, mention)
    if not led:
        return
    found = items(line, _clause_start(line, mention), led.start())
    if found.least < _SEVERAL or _NO_NAME.search(found.names[-1]):
        return
    if led["open"]:
        yield from _open_list(case, line, found, mention)
    elif found.can_be(int(mention.value)) or _misses(line, found, mention):
        yield _told(case, line, found, mention)


def _misses(line: Line, found: Items, mention: Mention) -> bool:
    """Whether a list before its number has surely more or fewer items.

    会计师、工程师3人 may be three people of two kinds: that is told of 四项 and the like alone.
    """
    if _lacks_kinds(found, mention) or _are_books(found) or _are_single(line, found, mention):
        return True
    of_items = part_words().apposed.number.match(line.text, mention.start)
    if of_items is None:
        return False
    return found.misses(int(mention.value), short=of_items["measure"] != "个")


def _lacks_kinds(found: Items, mention: Mention) -> bool:
    """Whether fewer kinds are listed than there are said to be (自查、汇总三个阶段)."""
    kinds = relations().counted.kinds.match(mention.tail)
    return bool(kinds) and found.most < mention.value


def _are_books(found: Items) -> bool:
    """Whether all that is listed are titles, which are easily counted: 《采购办法》《验收规程》."""
    return all(one.endswith("》") for one in found.names)


def _are_single(line: Line, found: Items, mention: Mention) -> bool:
    """Whether three things or more have one character each: 做好水、草、畜三篇文章."""
    counted, (first, *others) = relations().counted, found.names
    short = len(others) >= _SEVERAL and all(len(one) == 1 for one in others)
    near = abs(found.least - mention.value) <= _FAR
    if not (short and near and counted.single.match(line.text, mention.start)):
        return False
    return not any(counted.no_single.fullmatch(one[-1]) for one in (first, *others))


def _led(line: Line, mention: Mention) -> re.Match[str] | None:
    """The words between a list and its number; null where no list without numbers precedes."""
    if most_items(line.text[: mention.start]) < _SEVERAL:
        return None
    start = _clause_start(line, mention)
    if most_items(line.text[start : mention.start]) < _SEVERAL:
        return None
    led = _LED.search(line.text, start, mention.start)
    listed = led and most_items(line.text[start : led.start()]) >= _SEVERAL
    return led if led and listed and not line.within(start, led.start()) else None


def _clause_start(line: Line, mention: Mention) -> int:
    """Where the clause of a number begins, at the same depth of brackets."""
    starts = (
        stop + 1
        for stop in line.stops_before(mention)
        if line.depths[stop] <= mention.depth + (line.text[stop] == ")")
    )
    return next(starts, 0)


def _open_list(case: Case, line: Line, found: Items, mention: Mention) -> Iterator[Finding]:
    """Some of the things are named: no more than there are."""
    if found.least > mention.value and not _are_alike(found.names):
        return
    claim = Claim("P10", case.report, f"列举的{name(mention)}与个数")
    yield bound(claim, counted(case, line, found, found.least), term(case, mention))


def _are_alike(names: Sequence[str]) -> bool:
    """Whether almost all names end alike, so that the list surely has no other words."""
    ends = [one[-1:] for one in names]
    return max(map(ends.count, ends)) >= len(ends) - 1


def _told(case: Case, line: Line, found: Items, mention: Mention) -> Finding:
    number = int(mention.value)
    count = number if found.can_be(number) else found.least if number < found.least else found.most
    severity = "warning" if found.parted else None
    claim = Claim("P10", case.report, f"列举的{name(mention)}与个数", severity)
    return same(claim, counted(case, line, found, count), term(case, mention))


CHECKS = (Check("P10", counted_lists),)
