"""A self-evaluation report: its outline, its facts, its forms and its findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from .document import Document, Note
from .figure import Citation, DateMention, Figure
from .finding import Finding
from .passage import Passage
from .record import record

ReportKind = Literal[
    "project_self_evaluation",
    "project_evaluation",
    "department_self_evaluation",
    "transfer_self_evaluation",
    "self_evaluation_form",
    "other",
]
Grade = Literal["优", "良", "中", "差"]
SectionKind = Literal[
    "goal_management",
    "work_done",
    "conclusion",
    "goal_completion",
    "deviation",
    "use_of_results",
    "overview",
    "funds",
    "indicators",
    "problems",
    "suggestions",
    "other",
]
FundSource = Literal[
    "total",
    "fiscal",
    "carryover",
    "other",
    "central",
    "province",
    "city",
    "county",
    "self_raised",
    "special_account",
    "bond",
]
ProjectSource = Literal["form", "fund_table", "prose"]
Level1Kind = Literal[
    "decision", "process", "output", "cost", "benefit", "satisfaction", "management", "other"
]


@record
class Section:
    """A heading and what follows it, up to the next heading of its level or a higher one.

    ``level`` is 1 for 一、, 2 for （一）, 3 for 1. and 4 for （1）.
    """

    level: int
    number: str | None
    title: str
    kind: SectionKind
    first_block: int
    last_block: int


@record
class Fund:
    """A line of the fund table (资金情况), amounts in CNY; ``label`` is as printed.

    ``row`` is null where a sentence tells of the money.
    """

    line: int
    label: str
    source: FundSource | None
    budget_initial: Decimal | None
    budget: Decimal | None
    executed: Decimal | None
    execution_rate: Decimal | None
    weight: Decimal | None
    score: Decimal | None
    block: int
    row: int | None


@record
class Indicator:
    """A row of the indicator table (绩效指标). Values are null where the text is qualitative."""

    level1: str | None
    level1_kind: Level1Kind | None
    level2: str | None
    name: str
    comparator: str | None
    target_text: str | None
    target_value: Decimal | None
    target_unit: str | None
    actual_text: str | None
    actual_value: Decimal | None
    actual_unit: str | None
    weight: Decimal | None
    score: Decimal | None
    reason: str | None
    block: int
    row: int


@dataclass(frozen=True, slots=True)
class Project:
    """A project of a report, amounts in CNY; ``execution_rate`` is as stated, not computed."""

    name: str | None
    department: str | None
    unit: str | None
    year: int | None
    budget_initial: Decimal | None
    budget: Decimal | None
    executed: Decimal | None
    execution_rate: Decimal | None
    total_weight: Decimal | None
    total_score: Decimal | None
    grade: Grade | None
    goal_text: str | None
    result_text: str | None
    source: ProjectSource
    funds: tuple[Fund, ...] = ()
    indicators: tuple[Indicator, ...] = ()


@record
class Signature:
    """A row of a signature table (评价人员). ``signed``: a mark or a picture stands in the cell."""

    name: str
    unit: str | None
    title: str | None
    part: str | None
    signed: bool
    block: int
    row: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a document; every stage adds to it and takes nothing away.

    ``first_block`` to ``last_block`` is where it stands; ``appended_blocks`` are its
    signature tables and annexes that are printed elsewhere in the file. ``year`` is the
    evaluated year, ``unit`` the 实施单位, ``department`` the 主管部门, ``evaluator`` the
    评价机构, ``project`` the 项目名称 where the report is of one project. Unknown is null.
    """

    document: Document
    seq: int
    first_block: int
    last_block: int
    appended_blocks: tuple[int, ...] = ()
    title: str | None = None
    kind: ReportKind = "other"
    year: int | None = None
    unit: str | None = None
    department: str | None = None
    evaluator: str | None = None
    project: str | None = None
    cover_date: date | None = None
    closing_date: date | None = None
    sign_date: date | None = None
    score: Decimal | None = None
    grade: Grade | None = None
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    citations: tuple[Citation, ...] = ()
    projects: tuple[Project, ...] = ()
    signatures: tuple[Signature, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def report_id(self) -> str:
        """The document's id with the report's number in the file."""
        return f"{self.document.doc_id}-{self.seq}"

    def section_id(self, index: int) -> str:
        """The id of ``sections[index]``: the report's with a running number from 1."""
        return f"{self.report_id}-s{index + 1:03}"

    def figure_id(self, index: int) -> str:
        """The id of ``figures[index]``, stable for the same bytes."""
        return f"{self.report_id}-f{index + 1:05}"

    def project_id(self, index: int) -> str:
        """The id of ``projects[index]``."""
        return f"{self.report_id}-p{index + 1:03}"

    def indicator_id(self, project: int, index: int) -> str:
        """The id of ``projects[project].indicators[index]``."""
        return f"{self.project_id(project)}-i{index + 1:03}"

    def finding_id(self, index: int) -> str:
        """The id of ``findings[index]``."""
        return f"{self.report_id}-x{index + 1:03}"
