"""Drawings over years, as data that the templates draw: this year beside last year, and a line of three years or more.

98.8% (2022) over 97.2% (2021) -> two bars on one axis; 95, 缺, 98.8 -> points with a cross between, not joined.
Not on any page yet: a page shows them once it has the rows of two years joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from gongkai.web.charts import Chart
from gongkai.web.figures import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.rows import Row

_WHOLE = Decimal(100)
_LEAST_YEARS = 3
_STEP, _EDGE, _HIGH = 30, 6, 24
"""A year is 30 px wide; the line is 24 px high between edges of 6 px."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One year of a pair."""

    year: str
    value: str
    """As printed; empty when the year has none: it is drawn as a dashed box with 缺."""
    share: str
    """Length in hundredths of the axis."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator in two years."""

    name: str
    bars: tuple[Bar, Bar]
    """The later year's, then the earlier year's."""


def pairs(known: Iterable[tuple[Row | None, Row | None]], year: str, last: str) -> Chart | None:
    """Rows of a year beside those of the year before, from high to low; None when they are not of one kind and unit."""
    found = [pair for pair in known if pair[0] or pair[1]]
    rows = [row for pair in found for row in pair if row]
    if len({(row.kind, row.unit) for row in rows}) != 1:
        return None
    rate = rows[0].kind == "比率" and rows[0].unit == "%"
    end = _WHOLE if rate else max(map(_value, rows))
    if end <= 0 or any(not 0 <= _value(row) <= end for row in rows):
        return None
    found.sort(key=lambda pair: _value(pair[0]) if pair[0] else Decimal(-1), reverse=True)
    marks = tuple(Pair(_name(pair), (_bar(pair[0], year, end), _bar(pair[1], last, end))) for pair in found)
    unit = rows[0].unit
    about = f"实心是{year}年，斜线是{last}年，没有的写“缺”。横轴从0到{end:f}{unit}，不截断。"
    axis = ("0", "50%", "100%") if rate else ("0", f"{end:f}")
    return Chart("pairs", f"{year}年和{last}年（{len(marks)}项）", about, marks, axis)


def _name(pair: tuple[Row | None, Row | None]) -> str:
    return next(row.name for row in pair if row)


def _bar(row: Row | None, year: str, end: Decimal) -> Bar:
    return Bar(year, value_of(row), f"{_value(row) * 100 / end:.2f}") if row else Bar(year, "", "0")


def _value(row: Row) -> Decimal:
    return Decimal(row.value)


@dataclass(frozen=True, slots=True)
class Line:
    """A line over years, from 0; a year without a value parts it."""

    width: int
    path: str
    """What joins neighbours that both have values."""
    points: tuple[tuple[int, str], ...]
    """Where values stand; the last one is drawn filled."""
    gaps: tuple[int, ...]
    """Where a year has none: a cross."""


def line(values: Sequence[Decimal | None]) -> Line | None:
    """The line of an indicator's years, oldest first; None when fewer than three years have a value."""
    known = [value for value in values if value is not None]
    if len(known) < _LEAST_YEARS or min(known) < 0:
        return None
    top = max(known) or Decimal(1)
    places = [(_EDGE + _STEP * year, value) for year, value in enumerate(values)]
    points = [(x, f"{_EDGE + _HIGH - value * _HIGH / top:.1f}") for x, value in places if value is not None]
    heights = dict(points)
    path = ""
    for x, height in points:
        path += f"{'L' if x - _STEP in heights else 'M'}{x} {height}"
    gaps = tuple(x for x, value in places if value is None)
    return Line(_STEP * (len(values) - 1) + 2 * _EDGE, path, tuple(points), gaps)
