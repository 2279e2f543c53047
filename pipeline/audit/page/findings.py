"""The right side: what was tested, with filters and the way back to the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....schemas.finding import Quote
from ....schemas.labels import DISPOSITION_STATUSES, SEVERITIES, VERDICTS
from ...checks.rules import audit_rules
from ..amounts import amount, interval
from ..dispositions import SETTLED, in_words
from ..model import Audit, Relation
from ..quoting import whereabouts
from ..tally import Tally
from .marks import Mark, Marks, numbers
from .markup import Html, element, html, joined, words

_ALL = "all"


def findings_pane(audit: Audit, marks: Marks) -> Html:
    """The filters, the figure that is chosen, and a card for every relation."""
    cards = [_card(audit, relation, marks) for relation in audit.relations]
    nothing = element("p", html("没有疑点。"), element("small", html("No doubts."), lang="en"))
    return joined(
        (
            _filters(audit),
            element("section", id="chosen", hidden=True, aria_live="polite"),
            element("p", id="shown", class_="shown", aria_live="polite"),
            element("ol", *cards, id="cards") if cards else nothing,
        )
    )


def _filters(audit: Audit) -> Html:
    tally = Tally.of(audit.relations)
    severities = (
        _choice(key, name, tally.doubts[key], checked=True) for key, name in SEVERITIES.items()
    )
    settled = (
        _choice(key, name, tally.dispositions[key], checked=False)
        for key, name in DISPOSITION_STATUSES.items()
        if key in SETTLED and tally.dispositions[key]
    )
    verdicts = (
        _choice(key, name, tally.verdicts[key], checked=False)
        for key, name in VERDICTS.items()
        if key != "fail"
    )
    return element(
        "form",
        _group("疑点", "Doubts", (*severities, *settled)),
        _group("已核对", "Checked", verdicts),
        _selection("rule", ("规则", "Rule"), _rules(audit)),
        _selection("report", ("报告", "Report"), _reports(audit)),
        id="filters",
        class_="scripted",
    )


def _group(chinese: str, english: str, choices: Iterable[Html]) -> Html:
    return element("fieldset", element("legend", words(chinese, english)), *choices)


def _choice(key: str, name: str, count: int, *, checked: bool) -> Html:
    box = element("input", type="checkbox", name="state", value=key, checked=checked)
    return element("label", box, html(f" {name} "), element("b", html(str(count))), class_=key)


def _selection(name: str, label: tuple[str, str], options: Mapping[str, str]) -> Html:
    every = element("option", html("全部 All"), value=_ALL)
    others = (element("option", html(text), value=key) for key, text in options.items())
    choice = element("select", every, *others, name=name)
    return element("label", words(*label), Html(" "), choice, class_="selection")


def _rules(audit: Audit) -> dict[str, str]:
    rules = sorted({relation.finding.rule for relation in audit.relations})
    return {rule: f"{rule} {audit_rules()[rule].chinese}" for rule in rules}


def _reports(audit: Audit) -> dict[str, str]:
    return {
        report.report_id: f"{report.title or report.document.name}（{report.document.name}）"
        for report in audit.reports()
    }


def _card(audit: Audit, relation: Relation, marks: Marks) -> Html:
    finding = relation.finding
    own = marks.of_relation(relation)
    state = _state(relation)
    return element(
        "li",
        _card_head(relation, state),
        _source(relation) if len(audit.by_id) > 1 else Html(""),
        element("p", html(finding.statement), class_="proof"),
        element("p", html(relation.claim), class_="message"),
        _disposition(relation),
        _values(relation),
        element("ul", *_quotes(audit, relation, own), class_="quotes"),
        id=f"x{relation.number}",
        class_=f"card {state}",
        tabindex=-1,
        hidden=not relation.is_doubt or relation.is_settled,
        data_m=numbers(own),
        data_state=state,
        data_rule=finding.rule,
        data_report=" ".join(finding.report_ids),
    )


def _state(relation: Relation) -> str:
    """By what the card is coloured and filtered."""
    if not relation.is_doubt:
        return relation.finding.verdict
    said = relation.disposition
    return said.status if said and relation.is_settled else relation.finding.severity


def _disposition(relation: Relation) -> Html:
    said = relation.disposition
    return element("p", html(f"处理：{in_words(said)}"), class_="disposition") if said else Html("")


def _source(relation: Relation) -> Html:
    report = relation.report
    named = " · ".join(filter(None, (report.title, report.document.name)))
    return element("p", html(named), class_="source")


def _card_head(relation: Relation, state: str) -> Html:
    finding = relation.finding
    rule = audit_rules()[finding.rule]
    label = SEVERITIES[finding.severity] if relation.is_doubt else VERDICTS[finding.verdict]
    return element(
        "h4",
        element("span", html(str(relation.number)), class_="number"),
        element("span", html(label), class_=f"label {state}"),
        element("span", html(f"{finding.rule} {rule.chinese}"), title=rule.formula),
        Html(" "),
        element("small", html(rule.english), lang="en"),
    )


def _values(relation: Relation) -> Html:
    """What was expected and what is stated, with their intervals; nothing where none is known."""
    finding, share = relation.finding, relation.is_share
    rows = (
        ("应为", "expected", finding.expected, finding.expected_low, finding.expected_high),
        ("写明", "stated", finding.stated, finding.stated_low, finding.stated_high),
    )
    shown: list[Html] = []
    for chinese, english, value, low, high in rows:
        span = interval(low, high, share)
        if value is None and span is None:
            continue
        number = "" if value is None else amount(value, share)
        shown.append(element("dt", words(chinese, english)))
        shown.append(element("dd", html(number if low == high else f"{number} {span or ''}")))
    return element("dl", *shown) if shown else Html("")


def _quotes(audit: Audit, relation: Relation, own: tuple[Mark, ...]) -> Iterable[Html]:
    """A link for every quote; a place that is quoted twice has one."""
    quotes = {
        (quote.report_id.rpartition("-")[0], quote.place): quote
        for quote in relation.finding.quotes
    }
    return (
        element("li", _quote(audit, quote, mark))
        for quote, mark in zip(quotes.values(), own, strict=False)
    )


def _quote(audit: Audit, quote: Quote, mark: Mark) -> Html:
    where = whereabouts(audit.document(quote.report_id), quote.place)
    return element(
        "a",
        html(f"“{quote.text}” "),
        element("small", html(where)),
        href=f"#m{mark.number}",
        data_m=mark.number,
    )
