"""Gold rows of marks: dates, citations, sections, traps; and that no numeral is forgotten."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from .days import DAY_PAIR, Span, read_date
from .figures import figure_row
from .marks import Mark

Row = dict[str, Any]
SECTION = re.compile(
    r"\s*(第[一二三四五六七八九十]+部分、?|[一二三四五六七八九十]+[、,，.．]|[（(][一二三四五六七八九十]+[）)]"
    r"|\d+(?:\.\d+)*(?=\s)|\d+[.、．]|[（(]\d+[）)])?\s*(.*)"
)
NUMBER = r"([^\d\[〔（(《》]+)[\[〔［﹝](\d{4})[\]〕］﹞](\d+)号"
CITATION = re.compile(rf"(?:《(.+)》)?[（(]?(?:{NUMBER})?[)）]?")
NUMERALS = re.compile("[0-9０-９]+|[①-⑳]|[〇零一二三四五六七八九十百千万亿两半]+")
TRAP_CLASSES = {"name", "word", "list_mark", "document_number", "row_number"}
EVERYDAY = (
    (r"[一二三四五六七八九]是|其[一二三四]", "list_mark", "list mark"),
    (r"[①-⑳]", "list_mark", "list mark"),
    (r"(?<=[一二三])级指标|[一二三]级指标", "word", "level of an indicator"),
    (r"[进下上]一(?:步|年度?|阶段)|统一|唯一|一致|一定|一次性|一体化|一系列", "word", "word"),
    (r"一般|一线|第一时间|一并|一直|一律|一方面|逐一|一手抓|一把手|一盘棋|一站式", "word", "word"),
    (r"万元|亿元|零售|清零|百姓|^万(?:人次|人|亩|平方米|立方米|场|户)$", "word", "word"),
    (r"第三方|两委|三公|三农|十四五|十三五|双随机、一公开|两不愁三保障|六稳|六保", "name", "name"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a cell of a document: its text, its marks, its place and the report."""

    text: str
    marks: tuple[Mark, ...]
    place: Row
    report: int


