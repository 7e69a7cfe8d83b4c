"""Turn mentions into figures: “由总体情况等六个部分组成” -> 六个, reference, 列举."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from gongkai.extract.judge import verdict
from gongkai.extract.mentions import mentions
from gongkai.model import Direction, Figure, FigureKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.extract.mentions import Mention
    from gongkai.extract.tables import Tables
    from gongkai.model import Report

_LINKS = ("、", "和", "与", "及", "以及", "，", ",")


def figures(report: Report, tables: Tables) -> list[Figure]:
    """Every number mention of the report, judged, in reading order."""
    text = report.source.text
    found = _neighboured(text, list(mentions(text, taken(report))))
    return [_figure(text, mention, tables) for mention in found]


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
    span = mention.span
    cell = tables.cell(span.start) if mention.number is not None or mention.reason in _CELL_FORMS else None
    judged = verdict(text, mention)
    kind, reason = judged.kind, judged.reason
    number = mention.number
    if cell is not None and number is not None and number.value is not None and kind is not FigureKind.DATE:
        kind, reason = (FigureKind.ORDINAL, "serial") if cell.serial else _cell_kind(kind, mention)
        unit = mention.unit or cell.unit
        worth = number.value * cell.scale if cell.scale > 1 and number.scale == 1 else number.value
        down = text[span.start - 1 : span.start] in ("-", "－") and text[span.start - 2 : span.start - 1].isspace()
        return Figure(
            span,
            span.of(text),
            kind,
            reason,
            worth,
            number.value_max,
            (),
            unit,
            mention.qualifier,
            Direction.DOWN if down else None,
        )
    return Figure(
        span,
        span.of(text),
        kind,
        reason,
        value=number.value if number else None,
        value_max=number.value_max if number else None,
        ratio=number.ratio if number else (),
        unit=mention.unit,
        qualifier=mention.qualifier,
    )


_CELL_FORMS = ("bare",)


def _cell_kind(kind: FigureKind, mention: Mention) -> tuple[FigureKind, str]:
    return (kind, "table_cell") if kind.is_indicator and mention.of else (FigureKind.COUNT, "table_cell")


def top(figures_: Iterable[Figure]) -> Sequence[Figure]:
    """The figures that become rows."""
    return [figure for figure in figures_ if figure.is_indicator]
