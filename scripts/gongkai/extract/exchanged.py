"""A reading in the exchange format of the scorer: plain dicts and lists, ready for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.model import Figure, Heading, Indicator, Reading

_LONGEST = 2000
"""Characters on each side of a figure that are shown of its sentence."""


def exchange(reading: Reading) -> dict[str, Any]:
    """Title, issuer, year, headings, figures and skipped words of a reading."""
    report = reading.report
    rows = {indicator.figure.span: indicator for indicator in reading.indicators}
    words = [figure for figure in reading.figures if figure.kind is FigureKind.WORD]
    return {
        "title": report.title,
        "issuer": report.issuer,
        "year": None if report.year is None else str(report.year),
        "headings": [_heading(heading) for heading in report.headings()],
        "figures": [
            _figure(report.source.text, figure, rows.get(figure.span))
            for figure in reading.figures
            if figure.kind is not FigureKind.WORD
        ],
        "skipped": [[figure.span.start, figure.span.end, figure.raw] for figure in words],
    }


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "level": heading.level,
        "number": heading.number,
        "text": heading.text,
        "run_in": heading.run_in,
        "depth": heading.depth,
    }


def _sentence(text: str, row: Indicator) -> str:
    """The sentence, or what stands around the figure when a line without a full stop is very long."""
    start = max(row.sentence.start, row.figure.span.start - _LONGEST)
    return text[start : min(row.sentence.end, row.figure.span.end + _LONGEST)]


def _figure(text: str, figure: Figure, row: Indicator | None) -> dict[str, Any]:
    plain = figure.plain_value()
    record: dict[str, Any] = {
        "start": figure.span.start,
        "end": figure.span.end,
        "raw": figure.raw,
        "value": plain or None,
        "unit": figure.unit,
        "qualifier": figure.qualifier.value if figure.qualifier else None,
        "kind": figure.kind.value,
        "indicator": row is not None,
        "reason": figure.reason,
    }
    if figure.value_max is not None:
        record["value_max"] = f"{figure.value_max:f}"
    if row is not None:
        record |= {
            "name": row.name,
            "subject": row.subject,
            "id": row.id,
            "part_of": row.part_of,
            "period": row.period.label,
            "scope": row.scope,
            "direction": row.figure.direction.value if row.figure.direction else None,
            "sentence": _sentence(text, row),
        }
    return record
