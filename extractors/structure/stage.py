"""Structure: a document in, its reports out, each with outline, own facts and passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...schemas.document import Block, BlockType, Document, Paragraph
from ...schemas.passage import Passage
from ...schemas.report import Report, Section
from .appendix import assign, find_regions
from .captions import captions_of, is_caption
from .facts import read_facts
from .furniture import find_furniture
from .headings import Heading, find_headings
from .lines import Element, Flow, Grid, Line, elements_of
from .naming import year_in_title
from .outline import make_sections
from .passages import make_passages
from .phrases import ends_sentence
from .reading import Reading
from .signatures import read_signatures
from .splitting import Part, split, subtitles
from .wrapping import flow_of

_SENTENCE = 30


@dataclass(frozen=True, slots=True)
class _Outlined:
    """A report's part with its headings; ``appended`` are places of the flow behind all texts."""

    part: Part
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    appended: tuple[int, ...]
    end: int


def structure(document: Document) -> tuple[Report, ...]:
    """The document's reports in order; none where it holds nothing to read.

    Their ``document`` has block types and header cells set. Facts that only a form's table
    gives (score, grade) are left null.
    """
    elements = elements_of(document)
    furniture = find_furniture(elements, paged=document.pages is not None)
    flow = flow_of(elements, furniture)
    outlined = _outlined(flow)
    typed = replace(document, blocks=tuple(_typed(document, flow, furniture, outlined)))
    year = _cover_year([one.part for one in outlined])
    return tuple([_report(typed, flow, seq, one, year) for seq, one in enumerate(outlined, 1)])


def _cover_year(parts: Sequence[Part]) -> int | None:
    """The year in the title of a cover over several reports; null without such a cover."""
    first = next((title for part in parts[:1] for title in part.titles), None)
    over_all = len(parts) > 1 and first is not parts[0].title
    return year_in_title(first.text) if first and over_all else None


def _outlined(flow: Flow) -> list[_Outlined]:
    if not flow:
        return []
    parts = split(flow)
    names = [part.title.bare if part.title else "" for part in parts]
    regions = find_regions(flow, parts)
    owners = assign(regions, names)
    found: list[_Outlined] = []
    for at, part in enumerate(parts):
        headings = find_headings(flow, part.text)
        appended = [
            place
            for region in regions
            if owners[region.first] == at
            for place in range(region.first, region.end)
        ]
        end = regions[0].first if regions and at == len(parts) - 1 else part.end
        sections = make_sections(flow, headings, part.body_end)
        found.append(_Outlined(part, headings, sections, tuple(appended), end))
    return found


def _report(
    document: Document, flow: Flow, seq: int, one: _Outlined, cover_year: int | None
) -> Report:
    part = one.part
    cover_end = _cover_end(flow, one)
    behind = [flow[at] for at in (*range(part.body_end, one.end), *one.appended)]
    reading = Reading(flow, part, one.sections, flow[part.first : cover_end], behind)
    facts = read_facts(reading)
    return Report(
        document=document,
        seq=seq,
        first_block=flow[part.first].block,
        last_block=flow[one.end - 1].last_block,
        appended_blocks=tuple(_blocks(flow[at] for at in one.appended)),
        title=facts.title,
        kind=facts.kind,
        year=facts.year or cover_year,
        unit=facts.unit,
        department=facts.department,
        evaluator=facts.evaluator,
        project=facts.project,
        cover_date=facts.cover_date,
        closing_date=facts.closing_date,
        sign_date=facts.sign_date,
        score=facts.score,
        grade=facts.grade,
        sections=one.sections,
        passages=tuple(_passages(flow, one)),
        signatures=tuple(
            signature
            for element in behind
            if isinstance(element, Grid)
            for signature in read_signatures(element)
        ),
    )


def _cover_end(flow: Flow, one: _Outlined) -> int:
    """Where the text begins: at the first heading or sentence after the first title."""
    begin = one.part.text_begin
    first = one.headings[0].at if one.headings else one.part.body_end
    for at in range(begin, first):
        element = flow[at]
        if isinstance(element, Line) and len(element.bare) >= _SENTENCE and ends_sentence(element):
            return at
    return first


def _passages(flow: Flow, one: _Outlined) -> Iterator[Passage]:
    places = (*range(one.part.first, one.end), *one.appended)
    titles = (*one.part.titles, *one.part.annexes)
    joined = {title.at: title.end for title in titles if title.end > title.at}
    return make_passages(flow, places, joined, one.sections)


def _blocks(elements: Iterable[Element]) -> Iterator[int]:
    for element in elements:
        yield from element.blocks if isinstance(element, Line) else (element.block,)


def _typed(
    document: Document,
    flow: Flow,
    furniture: Mapping[int, BlockType],
    outlined: Sequence[_Outlined],
) -> Iterator[Block]:
    types = {**_captions(flow), **furniture}
    for one in outlined:
        types |= _of_report(flow, one)
    views = {element.block: element.view for element in flow if isinstance(element, Grid)}
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield replace(block, type=types[at]) if at in types else block
        else:
            yield views[at].with_headers()


def _captions(flow: Flow) -> dict[int, BlockType]:
    found = [line for line in flow if isinstance(line, Line) and is_caption(line)]
    for at, element in enumerate(flow):
        if isinstance(element, Grid):
            found += captions_of(flow, at)
    return dict.fromkeys(_blocks(found), "caption")


def _of_report(flow: Flow, one: _Outlined) -> dict[int, BlockType]:
    titles = (*one.part.titles, *one.part.annexes)
    lines = [element for title in titles for element in flow[title.at : title.end]]
    heads = [flow[heading.at] for heading in one.headings if not heading.run_in]
    types: dict[int, BlockType] = {}
    types.update((block, "heading") for block in _blocks(heads))
    types.update((block, "title") for block in _blocks([*lines, *subtitles(flow, titles)]))
    return types
