"""How Word prints an automatic number: 一, 1, ①, A, iv."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def format_number(number: int, style: str) -> str:
    """The number as the numbering format (``w:numFmt``) prints it; plain digits if unknown."""
    return _FORMATS.get(style, str)(number)


def circled(number: int) -> str:
    """①, or plain digits where no circled form exists."""
    return _CIRCLED[number] if 0 <= number < len(_CIRCLED) else str(number)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counting(digits: str, places: tuple[str, ...]) -> Callable[[int], str]:
    """A Chinese numeral up to 9999; 十一, not 一十一, where the digits are the plain ones."""

    def spell(number: int) -> str:
        if not 0 < number <= 9999:
            return digits[0] if number == 0 else str(number)
        text, gap = "", False
        for place in range(3, -1, -1):
            digit = number // 10**place % 10
            if digit:
                text += (digits[0] if gap and text else "") + digits[digit] + places[place]
            gap = digit == 0
        plain_ten = digits[1] + places[1]
        return text[1:] if digits[1] == "一" and text.startswith(plain_ten) else text

    return spell


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    """One letter; after z Word goes on with aa, bb, cc."""
    if number < 1:
        return ""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _of_row(first: str, count: int) -> Callable[[int], str]:
    """A mark out of a run of Unicode characters; plain digits beyond its end."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _of_cycle(marks: str) -> Callable[[int], str]:
    return lambda number: marks[(number - 1) % len(marks)]


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_plain = _counting("零一二三四五六七八九", ("", "十", "百", "千"))
_legal = _counting(_LEGAL_DIGITS, ("", "拾", "佰", "仟"))

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _of_row("⒈", 20),
    "decimalEnclosedParen": _of_row("⑴", 20),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _plain,
    "chineseCountingThousand": _plain,
    "japaneseCounting": _plain,
    "taiwaneseCounting": _plain,
    "taiwaneseCountingThousand": _plain,
    "koreanCounting": _plain,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _counting("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟")),
    "ideographEnclosedCircle": _of_row("㊀", 10),
    "ideographTraditional": _of_cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of_cycle("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": lambda number: f"{number}.",
}
