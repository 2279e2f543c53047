"""Where a page's article stands between navigation, side columns and footer; its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .html_layout import is_layout
from .html_site import is_site_text
from .html_tree import Node, is_left_out, name_of, names_given, steps

_CONTAINERS = frozenset({"body", "div", "article", "section", "main", "td", "form", "center"})
_ARTICLE_NAMES = frozenset(
    {"trs_editor", "trs_ueditor", "zoom", "ucap-content", "article", "article-content"}
    | {"article_content", "articlecontent", "vsb_content", "pages_content", "news_content"}
)
"""What the systems that Chinese governments publish with call the article: hints only."""
_HINT_SHARE = 0.6
_LINK_WEIGHT = 2
_LONGEST_LINK = 200
"""Characters; a longer one is a link that somebody forgot to end."""

_Link = Literal["file", "page", "unended"]
_FILE_LINK = re.compile(
    r"\.(?:docx?|wps|pdf|xlsx?|et|ofd|txt|rtf|zip|rar|7z|pptx?)(?:[?#].*)?$", re.IGNORECASE
)
"""Links to files belong to an article: their names stand neither for it nor against it."""
_SITE_SEPARATORS = re.compile(r"\s*[_|｜]\s*|\s+[-－–—]+\s+|\s*-{2,}\s*")
_SITE_NAME = re.compile(r"(?:政府|网站?|平台|门户|[局厅委处]|委员会|中心|信息公开)$")
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class _Weight:
    """Characters in an element: those of the article's kind, and those of links and the site."""

    own: int = 0
    other: int = 0

    @property
    def score(self) -> int:
        """How much stands for the article being here."""
        return self.own - _LINK_WEIGHT * self.other

    def add(self, text: str, *, is_link: bool) -> None:
        """Count a text that stands in the element itself."""
        bare = _BLANKS.sub("", text)
        if is_link or is_site_text(bare):
            self.other += len(bare)
        else:
            self.own += len(bare)

    def hand_on(self, outer: _Weight) -> None:
        """Count all of the element in the one around it."""
        outer.own += self.own
        outer.other += self.other


def find_article(root: Node) -> Node | None:
    """The element that holds the article and least else; null where links are all there is.

    The one with most text that is no link, where links around it count against it; of
    equals the innermost. An element that publishing systems name so (TRS_Editor) is taken
    instead where it holds the greater part of that text.
    """
    weights = _weigh(root)
    best = root
    for node in weights:
        if weights[node].score >= weights[best].score:
            best = node
    hinted = [
        node
        for node in weights
        if name_of(node) == "article" or not _ARTICLE_NAMES.isdisjoint(names_given(node))
    ]
    if weights[best].score <= 0:
        return None
    hint = max(hinted, key=lambda node: weights[node].score, default=best)
    return hint if weights[hint].own >= weights[best].own * _HINT_SHARE else best


def _weigh(root: Node) -> dict[Node, _Weight]:
    """The weight of every container that may hold the article, outer ones first."""
    weights = {root: _Weight()}
    around = [weights[root]]
    links: list[_Link] = []
    for step in steps(root, is_left_out_or_table):
        name = name_of(step.node)
        if step.kind == "text":
            if "file" not in links:
                around[-1].add(step.text, is_link="page" in links)
        elif name == "a":
            if step.kind == "open":
                links.append(_link(step.node))
            else:
                links.pop()
        elif name == "table" and step.kind == "open" and is_left_out_or_table(step.node):
            for text in _texts(step.node):
                around[-1].add(text, is_link=False)
        elif name in _CONTAINERS and not is_left_out(step.node):
            if step.kind == "open":
                weights[step.node] = _Weight()
                around.append(weights[step.node])
            else:
                around.pop().hand_on(around[-1])
    return weights


def _link(node: Node) -> _Link:
    text = "".join(_texts(node)).strip()
    if len(text) > _LONGEST_LINK:
        return "unended"
    address = (node.get("href") or "")[-_LONGEST_LINK:]
    return "file" if _FILE_LINK.search(text) or _FILE_LINK.search(address) else "page"


def is_left_out_or_table(node: Node) -> bool:
    """Whether the article does not go on inside: no part of it, or a table of data."""
    return is_left_out(node) or (name_of(node) == "table" and not is_layout(node))


def _texts(node: Node) -> Iterable[str]:
    if is_left_out(node):
        return ()
    return (step.text for step in steps(node, is_left_out) if step.kind == "text")


def find_title(root: Node) -> str | None:
    """The title that the page gives its article; null where it gives none.

    What publishing systems write for machines (meta ArticleTitle) is surest, then the only
    <h1> unless it is the site's name, then <title> without that name. Office programs leave
    anything in <title>.
    """
    named = {(meta.get("name") or "").lower(): meta.get("content") for meta in root.iter("meta")}
    if stated := _plain(named.get("articletitle") or ""):
        return stated
    titles = (_plain("".join(_texts(node))) for node in root.iter("title"))
    parts = _SITE_SEPARATORS.split(next(titles, ""))
    title = next((part for part in parts if not _SITE_NAME.search(part)), parts[0])
    headings = [_plain("".join(_texts(node))) for node in _headings(root)]
    if len(headings) == 1 and (headings[0] == title or headings[0] not in parts):
        return headings[0]
    if "progid" in named or "Microsoft" in (named.get("generator") or ""):
        return None
    return title or None


def _headings(root: Node) -> Iterable[Node]:
    inside = steps(root, is_left_out)
    return (step.node for step in inside if step.kind == "open" and name_of(step.node) == "h1")


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
