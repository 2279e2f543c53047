"""Numbers in tables take their meaning from headings and labels."""

import pytest

from heshu.schemas.figure import Aspect, Role
from heshu.schemas.passage import CellContext, ColumnRole
from meanings import figures

ROW = ("产出指标", "数量指标", "开展巡回义诊场次")


@pytest.mark.parametrize(
    ("column", "text", "role"),
    [
        ("target", "≥120场", "target"),
        ("actual", "126场", "actual"),
        ("weight", "8分", "weight"),
        ("score", "7.5分", "score"),
        ("prior", "110场", "prior"),
    ],
)
def test_column_gives_the_role_and_row_the_subject(column: ColumnRole, text: str, role: str):
    (figure,) = figures(text, cell=CellContext(role=column, row_labels=ROW))
    assert (figure.subject, figure.role) == ("开展巡回义诊场次", role)


@pytest.mark.parametrize(
    ("column", "text", "role", "aspect"),
    [
        ("budget_initial", "120.00万元", "budget_initial", "level"),
        ("budget", "116.50万元", "budget", "level"),
        ("executed", "110.20万元", "executed", "level"),
        ("execution_rate", "94.59%", None, "execution"),
    ],
)
def test_fund_table(column: ColumnRole, text: str, role: str | None, aspect: Aspect):
    cell = CellContext(role=column, row_labels=("项目资金", "其中：财政拨款"))
    (figure,) = figures(text, cell=cell)
    assert (figure.subject, figure.role, figure.aspect) == ("财政拨款", role, aspect)
    assert figure.scope == "其中"


def test_the_weight_in_a_label_is_of_the_label():
    (figure,) = figures("满意度指标（10分）", cell=CellContext(is_header=True))
    assert (figure.subject, figure.role) == ("满意度指标", "weight")


def test_the_weight_is_no_part_of_the_row_label():
    cell = CellContext(role="target", row_labels=("送医下乡次数（12分）",))
    (figure,) = figures("≥24次", cell=cell)
    assert figure.subject == "送医下乡次数"


def test_numbers_of_rows_are_no_labels():
    cell = CellContext(role="executed", row_labels=("3", "校舍维修"))
    (figure,) = figures("25.5万元", cell=cell)
    assert figure.subject == "校舍维修"


@pytest.mark.parametrize(("column", "role"), [("goal", "target"), ("result", "actual")])
def test_goals_and_results_are_sentences_with_a_role(column: ColumnRole, role: str):
    found = figures("维修校舍12处，新增学位600个。", cell=CellContext(role=column))
    assert [(f.subject, f.role) for f in found] == [("校舍", role), ("学位", role)]


def test_amounts_of_a_form_are_of_its_year():
    (figure,) = figures("25.5万元", cell=CellContext(role="budget", row_labels=("总额",)))
    assert (str(figure.period_start), str(figure.period_end)) == ("2022-01-01", "2022-12-31")


def test_without_labels_the_subject_is_null():
    (figure,) = figures("25.5万元", cell=CellContext(role="budget"))
    assert figure.subject is None


@pytest.mark.parametrize("label", ["自评总分（分）", "自评总分"])
def test_a_unit_in_brackets_is_no_part_of_the_row_label(label: str):
    (figure,) = figures("95.5", cell=CellContext(role="score", row_labels=(label,)))
    assert figure.subject == "自评总分"


@pytest.mark.parametrize(("heading", "aspect"), [("占比", "share"), ("合格率", "level")])
def test_the_heading_of_a_column_tells_of_shares(heading: str, aspect: Aspect):
    cell = CellContext(row_labels=("城东区",), column_headings=(heading,))
    (figure,) = figures("33.5%", cell=cell)
    assert (figure.subject, figure.aspect) == ("城东区", aspect)


@pytest.mark.parametrize(
    ("heading", "role"),
    [("计划里程", "plan"), ("任务面积", "target"), ("目标户数", "target"), ("完成面积", None)],
)
def test_what_is_to_be_done_is_told_by_how_the_heading_begins(heading: str, role: Role | None):
    cell = CellContext(row_labels=("城东区",), column_headings=(heading,))
    (figure,) = figures("33.5公里", cell=cell)
    assert figure.role == role
