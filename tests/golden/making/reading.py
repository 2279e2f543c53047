"""Kind, value, interval and unit of a figure from its text, by the words of the contract."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal, getcontext

from .numerals import CHINESE, Number, fold, number, whole_words
from .units import CURRENCIES, MEASURES, RATES

getcontext().prec = 50
NUMERAL = rf"-?\d+(?:\.\d+)?[十百千万亿]*|[{CHINESE}]+"
PLAIN = re.compile(rf"(?P<sign>[¥￥$]?)(?P<number>{NUMERAL})(?P<more>[余多几]?)(?P<rest>.*)")
LATE = re.compile(r"(?P<more>[余多])?(?P<unit>.*)")
FRACTION = re.compile(rf"(百|千|万|[{CHINESE}]+)分之([{CHINESE}\d.]+)")
RANGE = re.compile(r"(?<=[\d%‰元万亿])[~\-至到](?=\d)")
BASES = {"百": 100, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure says. ``stated`` tells whether the interval follows from the digits."""

    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    decimals: int = 0
    stated: bool = True
    wide: Decimal | None = None
    magnitude: bool = False


def read(text: str, unit: str | None, comparator: str) -> Reading:
    """Read a figure; ``unit`` is that of its heading where it prints none."""
    folded = fold(text)
    if folded.startswith("第"):
        return rank(folded)
    if m := FRACTION.fullmatch(folded):
        return fraction(m[1], m[2], comparator)
    if m := re.fullmatch("([一二两三四五六七八九])成([一二两三四五六七八九])", folded):
        tenths, hundredths = (Decimal(whole_words(m[n])) for n in (1, 2))
        value = tenths / 10 + hundredths / 100
        return bounded(Reading("rate", value, None, None, "1", stated=False), comparator)
    if folded in {"一半", "半数", "过半"}:
        return bounded(Reading("rate", Decimal("0.5"), None, None, "1", stated=False), comparator)
    if RANGE.search(folded):
        return interval(folded, unit)
    return single(folded, unit, comparator)


def rank(text: str) -> Reading:
    """第3位."""
    value = Decimal(number(text.removeprefix("第").rstrip("位名")).value)
    return Reading("rank", value, value, value, None)


def fraction(base: str, part: str, comparator: str) -> Reading:
    """百分之九十五, 三分之一."""
    below = Decimal(BASES.get(base) or whole_words(base))
    value = number(part).value / below
    return bounded(Reading("rate", value, None, None, "1", stated=False), comparator)


def interval(text: str, unit: str | None) -> Reading:
    """100~200万元: both ends in the unit of the second, unless the first has its own."""
    cut = RANGE.search(text)
    assert cut
    first, second = text[: cut.start()], text[cut.end() :]
    end = single(second, unit, "eq")
    tail = second[len(re.match(r"\d+(?:\.\d+)?", second)[0]) :]  # type: ignore[index]
    own = re.search(r"\D$", first)
    if own and tail.startswith(first[-1]) and tail != first[-1]:
        first = first[:-1]
        own = None
    start = single(first if own else first + tail, unit, "eq")
    return replace(end, value=None, low=start.value, high=end.value)


def single(text: str, unit: str | None, comparator: str) -> Reading:
    """One number with its unit."""
    m = PLAIN.fullmatch(text)
    if not m:
        raise ValueError(f"cannot read {text}")
    late = LATE.fullmatch(m["rest"])
    assert late
    printed = late["unit"] or (CURRENCY_SIGNS.get(m["sign"]) if m["sign"] else None) or unit or ""
    return measured(number(m["number"]), printed.removesuffix("多"), comparator)


CURRENCY_SIGNS = {"¥": "元", "￥": "元", "$": "美元"}


def measured(n: Number, printed: str, comparator: str) -> Reading:
    """A number in a printed unit."""
    if printed == "番":
        return Reading("multiple", Decimal(2) ** int(n.value), None, None, "1", stated=False)
    if printed == "折":
        value = n.value / (100 if n.value > 10 else 10)
        return bounded(Reading("rate", value, None, None, "1", stated=False), comparator)
    magnitude, base = split_magnitude(printed)
    kind, unit, factor = known(base, n.magnitude or magnitude > 1)
    return scaled(n, kind, unit, magnitude * factor, magnitude > 1, comparator)


def split_magnitude(printed: str) -> tuple[Decimal, str]:
    """万元 is ten thousand times 元."""
    scale = Decimal(1)
    while printed and printed[0] in "十百千万亿" and printed not in MEASURES:
        scale *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[printed[0]]
        printed = printed[1:]
    return scale, printed


def known(base: str, magnitude: bool) -> tuple[str, str | None, Decimal]:  # noqa: PLR0911
    """Kind, unit and factor of a printed unit."""
    head, slash, below = base.partition("/")
    if base in RATES:
        return "rate", "1", RATES[base]
    if base in {"个百分点", "百分点"}:
        return "points", "pp", Decimal(1)
    if base == "倍":
        return "multiple", "1", Decimal(1)
    if base == "分":
        return "score", "分", Decimal(1)
    if head in CURRENCIES:
        return "amount", f"{CURRENCIES[head]}{slash}{below}", Decimal(1)
    if base in MEASURES:
        return "measure", MEASURES[base][0], Decimal(MEASURES[base][1])
    if not base:
        return ("amount", "CNY", Decimal(1)) if magnitude else ("count", None, Decimal(1))
    return "count", base, Decimal(1)


def scaled(
    n: Number, kind: str, unit: str | None, factor: Decimal, from_unit: bool, comparator: str
) -> Reading:
    """Half a unit of the last digit on either side; a plain count is exact."""
    value, wide = n.value * factor, n.wide * factor
    exact = kind == "count" and not n.magnitude and not from_unit
    half = Decimal(0) if exact else None if n.step is None else n.step * factor / 2
    low, high = (None, None) if half is None else (value - half, value + half)
    whole = Reading(kind, value, low, high, unit, n.decimals, half is not None, wide)
    whole = replace(whole, magnitude=not exact)
    return bounded(whole, comparator)


def bounded(reading: Reading, comparator: str) -> Reading:
    """Cut or widen an interval by its comparator."""
    value = reading.value
    if comparator in {"ge", "over"}:
        return replace(reading, low=value, high=None, stated=True)
    if comparator in {"le", "under"}:
        return replace(reading, low=None, high=value, stated=True)
    if comparator == "plus":
        assert value is not None
        assert reading.wide is not None
        return replace(reading, low=value, high=value + reading.wide, stated=True)
    return reading


def plain(value: Decimal | None) -> str | None:
    """Plain digits to at most ten decimal places."""
    if value is None:
        return None
    return f"{value.quantize(Decimal('1e-10'), ROUND_HALF_EVEN).normalize() + 0:f}"
