"""The lattice that ruling lines draw."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from heshu.extractors.readers.grid import Slot, cluster, find_lattices
from heshu.extractors.readers.pdf_page import Rule

XS = (50.0, 120.0, 200.0, 300.0)
YS = (100.0, 120.0, 150.0, 190.0)


def rules(slots: list[Slot]) -> tuple[list[Rule], list[Rule]]:
    """The outlines of the slots, each drawn with all its four sides."""
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for slot in slots:
        x0, x1 = XS[slot.column], XS[slot.column + slot.column_span]
        y0, y1 = YS[slot.row], YS[slot.row + slot.row_span]
        horizontal += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        vertical += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
    return horizontal, vertical


Positions = set[tuple[int, int]]


def covered(slot: Slot) -> Positions:
    return {
        (row, column)
        for row in range(slot.row, slot.row + slot.row_span)
        for column in range(slot.column, slot.column + slot.column_span)
    }


@st.composite
def partitions(draw: st.DrawFn) -> list[Slot]:
    """A three by three grid cut into merged cells by lot."""
    free = covered(Slot(0, 0, 3, 3))
    slots: list[Slot] = []
    while free:
        row, column = min(free)
        sizes = ((height, width) for height in (1, 2, 3) for width in (1, 2, 3))
        fitting = [slot for size in sizes if covered(slot := Slot(row, column, *size)) <= free]
        slots.append(draw(st.sampled_from(fitting)))
        free -= covered(slots[-1])
    return slots


def edges_used(slots: list[Slot]) -> tuple[set[int], set[int]]:
    rows = {edge for slot in slots for edge in (slot.row, slot.row + slot.row_span)}
    columns = {edge for slot in slots for edge in (slot.column, slot.column + slot.column_span)}
    return rows, columns


@given(partitions())
def test_merged_cells_are_found_as_drawn(slots: list[Slot]):
    lattices = find_lattices(*rules(slots))
    if len(slots) == 1:
        assert lattices == []
        return
    (lattice,) = lattices
    every_line_drawn = edges_used(slots) == ({0, 1, 2, 3}, {0, 1, 2, 3})
    if every_line_drawn:
        assert sorted(lattice.slots) == sorted(slots)
    assert len(lattice.slots) == len(slots)


@given(partitions(), st.randoms())
def test_the_order_of_the_lines_does_not_matter(slots: list[Slot], random: Random):
    horizontal, vertical = rules(slots)
    shuffled = [list(horizontal), list(vertical)]
    for lines in shuffled:
        random.shuffle(lines)
    assert find_lattices(*shuffled) == find_lattices(horizontal, vertical)


def test_a_thin_rectangle_is_one_line():
    assert cluster([100.0, 100.6, 150.0, 150.5]) == [100.3, 150.25]


def test_an_underline_and_a_frame_are_no_table():
    underline = [Rule(100, 50, 90), Rule(130, 50, 90)]
    assert find_lattices(underline, []) == []
    frame = rules([Slot(0, 0, 3, 3)])
    assert find_lattices(*frame) == []


def test_tables_one_over_the_other_are_two():
    upper = rules([Slot(0, 0, 1, 1), Slot(0, 1, 1, 2)])
    lower = [
        [Rule(r.at + 300, r.start, r.end) for r in upper[0]],
        [Rule(r.at, r.start + 300, r.end + 300) for r in upper[1]],
    ]
    found = find_lattices(upper[0] + lower[0], upper[1] + lower[1])
    assert [lattice.ys for lattice in found] == [(100.0, 120.0), (400.0, 420.0)]


def test_a_point_belongs_to_the_slot_that_covers_it():
    (lattice,) = find_lattices(*rules([Slot(0, 0, 2, 1), Slot(0, 1, 1, 1), Slot(1, 1, 1, 1)]))
    tall = lattice.slots.index(Slot(0, 0, 2, 1))
    rows = [lattice.row_at(110), lattice.row_at(140)]
    assert rows == [0, 1]
    assert [lattice.slot_at(60, row) for row in (0, 1)] == [tall, tall]
    assert lattice.slot_at(40, 0) is None
    assert lattice.row_at(40) is None
