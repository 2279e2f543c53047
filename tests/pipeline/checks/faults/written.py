"""Two short reports in order: a list of projects with its total, and a form told in a sentence."""

from __future__ import annotations

from generators.grids import table
from heshu.schemas.document import Block, Document, Paragraph


def document(*blocks: Block) -> Document:
    """A Word document of these blocks."""
    return Document("0" * 16, "0" * 64, "report.docx", "docx", 1, blocks)


LIST_OF_PROJECTS: tuple[Block, ...] = (
    Paragraph("云陵县水利局2022年度项目支出绩效自评汇总报告", type="title"),
    Paragraph("一、基本情况"),
    Paragraph("2022年，我局共开展项目3个，全年预算数900万元，全年执行数846万元，执行率94.00%。"),
    Paragraph("单位：万元"),
    table(
        """
        | 序号 | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 | 等级 |
        | 1 | 渠道清淤 | 200.00 | 220.00 | 209.00 | 95.00% | 96.50 | 优 |
        | 2 | 水库除险加固 | 500.00 | 480.00 | 465.60 | 97.00% | 97.20 | 优 |
        | 3 | 山洪预警 | 200.00 | 200.00 | 171.40 | 85.70% | 88.40 | 良 |
        | 合计 | < | 900.00 | 900.00 | 846.00 | 94.00% | — | — |
        """
    ),
    Paragraph("云陵县水利局"),
    Paragraph("2023年3月10日"),
)

FORM_AND_SENTENCE: tuple[Block, ...] = (
    Paragraph("云陵县图书馆2022年度部门整体支出绩效自评报告", type="title"),
    Paragraph("一、综合评价结论"),
    Paragraph(
        "2022年，全年预算数为640.00万元，全年执行数为608.00万元，预算执行率为95.00%。"
        "自评得分为98.50分，评价等级为“优”。"
    ),
    Paragraph("二、资金情况"),
    Paragraph("单位：万元"),
    table(
        """
        | 资金类别 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分 |
        | 年度资金总额 | 600.00 | 640.00 | 608.00 | 95.00% | 10 | 9.50 |
        | 其中：基本支出 | 400.00 | 400.00 | 396.00 | 99.00% | |  |
        | 项目支出 | 200.00 | 240.00 | 212.00 | 88.33% | |  |
        """
    ),
    Paragraph("三、指标完成情况"),
    table(
        """
        | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
        | 产出指标 | 数量指标 | 新增藏书册数 | ≥20000册 | 21400册 | 30 | 30 |  |
        | ^ | 时效指标 | 图书上架及时率 | ≥95% | 90.25% | 20 | 19 | 编目人员不足 |
        | 效益指标 | 社会效益指标 | 到馆读者人次 | ≥12万人次 | 12.6万人次 | 30 | 30 |  |
        | 满意度指标 | 服务对象满意度指标 | 读者满意度 | ≥90% | 93.4% | 10 | 10 |  |
        | 预算执行率 | < | < | < | < | 10 | 9.50 |  |
        | 总分 | < | < | < | < | 100 | 98.50 |  |
        """
    ),
    Paragraph("云陵县图书馆"),
    Paragraph("2023年3月15日"),
)
