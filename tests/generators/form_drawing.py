"""Forms drawn by lot from a layout, each with the project that a reader must find in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from heshu.schemas.document import Table
from heshu.schemas.report import Fund, Grade, Project

from .form_canvas import Canvas
from .form_facts import draw_department, draw_goal, draw_project, draw_unit
from .form_funds import draw_funds
from .form_indicators import Scored, draw_indicators
from .form_layouts import Layout, alternates, layouts

TICKS = (
    "1.部门预算项目 口  2.市直专项 ☑",
    "1.持续性项目√ 2.新增性项目□",
    "常年性项目 £ 一次性项目 R",
)
SCORE_TO_COME = "\ue000"
"""Holds the place of a total score that is printed before the scores that make it up."""

LOWEST: tuple[tuple[Grade, int], ...] = (("优", 90), ("良", 80), ("中", 60), ("差", 0))
"""The lowest score of each grade."""


@dataclass(frozen=True)
class Form:
    """A drawn form: the lines above the table, the table, and the projects it tells of."""

    layout: str
    lines: tuple[str, ...]
    table: Table
    header_rows: tuple[int, ...]
    projects: tuple[Project, ...]


@dataclass
class Head:
    """What the head of the form being drawn says."""

    name: str | None = None
    department: str | None = None
    unit: str | None = None
    grade: Grade | None = None
    goal: str | None = None
    result: str | None = None
    score: Decimal | None = None


def draw_form(seed: int, layout_id: str | None = None) -> Form:
    """The form of this seed; of a layout by lot where none is given."""
    random = Random(seed)
    layout = layouts()[layout_id or random.choice(sorted(layouts()))]
    return _Drawing(random, layout).form()


class _Drawing:
    def __init__(self, random: Random, layout: Layout) -> None:
        self.random, self.layout, self.head = random, layout, Head()
        least = max(len(layout.indicator_columns) + 1, len(layout.fund_columns) + 2, 6)
        self.canvas = Canvas(least + random.randint(0, 2), random)
        self.unit_at = (
            layout.unit_at if random.random() < 0.7 else random.choice(("column", "cell"))
        )

    def form(self) -> Form:
        layout = self.layout
        self._head_rows()
        if layout.goals_first:
            self._goals()
        funds = draw_funds(self.canvas, layout, self.unit_at, self.heading)
        self._management(funds)
        if not layout.goals_first:
            self._goals()
        scored = draw_indicators(
            self.canvas, layout, funds[0].score if funds else None, self.heading
        )
        self.head.score = scored.total_score
        self._foot()
        self._settle_score()
        truth = self._project(funds, scored)
        lines = (
            layout.title,
            "（2022年度）",
            *([f"单位：{layout.unit}"] * (self.unit_at == "caption")),
        )
        rows = tuple(self.canvas.header_rows)
        return Form(layout.id, lines, self.canvas.table(), rows, (truth,))

    def heading(self, text: str) -> str:
        """The heading or one that stands for it."""
        return self.random.choice([text, text, *alternates().get(text, [])])

    def _head_rows(self) -> None:
        for slots in self.layout.head:
            texts = [
                text
                for slot in slots
                for text in (self.heading(slot.text), self._value(slot.holds))
            ]
            self.canvas.row(texts, self.canvas.cuts(len(texts)))

    def _value(self, holds: str) -> str:
        draw = getattr(self, f"_draw_{holds}")
        return draw()

    def _draw_name(self) -> str:
        self.head.name = draw_project(self.random)
        coded = self.random.random() < 0.3
        return (
            f"5108772{self.random.randint(2, 9)}T000006485921-{self.head.name}"
            if coded
            else self.head.name
        )

    def _draw_department(self) -> str:
        self.head.department = draw_department(self.random)
        return self.head.department

    def _draw_unit(self) -> str:
        self.head.unit = draw_unit(self.random)
        return self.head.unit

    def _draw_score(self) -> str:
        return f"{SCORE_TO_COME}{self.random.choice(('', '分'))}"

    def _settle_score(self) -> None:
        cells = self.canvas.cells
        self.canvas.cells = [
            replace(cell, text=cell.text.replace(SCORE_TO_COME, str(self.head.score)))
            for cell in cells
        ]

    def _draw_grade(self) -> str:
        score = self.head.score or Decimal(0)
        grade = self.head.grade = next(grade for grade, least in LOWEST if score >= least)
        ticked = " ".join(g + ("☑" if g == grade else "□") for g, _ in LOWEST)
        return self.random.choice((grade, f"自评等级为“{grade}”。", ticked))

    def _draw_kind(self) -> str:
        return self.random.choice(TICKS)

    def _draw_text(self) -> str:
        return self.random.choice(("规划财务科", "按计划推进，加强过程管理。", "市级有关处室"))

    def _draw_none(self) -> str:
        return "无"

    def _draw_phone(self) -> str:
        return "0000-1234567"

    def _draw_date(self) -> str:
        return "2022年3月1日"

    def _goals(self) -> None:
        layout, canvas = self.layout, self.canvas
        if not layout.goals:
            return
        if layout.goals[0].holds == "goal_beside":
            self.head.goal = draw_goal(self.random)
            canvas.row([layout.goals[0].text, self.head.goal], canvas.cuts(2))
            return
        top, cuts = canvas.rows, canvas.even(len(layout.goals), 1)
        canvas.row([self.heading(slot.text) for slot in layout.goals], cuts)
        canvas.row([self._goal(slot.holds) for slot in layout.goals], cuts)
        canvas.side(layout.goal_side, top)

    def _goal(self, holds: str) -> str:
        text = draw_goal(self.random)
        if holds in {"goal", "result"}:
            setattr(self.head, holds, text)
        return text

    def _management(self, funds: tuple[Fund, ...]) -> None:
        if not self.layout.management:
            return
        canvas, top = self.canvas, self.canvas.rows
        cuts = canvas.even(3, 1)
        canvas.row(["", "情况说明", "存在问题和改进措施"], cuts)
        rate = funds[0].execution_rate or Decimal(0)
        for name in self.layout.management:
            canvas.row([name, f"按有关规定执行，资金执行率为{rate * 100:.2f}%。", "无"], cuts)
        canvas.side("资金管理情况", top)

    def _foot(self) -> None:
        for slot in self.layout.foot:
            self.canvas.row([slot.text, self._value(slot.holds)], self.canvas.cuts(2))

    def _project(self, funds: tuple[Fund, ...], scored: Scored) -> Project:
        head, total = self.head, funds[0] if funds else None
        tells_score = self.layout.total or any(
            slot.holds == "score" for slots in self.layout.head for slot in slots
        )
        return Project(
            name=head.name,
            department=head.department,
            unit=head.unit,
            year=2022,
            budget_initial=total and total.budget_initial,
            budget=total and total.budget,
            executed=total and total.executed,
            execution_rate=total and total.execution_rate,
            total_weight=scored.total_weight,
            total_score=scored.total_score if tells_score else None,
            grade=head.grade,
            goal_text=head.goal,
            result_text=head.result,
            source="form",
            funds=funds,
            indicators=scored.indicators,
        )