class Collector:
    """Gathers gold rows piece by piece."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.stream = ""
        self.rows: dict[str, list[Row]] = {
            key: [] for key in ("sections", "figures", "traps", "dates", "citations")
        }
        self.ends: list[tuple[Row, int, int]] = []
        self.forgotten: list[str] = []

    def add(self, piece: Piece) -> None:
        """Everything that is marked in a piece, and the traps that need no mark."""
        base = len(self.stream)
        squashed = [base]
        for char in piece.text:
            squashed.append(squashed[-1] + (0 if char.isspace() else 1))
        self.stream += "".join(piece.text.split())
        covered: set[int] = set()
        for mark in [day for whole in piece.marks for day in day_pair(whole, self.year)]:
            if "sec" not in mark.words:
                covered.update(range(mark.start, mark.end))
            if "goes_on" not in mark.words:
                row = self.mark_row(mark, piece)
                self.place(row, mark.start, mark.end, piece, squashed)
        self.everyday(piece, covered, squashed)
        for m in NUMERALS.finditer(piece.text):
            if not set(range(*m.span())) <= covered:
                around = piece.text[max(0, m.start() - 8) : m.end() + 8]
                self.forgotten.append(f"{piece.place}: {m[0]} in {around}")

    def mark_row(self, mark: Mark, piece: Piece) -> Row:
        """The row of a mark, put into its list."""
        first = mark.words[0].partition(":")[0] if mark.words else ""
        makers = {"d": ("dates", self.date_row), "c": ("citations", self.citation_row)}
        makers |= {"sec": ("sections", self.section_row), "t": ("traps", trap_row)}
        key, maker = makers.get(first, ("figures", figure_row))
        try:
            row = maker(mark)
        except (ValueError, AssertionError, KeyError) as error:
            raise ValueError(f"{piece.place} {mark.text} {mark.words}: {error}") from error
        self.rows[key].append({"report": piece.report, **row})
        return self.rows[key][-1]

    def place(self, row: Row, start: int, end: int, piece: Piece, squashed: list[int]) -> None:
        """Note where a row stands, for its context."""
        row.update(piece.place)
        row.update(start=start, end=end)
        self.ends.append((row, squashed[start], squashed[end]))

    def everyday(self, piece: Piece, covered: set[int], squashed: list[int]) -> None:
        """List marks and words that hold a numeral and need no mark of their own."""
        for mark in [m for m in piece.marks if "sec" in m.words]:
            number = SECTION.match(mark.text)
            if number and number[1]:
                at = mark.start + number.start(1)
                said = ("list_mark", "number of a section")
                self.trap(piece, at, at + len(number[1]), said, squashed)
                covered.update(range(at, at + len(number[1])))
        for pattern, kind, reason in EVERYDAY:
            for m in re.finditer(pattern, piece.text):
                if not set(range(*m.span())) & covered:
                    self.trap(piece, *m.span(), (kind, reason), squashed)
                    covered.update(range(*m.span()))
        for mark in piece.marks:
            if mark.words and mark.words[0] == "c":
                self.number_trap(piece, mark, squashed)

    def number_trap(self, piece: Piece, mark: Mark, squashed: list[int]) -> None:
        """The number of a cited document is no figure."""
        m = re.search(NUMBER, mark.text)
        if m and mark.start + m.end() <= len(piece.text):
            span = (mark.start + m.start(), mark.start + m.end())
            self.trap(piece, *span, ("document_number", "document number"), squashed)

    def trap(
        self, piece: Piece, start: int, end: int, said: tuple[str, str], squashed: list[int]
    ) -> None:
        """A trap that needs no mark."""
        row: Row = {"report": piece.report, "text": piece.text[start:end]}
        row |= {"class": said[0], "reason": said[1]}
        self.rows["traps"].append(row)
        self.place(row, start, end, piece, squashed)

    def date_row(self, mark: Mark) -> Row:
        """A date: ``d``, ``d:event/period``, with ``opt`` or ``free`` (no number)."""
        row: Row = {"text": mark.text}
        roles = mark.words[0].partition(":")[2]
        given_span = next((word[3:] for word in mark.words if word.startswith("as:")), "")
        if "free" not in mark.words:
            given = next((word for word in mark.words if word.startswith("y")), "")
            year = int(given[1:] or self.year)
            span = Span(*given_span.split(",")) if given_span else read_date(mark.text, year)
            row |= {"grain": span.grain, "start_date": span.start, "end_date": span.end}
            if given_span:
                row["grain_accept"] = ["month"]
        if roles:
            first, *more = roles.split("/")
            row |= {"role": first} | ({"role_accept": more} if more else {})
        return {**row, "required": not {"opt", "free"} & set(mark.words)}

    def citation_row(self, mark: Mark) -> Row:
        """A cited document: its title, its number, or both."""
        m = CITATION.fullmatch("".join(mark.text.split()))
        if not m:
            raise ValueError("no citation")
        year, serial = (int(m[3]), int(m[4])) if m[2] else (None, None)
        row: Row = {"text": mark.text, "title": m[1], "issuer": m[2], "year": year}
        row |= {"serial": serial, "number": f"{m[2]}〔{year}〕{serial}号" if m[2] else None}
        return {**row, "required": "opt" not in mark.words}

    def section_row(self, mark: Mark) -> Row:
        """A heading: ``sec 2 kind``; with its paragraph in the same line it is not required."""
        m = SECTION.fullmatch(mark.text)
        assert m
        title = m[2].rstrip("。：:")
        row: Row = {"level": int(mark.words[1]), "number": m[1], "title": title}
        if title != m[2]:
            row["title_accept"] = [m[2]]
        kinds = mark.words[2].split("/") if len(mark.words) > 2 and mark.words[2] != "-" else []
        if kinds:
            row["kind"] = kinds[0]
            row |= {"kind_accept": kinds[1:]} if kinds[1:] else {}
        run_in = "run_in" in mark.words
        return {
            **row,
            "required": not {"run_in", "opt"} & set(mark.words),
            **({"run_in": True} if run_in else {}),
        }

    def finish(self) -> dict[str, list[Row]]:
        """All rows in reading order, each with its context."""
        for row, start, end in self.ends:
            if "text" in row:
                row["context"] = self.context(row["text"], start, end)
        for key, rows in self.rows.items():
            rows.sort(key=lambda row: (row["order"], row["start"]))
            self.rows[key] = [{k: v for k, v in row.items() if k != "order"} for row in rows]
        return self.rows

    def context(self, text: str, start: int, end: int) -> str:
        """The text around, widened until it stands once in the document."""
        squashed = "".join(text.split())
        for width in range(8, 40):
            context = self.stream[max(0, start - width) : end + width]
            if self.stream.count(context) == 1 and context.count(squashed) == 1:
                return context
        return self.stream[max(0, start - 8) : end + 8]


def day_pair(mark: Mark, year: int) -> tuple[Mark, ...]:
    """From a day to a day: two dates as in the development gold, the whole may be said too."""
    m = DAY_PAIR.fullmatch(mark.text) if mark.words[0].startswith("d") else None
    if m is None:
        return (mark,)
    given = next((int(word[1:]) for word in mark.words if word.startswith("y")), year)
    first = read_date(m[1], given).start[:4]
    days = [
        Mark(mark.start + m.start(n), mark.start + m.end(n), m[n], (mark.words[0], f"y{first}"))
        for n in (1, 2)
    ]
    return (replace(mark, words=(*mark.words, "opt")), *days)


def trap_row(mark: Mark) -> Row:
    """A trap: ``t:name``, then why."""
    kind = mark.words[0].partition(":")[2] or "word"
    if kind not in TRAP_CLASSES:
        raise ValueError(f"trap class {kind}")
    return {"text": mark.text, "class": kind, "reason": " ".join(mark.words[1:]) or "no figure"}
