"""A record is compared, hashed, replaced and pickled by its fields, and has no others."""

import pickle
from dataclasses import fields, replace

import pytest

from heshu.schemas.document import Box, Place
from heshu.schemas.passage import Piece

BOX = Box(1, 72.0, 80.5, 90.0, 92.5)


def test_equal_records_are_one_key():
    assert {Place(3, 0, 4, box=BOX): "a"}[Place(3, 0, 4, box=replace(BOX))] == "a"
    assert Place(3, 0, 4) != Place(3, 0, 5)


def test_a_record_with_another_value_leaves_the_first_as_it_was():
    assert replace(BOX, page=2) == Box(2, 72.0, 80.5, 90.0, 92.5)
    assert BOX.page == 1


def test_a_record_comes_back_from_another_process():
    place = Place(3, 0, 4, row=1, column=2, box=BOX)
    assert pickle.loads(pickle.dumps(place)) == place


def test_a_record_has_its_fields_and_no_others():
    assert [field.name for field in fields(Piece)][:3] == ["offset", "block", "start"]
    with pytest.raises(AttributeError):
        setattr(BOX, "colour", "red")  # noqa: B010
