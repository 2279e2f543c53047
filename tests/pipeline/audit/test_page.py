"""The page: every figure marked, both ways linked, and nothing of a report executed."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import html as parser

from audit_accounts import AUDIT, FIGURES, HOSTILE, READ, REPORT, WORDS
from browser import Page, browser, needs_browser
from heshu.pipeline.audit.model import Audit
from heshu.pipeline.audit.page.page import page, write_page

TEXT = page(AUDIT)
OURS = {"script": 1, "style": 1}


@pytest.fixture
def tree() -> Any:
    return cast(Any, parser).document_fromstring(TEXT)


def marked(tree: Any) -> dict[str, str]:
    """The text of every mark by its number."""
    found: dict[str, str] = {}
    for mark in tree.iter("mark"):
        for number in mark.get("data-m").split():
            found[number] = found.get(number, "") + mark.text_content()
    return {number: found[number] for number in sorted(found, key=int)}


def test_every_figure_is_marked(tree: Any) -> None:
    texts = list(marked(tree).values())
    assert texts[: len(FIGURES)] == [figure.text for figure in FIGURES]


def test_a_quote_that_is_no_figure_is_marked_too(tree: Any) -> None:
    assert list(marked(tree).values())[len(FIGURES) :] == [WORDS.text]


def test_a_click_leads_from_each_side_to_the_other(tree: Any) -> None:
    ids = [each.get("id") for each in tree.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    numbers = set(marked(tree))
    for card in tree.find_class("card"):
        assert set(card.get("data-m").split()) <= numbers
    for link in tree.xpath("//ul[@class='quotes']//a"):
        assert link.get("href").removeprefix("#") in ids


def test_every_relation_has_a_card_and_doubts_are_shown_first(tree: Any) -> None:
    cards = tree.find_class("card")
    assert [card.get("data-rule") for card in cards] == ["F02", "F05", "F04", "F01", "X01"]
    assert [card.get("hidden") is None for card in cards] == [True, True, False, False, False]


def test_marks_say_what_stands_against_them(tree: Any) -> None:
    states = {mark.text_content(): mark.get("class") for mark in tree.iter("mark")}
    assert states["95%"] == "error"
    assert states["预算"] == "info"
    assert states["190"] == "ok"
    assert states["12"] == "untouched"


def test_marks_tell_their_worth_and_are_reached_by_keys(tree: Any) -> None:
    (mark,) = (each for each in tree.iter("mark") if each.text_content() == "95%")
    assert mark.get("title") == "比率 · 95% · [94.5%, 95.5%) · =预算"
    assert (mark.get("role"), mark.get("tabindex"), mark.get("data-n")) == ("button", "0", "1")


def test_hostile_text_stays_text(tree: Any) -> None:
    assert {tag: len(list(tree.iter(tag))) for tag in OURS} == OURS
    assert not list(tree.iter("img"))
    body = tree.xpath("//main")[0].text_content()
    for text in HOSTILE[:-1]:
        assert text in body
    assert HOSTILE[-1][0] not in TEXT


def test_no_attribute_of_the_page_can_run_anything(tree: Any) -> None:
    for each in tree.iter():
        for name, value in each.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src", "action"}:
                assert value.startswith("#")


def test_the_policy_admits_our_style_and_script_alone(tree: Any) -> None:
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag in OURS:
        digest = b64encode(sha256(tree.findtext(f".//{tag}").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched() -> None:
    assert not re.search(r"https?://|url\(|@import", TEXT)


def test_merged_cells_keep_their_span(tree: Any) -> None:
    (wide,) = tree.xpath("//th[@colspan]")
    assert (wide.get("colspan"), wide.text_content()) == ("2", "@预算与执行")


def test_files_that_failed_are_told(tree: Any) -> None:
    assert "[damaged] =坏.pdf：已损坏" in tree.find_class("failure")[0].text_content()


def test_a_report_without_findings_has_a_page(tmp_path: Path) -> None:
    quiet = Audit.of([replace(READ, reports=(replace(REPORT, findings=()),))])
    write_page(quiet, tmp_path / "静.html")
    assert "没有疑点" in (tmp_path / "静.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("page")
    write_page(AUDIT, folder / "审计.html")
    with browser(folder / "profile") as shown:
        shown.open(folder / "审计.html")
        yield shown


VISIBLE = "[...document.querySelectorAll('.card')].filter((c) => !c.hidden).map((c) => c.id).join()"
LIT = "[...document.querySelectorAll('mark.on')].map((m) => m.textContent).join()"


@needs_browser
def test_the_browser_runs_our_script_and_nothing_else(opened: Page) -> None:
    assert opened.do("document.documentElement.className") == "scripted"
    assert opened.complaints == []


@needs_browser
def test_a_click_on_a_figure_shows_all_its_relations(opened: Page) -> None:
    opened.do("document.querySelector('td mark').click()")
    assert opened.do(VISIBLE) == "x3,x4"
    assert "2,000,000元" in opened.do("document.getElementById('chosen').textContent")
    opened.press("Escape")
    assert opened.do(VISIBLE) == "x1,x2"


@needs_browser
def test_a_click_on_a_quote_leads_to_its_figure(opened: Page) -> None:
    opened.do("document.querySelector('#x1 .quotes a').click()")
    assert opened.do(LIT) == "200万元,180万元,95%"


@needs_browser
def test_filters_by_severity_and_rule(opened: Page) -> None:
    opened.do("document.querySelector('#filters input[value=info]').click()")
    assert opened.do(VISIBLE) == "x1"
    opened.do("document.querySelector('#filters input[value=info]').click()")
    choose = "const s = document.querySelector('#filters select[name=rule]');"
    change = "s.dispatchEvent(new Event('change', { bubbles: true }));"
    opened.do(f"{{ {choose} s.value = 'F05'; {change} }}")
    assert opened.do(VISIBLE) == "x2"
    opened.do(f"{{ {choose} s.value = 'all'; {change} }}")


@needs_browser
def test_keys_go_from_doubt_to_doubt_and_figure_to_figure(opened: Page) -> None:
    opened.press("Escape")
    opened.press("n")
    assert opened.do("document.activeElement.id") == "x1"
    opened.press("p")
    assert opened.do("document.activeElement.id") == "x2"
    opened.do("document.querySelector('mark').focus()")
    opened.press("ArrowRight")
    opened.press("Enter")
    assert opened.do("document.activeElement.classList.contains('on')")
    opened.press("Escape")
