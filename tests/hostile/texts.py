"""Plain texts on which a careless pattern would run for hours, and wrong encodings."""

from __future__ import annotations

import gzip
import random

from heshu.schemas.file_errors import EmptyFile, TimeLimit, TooLarge, UnknownFormat
from hostile.case import Hostile

_LENGTH = 5_000
_TAIL = "\n全年实际支出126.5万元。\n"
_SAYS = "126.5万元"


def _repeated(piece: str) -> Hostile:
    """A text of one piece over and over, with a sound sentence behind it."""
    text = (piece * (_LENGTH // len(piece)) + _TAIL).encode()
    return Hostile(f"{piece[:12]}.txt".replace("/", "／"), lambda: text, (TimeLimit,), _SAYS)


PIECES = (
    "1",
    "1,",
    "1.",
    "9,999,",
    "一",
    "一百",
    "万亿",
    "百分之",
    "二〇",
    "（",
    "）",
    "《",
    "〔2023〕",
    "第",
    "第一",
    "一、",
    "（一）",
    "1.1.",
    "2023年",
    "2023年1月1日至",
    "12月底前",
    "其中：",
    "分别为",
    "1万元、",
    "其中1万元，",
    "15、22、",
    "由1增加到2，",
    "同比增长5%，",
    "占1%",
    "①",
    "≥",
    "-",
    "—",
    "1-",
    "1%-",
    "    ",
    "\t",
    "\t1",
    "\n",
    "甲\n",
    "共3个，其中",
    "每人600元",
    "预算执行率",
    "\u3000",
)

TEXT_FILES = (
    *map(_repeated, PIECES),
    Hostile("nothing.txt", bytes, (EmptyFile,)),
    Hostile("white space.txt", lambda: b" \r\n\t" * 900, (EmptyFile, UnknownFormat)),
    Hostile("only a mark.txt", lambda: b"\xef\xbb\xbf", (EmptyFile, UnknownFormat)),
    Hostile("zeros.txt", lambda: bytes(5000), (UnknownFormat,)),
    Hostile("noise.txt", lambda: random.Random(7).randbytes(9000), (UnknownFormat,)),
    Hostile("odd utf-16.txt", lambda: _TAIL.encode("utf-16") + b"\n", (UnknownFormat,), _SAYS),
    Hostile("half a pair.txt", lambda: b"\xff\xfe\x3d\xd8" + _TAIL.encode("utf-16-le"), (), _SAYS),
    Hostile("packed.txt", lambda: gzip.compress(_TAIL.encode() * 99), (UnknownFormat,)),
    Hostile(
        "many lines.txt",
        ("支出\n" * 20_000 + _TAIL).encode,
        (TooLarge, TimeLimit),
        _SAYS,
    ),
)
