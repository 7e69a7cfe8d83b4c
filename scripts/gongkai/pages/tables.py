"""Pipe tables, and the lines of a report that were a table: 指标 2021年 2022年 with blanks between the cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE = re.compile(r"[ \u3000\xa0]*\t[\s\u3000]*|[ \u3000\xa0]{2,}")
# 结果维持 3，结果纠正 1
_SENTENCE = re.compile("[，；。]")
_BLANK = re.compile(r"[\s\u3000]+")


def pipe_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A table in Markdown; cells are Markdown already. `right` are the columns set flush right."""
    flush = set(right)
    rule = ["--:" if number in flush else "---" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def runs(widths: Sequence[int], figures: Sequence[bool]) -> list[range]:
    """Neighbouring lines that make a table: as many cells in each, two at least, in two lines at least.

    A line of one cell between two such lines is a row of theirs: 三、本年度办理结果; unless a head follows it, that is
    a line without figures after one with figures. Lines in no run are no table.
    """
    found = []
    start = 0
    while start < len(widths):
        stop = start + 1
        while stop < len(widths) and widths[stop] in {widths[start], 1}:
            if widths[stop] == 1 and figures[stop - 1] and not any(figures[stop : stop + 2]):
                break
            stop += 1
        while widths[stop - 1] != widths[start]:
            stop -= 1
        if widths[start] > 1 and stop - start > 1:
            found.append(range(start, stop))
        start = stop
    return found


def cells(text: str, line: Span, whole: Sequence[Span]) -> list[Span]:
    """The cells of a table line, parted by tabs or wide gaps, else by any blank; no cut falls into one of `whole`.

    A line that reads as a sentence is one cell.
    """
    if _SENTENCE.search(text, line.start, line.end):
        return [line]
    gaps = _gaps(_WIDE, text, line, whole) or _gaps(_BLANK, text, line, whole)
    edges = [line.start, *(edge for gap in gaps for edge in (gap.start, gap.end)), line.end]
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in spans if span.of(text).strip()]


def _gaps(pattern: re.Pattern[str], text: str, line: Span, whole: Sequence[Span]) -> list[Span]:
    found = (Span(m.start(), m.end()) for m in pattern.finditer(text, line.start, line.end))
    return [gap for gap in found if not any(gap.start < kept.end and kept.start < gap.end for kept in whole)]
