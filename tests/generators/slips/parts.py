"""Parts and wholes told in sentences: P01, P02, P03, P10, P11 and P20."""

from __future__ import annotations

from decimal import Decimal

from .draw import Draw, percent

PAIRS = (
    ("行政村{}", "社区{}"),
    ("城区{}", "农村{}"),
    ("雨水{}", "污水{}"),
    ("新建{}", "改建{}"),
    ("线上{}", "线下{}"),
)
THINGS = (("管网", "公里"), ("站点", "个"), ("公厕", "座"), ("服务场所", "处"))
PLACES = ("东湖公园", "西山公园", "南岭公园", "北桥公园", "中和公园", "石塔公园", "柳溪公园")


def split_in_two(draw: Draw) -> str:
    """P01: two kinds that are everything."""
    one, other = draw.choice(PAIRS)
    thing, unit = draw.choice(THINGS)
    first, second = draw.randrange(30, 90), draw.randrange(110, 400)
    return draw.worded(
        "全年完成{thing}{whole}{unit}，其中{one}{first}{unit}、{other}{second}{unit}。",
        "当年共维修{thing}{whole}{unit}，其中：{one}{first}{unit}，{other}{second}{unit}。",
        "共建成{thing}{whole}{unit}（其中{one}{first}{unit}，{other}{second}{unit}）。",
        thing=thing,
        unit=unit,
        one=one.format(thing),
        other=other.format(thing),
        first=first,
        second=draw.slip("P01 P02", second),
        whole=draw.slip("P01 P02", first + second),
    )


def rest_of_all(draw: Draw) -> str:
    """P01: the last part takes the rest."""
    first, second, third = (draw.randrange(50, 900) for _ in range(3))
    return draw.worded(
        "全年受理群众事项{whole}件，其中咨询类{first}件、投诉类{second}件、其他{third}件。",
        "12345热线共办理工单{whole}件，其中：求助类{first}件，建议类{second}件，其他{third}件。",
        "全年接待来访{whole}人次，包括个人来访{first}人次、集体来访{second}人次、其他来访{third}人次。",
        whole=draw.slip("P01 P02", first + second + third),
        first=draw.slip("P01 P02", first),
        second=second,
        third=draw.slip("P01 P02", third),
    )


def levels_of_money(draw: Draw) -> str:
    """P01: money by level of government."""
    central, province, county = draw.tenths(300, 900), draw.tenths(100, 400), draw.tenths(50, 300)
    return draw.worded(
        "工程总投资{whole}万元（其中：中央资金{central}万元、省级资金{province}万元、"
        "县级配套{county}万元）。",
        "工程建设资金由中央补助{central}万元、省级补助{province}万元、县级自筹{county}万元组成，"
        "共计{whole}万元。",
        "补助资金共{whole}万元，其中：中央财政{central}万元，省财政{province}万元，县财政{county}万元。",
        whole=draw.slip("P01 P02", central + province + county),
        central=draw.slip("P01 P02", central),
        province=province,
        county=draw.slip("P01 P02", county),
    )


def halves_of_year(draw: Draw) -> str:
    """P01: halves and their sum."""
    first, second = draw.money(100, 900), draw.money(100, 900)
    return draw.worded(
        "上半年支付运行维护费{first}万元，下半年支付运行维护费{second}万元，合计{whole}万元。",
        "上半年拨付奖补资金{first}万元，下半年拨付奖补资金{second}万元，全年共计{whole}万元。",
        first=draw.slip("P01", first),
        second=second,
        whole=draw.slip("P01", first + second),
    )


def quarters(draw: Draw) -> str:
    """P01: quarters told one by one."""
    parts = [draw.randrange(5, 20) for _ in range(4)]
    what, unit = draw.choice((("招聘会", "场"), ("培训班", "期"), ("专项检查", "次")))
    one, *others = (f"{name}季度举办{what}" for name in "一二三四")
    rest = "；".join(
        f"{name}{part}{unit}" for name, part in zip(others, map(str, parts[1:]), strict=True)
    )
    whole, first = draw.slip("P01", sum(parts)), draw.slip("P01 P02", parts[0], parts[0] * 2 + 3)
    return f"全年共举办{what}{whole}{unit}。{one}{first}{unit}；{rest}。"


def in_brackets(draw: Draw) -> str:
    """P01: the parts stand in brackets."""
    parts = [draw.randrange(1, 6) for _ in range(3)]
    listed = "、".join(f"{m}月{n}期" for m, n in zip((3, 6, 9), parts, strict=True))
    whole = draw.slip("P01", sum(parts), sum(parts) + draw.choice((1, 2, 5)))
    return f"全年举办技能培训{whole}期（{listed}）。"


def grades_of_projects(draw: Draw) -> str:
    """P01: projects by grade."""
    best, good, fair = draw.randrange(6, 20), draw.randrange(3, 6), draw.randrange(1, 3)
    return draw.worded(
        "纳入抽查的项目{whole}个，自评等级为“优”的{best}个、“良”的{good}个、“中”的{fair}个。",
        "本次抽查项目{whole}个，其中评价等级为优的{best}个、为良的{good}个、为中的{fair}个。",
        whole=draw.slip("P01 P02", best + good + fair),
        best=draw.slip("P01 P02", best),
        good=good,
        fair=fair,
    )


