"""Forms drawn by lot, read back. ``HESHU_FORM_SEEDS=200`` draws that many of every layout."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from generators.form_docx import form_docx
from generators.form_drawing import Form, draw_form
from generators.form_layouts import layouts
from generators.form_lists import LISTS, draw_list
from generators.form_pdf import draw_style, form_pdf
from generators.form_reading import projects_in, row_count, wrong_rows
from generators.form_text import form_text

SEEDS = range(int(os.environ.get("HESHU_FORM_SEEDS", "3")))
FORMS = sorted(layouts())
EVERY = pytest.mark.parametrize("layout", [*FORMS, *sorted(LISTS)])


def draw(layout: str, seed: int) -> Form:
    return draw_list(seed, layout) if layout in LISTS else draw_form(seed, layout)


@EVERY
@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_is_right_in_word(layout: str, seed: int):
    form = draw(layout, seed)
    found = projects_in("form.docx", form_docx(form, seed=seed))
    assert wrong_rows(form.projects, found) == []


@pytest.mark.parametrize("layout", FORMS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_is_right_in_text_between_tabs(layout: str, seed: int):
    form = draw(layout, seed)
    found = projects_in("form.txt", form_text(form).encode())
    assert wrong_rows(form.projects, found) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_two_forms_in_one_file_are_two_projects(seed: int):
    one, other = draw("central-2020", seed), draw("sichuan-0013zp", seed + 100)
    found = projects_in("forms.docx", form_docx(one, other, seed=seed))
    assert wrong_rows(one.projects + other.projects, found) == []


def test_nearly_every_row_is_right_in_pdf():
    assert _share_right(lambda form, seed: form_pdf(form, style=draw_style(seed))) >= 0.99


def _share_right(written: Callable[[Form, int], bytes]) -> float:
    rows, wrong = 0, list[str]()
    for layout in FORMS:
        for seed in SEEDS:
            form = draw(layout, seed)
            found = projects_in("form.pdf", written(form, seed))
            rows += row_count(form.projects)
            wrong += wrong_rows(form.projects, found)
    print("\n".join(wrong))
    return 1 - len(wrong) / rows
