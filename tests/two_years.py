"""Reports of fictional units over two years, alike or with contradictions planted between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from heshu.extractors.readers.source import Source
from heshu.pipeline.archive.store import Archive
from heshu.pipeline.intake import Intake
from heshu.pipeline.locations import Location
from heshu.pipeline.reading import Job, read_job
from samples.make import make

UNIT, PEER = "云屏市档案馆", "云屏市图书馆"

FORM = """# 项目支出绩效自评表
~ （{year}年度）
| 项目名称 | {project} | < | < | < | < | < | < |
| 主管部门 | 云屏市文化局 | < | < | 实施单位 | {unit} | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | 年度资金总额 | {budget} | {budget} | {executed} | 10 | {rate} | 9.00 |
| ^ | 其中：当年财政拨款 | {granted} | {granted} | {spent} | — | — | — |
| ^ | 上年结转资金 | {carried} | {carried} | {carried} | — | — | — |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 扫描档案数量 | ≥{target}卷 | {actual}卷 | 20 | 20 | |
| ^ | 质量指标 | 扫描合格率 | 100% | 100% | 20 | 20 | |
| ^ | 时效指标 | 完成及时率 | ≥95% | 97% | 10 | 10 | |
| 效益指标 | 社会效益指标 | 查档次数 | ≥{visits}次 | {visited}次 | 30 | 30 | |
| 满意度指标 | 服务对象满意度指标 | 查档群众满意度 | ≥90% | 95% | 10 | 10 | |
| 总分 | < | < | < | < | 100 | 99 | |
"""
PROSE = """# {unit}{year}年度{project}绩效自评报告
实施单位：{unit}
## 一、基本情况
核定编制50名，年末在职人员{staff}人。
## 二、绩效目标完成情况
{work}
{more}
@ {unit}
@ {later}年3月10日
"""
COPIED = (
    "项目实施以来，先后走访乡镇17个、社区46个，收集群众意见233条，逐条登记并限时答复，"
    "整理目录12册，修订管理制度5项，形成了登记、答复、回访相衔接的工作流程。"
)
OWN = (
    "全年组织业务培训9期，编印操作手册3册，对库房内全部密集架逐一检修，更换温湿度记录仪14台，"
    "并与高校合作开展了纸张脱酸试验，试验结果已用于来年的修复方案。"
)


@dataclass(frozen=True)
class Slips:
    """What is told wrong: each number is the right one unless it is given."""

    prior: int = 52
    """Last year's lectures, as this year's report tells them."""
    carried: str = "20.00"
    """What was carried over, as this year's form tells it."""
    staff: int = 25
    """The staff in the second report of one year."""
    copied: bool = False
    """Whether the other unit took over a paragraph and a table."""
    first: bool = False
    """Whether the other unit too is the first of the city."""


def write_reports(folder: Path, slips: Slips = Slips()) -> list[Path]:
    """Write the reports as Word files: two of 2022 and two of 2023 of one unit, two of another."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "2022自评表.docx": _form(UNIT, 2022, "0.00"),
        "2023自评表.docx": _form(UNIT, 2023, slips.carried),
        "2022报告.docx": prose(UNIT, 2022, 25, "全年举办讲座52次，满意度测评列全市第1位。", OWN),
        "2023报告.docx": prose(
            UNIT, 2023, 26, f"全年举办讲座60次，比上年的{slips.prior}次有所增加。", COPIED
        ),
        "2022修缮报告.docx": prose(
            UNIT, 2022, slips.staff, "全年维修库房3间。", "", "库房修缮项目"
        ),
        "外单位报告.docx": prose(
            PEER,
            2022,
            41,
            "全年举办展览8场，满意度测评列全市第1位。" if slips.first else "全年举办展览8场。",
            COPIED if slips.copied else "",
            "图书展览项目",
        ),
        "外单位自评表.docx": _form(
            PEER, 2022, "0.00", "图书编目项目", actual=940 if slips.copied else 908
        ),
    }
    for name, text in texts.items():
        make(text, folder / name)
    return [folder / name for name in texts]


def archive_of(address: str, files: list[Path]) -> None:
    """Read the files in this process into an archive."""
    with Archive.open(address, create=True) as archive:
        for file in files:
            add(archive, file)


def add(archive: Archive, file: Path) -> None:
    """Read one file into an archive, as it is now."""
    source = Source(file.name, file.read_bytes())
    intake = Intake(file.name, Location(file), sha256=source.sha256, bytes=len(source.data))
    archive.write(intake, read_job(Job(intake, give="passages")))


def _form(
    unit: str, year: int, carried: str, project: str = "档案数字化项目", actual: int = 940
) -> str:
    amounts = {"budget": "200.00", "executed": "180.00", "rate": "90.00%"}
    granted = f"{200 - float(carried):.2f}"
    spent = f"{180 - float(carried):.2f}"
    return FORM.format(
        unit=unit,
        year=year,
        project=project,
        carried=carried,
        granted=granted,
        spent=spent,
        target=900,
        actual=actual,
        visits=2000,
        visited=2150 + (year - 2022) * 65,
        **amounts,
    )


def prose(
    unit: str, year: int, staff: int, work: str, more: str, project: str = "档案利用项目"
) -> str:
    return PROSE.format(
        unit=unit, year=year, later=year + 1, staff=staff, work=work, more=more, project=project
    )
