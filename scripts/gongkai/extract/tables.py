"""Read figures in table lines: the head line and the row's first cell name them.

“申请人情况 自然人 商业企业” above “一、本年新收 11 2” makes 本年新收(自然人) 11, 本年新收(商业企业) 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.extract import phrases
from gongkai.model import ParagraphKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.model import Paragraph, Report

_WIDE = re.compile(r"[ \u3000]*[\t|｜][ \u3000]*|[ \u3000]{2,}")
_NARROW = re.compile(r"[\t |｜\u3000]+")
_NUMERIC = re.compile(r"[-－+]?[\d０-９][\d０-９,，.．%％‰/:：]*(?:万|亿)?|[-－—–/]+|\*+")
# 1. · 一、 · （一） before a row's head
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|其中[:：]?)+"
)
# 数量（件）
_UNIT = re.compile(r"[（(](?:单位[:：])?(?P<unit>[^（）()\d]{1,8})[）)]$")
_UNIT_LINE = re.compile(r"单位[:：]\s*(?P<unit>[^\s，。；、（）()]{1,8})")
_SERIAL = ("序号", "编号", "代码", "序")
_SCALES = {"万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with a number."""

    name: str
    unit: str
    """As the head says, 万 and 亿 taken off."""
    scale: int
    serial: bool
    """A running number, not a value."""


@dataclass(frozen=True, slots=True)
class _Line:
    spans: tuple[Span, ...]
    cells: tuple[str, ...]
    numeric: int


class Tables:
    """The table lines of a report, to be asked by offset of a number."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._cells: dict[int, Cell] = {}
        block: list[_Line] = []
        caption, last_end = "", -1
        for paragraph in paragraphs:
            if paragraph.kind is not ParagraphKind.TABLE:
                caption = paragraph.span.of(text)[-60:]
                continue
            if text[last_end : paragraph.span.start].strip() or last_end < 0:
                block = []
            line = _line(text, paragraph.span)
            self._add(text, line, block, caption)
            block.append(line)
            last_end = paragraph.span.end

    @classmethod
    def of(cls, report: Report) -> Tables:
        """The table lines of a report."""
        paragraphs = sorted((paragraph for _, paragraph in report.paragraphs()), key=lambda paragraph: paragraph.span)
        return cls(report.source.text, paragraphs)

    def cell(self, start: int) -> Cell | None:
        """The cell whose number begins at `start`."""
        return self._cells.get(start)

    def _add(self, text: str, line: _Line, block: Sequence[_Line], caption: str) -> None:
        head = next((above for above in block[:3] if not above.numeric and len(above.cells) > 1), None)
        row = "".join(cell for cell in line.cells if not _NUMERIC.fullmatch(cell))
        unit_line = _UNIT_LINE.search(" ".join(" ".join(above.cells) for above in block[:2]) + caption)
        for column, (span, content) in enumerate(zip(line.spans, line.cells, strict=True)):
            if not _NUMERIC.fullmatch(content) or not any(c.isdigit() for c in content):
                continue
            over = _over(line, head, column)
            self._cells[_digits_at(text, span)] = _cell(row, over, unit_line["unit"] if unit_line else "")


def _line(text: str, span: Span) -> _Line:
    raw = span.of(text)
    for pattern in (_WIDE, _NARROW):
        spans, at = [], 0
        for match in [*pattern.finditer(raw), None]:
            end = match.start() if match else len(raw)
            if raw[at:end].strip():
                left = at + len(raw[at:end]) - len(raw[at:end].lstrip())
                spans.append(Span(span.start + left, span.start + left + len(raw[at:end].strip())))
            at = match.end() if match else end
        if len(spans) > 1:
            break
    cells = tuple(cell.of(text) for cell in spans)
    return _Line(tuple(spans), cells, sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells))


def _over(line: _Line, head: _Line | None, column: int) -> str:
    """The head cell of a column, counted from the right so that a missing corner does no harm."""
    if head is None:
        return ""
    at = column if len(head.cells) == len(line.cells) else len(head.cells) - (len(line.cells) - column)
    return head.cells[at] if 0 <= at < len(head.cells) else ""


def _digits_at(text: str, span: Span) -> int:
    at = span.start
    while at < span.end and not text[at].isdigit():
        at += 1
    return at


def _cell(row: str, over: str, unit_line: str) -> Cell:
    row = _NUMBER.sub("", row.replace("\u3000", ""))
    in_head, in_row = _UNIT.search(over), _UNIT.search(row)
    unit = (in_head or in_row)["unit"] if in_head or in_row else unit_line  # type: ignore[index]
    over, row = _UNIT.sub("", over), _UNIT.sub("", row)
    scale = 1
    while unit[:1] in _SCALES and len(unit) > 1:
        scale *= _SCALES[unit[0]]
        unit = unit[1:]
    serial = over in _SERIAL
    return Cell(_name(row, over), unit, scale, serial)


def _name(row: str, over: str) -> str:
    if not over or over in row:
        return row[-phrases.LONGEST :] or "未名"
    if not row:
        return over[: phrases.LONGEST]
    return f"{row[-(phrases.LONGEST - 2 - len(over[:16])) :]}({over[:16]})"
