"""A report made by hand, with one of everything, for the tests of rows and outputs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from heshu.pipeline.entry import DocumentEntry
from heshu.schemas.document import Box, Cell, Document, Note, Paragraph, Place, Table
from heshu.schemas.figure import Citation, DateMention, Figure
from heshu.schemas.finding import Finding, Quote
from heshu.schemas.report import Fund, Indicator, Project, Report, Section, Signature

DOC_ID = "0123456789abcdef"
SHA256 = DOC_ID * 4
BODY = "全年执行数1250.5万元"

FIGURE = Figure(
    place=Place(1, 5, 13, box=Box(1, 90.0, 100.0, 150.0, 112.0)),
    text="1250.5万元",
    number_text="1250.5",
    kind="amount",
    value=Decimal("12505000"),
    low=Decimal("12504500"),
    high=Decimal("12505500"),
    unit="CNY",
    unit_text="万元",
    unit_from="text",
    decimals=1,
    comparator="eq",
    rule="amount",
    section=0,
    subject="全年执行数",
    period_start=date(2023, 1, 1),
)

DOCUMENT = Document(
    doc_id=DOC_ID,
    sha256=SHA256,
    name="报告.docx",
    format="docx",
    bytes=1234,
    blocks=(
        Paragraph("一、基本情况", type="heading"),
        Paragraph(BODY),
        Table(1, 2, (Cell(0, 0, "项目名称", is_header=True), Cell(0, 1, ""))),
    ),
    created=datetime(2024, 3, 1, 8, 30),
    notes=(Note("hidden-text", "隐藏文字未读"),),
)

REPORT = Report(
    document=DOCUMENT,
    seq=1,
    first_block=0,
    last_block=2,
    title="自评报告",
    year=2023,
    score=Decimal("93.60"),
    sections=(Section(1, "一、", "基本情况", "overview", 0, 2),),
    figures=(FIGURE,),
    dates=(
        DateMention(Place(1, 0, 2), "全年", "year", date(2023, 1, 1), date(2023, 12, 31), None),
    ),
    citations=(Citation(Place(1, 0, 2), "全年", None, "云财", 2024, 6, "云财〔2024〕6号"),),
    projects=(
        Project(
            name="供水项目",
            department=None,
            unit=None,
            year=2023,
            budget_initial=None,
            budget=Decimal(1),
            executed=None,
            execution_rate=Decimal("0.96"),
            total_weight=None,
            total_score=None,
            grade=None,
            goal_text=None,
            result_text=None,
            source="form",
            funds=(Fund(1, "总额", "total", None, Decimal(1), None, None, None, None, 2, 0),),
            indicators=(
                Indicator(
                    level1="产出指标",
                    level1_kind="output",
                    level2=None,
                    name="管网长度",
                    comparator="ge",
                    target_text="≥5公里",
                    target_value=Decimal(5000),
                    target_unit="m",
                    actual_text=None,
                    actual_value=None,
                    actual_unit=None,
                    weight=Decimal(10),
                    score=None,
                    reason=None,
                    block=2,
                    row=0,
                ),
            ),
        ),
    ),
    signatures=(Signature("沈若溪", None, None, "组长", True, 2, 0),),
    findings=(
        Finding(
            key="k1",
            rule="F01",
            severity="error",
            verdict="fail",
            statement="1 + 1 = 2 ≠ 3",
            message="合计不符",
            expected=Decimal(2),
            expected_low=None,
            expected_high=None,
            stated=Decimal(3),
            stated_low=None,
            stated_high=None,
            report_ids=(f"{DOC_ID}-1",),
            figure_ids=(f"{DOC_ID}-1-f00001",),
            quotes=(Quote(f"{DOC_ID}-1", Place(1, 5, 13), "1250.5万元"),),
        ),
    ),
    notes=(Note("unit-unknown", "单位不明", Place(1, 5, 13)),),
)

ENTRY = DocumentEntry(
    doc_id=DOC_ID,
    sha256=SHA256,
    path="甲/报告.docx",
    also_at=("乙/副本.docx",),
    name="报告.docx",
    format="docx",
    bytes=1234,
    pages=None,
    created=DOCUMENT.created,
    modified=None,
    status="ok",
    error_code=None,
    error=None,
    heshu_version="0",
    ingested_at=datetime(2024, 5, 1, tzinfo=UTC),
    seconds=0.5,
)


def report_with(figure: Figure) -> Report:
    """The report with another figure in place of its own."""
    return replace(REPORT, figures=(figure,))
