"""Pieces of a line: text with its figures linked, bold text, and the words around a figure.

`办结率达98.8%。` -> `办结率达<a id="f-3a9c1e02"></a>[98.8%](indicators.md#r-3a9c1e02)。`
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from gongkai.model import Span
from gongkai.pages.escape import literal, one_line

if TYPE_CHECKING:
    from gongkai.model import Indicator, Reading

_BEFORE, _AFTER, _LEAST, _FAR = 17, 13, 4, 24
_STOPS = "，。、；：！？"
# a number or a Latin word is not cut in two
_LATIN = re.compile(r"[0-9A-Za-z.,%％]")
_LATIN_START = re.compile(r"^[0-9A-Za-z.,%％]+")
_LATIN_END = re.compile(r"[0-9A-Za-z.,%％]+$")


class Linked:
    """A report's text as Markdown, every indicator's figure a link to its row."""

    def __init__(self, reading: Reading, table: str = "indicators.md") -> None:
        self._text = reading.report.source.text
        self._table = table
        self._indicators = sorted(reading.indicators, key=lambda i: (i.figure.span, i.id))
        self._starts = [indicator.figure.span.start for indicator in self._indicators]

    def within(self, span: Span) -> list[Indicator]:
        """The indicators whose figures begin in a piece of the text."""
        return self._indicators[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def markdown(self, span: Span, *, cell: bool = False, closed: bool = False) -> str:
        """A piece of the text as Markdown; flags as for `escape.literal`."""
        pieces, cursor = [], span.start
        for indicator in self.within(span):
            figure = Span(max(cursor, indicator.figure.span.start), min(indicator.figure.span.end, span.end))
            pieces.append(literal(self._text[cursor : figure.start], cell=cell, closed=closed))
            pieces.append(f'<a id="f-{indicator.id}"></a>')
            if figure.start < figure.end:
                shown = literal(figure.of(self._text), cell=cell, closed=True)
                pieces.append(f"[{shown}]({self._table}#r-{indicator.id})")
                cursor = figure.end
        return "".join([*pieces, literal(self._text[cursor : span.end], cell=cell, closed=closed)])


def bold(markdown: str, before: str = "", after: str = "") -> str:
    """Bold text between its neighbours, with a blank where CommonMark would not see it begin or end: `**98.8%** 的`."""
    ahead = " " if before and not _parts(before[-1]) and _marks(markdown[0]) else ""
    behind = " " if after and not _parts(after[0]) and _marks(markdown[-1]) else ""
    return f"{ahead}**{markdown}**{behind}"


def window(text: str, figure: Span, within: Span) -> tuple[str, str]:
    """The words before and after a figure, about thirty characters in all, cut at a mark where there is one near."""
    before = text[max(within.start, figure.start - _FAR) : figure.start]
    after = text[figure.end : min(within.end, figure.end + _FAR)]
    start, end = _cut(before[::-1], _BEFORE), _cut(after, _AFTER)
    head, tail = before[len(before) - start :], after[:end]
    if figure.start - start > within.start:
        head = "…" + (_LATIN_START.sub("", head) if _LATIN.match(text[figure.start - start - 1]) else head)
    if figure.end + end < within.end:
        tail = (_LATIN_END.sub("", tail) if _LATIN.match(text[figure.end + end]) else tail) + "…"
    return one_line(head).lstrip(), one_line(tail).rstrip()


def around(text: str, figure: Span, within: Span) -> str:
    """A figure in bold among its words, as a table cell."""
    before, after = (literal(piece, cell=True) for piece in window(text, figure, within))
    return f"{before}{bold(literal(figure.of(text), cell=True, closed=True), before, after)}{after}"


def _cut(words: str, wanted: int) -> int:
    """How many of the words to show: to a mark, the last within `wanted`, else the next; else `wanted`."""
    if len(words) <= wanted:
        return len(words)
    marks = [at for at, char in enumerate(words) if at >= _LEAST and char in _STOPS]
    near = [at for at in marks if at <= wanted]
    return near[-1] if near else next(iter(marks), wanted if len(words) == _FAR else len(words))


def _marks(char: str) -> bool:
    """Whether CommonMark counts a character as punctuation."""
    return unicodedata.category(char)[0] in "PS"


def _parts(char: str) -> bool:
    return char.isspace() or _marks(char)
