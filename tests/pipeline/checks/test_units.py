"""Which names in reports are those of one body, and which are left apart."""

import pytest

from heshu.pipeline.checks.units import Units, places, simplified


@pytest.mark.parametrize(
    "name",
    [
        "云屏市水务局",
        " 云屏市 水务局\n",
        "云屏市水务局（盖章）",
        "云屏市水务局(公章)：",
        "“云屏市水务局”",
        "云屏市水务局。",
    ],
)
def test_spellings_of_one_name_are_one(name: str) -> None:
    assert simplified(name) == "云屏市水务局"


def test_brackets_of_any_width_are_kept_where_they_tell_something() -> None:
    assert (
        simplified("云屏市水务局（本级）")
        == simplified("云屏市水务局(本级)")
        == "云屏市水务局(本级)"
    )
    assert simplified("盖章") == "盖章"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("云屏市青禾区水务局", ("云屏市", "青禾区")),
        ("川宁省云屏市水务局", ("川宁省", "云屏市")),
        ("云屏市城市管理局", ("云屏市",)),
        ("社区服务中心", ()),
        ("水务局", ()),
    ],
)
def test_places_that_a_name_begins_with(name: str, told: tuple[str, ...]) -> None:
    assert places(name) == told


def test_a_district_without_its_city_is_the_one_of_that_city() -> None:
    names = ["云屏市青禾区水务局", "青禾区水务局", "云屏市水务局", "川宁省云屏市水务局"]
    units = Units.of(names)
    assert units.body("青禾区水务局（盖章）") == "云屏市青禾区水务局"
    assert units.body("云屏市水务局") == "川宁省云屏市水务局"


@pytest.mark.parametrize(
    "names",
    [
        ["云屏市青禾区水务局", "青禾区水务局", "江安市青禾区民政局"],
        ["云屏市青禾区水务局", "青禾区民政局"],
        ["云屏市高新区管理委员会", "高新区管理委员会"],
        ["云屏市水务局", "水务局"],
        ["云屏市水务局", "云屏市水务局（本级）"],
    ],
)
def test_what_is_not_certain_is_left_apart(names: list[str]) -> None:
    units = Units.of(names)
    assert len({units.body(name) for name in names}) == len(names)


def test_aliases_come_before_what_the_names_say() -> None:
    names = ["云屏市青禾区水务局", "青禾区水务局", "云屏水务"]
    units = Units.of(names, {"云屏水务 ": "云屏市水务局", "青禾区水务局": "青禾区水务局"})
    assert units.body("云屏水务") == "云屏市水务局"
    assert units.body("青禾区水务局") == "青禾区水务局"
    assert Units.of([], {"甲": "乙", "乙": "丙"}).body("甲") == "丙"
    assert Units.of([], {"甲": "乙", "乙": "甲"}).body("甲") == "甲"
    assert units.body(None) is None
