"""Read figures in table lines: the head line and the row's first cell name them.

“申请人情况 自然人 商业企业” above “一、本年新收 11 2” makes 本年新收(自然人) 11, 本年新收(商业企业) 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.extract import labels
from gongkai.extract.carry import UNNAMED
from gongkai.extract.units import unit as measure
from gongkai.model import ParagraphKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.model import Paragraph, Report

_WIDE = re.compile(r"[ \u3000]*[\t|｜][ \u3000]*|[ \u3000]{2,}")
_NARROW = re.compile(r"[\t |｜\u3000]+")
_NUMERIC = re.compile(r"[-－+]?[\d\uff10-\uff19][\d\uff10-\uff19,，.．%％‰/:：]*(?:万|亿)?|[-－—–/]+|\*+")
# 1. · 一、 · （一） before a row's head
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|其中[:：]?)+"
)
# 数量（件） · 增减％
_UNIT = re.compile(r"(?:[（(](?:单位[:：])?(?P<unit>[^（）()\d]{1,8})[）)]|(?P<percent>[%％‰]))$")
_UNIT_LINE = re.compile(r"单位[:：]\s*(?P<unit>[^\s，。；、（）()]{1,8})")
_UNIT_HEADS = ("单位", "计量单位", "计算单位")
_SERIAL = ("序号", "编号", "代码", "序", "行次")
_RANKS = ("排名", "名次", "位次", "排位", "排序")
_TOTALS = ("合计", "总计", "小计", "总数", "共计")
# heads of columns that are not measured in the unit of the whole table
_RELATIVE = re.compile(r"率|增减|增长|增速|增幅|占比|比重|同比|环比|倍|±")
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with a number."""

    name: str
    unit: str
    """As the head says, 万 and 亿 taken off."""
    scale: int
    serial: bool
    """A running number, not a value."""
    rank: bool
    """A place in an order."""


@dataclass(frozen=True, slots=True)
class _Line:
    spans: tuple[Span, ...]
    cells: tuple[str, ...]
    numeric: int


class Tables:
    """The table lines of a report, to be asked by offset of a number."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._cells: dict[int, Cell] = {}
        heads: list[_Line] = []
        last = _Line((), (), 0)
        said, unit, last_end = Span(0, 0), "", -1
        for paragraph in paragraphs:
            if paragraph.kind is not ParagraphKind.TABLE:
                said = paragraph.span
                continue
            if last_end < 0 or text[last_end : paragraph.span.start].strip():
                heads, unit, last = _upper(text, said), _unit_line(said.of(text)[-60:]), _Line((), (), 0)
            line = _line(text, paragraph.span)
            unit = _unit_line(" ".join(line.cells)) or unit
            if line.numeric:
                self._add(line, heads, unit)
            elif len(line.cells) > 1:
                heads = [line] if last.numeric or not heads else [heads[-1], line]
            last, last_end = line, paragraph.span.end

    @classmethod
    def of(cls, report: Report) -> Tables:
        """The table lines of a report."""
        paragraphs = sorted((paragraph for _, paragraph in report.paragraphs()), key=lambda paragraph: paragraph.span)
        return cls(report.source.text, paragraphs)

    def cell(self, start: int) -> Cell | None:
        """The cell whose number begins at `start`."""
        return self._cells.get(start)

    def _add(self, line: _Line, heads: Sequence[_Line], unit: str) -> None:
        over = _columns(line, heads)
        own = next((c for h, c in zip(over, line.cells, strict=True) if h in _UNIT_HEADS and _is_unit(c)), "")
        row = "".join(c for c in line.cells if not _NUMERIC.fullmatch(c) and c != own)
        for span, content, head in zip(line.spans, line.cells, over, strict=True):
            if _NUMERIC.fullmatch(content) and any(c.isdigit() for c in content):
                offset = next(at for at, c in enumerate(content) if c.isdigit())
                self._cells[span.start + offset] = _cell(row, head, own, unit)


def _upper(text: str, said: Span) -> list[_Line]:
    """The paragraph above a table as its first head line, when it is a row of short words."""
    if said.end - said.start > 80 or any(mark in said.of(text) for mark in "，。；"):
        return []
    line = _line(text, said)
    return [line] if len(line.cells) > 1 and not line.numeric else []


def _is_unit(cell: str) -> bool:
    """Whether a cell under 单位 holds a unit and not the name of an office."""
    bare = cell.lstrip("百千万亿") or cell
    found = measure(bare, 0) or measure(cell, 0)
    return found is not None and len(found.text) == len(bare)


def _unit_line(text: str) -> str:
    match = _UNIT_LINE.search(text)
    return match["unit"] if match else ""


def _line(text: str, span: Span) -> _Line:
    raw = span.of(text)
    spans: list[Span] = []
    for pattern in (_WIDE, _NARROW):
        spans, at = [], 0
        for match in [*pattern.finditer(raw), None]:
            end = match.start() if match else len(raw)
            piece = raw[at:end]
            if piece.strip():
                left = at + len(piece) - len(piece.lstrip())
                spans.append(Span(span.start + left, span.start + left + len(piece.strip())))
            at = match.end() if match else end
        if len(spans) > 1:
            break
    cells = tuple(cell.of(text) for cell in spans)
    return _Line(tuple(spans), cells, sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells))


def _columns(line: _Line, heads: Sequence[_Line]) -> list[str]:
    """The head over each cell of a row, counted from the right so that a missing corner does no harm."""
    names = _head_cells(heads, line.numeric)
    missing = len(line.cells) - len(names)
    return [""] * missing + names if missing >= 0 else names[-len(line.cells) :]


def _head_cells(heads: Sequence[_Line], numbers: int) -> list[str]:
    """The heads of all columns, two head lines joined when the lower one only splits a cell of the upper."""
    if not heads:
        return []
    lower = list(heads[-1].cells)
    upper = list(heads[-2].cells) if len(heads) > 1 else []
    if not upper or len(upper) < 2:
        return lower
    if len(lower) < numbers <= len(upper) - 1 + len(lower):
        at = max((n for n, cell in enumerate(upper) if cell not in _TOTALS), default=0)
        return [*upper[:at], *lower, *upper[at + 1 :]]
    groups = len(upper) - 1
    if len(lower) == numbers and 1 <= groups < numbers and numbers % groups == 0 and upper[-1] not in _TOTALS:
        return [f"{upper[1 + n * groups // numbers]}{cell}" for n, cell in enumerate(lower)]
    return lower


def _cell(row: str, head: str, own: str, unit_line: str) -> Cell:
    row = _NUMBER.sub("", row.replace("\u3000", ""))
    in_head, in_row = _UNIT.search(head), _UNIT.search(row)
    told = in_head or in_row
    unit = (told["unit"] or told["percent"]) if told else ("" if _RELATIVE.search(head) else own or unit_line)
    head, row = _UNIT.sub("", head), _UNIT.sub("", row)
    scale = 1
    while unit[:1] in _SCALES and len(unit) > 1 and not unit.startswith(("千瓦", "千米", "千克", "千伏", "百分")):
        scale *= _SCALES[unit[0]]
        unit = unit[1:]
    return Cell(_name(row, head), unit, scale, head in _SERIAL, head in _RANKS)


def _name(row: str, head: str) -> str:
    if not head or head in row:
        return row[-labels.LONGEST :] or UNNAMED
    if not row:
        return head[: labels.LONGEST]
    return f"{row[-(labels.LONGEST - 2 - len(head[:16])) :]}({head[:16]})"
