from decimal import Decimal

import pytest

from corpora import corpus
from generators.form_reading import projects_of
from heshu.schemas.report import Project


def _line(project: Project) -> str:
    numbers = (
        project.budget_initial,
        project.budget,
        project.executed,
        project.execution_rate,
        project.total_score,
    )
    parts = (project.name, *map(_plain, numbers), project.grade)
    return " | ".join(part or "-" for part in parts)


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"


@pytest.mark.parametrize("case", corpus("projects")["case"], ids=lambda case: case["name"])
def test_projects_that_sentences_tell_of(case: dict[str, object]):
    lines = str(case["text"]).strip().split("\n")
    assert [_line(project) for project in projects_of(*lines)] == case["projects"]
