"""Prices, averages, bounds and periods told in sentences: P13 to P17, P21, P26, S11, S16, D13."""

from __future__ import annotations

from datetime import date, timedelta

from .draw import Draw


def average(draw: Draw) -> str:
    """P13: money, households and the average."""
    homes, each = draw.randrange(200, 900), draw.randrange(8, 30) * 100
    return draw.worded(
        "为{homes}户农户发放补贴{whole}万元，户均{each}元。",
        "共向{homes}名学生发放助学金{whole}万元，人均{each}元。",
        homes=homes,
        whole=draw.slip("P13", f"{homes * each / 10000:g}"),
        each=draw.slip("P13", each, each + draw.choice((-100, 100, 300))),
    )


def price(draw: Draw) -> str:
    """P26: price, number and amount."""
    number, each = draw.randrange(11, 60), draw.randrange(11, 40)
    return draw.worded(
        "采购垃圾转运车{number}台，单价{each}万元，合计{whole}万元。",
        "新购检测设备{number}套，每套{each}万元，共计{whole}万元。",
        number=draw.slip("P26", number),
        each=each,
        whole=draw.slip("P26", number * each),
    )


def price_each(draw: Draw) -> str:
    """P26: a rate of subsidy."""
    people, each = draw.randrange(210, 900), draw.randrange(11, 40) * 100
    return draw.worded(
        "发放一次性补贴每人{each}元，共发放{people}人，合计{whole}万元。",
        "按每人{each}元的标准发放慰问金，共发放{people}人，合计{whole}万元。",
        each=each,
        people=people,
        whole=draw.slip("P26 P13", f"{people * each / 10000:g}"),
    )


def threshold(draw: Draw) -> str:
    """P14: things of at least a size."""
    number, least = draw.randrange(12, 40), draw.choice((200, 300, 500))
    whole = number * least + draw.randrange(200, 4000)
    wrong = number * least // draw.choice((2, 3))
    return (
        f"建成{least}平方米以上体育场馆{number}个，总面积{draw.slip('P14', whole, wrong)}平方米。"
    )


def rank(draw: Draw) -> str:
    """P15: a rank among so many."""
    peers = draw.randrange(6, 10)
    place = draw.slip("P15", "五", "十一")
    return draw.worded(
        "群众满意度在全市{peers}个县区中排名第{place}。",
        "综合考核在全市{peers}个县（市、区）中位列第{place}。",
        peers=peers,
        place=place,
    )


def told_twice(draw: Draw) -> str:
    """P16: one fact in two places."""
    value = draw.tenths(20, 90)
    other = draw.slip("P16", value)
    return draw.worded(
        "全县建成高标准农田{value}万亩。\n截至年底，全县建成高标准农田{other}万亩。",
        "全年完成营造林{value}万亩，森林抚育同步推进。\n产出方面，全年完成营造林{other}万亩。",
        "全年改造老旧小区{n}个，惠及居民1.2万户。\n质量方面，全年改造老旧小区{m}个，验收均合格。",
        value=value,
        other=other,
        n=int(value),
        m=draw.slip("P16", int(value)),
    )


def stock(draw: Draw) -> str:
    """P17: what is new is no more than all there is."""
    new, whole = draw.randrange(11, 40), draw.randrange(60, 99)
    flow = draw.slip("P17", new, whole + draw.randrange(5, 90))
    return draw.worded(
        "新增省级示范社{flow}家，全县累计认定省级示范社{whole}家。",
        "新认定高新技术企业{flow}家，高新技术企业总数达{whole}家。",
        flow=flow,
        whole=whole,
    )


def period(draw: Draw) -> str:
    """P21: from a day to a day, so many days."""
    first = date(draw.year + 1, 3, draw.randint(1, 9))
    days = draw.randint(10, 60)
    last = first + timedelta(days - 1)
    told = draw.slip("P21", days, days + draw.choice((-5, 3, 10)))
    return draw.worded(
        "评价组于{first}至{last}开展现场核查，为期{told}天。",
        "现场评价自{first}至{last}，历时{told}天。",
        first=f"{first.year}年{first.month}月{first.day}日",
        last=f"{last.month}月{last.day}日",
        told=told,
    )


def sample(draw: Draw) -> str:
    """S16: a rate that a few answers can give."""
    size = draw.randrange(20, 40)
    happy = size - draw.randrange(1, 6)
    rate = f"{happy / size * 100:.1f}%"
    wrong = f"{(happy + 0.5) / size * 100:.1f}%"
    told = draw.slip("S16", rate, wrong)
    return draw.worded(
        "共回收有效问卷{size}份，群众满意度为{told}。",
        "本次调查回收有效问卷{size}份，受益对象满意度达{told}。",
        size=size,
        told=told,
    )


def above_all(draw: Draw) -> str:
    """S11: no rate of a whole is above all of it."""
    rate = draw.tenths(90, 99)
    told = draw.slip("S11", f"{rate}%", f"{rate * 10:g}%")
    return draw.worded(
        "设备完好率为{told}。",
        "补助资金发放及时率{told}，未发生拖欠。",
        "群众对项目的知晓率达到{told}。",
        told=told,
    )


def contradiction(draw: Draw) -> str:
    """D13: nearly so many and above."""
    share = draw.randrange(30, 80)
    text = draw.slip("D13", f"{share}%以上", f"近{share}%以上")
    return draw.worded("受益群众中{text}为脱贫户。", "补助对象中{text}为老年人。", text=text)


STORIES = (
    average,
    price,
    price_each,
    threshold,
    rank,
    told_twice,
    stock,
    period,
    sample,
    above_all,
    contradiction,
)
