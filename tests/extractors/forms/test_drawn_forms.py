"""More than 300 forms drawn by lot, of every layout, read back in every format.

``HESHU_FORM_SEEDS=200`` draws that many of every layout.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generators.form_docx import form_docx
from generators.form_drawing import Form, draw_form
from generators.form_layouts import layouts
from generators.form_lists import LISTS, draw_list
from generators.form_office import office_pdfs
from generators.form_pdf import draw_style, form_pdf
from generators.form_reading import projects_in, row_count, wrong_rows
from generators.form_text import form_text
from heshu.extractors.readers.legacy_program import find_office

SEEDS = range(int(os.environ.get("HESHU_FORM_SEEDS", "18")))
FORMS = sorted(layouts())
EVERY = [*FORMS, *sorted(LISTS)]
FRESH = 1000
"""A seed from which none of ``SEEDS`` is drawn."""


def draw(layout: str, seed: int) -> Form:
    return draw_list(seed, layout) if layout in LISTS else draw_form(seed, layout)


@pytest.mark.parametrize("layout", EVERY)
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
    forms = [(draw(layout, seed), seed) for layout in EVERY for seed in SEEDS]
    files = (form_pdf(form, style=draw_style(seed)) for form, seed in forms)
    assert share_right([form for form, _ in forms], files) >= 0.99


@pytest.mark.parametrize(("middle", "floor"), [(False, 0.98), (True, 0.94)])
def test_most_rows_are_right_in_pdf_without_ruling_lines(middle: bool, floor: float):
    styled = [(draw(layout, seed), draw_style(seed)) for layout in EVERY for seed in (1, 4, 5)]
    plain = [replace(style, ruled=False, middle=middle) for _, style in styled]
    files = (form_pdf(form, style=style) for (form, _), style in zip(styled, plain, strict=True))
    assert share_right([form for form, _ in styled], files) >= floor


def test_nearly_every_row_is_right_in_pdf_by_an_office_program(tmp_path: Path):
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice, which prints the forms, is not installed")
    forms = [draw(layout, seed) for seed, layout in enumerate(EVERY)]
    forms += [draw(layout, FRESH) for layout in FORMS[:3]]
    assert share_right(forms, office_pdfs(office, tmp_path, forms)) >= 0.99


def share_right(forms: Sequence[Form], files: Iterable[bytes]) -> float:
    """The part of the forms' rows that is right in their files; prints what is wrong."""
    wrong = [
        difference
        for form, file in zip(forms, files, strict=True)
        for difference in wrong_rows(form.projects, projects_in("form.pdf", file))
    ]
    print("\n".join(wrong))
    return 1 - len(wrong) / sum(row_count(form.projects) for form in forms)
