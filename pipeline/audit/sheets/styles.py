"""How the cells of the working paper look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...outputs.workbook import CellFormat, Workbook

StyleName = Literal[
    "title",
    "subtitle",
    "section",
    "label",
    "heading",
    "text",
    "small",
    "proof",
    "number",
    "whole",
    "count",
    "percent",
    "points",
    "link",
    "input",
    "plain",
    "quote",
    "error",
    "warning",
    "info",
    "fail",
    "ok",
    "rounding",
    "not_comparable",
]

FONT: Mapping[str, object] = {"font_name": "Microsoft YaHei", "font_size": 10}
_EDGED: Mapping[str, object] = {
    **FONT,
    "border": 1,
    "border_color": "#C9D1DB",
    "valign": "top",
}
_WRAPPED: Mapping[str, object] = {**_EDGED, "text_wrap": True}
_SIGNAL: Mapping[str, object] = {**_WRAPPED, "align": "center", "bold": True}

_PROPERTIES: Mapping[StyleName, Mapping[str, object]] = {
    "title": {**FONT, "font_size": 18, "bold": True, "font_color": "#1F3A5F"},
    "subtitle": {**FONT, "font_color": "#5B6675"},
    "section": {**FONT, "font_size": 12, "bold": True, "font_color": "#1F3A5F"},
    "label": {**_EDGED, "bg_color": "#F1F4F8", "bold": True},
    "heading": {
        **_WRAPPED,
        "bg_color": "#1F3A5F",
        "font_color": "#FFFFFF",
        "bold": True,
        "align": "center",
        "valign": "vcenter",
    },
    "text": _WRAPPED,
    "small": {**_WRAPPED, "font_size": 8, "font_color": "#5B6675"},
    "proof": {**_WRAPPED, "bold": True},
    "number": {**_EDGED, "num_format": "#,##0.00########", "align": "right"},
    "whole": {**_EDGED, "num_format": "#,##0", "align": "right"},
    "count": {**_EDGED, "num_format": "#,##0", "align": "center"},
    "percent": {**_EDGED, "num_format": "0.00######%", "align": "right"},
    "points": {**_EDGED, "align": "right"},
    "link": {**_SIGNAL, "font_color": "#1558B0", "underline": 1},
    "input": {**_WRAPPED, "bg_color": "#FFFBE6", "locked": False},
    "plain": FONT,
    "quote": {**FONT, "bold": True, "font_color": "#B3261E"},
    "error": {**_SIGNAL, "bg_color": "#F9D2CF", "font_color": "#8C1D18"},
    "warning": {**_SIGNAL, "bg_color": "#FFE4B8", "font_color": "#7A4B00"},
    "info": {**_SIGNAL, "bg_color": "#D9E8FB", "font_color": "#174A85"},
    "fail": {**_SIGNAL, "bg_color": "#F9D2CF", "font_color": "#8C1D18"},
    "ok": {**_SIGNAL, "bg_color": "#D5EFDC", "font_color": "#14532D"},
    "rounding": {**_SIGNAL, "bg_color": "#E8F3D6", "font_color": "#3F5212"},
    "not_comparable": {**_SIGNAL, "bg_color": "#E7E9EC", "font_color": "#4B5563"},
}

TAB_COLOURS: Mapping[str, str] = {
    "概览": "#1F3A5F",
    "疑点": "#C0392B",
    "已核对": "#2E7D4F",
    "未核对数字": "#8A94A3",
    "资金": "#4A78B5",
    "指标": "#4A78B5",
    "引文": "#8A94A3",
}


class Styles:
    """The formats of a workbook, made when first needed.

    ``guarded`` keeps Excel from taking an edited text for a formula.
    """

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[StyleName, bool], CellFormat] = {}

    def get(self, name: StyleName, *, guarded: bool = False) -> CellFormat:
        """The format of that name."""
        key = (name, guarded)
        if key not in self._made:
            properties = {**_PROPERTIES[name], "quote_prefix": guarded}
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def greyed(self) -> CellFormat:
        """What is laid over a row that is settled."""
        return self._book.add_format({"font_color": "#9AA3AF", "bg_color": "#F4F5F7"})
