"""Forms drawn by lot, read back. ``HESHU_FORM_SEEDS=200`` draws that many of every layout."""

from __future__ import annotations

import os

import pytest

from generators.form_docx import form_docx
from generators.form_drawing import Form, draw_form
from generators.form_layouts import layouts
from generators.form_lists import LISTS, draw_list
from generators.form_reading import projects_in, wrong_rows

SEEDS = range(int(os.environ.get("HESHU_FORM_SEEDS", "4")))
EVERY = pytest.mark.parametrize("layout", [*sorted(layouts()), *sorted(LISTS)])


def draw(layout: str, seed: int) -> Form:
    return draw_list(seed, layout) if layout in LISTS else draw_form(seed, layout)


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_is_right_in_word(layout: str, seed: int):
    form = draw(layout, seed)
    found = projects_in("form.docx", form_docx(form, seed=seed))
    assert wrong_rows(form.projects, found) == []
