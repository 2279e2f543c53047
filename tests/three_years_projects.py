"""The projects of a fictional department over three years, and what may be told wrong of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

BUREAU, FIELDS, PONDS = "澜溪县农业农村局", "澜溪县农技推广站", "澜溪县水产技术站"
YEARS = (2021, 2022, 2023)


@dataclass(frozen=True)
class Money:
    """Budget, spending and what was left by the year before, in 万元."""

    budget: str
    executed: str
    carried: str


@dataclass(frozen=True)
class Project:
    """A project: its unit, its names by document, its money and the rows of its table by year."""

    unit: str
    form_name: Mapping[int, str]
    listed_name: Mapping[int, str]
    money: Mapping[int, Money]
    rows: Mapping[int, str]

    def points(self, year: int) -> Decimal:
        """What it scores for its spending."""
        money = self.money[year]
        return (10 * Decimal(money.executed) / Decimal(money.budget)).quantize(Decimal("0.01"))

    def score(self, year: int) -> Decimal:
        """Its whole score: all points of the table but one, and those for its spending."""
        return 89 + self.points(year)


def _by_year(*values: str) -> Mapping[int, str]:
    return dict(zip(YEARS, values, strict=True))


def _money(*values: tuple[str, str, str]) -> Mapping[int, Money]:
    return {year: Money(*each) for year, each in zip(YEARS, values, strict=True)}


def _rows(*rows: tuple[str, str, str, str, str, int]) -> str:
    """The rows of a table of indicators; a point is lost in the last."""
    return "\n".join(_row(*row, lost=at == len(rows)) for at, row in enumerate(rows, 1))


def _row(
    level1: str, level2: str, name: str, target: str, actual: str, weight: int, *, lost: bool
) -> str:
    score, reason = (weight - 1, "个别问卷反映不够及时，已改进") if lost else (weight, "")
    cells = level1, level2, name, target, actual, weight, score, reason
    return f"| {' | '.join(map(str, cells))} |"


def _field_rows(target: str, actual: str, length: str, more: str = "") -> str:
    rows = _rows(
        ("产出指标", "数量指标", "培训农技人员", target, actual, 20),
        ("产出指标", "数量指标", "维修田间道路", "≥25公里", length, 20),
        ("产出指标", "质量指标", "设施完好率", "≥95%", "97%", 20),
        ("效益指标", "社会效益指标", "受益村庄", "≥30个", "32个", 20),
        ("满意度指标", "服务对象满意度指标", "种粮户满意度", "≥90%", "94%", 10),
    )
    return f"{rows}\n{more}" if more else rows


def _pond_rows(area: str, done: str, homes: str, helped: str) -> str:
    return _rows(
        ("产出指标", "数量指标", "稻田养鱼面积", area, done, 30),
        ("产出指标", "质量指标", "苗种检验合格率", "100%", "100%", 20),
        ("效益指标", "经济效益指标", "带动农户", homes, helped, 30),
        ("满意度指标", "服务对象满意度指标", "养殖户满意度", "≥90%", "95%", 10),
    )


def _toilet_rows(target: str, actual: str) -> str:
    return _rows(
        ("产出指标", "数量指标", "整改户厕", target, actual, 40),
        ("产出指标", "时效指标", "完成及时率", "≥95%", "98%", 20),
        ("效益指标", "生态效益指标", "粪污收集村庄", "≥60个", "63个", 20),
        ("满意度指标", "服务对象满意度指标", "村民满意度", "≥90%", "92%", 10),
    )


@dataclass(frozen=True)
class Slips:
    """What is told wrong; everything is right unless it is given."""

    listed_executed: str = "312.50"
    """Spent on the fields in 2022, as the summary tells it."""
    listed_budget: str = "170.00"
    """The budget of the ponds in 2023, as the summary tells it."""
    listed_score: str = "99.00"
    """The score of the toilets in 2021, as the summary tells it."""
    carried: str = "7.50"
    """What the fields' form of 2023 says to have been left in 2022."""
    prior: int = 1206
    """Last year's training, as the bureau's report of 2023 tells it."""
    staff: int = 46
    """The bureau's staff in 2022, as its project report tells it."""
    in_yuan: str = "3,125,000元"
    """Spent on the fields in 2022, as the project's report tells it."""
    goal: str = "≥5000亩"
    """The goal for the ponds of 2023 in the approved table."""
    published: str = "99.00"
    """The published budget for the toilets of 2023."""
    published_of_station: str = "310.00"
    """The published budget for the fields of 2023."""
    soft: str = "≥1200人次"
    """The goal for training in 2023."""
    helped: tuple[str, str] = ("≥120户", "131户")
    """The goal and the result for homes in 2023."""
    twice: bool = False
    """Whether the fields' form of 2023 lists the toilets as well."""
    copied_table: bool = False
    """Whether the ponds' table of 2022 is that of 2021."""
    copied_text: bool = False
    """Whether the bureau's report of 2023 has a paragraph of 2021."""
    told_carried: str = "18.50"
    """What the bureau's report of 2023 says to have been left in 2022."""
    told_whole: str = "579.00"
    """The budget of all projects in 2023, as the bureau's report tells it."""


def projects_of(slips: Slips) -> tuple[Project, ...]:
    """The department's projects, one of each body."""
    return _fields(slips), _ponds(slips), _toilets()


def _fields(slips: Slips) -> Project:
    again = "| 产出指标 | 数量指标 | 整改户厕 | ≥1000座 | 1068座 | 0 | 0 | |"
    return Project(
        FIELDS,
        _by_year("高标准农田管护项目", "高标准农田管护经费", "2023年高标准农田管护项目"),
        _by_year("高标准农田管护", "2022年高标准农田管护", "高标准农田管护专项资金"),
        _money(
            ("300.00", "285.00", "0.00"),
            ("320.00", "312.50", "15.00"),
            ("310.00", "302.00", slips.carried),
        ),
        _by_year(
            _field_rows("≥1000人次", "1130人次", "26.5公里"),
            _field_rows("≥1100人次", "1206人次", "27.2公里"),
            _field_rows(slips.soft, "1318人次", "25.8公里", again if slips.twice else ""),
        ),
    )


def _ponds(slips: Slips) -> Project:
    first = _pond_rows("≥4200亩", "4315亩", "≥100户", "104户")
    second = _pond_rows("≥4500亩", "4620亩", "≥110户", "118户")
    return Project(
        PONDS,
        _by_year("稻田综合种养专项资金", "稻田综合种养项目", "稻田综合种养项目"),
        _by_year("稻田综合种养", "稻田综合种养经费", "稻田综合种养"),
        _money(
            ("150.00", "142.00", "0.00"),
            ("168.00", "160.00", "8.00"),
            ("170.00", "166.00", "8.00"),
        ),
        _by_year(
            first,
            first if slips.copied_table else second,
            _pond_rows("≥5000亩", "5170亩", *slips.helped),
        ),
    )


def _toilets() -> Project:
    return Project(
        BUREAU,
        _by_year("农村户厕整改项目", "农村户厕整改", "农村户厕整改项目"),
        _by_year("农村户厕整改", "农村户厕整改项目", "“农村户厕整改”经费"),
        _money(("90.00", "90.00", "0.00"), ("96.00", "93.00", "0.00"), ("99.00", "95.00", "3.00")),
        _by_year(
            _toilet_rows("≥900座", "962座"),
            _toilet_rows("≥950座", "981座"),
            _toilet_rows("≥1000座", "1068座"),
        ),
    )