def part_above_whole(draw: Draw) -> str:
    """P02: one part told of a whole."""
    whole = draw.tenths(30, 90)
    part = draw.share_of(whole, 30, 80)
    return draw.worded(
        "改造校舍总面积{whole}万平方米，其中教学用房{part}万平方米。",
        "全县共有林地{whole}万亩，其中公益林{part}万亩。",
        "年末公路总里程{whole}千公里，其中农村公路{part}千公里。",
        whole=whole,
        part=draw.slip("P02 P01", part, whole + draw.tenths(2, 20)),
    )


def share_of_whole(draw: Draw) -> str:
    """P03: part, whole and share."""
    whole = draw.randrange(300, 900)
    part = draw.randrange(100, 290)
    return draw.worded(
        "全县共有建制村{whole}个，其中通硬化路的{part}个，占{share}%。",
        "抽查的{whole}个点位中有{part}个存在资料缺失，占{share}%。",
        "建成标准化卫生室{part}个，占应建{whole}个的{share}%。",
        "参训学员{whole}人，其中女性{part}人，占比{share}%。",
        whole=whole,
        part=draw.slip("P03 P02", part),
        share=draw.slip("P03", percent(part, whole, 1)),
    )


def rate_of_deeds(draw: Draw) -> str:
    """P03: of all that stood before, the share that did it."""
    whole = draw.randrange(300, 990)
    part = whole - draw.randrange(10, 90)
    return draw.worded(
        "发放调查问卷{whole}份，回收有效问卷{part}份，有效回收率为{rate}%。",
        "全年受理投诉{whole}件，办结{part}件，办结率{rate}%。",
        "共抽检产品{whole}批次，合格{part}批次，合格率{rate}%。",
        "应整改问题{whole}个，已整改{part}个，整改率达{rate}%。",
        whole=draw.slip("P03", whole),
        part=part,
        rate=draw.slip("P03 | S11", percent(part, whole, 1), _lower(percent(part, whole, 1))),
    )


def shares_of_all(draw: Draw) -> str:
    """P20: the shares of a closed list."""
    good = draw.randrange(60, 85)
    fair = draw.randrange(5, 98 - good)
    return draw.worded(
        "问卷显示，满意的占{good}%，基本满意的占{fair}%，不满意的占{bad}%。",
        "从调查结果看，满意占{good}%、基本满意占{fair}%、不满意占{bad}%。",
        good=draw.slip("P20", good, good - draw.randrange(5, 20)),
        fair=fair,
        bad=draw.slip("P20", 100 - good - fair, 100 - good - fair + draw.randrange(2, 9)),
    )


def money_by_use(draw: Draw) -> str:
    """P01: money by its use, each with its share, and the sum."""
    uses = [draw.randrange(20, 60) * 10 for _ in range(3)]
    names = draw.sample(["道路维护", "绿化养护", "路灯照明", "垃圾清运", "设施更新"], 3)
    whole = sum(uses)
    listed = "、".join(
        f"{name}{draw.slip('P01 | P03 P20', use)}万元（占{percent(use, whole)}%）"
        for name, use in zip(names, uses, strict=True)
    )
    return f"资金分配为：{listed}，共计{draw.slip('P01 | P03', whole)}万元。"


def listed_names(draw: Draw) -> str:
    """P10: as many names as are told."""
    count = draw.randint(3, 6)
    names = draw.sample(PLACES, count)
    told = draw.slip("P10", count, count + draw.choice((-1, 1, 2)))
    return draw.worded(
        "新建口袋公园{told}个（{names}）。",
        "完成{names}{told}个公园提升改造。",
        "改造提升{told}个公园，分别为{names}。",
        told=told,
        names="、".join(names),
    )


def listed_and_more(draw: Draw) -> str:
    """P10: no more names than are told before 等."""
    count = draw.randint(4, 6)
    told = draw.slip("P10", count + draw.randint(0, 5), count - draw.randint(1, 2))
    return f"先后走访了{'、'.join(draw.sample(PLACES, count))}等{told}个公园。"


def counted_points(draw: Draw) -> str:
    """P10: as many points as are announced."""
    points = [
        "预算编制不够细化",
        "支付进度偏慢",
        "档案管理不规范",
        "指标设置不够量化",
        "宣传力度不足",
    ]
    count = draw.randint(2, 4)
    marks = "；".join(
        f"{'一二三四五'[at]}是{text}" for at, text in enumerate(draw.sample(points, count))
    )
    numbers = "零一两三四五六"
    told = draw.slip(
        "P10", numbers[count], numbers[count + draw.choice((-1, 1))].replace("一", "五")
    )
    return draw.worded(
        "存在的问题主要有{told}个方面：{marks}。",
        "主要存在以下{told}个问题：{marks}。",
        told=told,
        marks=marks,
    )


def levels_counted(draw: Draw) -> str:
    """P11: as many levels as are named."""
    levels, right, wrong = draw.choice(
        (("省市县", "三", "两"), ("县、乡、村", "三", "两"), ("市、县、乡、村", "四", "三"))
    )
    return draw.worded(
        "建立健全{levels}{told}级联动机制。",
        "形成{levels}{told}级服务网络。",
        levels=levels,
        told=draw.slip("P11", right, wrong),
    )


def _lower(rate: Decimal) -> Decimal:
    return rate - Decimal(17) / 10


STORIES = (
    split_in_two,
    rest_of_all,
    levels_of_money,
    halves_of_year,
    quarters,
    in_brackets,
    grades_of_projects,
    part_above_whole,
    share_of_whole,
    rate_of_deeds,
    shares_of_all,
    money_by_use,
    listed_names,
    listed_and_more,
    counted_points,
    levels_counted,
)
