import pytest

from corpora import corpus
from heshu.extractors.figures.caption_units import caption_unit
from heshu.schemas.passage import CellContext


@pytest.mark.parametrize(("case", "unit"), corpus("captions")["columns"].items())
def test_a_column_takes_the_unit_that_fits_its_heading(case: str, unit: str):
    caption, headings = case.split(" | ")
    cell = CellContext(column_headings=tuple(headings.split("/")), caption_unit=caption)
    assert caption_unit(cell, is_money=False) == (unit or None)


def test_a_column_of_money_takes_the_unit_of_money_and_no_other():
    told = CellContext(role="budget", column_headings=("数",), caption_unit="户、万元")
    assert caption_unit(told, is_money=True) == "万元"
    assert caption_unit(CellContext(role="budget", caption_unit="户"), is_money=True) is None
    assert caption_unit(CellContext(role="budget"), is_money=True) is None


def test_a_column_of_a_year_is_of_money_where_nothing_else_is_told():
    def unit(line: str, caption: str) -> str | None:
        cell = CellContext(column_headings=("2021年",), row_labels=(line,), caption_unit=caption)
        return caption_unit(cell, is_money=False)

    assert unit("办公费", "元") == "元"
    assert unit("培训人数", "万元") is None
    assert unit("办公费", "万元、人") is None
