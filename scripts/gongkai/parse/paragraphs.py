"""Cut lines into paragraphs: 主要有：一是强化领导。…二是… -> a text and two points, each with its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.model import Paragraph, ParagraphKind, Sentence, Span
from gongkai.parse.heads import is_long, states_fact
from gongkai.parse.sentences import sentences
from gongkai.parse.series import Cut, bullet, cuts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.parse.lines import Line


def whole(text: str, line: Line, kind: ParagraphKind) -> Paragraph:
    """A line as one paragraph."""
    return _paragraph(text, Span(line.start, line.end), kind, "")


def split(text: str, line: Line, *, numbered: bool = False) -> Iterator[Paragraph]:
    """A line as text, points and items; `numbered` says that it begins with the number of an item."""
    found = cuts(line.text, numbered=numbered)
    begin = bullet(line.text)
    if not found or found[0].at > 0:
        found.insert(0, Cut(0, begin, point=False))
    stops = [*(cut.at for cut in found[1:]), len(line.text)]
    for cut, stop in zip(found, stops, strict=True):
        piece = line.text[cut.at : stop].rstrip()
        if not piece:
            continue
        start = line.start + cut.at
        kind = ParagraphKind.POINT if cut.point else ParagraphKind.ITEM if cut.mark else ParagraphKind.TEXT
        yield _paragraph(text, Span(start, start + len(piece)), kind, cut.mark)


def _paragraph(text: str, span: Span, kind: ParagraphKind, mark: str) -> Paragraph:
    found = sentences(text, span.start, span.end)
    lead = _lead(text, found, mark) if kind is ParagraphKind.POINT else None
    return Paragraph(span, kind, found, mark, lead)


def _lead(text: str, found: tuple[Sentence, ...], mark: str) -> Sentence | None:
    """The heading sentence of a point that has more to say: 一是强化组织领导。"""
    if len(found) < 2:
        return None
    words = found[0].span.of(text).removeprefix(mark).rstrip("。！？")
    return None if is_long(words) or states_fact(words) else found[0]
