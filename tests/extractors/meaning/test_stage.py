"""The stage: chains, periods over a paragraph, sections, and places over hard line breaks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from heshu.extractors.figures.stage import read_figures
from heshu.extractors.meaning.stage import understand
from heshu.extractors.text.fold import fold
from heshu.schemas.figure import Figure
from heshu.schemas.passage import Passage, Piece
from meanings import figures, report, section


def periods(found: Iterable[Figure]) -> list[tuple[str | None, str | None]]:
    return [(_day(f.period_start), _day(f.period_end)) for f in found]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def test_one_subject_carries_four_figures():
    found = figures("全年水产品产量3.6万吨，增幅5.2%，目标完成比103%，全市排名第4。")
    assert {f.subject for f in found} == {"水产品产量"}
    assert [f.aspect for f in found] == ["level", "growth", "completion", "rank"]


def test_a_new_name_ends_the_chain():
    found = figures("蔬菜产量2.1万吨，增长3%，水果产量1.4万吨，增长6%。")
    assert [f.subject for f in found] == ["蔬菜产量", "蔬菜产量", "水果产量", "水果产量"]


def test_a_period_holds_for_the_paragraph_until_another_is_named():
    found = figures("1-6月，巡查河道320次。发现问题18个。7月，清理垃圾60吨。")
    first, last = ("2022-01-01", "2022-06-30"), ("2022-07-01", "2022-07-31")
    assert periods(found) == [first, first, last]


def test_a_period_does_not_reach_the_next_paragraph():
    found = figures("1-6月，巡查河道320次。", "清理垃圾60吨。")
    assert periods(found)[1] == (None, None)


def test_a_time_that_is_compared_to_is_no_period():
    (figure,) = figures("较2020年增长8%。")
    assert periods([figure]) == [(None, None)]


def test_up_to_a_day_has_no_first_day():
    (figure,) = figures("截至2022年9月30日，完成投资3亿元。")
    assert periods([figure]) == [(None, "2022-09-30")]


def test_what_a_section_of_results_tells_is_actual():
    sections = section("goal_completion", 0, 0), section("problems", 1, 1)
    found = figures("维修路灯350盏。", "路灯损坏40盏。", sections=sections)
    assert [f.role for f in found] == ["actual", None]


def test_budget_words_give_the_year_of_the_report():
    found = figures("预算数30万元，执行数28万元。")
    assert periods(found) == [("2022-01-01", "2022-12-31")] * 2


def test_without_a_year_nothing_is_dated():
    found = figures("全年预算数30万元，执行数28万元。", year=None)
    assert periods(found) == [(None, None)] * 2


def test_figures_of_joined_lines_are_found():
    first, second = "全县新建农村公厕", "120座，改造75座。"
    joined = report(first, second)
    text = first + second
    pieces = (Piece(0, 0, 0), Piece(len(first), 1, 0))
    whole = replace(joined, passages=(Passage(text, fold(text), pieces),))
    found = understand(read_figures(whole)).figures
    assert [(f.place.block, f.subject) for f in found] == [(1, "农村公厕"), (1, "改造农村公厕")]


def test_nothing_else_of_a_figure_changes():
    before = read_figures(report("新建公厕12座，占计划的80%。"))
    after = understand(before)
    cleared = {
        "subject": None, "aspect": None, "scope": None, "role": None, "direction": None,
        "period_start": None, "period_end": None,
    }  # fmt: skip
    assert tuple(replace(figure, **cleared) for figure in after.figures) == before.figures


def test_what_a_section_of_goals_tells_is_a_goal():
    goals = replace(section("goal_management", 0, 0), title="年度绩效目标")
    found = figures("完工率不低于90%，覆盖比例95%以上，确保参训120人次。", sections=(goals,))
    assert [f.role for f in found] == ["target"] * 3


def test_what_a_section_of_steps_to_come_raises_is_a_plan():
    steps = replace(section("suggestions", 0, 0), title="下一步打算")
    found = figures("权重由3%提高至5%，现有教师12人。", sections=(steps,))
    assert [f.role for f in found] == ["prior", "plan", None]
