"""What changed, told in sentences: P04 to P09, P18, P19 and P22."""

from __future__ import annotations

from decimal import Decimal

from .draw import Draw, percent


def growth(draw: Draw) -> str:
    """P05: this year's value, last year's, and the growth."""
    old = draw.tenths(200, 900)
    new = draw.share_of(old, 104, 135)
    return draw.worded(
        "全区工业总产值完成{new}亿元，比上年的{old}亿元增长{rate}%。",
        "{year}年接待游客{new}万人次，{last}年为{old}万人次，同比增长{rate}%。",
        "全年完成货运量{new}万吨，上年为{old}万吨，同比增长{rate}%。",
        year=draw.year,
        last=draw.year - 1,
        new=draw.slip("P05 P22", new),
        old=old,
        rate=draw.slip("P05", percent(new - old, old)),
    )


def decline(draw: Draw) -> str:
    """P05: less than last year."""
    old = draw.randrange(4000, 9000)
    new = old - draw.randrange(400, 1500)
    return draw.worded(
        "全年接报警情{new}起，上年为{old}起，同比下降{rate}%。",
        "全年发生一般事故{new}起，比上年的{old}起下降{rate}%。",
        new=new,
        old=old,
        rate=draw.slip("P05", percent(old - new, old)),
    )


def increment(draw: Draw) -> str:
    """P06: this year's value, what was added, and the growth."""
    more, new = draw.tenths(10, 60), draw.tenths(100, 700)
    return draw.worded(
        "旅游综合收入达到{new}亿元，较上年增加{more}亿元，增长{rate}%。",
        "一般公共预算收入{new}亿元，比上年增收{more}亿元，增长{rate}%。",
        "水费收入{new}万元，较去年增加{more}万元，增幅{rate}%。",
        new=new,
        more=draw.slip("P06", more),
        rate=draw.slip("P06", percent(more, new - more)),
    )


def decrement(draw: Draw) -> str:
    """P06: what was saved against last year."""
    less, new = draw.tenths(3, 20), draw.tenths(30, 90)
    return draw.worded(
        "公务接待费支出{new}万元，比上年减少{less}万元，下降{rate}%。",
        "公用经费支出{new}万元，较上年减少{less}万元，降幅{rate}%。",
        new=new,
        less=less,
        rate=draw.slip("P06", percent(less, new + less)),
    )


def from_to(draw: Draw) -> str:
    """P07: from one count to another."""
    old, more = draw.randrange(80, 300), draw.randrange(20, 79)
    return draw.worded(
        "公交站点从{old}个增加到{new}个，增加{more}个。",
        "农民合作社由{old}家发展到{new}家，增加{more}家。",
        "养老床位由年初的{old}张增加至{new}张，净增{more}张。",
        old=old,
        new=draw.slip("P07 P22", old + more),
        more=draw.slip("P07", more),
    )


def points(draw: Draw) -> str:
    """P19: percentage points between two rates."""
    old, more = draw.tenths(50, 75), draw.tenths(2, 15)
    return draw.worded(
        "垃圾回收利用率由{old}%提高到{new}%，提高{more}个百分点。",
        "自来水普及率从{old}%提升至{new}%，提升了{more}个百分点。",
        "水质达标率{new}%，比上年的{old}%提高{more}个百分点。",
        old=old,
        new=old + more,
        more=draw.slip("P19", more),
    )


def direction(draw: Draw) -> str:
    """P22: up or down as the numbers say."""
    old, more = draw.tenths(50, 75), draw.tenths(2, 15)
    return draw.worded(
        "农村公路优良率由{old}%{up}到{new}%。",
        "垃圾分类覆盖率从{old}%{up}到{new}%。",
        old=old,
        new=old + more,
        up=draw.slip("P22", draw.choice(("提高", "上升", "提升")), draw.choice(("下降", "降低"))),
    )


def multiple(draw: Draw) -> str:
    """P18: so many times as much."""
    old, times = draw.randrange(12, 60), draw.randrange(2, 6)
    return draw.worded(
        "完成垃圾中转站改造{new}座，是上年{old}座的{times}倍。",
        "全年调解矛盾纠纷{new}件，是上年{old}件的{times}倍。",
        new=draw.slip("P18", old * times),
        old=old,
        times=draw.slip("P18", times, times + draw.choice((1, 2))),
    )


def doubled(draw: Draw) -> str:
    """P18: twice as much."""
    old = draw.randrange(12, 90) * 10
    new = draw.slip("P18", old * 2, old * 2 + draw.choice((-1, 1)) * old // 5)
    return f"志愿者队伍由{old}支增加到{new}支，实现翻一番。"


def completed(draw: Draw) -> str:
    """P04: what was done of what was planned."""
    plan = draw.randrange(200, 900)
    done = plan - draw.randrange(10, 90)
    return draw.worded(
        "计划改造厕所{plan}座，实际完成{done}座，完成率{rate}%。",
        "年度计划维修机井{plan}眼，实际维修{done}眼，完成率为{rate}%。",
        "目标任务植树{plan}万株，实际完成{done}万株，完成率{rate}%。",
        plan=plan,
        done=draw.slip("P04 P03", done, done - draw.randrange(25, 90)),
        rate=draw.slip("P04 P03", percent(done, plan, 1), percent(done, plan, 1) - 2),
    )


def completed_of(draw: Draw) -> str:
    """P04: so much of the year's task."""
    plan = draw.money()
    done = draw.share_of(plan, 60, 97)
    return draw.worded(
        "培训费支出{done}万元，完成全年预算{plan}万元的{rate}%。",
        "完成固定资产投资{done}万元，占年度计划{plan}万元的{rate}%。",
        done=done,
        plan=plan,
        rate=draw.slip("P04 P03", percent(done, plan)),
    )


def bases(draw: Draw) -> str:
    """P08, P09: parts with their growth, and the whole with its own."""
    old_one, old_two = draw.tenths(100, 300), draw.tenths(100, 300)
    one, two = draw.share_of(old_one, 125, 145), draw.share_of(old_two, 102, 115)
    old, new = old_one + old_two, one + two
    rate = percent(new - old, old, 1)
    rates = percent(one - old_one, old_one, 1), percent(two - old_two, old_two, 1)
    wrong = draw.choice((rate + 6, rate - 6, max(rates) + 9))
    whole = draw.slip("P08 P09", rate, wrong)
    return (
        f"服务外包执行额{new}亿元，增幅{whole}%。其中，在岸执行额{one}亿元，增幅{rates[0]}%；"
        f"离岸执行额{two}亿元，增幅{rates[1]}%。"
    )


def shortened(draw: Draw) -> str:
    """P05: a time limit cut by a share."""
    old = draw.choice((20, 30, 40, 60))
    new = draw.randrange(5, old // 2)
    told = percent(old - new, old, 1)
    wrong = told + draw.choice((Decimal(-7), Decimal("3.5")))
    return draw.worded(
        "办理时限由{old}个工作日压缩到{new}个工作日，压缩{told}%。",
        "审批时限由{old}个工作日缩短至{new}个工作日，压缩比例{told}%。",
        old=old,
        new=new,
        told=draw.slip("P05", told, wrong),
    )


STORIES = (
    growth,
    decline,
    increment,
    decrement,
    from_to,
    points,
    direction,
    multiple,
    doubled,
    completed,
    completed_of,
    bases,
    shortened,
)
