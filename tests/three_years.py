"""Three years of a fictional department and its two stations, in order or with planted slips.

Nine forms, three summaries whose rows name no unit, three reports of the whole department, a
project's report in yuan, another of the department, a table of goals, and a published budget:
what belongs together is called a little differently everywhere, as officials do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from samples.make import make
from three_years_projects import BUREAU, FIELDS, PONDS, YEARS, Project, Slips, projects_of


@dataclass(frozen=True)
class _Listed:
    """A row of a summary."""

    name: str
    budget: str
    executed: str
    score: str

    @classmethod
    def of(cls, project: Project, year: int) -> _Listed:
        money = project.money[year]
        return cls(
            project.listed_name[year], money.budget, money.executed, str(project.score(year))
        )

    def line(self, at: int) -> str:
        rate = Decimal(self.executed) * 100 / Decimal(self.budget)
        cells = at, self.name, self.budget, self.executed, f"{rate:.2f}%", self.score
        return f"| {' | '.join(map(str, cells))} |"


@dataclass(frozen=True)
class Department:
    """The documents of all three years."""

    slips: Slips = field(default_factory=Slips)

    def write(self, folder: Path) -> list[Path]:
        """Write them as Word files; returns these."""
        folder.mkdir(parents=True, exist_ok=True)
        files: list[Path] = []
        for name, text in self.texts():
            make(text, folder / name)
            files.append(folder / name)
        return files

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every document's name and text."""
        projects = projects_of(self.slips)
        for year in YEARS:
            for project in projects:
                yield f"{year}-{project.form_name[year]}.docx", self._form(project, year)
            yield f"{year}年汇总表.docx", self._summary(projects, year)
            yield f"{year}年部门报告.docx", self._report(year)
        yield "2022高标准农田管护报告.docx", self._in_yuan()
        yield "2022户厕整改报告.docx", self._of_bureau()
        yield "2023绩效目标表.docx", self._goals()
        yield "2023部门预算.docx", self._published()

    def _form(self, project: Project, year: int) -> str:
        money = project.money[year]
        granted = Decimal(money.budget) - Decimal(money.carried)
        spent = Decimal(money.executed) - Decimal(money.carried)
        rate = Decimal(money.executed) * 100 / Decimal(money.budget)
        told = f"{money.executed} | 10 | {rate:.2f}% | {project.points(year)}"
        return f"""# 项目支出绩效自评表
~ （{year}年度）
| 项目名称 | {project.form_name[year]} | < | < | < | < | < | < |
| 主管部门 | {BUREAU} | < | < | 实施单位 | {project.unit} | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | {money.budget} | {money.budget} | {told} |
| ^ | 其中：当年财政拨款 | {granted} | {granted} | {spent} | — | — | — |
| ^ | 上年结转资金 | {money.carried} | {money.carried} | {money.carried} | — | — | — |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
{project.rows[year]}
| 总分 | < | < | < | < | 100 | {project.score(year)} | |
"""

    def _summary(self, projects: tuple[Project, ...], year: int) -> str:
        rows = [_Listed.of(project, year) for project in projects]
        slips = self.slips
        if year == 2022:
            rows[0] = replace(rows[0], executed=slips.listed_executed)
        if year == 2023:
            rows[1] = replace(rows[1], budget=slips.listed_budget)
        if year == 2021:
            rows[2] = replace(rows[2], score=slips.listed_score)
        budget = sum(Decimal(row.budget) for row in rows)
        executed = sum(Decimal(row.executed) for row in rows)
        listed = "\n".join(row.line(at) for at, row in enumerate(rows, 1))
        return f"""# {BUREAU}{year}年度项目支出绩效自评汇总表
~ 单位：万元
| 序号 | 项目名称 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 |
{listed}
| 合计 | < | {budget} | {executed} | {executed * 100 / budget:.2f}% | |
"""

    def _report(self, year: int) -> str:
        slips = self.slips
        work = {
            2021: "全年培训农技人员1130人次，检修渠道48公里。",
            2022: "全年培训农技人员1206人次，检修渠道51公里。",
            2023: f"全年培训农技人员1318人次，比上年的{slips.prior}人次有所增加，检修渠道55公里。",
        }
        own = {
            2021: "组织科技下乡37场，发放技术明白纸6200份，回访种粮大户215户，逐户建立施肥台账；"
            "对6个乡镇的农药包装废弃物回收点作了两次抽查，发现的9处问题已督促整改到位。",
            2022: "与邻县签订联防协议4份，设立病虫监测点29处，全年发布预报18期。",
            2023: "建成农资追溯点61处，抽检农产品340批次，处理群众举报15件。",
        }
        money = {
            2021: ("540.00", "517.00", "0.00", "23.00"),
            2022: ("584.00", "565.50", "23.00", "18.50"),
            2023: (slips.told_whole, "563.00", slips.told_carried, "16.00"),
        }
        budget, executed, carried, left = money[year]
        paragraph = own[2021] if slips.copied_text and year == 2023 else own[year]
        return f"""# {BUREAU}{year}年度部门整体支出绩效自评报告
## 一、部门概况
核定编制52名，年末在职人员{45 + year - 2021}人。
## 二、资金情况
{year}年共实施项目3个，项目支出全年预算数{budget}万元，全年执行数{executed}万元。
上年结转资金{carried}万元，年末结转结余资金{left}万元。
## 三、绩效目标完成情况
{work[year]}
{paragraph}
@ {BUREAU}
@ {year + 1}年3月15日
"""

    def _in_yuan(self) -> str:
        return f"""# {FIELDS}2022年度高标准农田管护项目绩效自评报告
项目名称：高标准农田管护项目
实施单位：{FIELDS}
## 一、项目资金情况
项目全年预算数3,200,000元，全年执行数{self.slips.in_yuan}。
## 二、绩效目标完成情况
维修田间道路27.2公里，受益村庄32个。
@ {FIELDS}
@ 2023年3月2日
"""

    def _of_bureau(self) -> str:
        return f"""# {BUREAU}2022年度农村户厕整改项目绩效自评报告
实施单位：{BUREAU}
## 一、基本情况
核定编制52名，年末在职人员{self.slips.staff}人。
## 二、项目资金情况
项目全年预算数96.00万元，全年执行数93.00万元，预算执行率96.88%。
## 三、绩效目标完成情况
全年整改户厕981座，回访村民满意度为92%。
@ {BUREAU}
@ 2023年3月6日
"""

    def _goals(self) -> str:
        return f"""# 项目支出绩效目标申报表
~ （2023年度）
| 项目名称 | 稻田综合种养 | < | < |
| 主管部门 | {BUREAU} | 实施单位 | {PONDS} |
| 一级指标 | 二级指标 | 三级指标 | 指标值 |
| 产出指标 | 数量指标 | 稻田养鱼面积 | {self.slips.goal} |
| ^ | 质量指标 | 苗种检验合格率 | 100% |
| 效益指标 | 经济效益指标 | 带动农户 | {self.slips.helped[0]} |
"""

    def _published(self) -> str:
        return f"""# {BUREAU}2023年部门预算公开说明
## 一、收支预算
2023年部门预算支出总额1260.00万元。
## 二、项目支出预算
~ 单位：万元
| 序号 | 项目名称 | 年初预算数 |
| 1 | 高标准农田管护 | {self.slips.published_of_station} |
| 2 | 稻田综合种养 | 170.00 |
| 3 | 农村户厕整改 | {self.slips.published} |
"""
