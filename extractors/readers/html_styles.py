"""What a page's own style rules hide: display: none, visibility: hidden under <style>."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from .html_tree import Node, name_of, names_given

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_DECLARED = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?")
_HIDING = frozenset({"none", "hidden", "collapse"})
_COMPOUND = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_NAME = re.compile(r"[.#][\w-]+")
_ON_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:all|screen)\s*|@layer.*|@supports.*")
"""Rules of these count; those for paper (print) and for narrow windows do not."""
_MOST_TEXT, _MOST_RULES = 500_000, 500


@dataclass(frozen=True, slots=True)
class _Compound:
    """A selector of one element (p.note#a); ``is_child``: right in the one before, not deeper."""

    tag: str | None
    names: frozenset[str]
    ids: int
    is_child: bool

    def fits(self, node: Node) -> bool:
        """Whether an element has the name, the classes and the id."""
        return self.tag in (None, name_of(node)) and self.names <= names_given(node)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector and what it says of one property."""

    path: tuple[_Compound, ...]
    declared: str
    hides: bool
    important: bool
    order: int

    @property
    def key(self) -> str:
        """A name that every element has which it fits; the tag where it asks for no name."""
        last = self.path[-1]
        return min(last.names, default=last.tag or "")

    @property
    def weight(self) -> tuple[bool, int, int, int, int]:
        """What decides between rules that fit one element."""
        ids = sum(one.ids for one in self.path)
        names = sum(len(one.names) for one in self.path) - ids
        return self.important, ids, names, sum(one.tag is not None for one in self.path), self.order

    def fits(self, node: Node) -> bool:
        """Whether it speaks of an element."""
        return self.path[-1].fits(node) and _fits_around(self.path, node)


def hide_by_rules(root: Node) -> bool:
    """Put the attribute ``hidden`` on what the page's rules hide; whether there is any.

    Selectors of names, classes and ids are understood, in each other and right in each
    other; one with anything else (:hover) hides nothing. What the element's own ``style``
    says goes before.
    """
    rules = list(islice(_rules(root), _MOST_RULES))
    if not any(rule.hides for rule in rules):
        return False
    by_key: defaultdict[str, list[_Rule]] = defaultdict(list)
    for rule in rules:
        by_key[rule.key].append(rule)
    hidden = [node for node in root.iter("*") if _is_hidden(node, by_key)]
    for node in hidden:
        node.set("hidden", "")
    return bool(hidden)


def _is_hidden(node: Node, by_key: Mapping[str, Sequence[_Rule]]) -> bool:
    keys = ("", name_of(node), *names_given(node))
    fitting = [rule for key in keys for rule in by_key.get(key, ()) if rule.fits(node)]
    own = (node.get("style") or "").lower()
    for declared in ("display", "visibility"):
        told = [rule for rule in fitting if rule.declared == declared]
        rule = max(told, key=lambda one: one.weight, default=None)
        if rule is not None and rule.hides and (rule.important or declared not in own):
            return True
    return False


def _fits_around(path: Sequence[_Compound], node: Node) -> bool:
    """Whether the elements around one fit a selector's compounds before the last."""
    around = node.getparent()
    for inner, outer in zip(path[:0:-1], path[-2::-1], strict=True):
        while around is not None and not inner.is_child and not outer.fits(around):
            around = around.getparent()
        if around is None or not outer.fits(around):
            return False
        around = around.getparent()
    return True


def _rules(root: Node) -> Iterator[_Rule]:
    css = "\n".join(style.text or "" for style in root.iter("style"))[:_MOST_TEXT].lower()
    order = 0
    for selectors, body in _blocks(_COMMENT.sub("", css)):
        declared = list(_DECLARED.finditer(body))
        for selector in selectors.split(",") if declared else ():
            path = _path(selector)
            for one in declared if path else ():
                order += 1
                yield _Rule(path, one[1], one[2] in _HIDING, bool(one[3]), order)


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of every rule that counts on a screen."""
    around: list[str] = []
    start = 0
    for brace in re.finditer("[{}]", css):
        text, start = css[start : brace.start()], brace.end()
        if brace[0] == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if all(map(_ON_SCREEN.fullmatch, around)) and not selectors.startswith("@"):
                yield selectors, text


def _path(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a selector; none where one is of a kind that is not understood."""
    found: list[_Compound] = []
    is_child = False
    for word in selector.replace(">", " > ").split():
        compound = _COMPOUND.fullmatch(word)
        if word == ">":
            is_child = True
        elif compound is None:
            return ()
        else:
            names = _NAME.findall(compound[2])
            ids = sum(name.startswith("#") for name in names)
            tag = None if compound[1] in (None, "*") else compound[1]
            bare = frozenset(name[1:] for name in names)
            found.append(_Compound(tag, bare, ids, is_child))
            is_child = False
    return tuple(found)
