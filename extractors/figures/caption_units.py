"""Which unit of a table's caption (单位：户、万元) a column is in, by the column's heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schemas.passage import CellContext
from ..text.headings import squeeze

_SUMS = re.compile("合计|总计|小计|共计")
_MONEY = re.compile(
    "资金|金额|预算|支出|投资|经费|拨款|中央|省级|市级|县级|区级|自筹|到位|结余|收入|产值|税|贷款|补助额|补贴额"
)
_NEITHER = re.compile(
    "率|比例|占比|比重|序号|编号|代码|年份|年度|日期|时间|排名|名次|得分|分值|权重|评分|标准|单价|[人户亩家]均|平均|备注|增长|增幅|同比|单位名称|名称$"
)
_YEAR = re.compile("(?:19|20)\\d\\d年?度?")
_COUNTED = re.compile("[数量]$|面积|里程|次数|天数")
"""Names of lines that hold no money, be the whole table in 万元."""
_SHARE = re.compile("率|比例|占比|比重|增长|增幅|同比")
_MATTERS = {
    "亩": "面积|亩|耕地|林地|草原",
    "公顷": "面积|耕地|林地|草原",
    "平方米": "面积",
    "平方公里": "面积|流域",
    "公里": "里程|长度|公里|线路",
    "米": "里程|长度|管网",
    "吨": "产量|重量|吨|垃圾|污水",
    "人": "人|学生|教师|职工|党员|劳动力|编制|在职|退休|学员",
    "人次": "人次|人数|接待|培训|诊疗",
    "户": "户|企业|家庭|主体",
    "家": "家|企业|单位|机构|公司",
}
"""Headings of columns in units that fit some things only; other units fit whatever is left."""

_MEASURES = frozenset({"亩", "公顷", "平方米", "平方公里", "公里", "米", "吨"})


def caption_unit(cell: CellContext, *, is_money: bool) -> str | None:
    """The unit of the cell's number out of its caption's; null where none surely is.

    ``is_money`` says that the column holds money whatever its heading.
    """
    units = (cell.caption_unit or "").split("、") if cell.caption_unit else []
    money = [unit for unit in units if unit.endswith("元")]
    counts = [unit for unit in units if unit not in money and unit not in {"%", "‰"}]
    heading = squeeze("".join(cell.column_headings))
    if is_money or (money and _is_money(heading, only=not counts)):
        return money[0] if money else None
    if len(money) == len(units) == 1 and _YEAR.fullmatch(heading) and _names_money(cell):
        return money[0]
    if cell.role is not None or not heading:
        return None
    if _SHARE.search(heading):
        return next((unit for unit in units if unit in {"%", "‰"}), None)
    if _NEITHER.search(heading) or _MONEY.search(heading):
        return None
    return _counted(counts, heading, only=len(units) == 1)


def _is_money(heading: str, *, only: bool) -> bool:
    """Whether the heading is of money; a bare 合计 is where the caption has no other unit."""
    if _NEITHER.search(heading):
        return False
    return bool(_MONEY.search(heading) or (only and _SUMS.search(heading)))


def _names_money(cell: CellContext) -> bool:
    """Whether the line of a column of years can be money, as all of the table is."""
    name = squeeze(cell.row_labels[-1]) if cell.row_labels else ""
    return bool(name) and not (_NEITHER.search(name) or _COUNTED.search(name))


def _counted(units: Sequence[str], heading: str, *, only: bool) -> str | None:
    """The one unit that fits what the heading names; a caption's only unit fits most."""
    matter = _SUMS.sub("", heading)
    named = {unit for unit, pattern in _MATTERS.items() if re.search(pattern, matter)}
    fitting = [unit for unit in units if unit in named or unit.lstrip("万亿") in named]
    if not fitting and named & _MEASURES:
        return None
    if only and units:
        return units[0]
    found = fitting or [unit for unit in units if unit not in _MATTERS]
    return found[0] if matter and len(found) == 1 else None
