"""Turn mentions into figures: “由总体情况等六个部分组成” -> 六个, reference, 列举."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from gongkai.extract.judge import verdict
from gongkai.extract.mentions import mentions
from gongkai.extract.units import unit as measure
from gongkai.model import Direction, Figure, FigureKind, Span

if TYPE_CHECKING:
    from gongkai.extract.mentions import Mention
    from gongkai.extract.tables import Cell, Tables
    from gongkai.model import Report
    from gongkai.numerals import Number

_LINKS = ("、", "和", "与", "及", "以及", "，", ",")


def figures(report: Report, tables: Tables) -> list[Figure]:
    """Every number mention of the report, judged, in reading order."""
    text = report.source.text
    found = _neighboured(text, list(mentions(text, taken(report))))
    return _listed(text, [_figure(text, mention, tables) for mention in found])


_LEVELS = (FigureKind.RATE, FigureKind.COUNT, FigureKind.AMOUNT, FigureKind.OTHER)


# 第3、新型城镇化质量第4
_NEXT_RANKED = re.compile(r"[、，和及][^，。；、“”]{0,14}")
_CLOSED = re.compile(r"[，。；、）)]|$")


def _listed(text: str, found: list[Figure]) -> list[Figure]:
    """What stands in a list is of the kind of its first: 分别增长12.8%、17.8%, 减少1起、31人, 排第3、第6."""
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        gap = text[left.span.end : right.span.start].strip()
        closed = bool(_CLOSED.match(text, right.span.end))
        grown = left.kind is FigureKind.CHANGE and right.kind in _LEVELS and gap in _LINKS[:5]
        if grown and (right.unit == left.unit or closed):
            found[at] = replace(right, kind=FigureKind.CHANGE, reason="change")
        ranked = left.kind is FigureKind.RANK and right.reason == "ordinal"
        if ranked and closed and _NEXT_RANKED.fullmatch(gap):
            found[at] = replace(right, kind=FigureKind.RANK, reason="rank")
    return found


def taken(report: Report) -> list[Span]:
    """Where heading numbers and point marks stand: their numerals count nothing."""
    spans = [
        Span(at, at + len(heading.number))
        for heading in report.headings()
        if heading.number and (at := report.source.text.find(heading.number, *_bounds(heading.span))) >= 0
    ]
    spans += [
        Span(at, at + len(paragraph.marker))
        for _, paragraph in report.paragraphs()
        if paragraph.marker and (at := report.source.text.find(paragraph.marker, *_bounds(paragraph.span))) >= 0
    ]
    return sorted(spans)


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, min(span.end, span.start + 40)


def _neighboured(text: str, found: list[Mention]) -> list[Mention]:
    """A bare number in a list takes unit and 万 or 亿 of its right neighbour: 12、15、18项."""
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if (
            left.unit == "个"
            and right.unit in ("个百分点", "个位次")
            and text[left.span.end : right.span.start] in _LINKS
        ):
            found[at] = replace(left, unit=right.unit, of=right.of)
        if left.kind or left.of or left.number is None or left.number.ratio or left.number.value is None:
            continue
        if right.number is None or not right.of or right.ordinal or not isinstance(left.number.value, Decimal):
            continue
        if text[left.span.end : right.span.start].strip() not in _LINKS or left.number.unit:
            continue
        if text[left.span.end : right.span.start].strip() in ("，", ",") and not left.number.arabic:
            continue
        scale = right.number.scale if left.number.scale == 1 else 1
        worth = left.number.value * scale
        number = replace(left.number, value=worth, scale=max(scale, left.number.scale))
        found[at] = replace(left, number=number, unit=right.unit, of=right.of)
    return found


def _figure(text: str, mention: Mention, tables: Tables) -> Figure:
    number, span = mention.number, mention.span
    judged = verdict(text, mention)
    cell = tables.cell(number.end - len(_written(text, span, number))) if number is not None else None
    plain = Figure(
        span,
        span.of(text),
        judged.kind,
        judged.reason,
        value=number.value if number else None,
        value_max=number.value_max if number else None,
        ratio=number.ratio if number else (),
        unit=mention.unit or _unsaid(text, mention),
        qualifier=mention.qualifier,
    )
    if cell is None or number is None or not isinstance(number.value, Decimal):
        return plain
    return _in_cell(text, plain, number, cell)


def _written(text: str, span: Span, number: Number) -> str:
    """The number's own characters, from its first digit on."""
    start = next((at for at in range(span.start, number.end) if text[at].isdigit()), span.start)
    return text[start : number.end]


def _in_cell(text: str, figure: Figure, number: Number, cell: Cell) -> Figure:
    """A figure of a table: its head tells the unit, a minus before it that it fell."""
    unit = figure.unit or cell.unit
    worth = number.value
    if isinstance(worth, Decimal) and cell.scale > 1 and number.scale == 1:
        worth = worth * cell.scale
        worth = worth.quantize(Decimal(1)) if worth == worth.to_integral_value() else worth.normalize()
    at = figure.span.start
    down = text[at - 1 : at] in ("-", "－") and not text[max(0, at - 2) : at - 1].strip()
    return replace(
        figure,
        kind=_cell_kind(figure, unit, cell),
        reason="serial" if cell.serial else "table_cell",
        value=worth,
        unit=unit,
        direction=Direction.DOWN if down else None,
    )


def _cell_kind(figure: Figure, unit: str, cell: Cell) -> FigureKind:
    if cell.serial:
        return FigureKind.ORDINAL
    if cell.rank:
        return FigureKind.RANK
    if figure.kind in (FigureKind.RATE, FigureKind.CHANGE):
        return figure.kind
    if unit in ("%", "％", "‰"):
        return FigureKind.RATE
    known = measure(unit, 0) if unit else None
    return {"amount": FigureKind.AMOUNT, "other": FigureKind.OTHER}.get(known.of if known else "", FigureKind.COUNT)


# 189.6万农村贫困人口 · 惠及老年人近23万
_PEOPLE = re.compile(
    r"^[一-龥]{0,8}?(?:人口|群众|居民|学生|职工|农民|老年人|老人|纳税人|劳动者|儿童|患者|旅客|游客|党员)"
)
_OF_PEOPLE = re.compile(
    r"(?:人口|群众|居民|学生|职工|农民|老年人|劳动者|儿童|患者|旅客|党员|人数|人员)(?:总数|总量|规模)?(?:达到?|为|近|超过?|约|突破)?$"
)


_OF_MONEY = re.compile(
    r"(?:支出|收入|投资|产值|总值|余额|总额|资金|贷款|存款|利润|税收|债券|投入|销售额|交易额)(?:突破|超过?|达到?|为|近|约)*$"
)


def _unsaid(text: str, mention: Mention) -> str:
    """人 or 元 for a large number without a unit beside a word for people or money."""
    if mention.of or mention.number is None or mention.number.scale < 10**4:
        return ""
    before, after = (
        text[max(0, mention.span.start - 12) : mention.span.start],
        text[mention.span.end : mention.span.end + 12],
    )
    if _PEOPLE.match(after) or _OF_PEOPLE.search(before):
        return "人"
    return "元" if mention.number.scale >= 10**8 and _OF_MONEY.search(before) else ""
