"""Pipe tables, and the lines of a report that were a table: 指标 2021年 2022年 with blanks between the cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE = re.compile(r"[ \u3000\xa0]*\t[\s\u3000]*|[ \u3000\xa0]{2,}")
_BLANK = re.compile(r"[\s\u3000]+")


def pipe_table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A table in Markdown; cells are Markdown already. `right` are the columns set flush right."""
    flush = set(right)
    rule = ["--:" if number in flush else "---" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def cells(text: str, line: Span, whole: Sequence[Span]) -> list[Span]:
    """The cells of a table line, parted by tabs or wide gaps, else by any blank; no cut falls into one of `whole`."""
    gaps = _gaps(_WIDE, text, line, whole) or _gaps(_BLANK, text, line, whole)
    edges = [line.start, *(edge for gap in gaps for edge in (gap.start, gap.end)), line.end]
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [span for span in spans if span.of(text).strip()]


def _gaps(pattern: re.Pattern[str], text: str, line: Span, whole: Sequence[Span]) -> list[Span]:
    found = (Span(m.start(), m.end()) for m in pattern.finditer(text, line.start, line.end))
    return [gap for gap in found if not any(gap.start < kept.end and kept.start < gap.end for kept in whole)]
