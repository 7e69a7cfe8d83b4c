"""Make indicators of figures: name, subject, period, scope and what each is part of.

“截至12月31日，全县……认领监管事项1324项，认领率达98.96%，居全市第1” -> 认领监管事项, 认领率, 认领率全市排名.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gongkai.extract.carry import Carry, Name
from gongkai.extract.ids import Ids
from gongkai.extract.names import names
from gongkai.extract.periods import period
from gongkai.extract.scopes import scope
from gongkai.extract.shares import with_parts
from gongkai.extract.slots import slots
from gongkai.model import FigureKind, Indicator, ParagraphKind, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gongkai.extract.tables import Tables
    from gongkai.model import Figure, Heading, Paragraph, Report


_TOPIC = 60
"""Characters of a lead sentence that may name a figure."""
_LOOK_BACK = 100
"""Characters before a figure that are searched for time and place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the report that is named together: a paragraph, a heading, a title line."""

    path: tuple[Heading, ...]
    sentences: tuple[Span, ...]
    point: str
    topic: str
    """What to call a figure when the passage itself says nothing."""
    table: bool


def indicators(report: Report, figures: Sequence[Figure], tables: Tables) -> list[Indicator]:
    """The indicators of a report, in reading order."""
    text, ids = report.source.text, Ids()
    found: list[Indicator] = []
    queue = _Queue(figures)
    for passage in passages(report):
        carry, base = Carry(topic=passage.topic), len(found)
        for sentence in passage.sentences:
            inside = queue.within(sentence)
            counted = [figure for figure in inside if figure.is_indicator]
            if not counted:
                continue
            named, carry = _named(text, _Place(passage, sentence), inside, carry, tables)
            keys = ids.of_all(sentence.of(text), inside)
            before = len(found)
            for figure, name in zip(counted, named, strict=True):
                whole = found[base + name.part_of].id if name.part_of is not None else ""
                place = _Place(passage, sentence, keys[figure.span], whole)
                found.append(_indicator(report, place, figure, name))
            found[before:] = with_parts(text, found[before:])
    return found


def placed(report: Report, figures: Sequence[Figure]) -> dict[Span, Span]:
    """The sentence of each figure, by the figure's span."""
    queue = _Queue(figures)
    sentences = (sentence for passage in passages(report) for sentence in passage.sentences)
    return {figure.span: sentence for sentence in sentences for figure in queue.within(sentence)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands."""

    passage: Passage
    sentence: Span
    key: str = ""
    """The id of its indicator."""
    whole: str = ""
    """The id of the indicator that it is part of."""


def passages(report: Report) -> Iterator[Passage]:
    """Title lines, front lines, headings and paragraphs, in reading order, with nothing left out."""
    text = report.source.text
    pieces = [Passage((), (span,), "", report.title, table=False) for span in report.title_spans]
    for path, section in report.body.walk():
        if section.heading:
            pieces.append(Passage(path, (section.heading.span,), "", section.heading.text, table=False))
        pieces += [_passage(text, path, paragraph) for paragraph in section.paragraphs]
    pieces += [_passage(text, (), paragraph) for paragraph in report.front]
    last = 0
    for piece in sorted(pieces, key=lambda piece: piece.sentences[0].start):
        sentences = tuple(span for span in piece.sentences if span.end > last)
        if sentences:
            yield replace(piece, sentences=sentences)
            last = sentences[-1].end


def _passage(text: str, path: tuple[Heading, ...], paragraph: Paragraph) -> Passage:
    sentences = tuple(sentence.span for sentence in paragraph.sentences) or (paragraph.span,)
    lead = paragraph.lead or Sentence(sentences[0])
    said = text[lead.span.start : min(lead.span.end, lead.span.start + _TOPIC)] if paragraph.lead else ""
    topic = said.strip().removeprefix(paragraph.marker).strip("。：:； ")
    heading = path[-1].text if path else ""
    table = paragraph.kind is ParagraphKind.TABLE
    return Passage(path, sentences, paragraph.marker, topic or heading, table)


class _Queue:
    """Figures in order, handed out sentence by sentence."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._at = 0

    def within(self, span: Span) -> list[Figure]:
        """The figures that begin before the span's end and were not handed out yet."""
        start = self._at
        while self._at < len(self._figures) and self._figures[self._at].span.start < span.end:
            self._at += 1
        return [figure for figure in self._figures[start : self._at] if figure.span.start >= span.start]


def _named(
    text: str, place: _Place, inside: Sequence[Figure], carry: Carry, tables: Tables
) -> tuple[list[Name], Carry]:
    """The names of a sentence's indicators, from the table's heads or from its words."""
    counted = [figure for figure in inside if figure.is_indicator]
    cells = [tables.cell(figure.span.start) for figure in counted] if place.passage.table else []
    named = [Name(cell.name) for cell in cells if cell]
    if place.passage.table and len(named) == len(counted):
        return named, replace(carry, count=carry.count + len(named))
    dates = [figure for figure in inside if figure.kind is FigureKind.DATE]
    return names(slots(text, place.sentence, counted, dates), carry)


def _indicator(report: Report, place: _Place, figure: Figure, name: Name) -> Indicator:
    """The row of a figure."""
    start = figure.span.start
    before = report.source.text[max(place.sentence.start, start - _LOOK_BACK) : start]
    return Indicator(
        id=place.key,
        figure=replace(figure, direction=name.direction) if name.direction and not figure.direction else figure,
        name=name.text,
        subject=name.subject,
        section=place.passage.path,
        point=place.passage.point,
        sentence=place.sentence,
        period=period(before, place.passage.path, report.year),
        scope=scope(before),
        part_of=place.whole,
    )
