"""index.md: the whole report, every figure linked to its row. Markup taken off, it is the report's text.

`**一是强化组织领导**。定期召开…` · `办结率达<a id="f-3a9c1e02"></a>[98.8%](indicators.md#r-3a9c1e02)。`
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from gongkai.model import Paragraph, ParagraphKind, Span
from gongkai.pages import escape
from gongkai.pages.inline import Linked, bold
from gongkai.pages.tables import cells, pipe_table, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gongkai.model import Heading, Reading
    from gongkai.pages.facts import Facts
    from gongkai.pages.parts import Item

# what may close a point's heading sentence; the bold ends before it
_CLOSING = "。：；，、！？.:;,!? \t\u3000"


class Text:
    """Makes the body of a report's page."""

    def __init__(self, reading: Reading, items: tuple[Item, ...]) -> None:
        self._report = reading.report
        self._text = reading.report.source.text
        self._linked = Linked(reading)
        self._anchors: Mapping[int, str] = {item.span.start: f'<a id="s-{item.key}"></a>' for item in items}

    def body(self, facts: Facts) -> str:
        """The page's body: title, front lines, sections."""
        return "\n\n".join(["", f"# {self._title(facts)}", *self._blocks(facts)]).lstrip("\n") + "\n"

    def _title(self, facts: Facts) -> str:
        spans = self._report.title_spans
        if self._renamed(facts) or not spans:
            return escape.heading(escape.literal(facts.title))
        return escape.heading("".join(self._linked.markdown(span).strip() for span in spans))

    def _renamed(self, facts: Facts) -> bool:
        """Whether the office gave the report another title than it bears."""
        return bool(facts.companion.title) and _tight(facts.companion.title) != _tight(self._report.title)

    def _blocks(self, facts: Facts) -> Iterator[str]:
        if self._renamed(facts):
            yield from (self._line(span) for span in self._report.title_spans)
        yield from (self._line(paragraph.span) for paragraph in self._report.front)
        for path, section in self._report.body.walk():
            if path:
                yield self._heading(path[-1])
            for is_table, group in groupby(section.paragraphs, lambda p: p.kind is ParagraphKind.TABLE):
                paragraphs = list(group)
                yield from self._table(paragraphs) if is_table else map(self._paragraph, paragraphs)

    def _heading(self, heading: Heading) -> str:
        anchor = self._anchors.get(heading.span.start, "")
        text = escape.heading(self._linked.markdown(heading.span))
        return f"{'#' * min(heading.depth + 1, 6)} {anchor}{text}"

    def _paragraph(self, paragraph: Paragraph) -> str:
        anchor = self._anchors.get(paragraph.span.start, "")
        strong = self._strong(paragraph)
        if not strong:
            return anchor + self._line(paragraph.span, opens=not anchor)
        head = self._linked.markdown(strong, closed=True).strip()
        rest = self._linked.markdown(Span(strong.end, paragraph.span.end)).rstrip()
        return f"{anchor}{bold(head, anchor, rest)}{rest}"

    def _strong(self, paragraph: Paragraph) -> Span | None:
        """The piece of a point that is set bold: its heading sentence without closing mark, else its mark."""
        if paragraph.kind is not ParagraphKind.POINT:
            return None
        start = paragraph.span.start
        end = paragraph.lead.span.end if paragraph.lead else start + len(paragraph.marker)
        kept = self._text[start:end].rstrip(_CLOSING)
        holds = self._text.startswith(paragraph.marker, start)
        return Span(start, start + len(kept)) if holds and escape.one_line(kept).strip() else None

    def _line(self, span: Span, *, opens: bool = True) -> str:
        line = self._linked.markdown(span).strip()
        return escape.opening(line) if opens else line

    def _table(self, lines: list[Paragraph]) -> Iterator[str]:
        """Lines of a table: those with as many cells as their neighbours as a table, the others as paragraphs."""
        rows = [self._cells(line) for line in lines]
        cursor = 0
        stated = [bool(self._linked.within(line.span)) for line in lines]
        for run in runs([len(row) for row in rows], stated):
            yield from map(self._paragraph, lines[cursor : run.start])
            yield self._pipe_table(rows[run.start : run.stop])
            cursor = run.stop
        yield from map(self._paragraph, lines[cursor:])

    def _pipe_table(self, rows: list[list[Span]]) -> str:
        """A table whose first line is its head, unless it states figures itself."""
        width = len(rows[0])
        shown = [[self._linked.markdown(span, cell=True).strip() for span in row] for row in rows]
        padded = [row + [""] * (width - len(row)) for row in shown]
        if any(self._linked.within(span) for span in rows[0]):
            return pipe_table([""] * width, padded)
        return pipe_table(padded[0], padded[1:])

    def _cells(self, line: Paragraph) -> list[Span]:
        figures = [indicator.figure.span for indicator in self._linked.within(line.span)]
        return cells(self._text, line.span, figures)


def _tight(text: str) -> str:
    return "".join(text.split())
