"""Cells of Word tables at their places on the grid."""

from __future__ import annotations

import pytest

from word_files import WordFile, cell, only_table, paragraph, row, run, spans, table, texts

SPAN_2 = '<w:gridSpan w:val="2"/>'
START = '<w:vMerge w:val="restart"/>'
GO_ON = "<w:vMerge/>"


def grid(*rows: str, widths: tuple[int, ...] = ()):
    return spans(only_table(WordFile(table(*rows, widths=widths)).read()))


def test_merged_cells_stand_once_with_their_spans():
    assert grid(
        row(cell("指标", START), cell("分值", SPAN_2)),
        row(cell("", GO_ON), "满分", "得分"),
    ) == [
        (0, 0, 2, 1, "指标"),
        (0, 1, 1, 2, "分值"),
        (1, 1, 1, 1, "满分"),
        (1, 2, 1, 1, "得分"),
    ]


def test_a_wide_merged_cell_goes_on_over_two_narrow_ones():
    assert grid(
        row(cell("甲", SPAN_2 + START), "1"),
        row(cell("", GO_ON), cell("", GO_ON), "2"),
    ) == [(0, 0, 2, 2, "甲"), (0, 2, 1, 1, "1"), (1, 2, 1, 1, "2")]


def test_a_merge_over_other_columns_begins_a_cell_of_its_own():
    assert grid(
        row(cell("甲", START), "乙", "丙"),
        row(cell("丁", GO_ON + SPAN_2), "戊"),
        row(cell("", GO_ON + SPAN_2), "己"),
    ) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, "乙"),
        (0, 2, 1, 1, "丙"),
        (1, 0, 2, 2, "丁"),
        (1, 2, 1, 1, "戊"),
        (2, 2, 1, 1, "己"),
    ]


def test_a_merge_that_nothing_begins_is_a_cell():
    assert grid(row(cell("甲", GO_ON), "乙")) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")]


def test_horizontal_merge_of_old_word():
    start, go_on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    assert grid(
        row(cell("合计", start), cell("", go_on), "3"),
        row("1", "2", "3"),
    )[:2] == [(0, 0, 1, 2, "合计"), (0, 2, 1, 1, "3")]


def test_columns_left_out_before_and_after_a_row():
    found = only_table(
        WordFile(
            table(
                row("1", "2", "3"),
                row("中", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            )
        ).read()
    )
    assert spans(found)[3] == (1, 1, 1, 1, "中")
    assert (found.rows, found.columns) == (2, 3)
    assert found.lattice()[1][0] is None


def test_grid_columns_without_an_edge_do_not_count():
    assert grid(
        row(cell("甲", '<w:gridSpan w:val="3"/>'), "乙"),
        row(cell("丙", '<w:gridSpan w:val="3"/>'), "丁"),
    ) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")]


def test_edges_a_hair_apart_are_one():
    crooked = (
        row(cell("甲", START), cell("1", SPAN_2)),
        row(cell("", GO_ON + SPAN_2), "2"),
    )
    assert grid(*crooked, widths=(2000, 15, 2000)) == [
        (0, 0, 2, 1, "甲"),
        (0, 1, 1, 1, "1"),
        (1, 1, 1, 1, "2"),
    ]
    assert grid(*crooked, widths=(2000, 600, 2000))[0] == (0, 0, 1, 1, "甲")


def test_widths_of_nothing_are_not_believed():
    assert grid(row("甲", "乙"), row(cell("丙", SPAN_2)), widths=(0, 0))[1:] == [
        (0, 1, 1, 1, "乙"),
        (1, 0, 1, 2, "丙"),
    ]


@pytest.mark.parametrize("span", ["0", "-3", "many", ""])
def test_a_span_that_is_no_number_is_one_column(span: str):
    assert grid(row(cell("甲", f'<w:gridSpan w:val="{span}"/>'), "乙"))[1] == (0, 1, 1, 1, "乙")


def test_a_monstrous_span_is_cut():
    found = only_table(
        WordFile(table(row(cell("甲", '<w:gridSpan w:val="2000000000"/>'), "乙"))).read()
    )
    assert found.columns < 2000


def test_rows_and_cells_in_content_controls():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    nested = control(control(row(control(cell("甲")), "乙")))
    assert grid(nested, row("丙", "丁")) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, "乙"),
        (1, 0, 1, 1, "丙"),
        (1, 1, 1, 1, "丁"),
    ]


def test_deleted_rows_and_cells_are_left_out_and_inserted_ones_are_not():
    document = WordFile(
        table(
            row("旧", "1", properties='<w:del w:id="1" w:author="x"/>'),
            row("新", "2", properties='<w:ins w:id="2" w:author="x"/>'),
            row(cell("去", '<w:cellDel w:id="3" w:author="x"/>'), "留", "3"),
        )
    ).read()
    assert [c.text for c in only_table(document).cells] == ["新", "2", "留", "3"]
    assert [note.code for note in document.notes] == ["tracked-changes"]


def test_hidden_rows_are_left_out_with_a_note():
    document = WordFile(table(row("甲", properties="<w:hidden/>"), row("乙"))).read()
    assert [c.text for c in only_table(document).cells] == ["乙"]
    assert [note.code for note in document.notes] == ["hidden-text"]


def test_a_nested_table_follows_its_outer_table_and_its_text_is_not_doubled():
    inner = table(row("内"))
    innermost = table(row("深"))
    document = WordFile(
        table(row("外", cell(paragraph("前") + inner + paragraph("后"))))
        + table(row(cell(table(row(cell(innermost))))))
        + paragraph("尾")
    ).read()
    tables = [block for _, block in document.tables()]
    assert [[c.text for c in found.cells] for found in tables] == [
        ["外", "前\n后"],
        ["内"],
        [""],
        [""],
        ["深"],
    ]
    assert [found.inside for found in tables] == [None, (0, 1), None, (0, 0), (0, 0)]
    assert texts(document) == ["尾"]


def test_cells_keep_real_lines_and_drop_blank_ones():
    content = paragraph("组长") + paragraph("　") + paragraph(" (签名): ") + paragraph("")
    assert grid(row(cell(content)))[0][4] == "组长\n(签名):"


def test_a_picture_in_a_cell_is_told():
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    old_picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    found = only_table(
        WordFile(table(row("张三", cell(paragraph(picture)), cell(paragraph(old_picture))))).read()
    )
    assert [c.has_picture for c in found.cells] == [False, True, True]


def test_rows_without_cells_and_tables_without_rows_are_nothing():
    document = WordFile(table(row(), row("甲")) + table() + paragraph(run("尾"))).read()
    assert only_table(document).rows == 1
    assert len(document.blocks) == 2
