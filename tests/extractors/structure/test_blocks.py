import pytest

from corpora import corpus, document
from heshu.extractors.structure.furniture import find_furniture
from heshu.extractors.structure.lines import elements_of
from heshu.extractors.structure.section_kinds import section_kind
from heshu.extractors.structure.stage import structure
from heshu.extractors.structure.title_words import report_kind, title_wording
from heshu.extractors.structure.vocabulary import rules
from heshu.schemas.document import Document

SECTION_EXAMPLES = [(e, rule.name) for rule in rules("sections", "kind") for e in rule.examples]
FORM_EXAMPLES = [(e, rule.name) for rule in rules("titles", "form") for e in rule.examples]
KIND_EXAMPLES = [
    (example, rule.forms, rule.name)
    for rule in rules("titles", "kind")
    for example in rule.examples
]

REPORT = """
目录
一、项目概况……………1
二、评价结论……………3
2022年度渔港建设项目绩效自评报告
一、项目概况
资金情况见表1。
表1 资金情况表
单位：万元
来源|预算数|执行数 / 省级资金|100|90
- 2 -
二、评价结论
较好。
"""


@pytest.mark.parametrize(("title", "kind"), corpus("section_kinds")["kinds"].items())
def test_section_kinds_of_published_outlines(title: str, kind: str | None):
    assert section_kind(title) == kind


@pytest.mark.parametrize(("title", "kind"), SECTION_EXAMPLES)
def test_section_kinds_by_their_examples(title: str, kind: str | None):
    assert section_kind(title) == kind


@pytest.mark.parametrize(("title", "form"), FORM_EXAMPLES)
def test_title_forms_by_their_examples(title: str, form: str):
    wording = title_wording(title)
    assert wording is not None
    assert form == ("weak" if wording.weak else wording.form)


@pytest.mark.parametrize(("title", "forms", "kind"), KIND_EXAMPLES)
def test_report_kinds_by_their_examples(title: str, forms: tuple[str, ...], kind: str):
    wording = title_wording(title)
    assert wording is not None
    assert ("weak" if wording.weak else wording.form) in forms
    assert report_kind(title, wording) == kind


def test_types_of_blocks():
    (report,) = structure(document(REPORT))
    types = [getattr(block, "type", "table") for block in report.document.blocks]
    assert types == [
        *("toc", "toc", "toc", "title", "heading", "paragraph", "caption", "caption", "table"),
        *("footer", "heading", "paragraph"),
    ]


def test_furniture_gives_no_passages():
    (report,) = structure(document(REPORT))
    blocks = {passage.block for passage in report.passages}
    assert blocks.isdisjoint({0, 1, 2, 9})


def test_the_caption_unit_reaches_the_cells():
    (report,) = structure(document(REPORT))
    cell = next(passage for passage in report.passages if passage.text == "90")
    assert cell.cell is not None
    assert cell.cell.caption_unit == "万元"
    assert report.sections[cell.section or 0].title == "项目概况"


def test_contents_without_page_numbers():
    text = "目  录\n一、项目概况\n二、评价结论\n一、项目概况\n完成。\n二、评价结论\n较好。"
    assert sorted(find_furniture(elements_of(document(text)), paged=False)) == [0, 1, 2]


def test_sections_end_before_the_next_of_their_level():
    text = "一、概况\n（一）背景\n背景很好。\n（二）内容\n内容很多。\n二、结论\n较好。"
    (report,) = structure(document(text))
    spans = [(section.first_block, section.last_block) for section in report.sections]
    assert spans == [(0, 4), (1, 2), (3, 4), (5, 6)]


def test_under_problems_stand_problems():
    text = "五、存在的问题\n（一）资金支付滞后\n质保金未付。\n（二）下一步措施\n加快支付。"
    (report,) = structure(document(text))
    assert [section.kind for section in report.sections] == ["problems", "problems", "suggestions"]


def test_a_subsection_without_known_words_is_of_its_parents_kind():
    (report,) = structure(document("五、存在的问题\n（一）管护跟不上\n部分路段失管。"))
    assert [section.kind for section in report.sections] == ["problems", "problems"]


def test_chapters_without_known_words_are_told_by_their_place():
    text = (
        "一、一渠清水\n渠长9公里。\n二、资金投入\n投入80万元。\n三、润泽千家\n灌溉3000亩。\n"
        "四、自评得分\n95分。\n五、余音\n渠岸待修。"
    )
    (report,) = structure(document(text))
    kinds = [section.kind for section in report.sections]
    assert kinds == ["overview", "funds", "goal_completion", "conclusion", "other"]


def test_outputs_in_a_chapter_of_their_own_are_what_was_achieved():
    text = "一、概况\n渠长9公里。\n二、产出情况\n修渠9公里。\n三、指标分析\n（一）产出情况\n完成。"
    (report,) = structure(document(text))
    kinds = [section.kind for section in report.sections]
    assert kinds == ["overview", "goal_completion", "indicators", "indicators"]
    text = "一、项目决策情况\n立项合规。\n二、项目产出情况\n修渠9公里。\n三、结论\n较好。"
    (report,) = structure(document(text))
    assert [section.kind for section in report.sections][:2] == ["indicators", "indicators"]


def test_an_empty_document_has_no_report():
    assert structure(Document("0", "0", "a.txt", "txt", 0, ())) == ()
