"""An audit made by hand: hostile text, merged cells, every verdict, a file that failed."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from handmade import ENTRY
from heshu.pipeline.audit.model import Audit, AuditedFile
from heshu.pipeline.locations import Location
from heshu.schemas.document import Cell, Document, Paragraph, Place, Table
from heshu.schemas.figure import Figure, Kind
from heshu.schemas.finding import Finding, Quote, Severity, Verdict
from heshu.schemas.report import Fund, Indicator, Project, Report, Section

DOC_ID = "fedcba9876543210"
REPORT_ID = f"{DOC_ID}-1"
HOSTILE = (
    "<script>alert(1)</script>",
    '"onload="alert(2)',
    "<img src=x onerror=alert(3)>",
    "javascript:alert(4)",
    "</mark></style></script>",
    "&lt;b&gt;",
    "\x00\ud800\x1b",
)
BLOCKS = (
    Paragraph(f"=一、{HOSTILE[0]}", type="heading"),
    Paragraph(f"预算200万元，{''.join(HOSTILE[1:])}执行180万元，执行率95%。"),
    Paragraph("全年培训12"),
    Paragraph("00人次。"),
    Table(
        2,
        3,
        (
            Cell(0, 0, "资金", is_header=True),
            Cell(0, 1, "@预算与执行", column_span=2, is_header=True),
            Cell(1, 0, "+合计"),
            Cell(1, 1, "200"),
            Cell(1, 2, "190\n（含结转）"),
        ),
    ),
)


def _text(block: Paragraph | Table, cell: tuple[int, int] | None) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return next(each.text for each in block.cells if (each.row, each.column) == cell)


def _figure(
    text: str, block: int, value: str, kind: Kind = "amount", cell: tuple[int, int] | None = None
) -> Figure:
    row, column = cell or (None, None)
    start = _text(BLOCKS[block], cell).index(text)
    unit = {"amount": "CNY", "rate": "1", "count": "人次"}[kind]
    half = Decimal("0.005") if kind == "rate" else Decimal(5000)
    number = Decimal(value)
    return Figure(
        place=Place(block, start, start + len(text), row, column),
        text=text,
        number_text=text.rstrip("万元%人次"),
        kind=kind,
        value=number,
        low=number if kind == "count" else number - half,
        high=number if kind == "count" else number + half,
        unit=unit,
        unit_text=None,
        unit_from=None,
        decimals=0,
        comparator="eq",
        rule="amount",
        section=0,
        subject="=预算",
    )


BUDGET = _figure("200万元", 1, "2000000")
EXECUTED = _figure("180万元", 1, "1800000")
RATE = _figure("95%", 1, "0.95", "rate")
TRAINED = replace(
    _figure("12", 2, "1200", "count"), place=Place(2, 4, 4, end_block=3), text="1200人次"
)
"""Runs over a hard line break."""

CELL_BUDGET = _figure("200", 4, "2000000", cell=(1, 1))
CELL_EXECUTED = _figure("190", 4, "1900000", cell=(1, 2))
FIGURES = (BUDGET, EXECUTED, RATE, TRAINED, CELL_BUDGET, CELL_EXECUTED)


def quote(figure: Figure) -> Quote:
    return Quote(REPORT_ID, figure.place, figure.text)


def finding(
    rule: str, severity: Severity, verdict: Verdict, statement: str, *figures: Figure
) -> Finding:
    stated = figures[-1] if figures else None
    return Finding(
        key=f"key-{rule}-{verdict}",
        rule=rule,
        severity=severity,
        verdict=verdict,
        statement=statement,
        message=f"{HOSTILE[0]}核对：{statement}。",
        expected=Decimal("0.9"),
        expected_low=Decimal("0.895"),
        expected_high=Decimal("0.905"),
        stated=stated and stated.value,
        stated_low=stated and stated.low,
        stated_high=stated and stated.high,
        report_ids=(REPORT_ID,),
        figure_ids=tuple(f"{REPORT_ID}-f{FIGURES.index(each) + 1:05}" for each in figures),
        quotes=tuple(map(quote, figures)),
    )


WORDS = Quote(REPORT_ID, Place(1, 0, 7), "预算200万元")
"""A quote that is no figure and covers one."""

FINDINGS = (
    finding("F04", "error", "ok", "190 ≤ 200", CELL_EXECUTED, CELL_BUDGET),
    replace(finding("F05", "info", "fail", "=1+1"), quotes=(WORDS,)),
    finding("F02", "error", "fail", "180 ÷ 200 = 90% ≠ 95%", EXECUTED, BUDGET, RATE),
    finding("F01", "error", "rounding", "200 ≈ 200", BUDGET, CELL_BUDGET),
    finding("X01", "error", "not_comparable", "180 | 190", EXECUTED, CELL_EXECUTED),
)

DOCUMENT = Document(
    doc_id=DOC_ID,
    sha256=DOC_ID * 4,
    name="=报告.docx",
    format="docx",
    bytes=10,
    blocks=BLOCKS,
)

REPORT = Report(
    document=DOCUMENT,
    seq=1,
    first_block=0,
    last_block=4,
    title=f"自评报告{HOSTILE[2]}",
    year=2023,
    unit="-云屏市水务局",
    sections=(Section(1, "一、", "概况", "overview", 0, 4),),
    figures=FIGURES,
    findings=FINDINGS,
    projects=(
        Project(
            name="@供水",
            department=None,
            unit=None,
            year=2023,
            budget_initial=None,
            budget=None,
            executed=None,
            execution_rate=None,
            total_weight=None,
            total_score=None,
            grade=None,
            goal_text=None,
            result_text=None,
            source="form",
            funds=(
                Fund(
                    1,
                    "+合计",
                    "total",
                    None,
                    Decimal(2000000),
                    Decimal(1900000),
                    Decimal("0.95"),
                    None,
                    None,
                    4,
                    1,
                ),
            ),
            indicators=(
                Indicator(
                    level1="产出",
                    level1_kind="output",
                    level2=None,
                    name="-长度",
                    comparator=None,
                    target_text="=5",
                    target_value=None,
                    target_unit=None,
                    actual_text=None,
                    actual_value=None,
                    actual_unit=None,
                    weight=Decimal(10),
                    score=Decimal("9.5"),
                    reason=None,
                    block=4,
                    row=1,
                ),
            ),
        ),
    ),
)

READ = AuditedFile(
    replace(ENTRY, doc_id=DOC_ID, name=DOCUMENT.name),
    Location(Path("报告.docx")),
    DOCUMENT,
    (REPORT,),
)
FAILED = AuditedFile(
    replace(ENTRY, name="坏.pdf", status="failed", error_code="damaged", error="=坏.pdf：已损坏"),
    Location(Path("坏.pdf")),
    None,
    (),
)
AUDIT = Audit.of((READ, FAILED))
