"""Web pages (.html, .htm) as governments publish reports on, and as Word exports them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...schemas.document import Block, Document, Note, Paragraph
from ...schemas.file_errors import DamagedFile, EmptyFile, TooLarge, UnknownFormat
from .html_article import find_article, find_title
from .html_blocks import BlockReader, Seen
from .html_encoding import decode_page
from .html_site import failure, without_site
from .html_styles import hide_by_rules
from .html_tree import MAX_BYTES, Node, parse_page
from .source import Source

SUFFIXES = (".html", ".htm")

_BLANKS = re.compile(r"\s+")
_QUOTED = 40
_TITLE_WITHIN = 6
"""Paragraphs at an article's beginning among which its printed title may stand."""


def read(source: Source) -> Document:
    """The page's article: its title, paragraphs and tables, without the site around it.

    Nothing is fetched and no script is run: what a script or another address would put on
    the page is not there. ``partial`` says that some bytes were no characters. Raises
    TooLarge for a page beyond 50 MB or 200,000 elements, UnknownFormat where the bytes are
    no text, EmptyFile where no text stands in the article, DamagedFile where the site only
    told that there is no such page.
    """
    if len(source.data) > MAX_BYTES:
        raise TooLarge(f"网页超过 {MAX_BYTES // 1_000_000} MB")
    decoded = decode_page(source.data)
    if decoded is None:
        raise UnknownFormat("内容不是文字")
    blocks, seen = _read_article(decoded.text)
    return Document(
        doc_id=source.doc_id,
        sha256=source.sha256,
        name=source.name,
        format="html",
        bytes=len(source.data),
        blocks=blocks,
        partial=decoded.lost > 0,
        notes=tuple(_notes(decoded.lost, seen)),
    )


def _read_article(markup: str) -> tuple[tuple[Block, ...], Seen]:
    root = parse_page(markup)
    by_rules = root is not None and hide_by_rules(root)
    blocks, seen = _blocks_of(root)
    if not blocks and by_rules:  # a script will show it
        root = parse_page(markup)
        blocks, seen = _blocks_of(root)
    if root is None or not blocks:
        raise EmptyFile("网页没有正文文字，正文可能是图片或由脚本另行载入")
    if (said := failure(blocks)) is not None:
        raise DamagedFile(f"下载没有成功，网页只说“{said[:_QUOTED]}”")
    title = find_title(root)
    if title is not None and not _begins_with(blocks, title):
        blocks.insert(0, Paragraph(title, centred=True))
    return tuple(blocks), seen


def _blocks_of(root: Node | None) -> tuple[list[Block], Seen]:
    article = None if root is None else find_article(root)
    reader = BlockReader()
    found = () if article is None else reader.blocks(article)
    return without_site(tuple(found)), reader.seen


def _begins_with(blocks: Sequence[Block], title: str) -> bool:
    """Whether the title is printed at the article's beginning, on one line or several."""
    first = (block.text for block in blocks[:_TITLE_WITHIN] if isinstance(block, Paragraph))
    return _BLANKS.sub("", title) in _BLANKS.sub("", "".join(first))


def _notes(lost: int, seen: Seen) -> Iterator[Note]:
    if lost:
        yield Note("undecodable", f"有 {lost} 处字节不是文字，显示为 \ufffd")
    if seen.hidden:
        yield Note("hidden-text", "网页含有隐藏文字，浏览时看不见，未读取")
