"""Build the tree of sections from the lines of a body and its headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gongkai.model import Heading, Paragraph, ParagraphKind, Section, Span
from gongkai.parse.lines import Line, piece
from gongkai.parse.nesting import places
from gongkai.parse.numbering import LEVELS, Style
from gongkai.parse.paragraphs import split, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from gongkai.parse.body import Body
    from gongkai.parse.outline import Entry

_DEEPEST_LEVEL = 5


@dataclass(slots=True)
class _Node:
    """A section while it grows."""

    heading: Heading | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[_Node] = field(default_factory=list)

    def section(self) -> Section:
        """The section, frozen; depth is bounded by the number of different kinds of heading."""
        return Section(self.heading, tuple(self.paragraphs), tuple(node.section() for node in self.sections))


def sections(text: str, body: Body, entries: Mapping[int, Entry], items: Collection[int]) -> Section:
    """The root section; `entries` are the lines that are headings, `items` the numbered ones that are not."""
    depths = dict(zip(entries, _depths(entries), strict=True))
    root = _Node(None)
    open_nodes = [root]
    for at, line in enumerate(body.lines):
        if at in entries:
            del open_nodes[depths[at] :]
            above = open_nodes[-1].heading
            node = _Node(_heading(line, entries[at], depths[at], above))
            open_nodes[-1].sections.append(node)
            open_nodes.append(node)
        open_nodes[-1].paragraphs.extend(_paragraphs(text, body, at, entries.get(at), is_item=at in items))
    return root.section()


def _depths(entries: Mapping[int, Entry]) -> list[int]:
    """The depth of each heading: by nesting, or as corrected, but never more than one below the heading before."""
    free = [entry.step for entry in entries.values() if not entry.depth]
    nested = iter(places(free))
    found: list[int] = []
    for entry in entries.values():
        depth = entry.depth or next(nested).depth
        found.append(min(depth, found[-1] + 1 if found else 1))
    return found


def _heading(line: Line, entry: Entry, depth: int, above: Heading | None) -> Heading:
    head = entry.head
    return Heading(
        span=Span(line.start, line.start + len(line.text[: head.stop].rstrip())),
        number=head.number.mark if head.number else "",
        text=head.words,
        level=_level(entry, depth, above),
        depth=depth,
        run_in=head.run_in,
        number_lost=entry.lost,
    )


def _level(entry: Entry, depth: int, above: Heading | None) -> int:
    """By the style of the number, its own or its siblings'; without one, one below the heading above."""
    if entry.depth:
        return min(entry.depth, _DEEPEST_LEVEL)
    series = entry.step.series
    if isinstance(series, Style):
        return LEVELS.get(series, min(depth, _DEEPEST_LEVEL))
    return min(above.level + 1 if above else 1, _DEEPEST_LEVEL)


def _paragraphs(text: str, body: Body, at: int, entry: Entry | None, *, is_item: bool) -> Iterator[Paragraph]:
    """What a line holds besides its heading."""
    line = body.lines[at]
    if entry:
        rest = piece(line, entry.head.stop, len(line.text), begins=False)
        if rest:
            yield from split(text, rest)
    elif at in body.signed:
        yield whole(text, line, ParagraphKind.SIGNATURE)
    elif at in body.rows:
        yield whole(text, line, ParagraphKind.TABLE)
    else:
        yield from split(text, line, numbered=is_item)
