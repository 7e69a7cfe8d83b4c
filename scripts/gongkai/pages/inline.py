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

_BEFORE, _AFTER = 17, 13
_STOPS = "，。、；：！？（）"
_LATIN = re.compile(r"[0-9A-Za-z.,%％]")


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
    start = max(within.start, figure.start - _BEFORE)
    end = min(within.end, figure.end + _AFTER)
    before, after = text[start : figure.start], text[figure.end : end]
    if start > within.start:
        before = "…" + _cut_head(before, text[start - 1])
    if end < within.end:
        after = _cut_tail(after, text[end]) + "…"
    return one_line(before).lstrip(), one_line(after).rstrip()


def around(text: str, figure: Span, within: Span) -> str:
    """A figure in bold among its words, as a table cell."""
    before, after = (literal(piece, cell=True) for piece in window(text, figure, within))
    return f"{before}{bold(literal(figure.of(text), cell=True, closed=True), before, after)}{after}"


def _cut_head(words: str, previous: str) -> str:
    """`words` from the first mark on that leaves enough of them; never from the middle of a number or Latin word."""
    for at, char in enumerate(words[:-4]):
        if char in _STOPS:
            return words[at + 1 :]
    if _LATIN.match(previous):
        return re.sub(r"^[0-9A-Za-z.,%％]+", "", words)
    return words


def _cut_tail(words: str, following: str) -> str:
    for at in range(len(words) - 1, 3, -1):
        if words[at] in _STOPS:
            return words[:at]
    if _LATIN.match(following):
        return re.sub(r"[0-9A-Za-z.,%％]+$", "", words)
    return words


def _marks(char: str) -> bool:
    """Whether CommonMark counts a character as punctuation."""
    return unicodedata.category(char)[0] in "PS"


def _parts(char: str) -> bool:
    return char.isspace() or _marks(char)
