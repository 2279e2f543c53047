"""What stands around the results: title, cover, documents, events, conclusion, closing.

D01 to D08, D10, D12, D18 and S07.
"""

from __future__ import annotations

import re

from generators.form_facts import facts

from .draw import Draw
from .marked import Planted, written

GRADES = ((90, "优"), (80, "良"), (60, "中"))
NUMERALS = (
    "",
    *"一二三四五六七八九十",
    *(f"十{one}" for one in "一二三四五六七八九"),
    *(f"二十{one}" for one in ("", *"一二三四五六七八九")),
)
WORKS = ("渠道清淤", "校舍维修", "道路养护", "设备更新", "管网改造", "档案整理")


def report_with_frame(seed: int) -> Planted:
    """The report of this seed, whose frame has faults."""
    draw = Draw(f"frame {seed}")
    unit = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"])
    project, year = draw.choice(facts()["projects"]), draw.year
    signed = f"{year + 1}年{draw.randint(4, 6)}月{draw.randint(1, 28)}日"
    text = f"""
# {unit}{year}年度{project}绩效自评报告
{_cover(draw, unit, signed)}
一、项目基本情况
{_basis(draw)}
{_money(draw)}
二、绩效目标完成情况
{_events(draw)}
三、综合评价结论
{_conclusion(draw)}
{draw.slip("D07", "四", "五")}、存在的问题
部分岗位人员变动较大，业务培训有待加强。
{unit}
{_signed(draw, signed, "D03 D02 D04")}
"""
    return written(text, draw.marks)


def report_without_cover(seed: int) -> Planted:
    """A short report that only its closing line dates."""
    draw = Draw(f"short {seed}")
    unit, year = draw.choice(facts()["places"]) + draw.choice(facts()["bodies"]), draw.year
    signed = f"{year + 1}年{draw.randint(2, 6)}月{draw.randint(1, 28)}日"
    text = f"""
# {unit}{year}年度部门整体支出绩效自评报告
一、部门概况
{_basis(draw)}
二、绩效目标完成情况
{_events(draw)}
三、评价结论
{_conclusion(draw)}
{unit}
{_signed(draw, signed, "D02 D04")}
"""
    return written(text, draw.marks)


def _cover(draw: Draw, unit: str, signed: str) -> str:
    year, month = draw.year, signed.partition("日")[0].rpartition("月")[0]
    line = f"评价年度：{draw.slip('D01', f'{year}年', f'{year - 1}年')}"
    dated = draw.slip("D03 D02 D04", f"{month}月", f"{year - 1}年{month.partition('年')[2]}月")
    asked = draw.slip("D08", unit, "")
    return draw.choice((f"{line}\n{dated}", f"填报单位：{asked}\n{line}", dated))


def _signed(draw: Draw, signed: str, rules: str) -> str:
    """The day of the closing line in one of the ways to write it; a year too early is wrong."""
    year, month, day = (int(part) for part in re.findall(r"\d+", signed))
    digits = str.maketrans("0123456789", "〇一二三四五六七八九")
    in_words = f"年{NUMERALS[month]}月{NUMERALS[day]}日"
    right, wrong = draw.choice(
        (
            (signed, f"{year - 1}年{month}月{day}日"),
            (f"{year}.{month}.{day}", f"{year - 1}.{month}.{day}"),
            (f"{year}-{month:02}-{day:02}", f"{year - 1}-{month:02}-{day:02}"),
            (
                f"{str(year).translate(digits)}{in_words}",
                f"{str(year - 1).translate(digits)}{in_words}",
            ),
        )
    )
    return draw.slip(rules, right, wrong)


def _basis(draw: Draw) -> str:
    year, serial = draw.year, draw.randint(3, 60)
    number = f"〔{year}〕{serial}号"
    brackets = draw.slip("D12", number, f"[{year}]{serial}号")
    return draw.worded(
        "根据《关于开展绩效自评工作的通知》（云财绩{one}）和《预算绩效管理办法》（云财预{other}），"
        "组织开展自评。",
        "依据《项目支出绩效评价管理办法》（远财绩{one}）、《专项资金管理办法》（远财农{other}）实施。",
        one=f"〔{year - 1}〕{draw.randint(3, 60)}号",
        other=brackets,
    )


def _money(draw: Draw) -> str:
    budget = f"{draw.money()}万元"
    told = draw.slip("D08", budget, "XX万元")
    return draw.worded(
        "项目建设内容为{work}，总投资{told}。",
        "项目主要用于{work}，核定资金{told}。",
        work=draw.choice(WORKS),
        told=told,
    )


def _events(draw: Draw) -> str:
    year, work = draw.year, draw.choice(WORKS)
    late = f"{year + 1}年{draw.randint(8, 11)}月"
    when = draw.slip("D04", f"{year}年{draw.randint(5, 11)}月", late)
    done = draw.slip("D10", "完成", draw.choice(("预计全年完成", "预计年底完成", "拟开展")))
    span = draw.slip("D10", f"{year}年", f"{year}年1-10月")
    words = draw.slip("D13", "专项经费", "专项经费经费")
    lines = (
        f"{when}，{work}任务通过县级验收。",
        f"各项目单位{done}{work}{draw.randrange(12, 90)}处。",
        f"{span}，共开展巡查{draw.randrange(100, 400)}次，及时处置隐患。",
        f"严格{words}管理，做到专款专用。",
        f"{when}召开现场推进会，部署{work}工作。",
    )
    return "\n".join(draw.sample(lines, 3))


def _conclusion(draw: Draw) -> str:
    score = draw.money(62, 100)
    grade = next(name for least, name in GRADES if score >= least)
    wrong = draw.choice([name for _, name in GRADES if name != grade])
    told = draw.worded(
        "自评得分{score}分，评价等级为“{grade}”",
        "自评总分为{score}分，自评等级为{grade}",
        "综合得分{score}分，评价结果为“{grade}”",
        "绩效评价得分为{score}分，绩效等级评定为“{grade}”",
        "最终得分{score}分，对应等级为“{grade}”",
        "自评得分{score}分，评定等级：{grade}",
        "评价总得分{score}分，等次为“{grade}”",
        "得分为{score}分，绩效级别为{grade}",
        score=score,
        grade=draw.slip("S07", grade, wrong),
    )
    if draw.random() < 0.3:
        plain = f"自评得分{score}分，评价等级为“{grade}”"
        told = draw.slip("D18", plain, "总体完成较好")
    return f"经综合评价，本项目{told}。"
