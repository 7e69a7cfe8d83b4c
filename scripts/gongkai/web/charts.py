"""Charts of a table, as data that the templates draw: bars of rates, dots of ranks, bars of counts of one kind.

A chart is made only when it says something: at least two values that differ, one unit, one kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import TYPE_CHECKING

from gongkai.web.figures import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.rows import Row
    from gongkai.web.trends import Pair

_MOST_BARS = 12
_FEW_BARS = 6
"""Up to so many bars full rates are shown too; beyond, one stands for all."""
_MOST_COUNT_CHARTS = 3
_LEAST_COUNTS = 3
_FIRST_PLACES, _LAST_PLACE = 5, 10


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or dot."""

    name: str
    value: str
    """As printed: 98.8%."""
    share: str
    """Length of the bar in hundredths of the axis; for a rank its place."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with its words."""

    shape: str
    """`bars`, `dots` or `pairs`."""
    title: str
    about: str
    """What the axis is and what is left out."""
    marks: tuple[Mark, ...] | tuple[Pair, ...]
    axis: tuple[str, ...]
    """Labels under the axis, from its start to its end."""


def charts(rows: Iterable[Row]) -> list[Chart]:
    """The charts that a table deserves, in the order they are shown."""
    plain = [row for row in rows if _number(row) is not None and not row.value_max]
    made = [_rates(plain), _ranks(plain), *_counts(plain)]
    return [chart for chart in made if chart]


def _number(row: Row) -> Decimal | None:
    try:
        found = Decimal(row.value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _value(row: Row) -> Decimal:
    return Decimal(row.value)


def _rates(rows: list[Row]) -> Chart | None:
    rates = [
        row for row in _distinct(rows) if row.kind == "比率" and row.unit in {"%", "％"} and 0 <= _value(row) <= 100
    ]
    if len({_value(row) for row in rates}) < 2:
        return None
    telling = [row for row in rates if _value(row) < 100]
    full = [row for row in rates if _value(row) == 100]
    kept = sorted((telling + full[: max(1, _FEW_BARS - len(telling))])[:_MOST_BARS], key=_value, reverse=True)
    left = len(rates) - len(kept)
    about = "横轴从0到100%，不截断。" + (f"另有{left}项比率见表。" if left else "")
    marks = tuple(Mark(row.name, value_of(row), f"{_value(row):f}") for row in kept)
    return Chart("bars", f"比率（{len(kept)}项，从高到低）", about, marks, ("0", "50%", "100%"))


def _ranks(rows: list[Row]) -> Chart | None:
    ranks = [row for row in rows if row.kind == "名次" and 1 <= _value(row) <= _LAST_PLACE and not _value(row) % 1]
    if len(ranks) < 2:
        return None
    last = max(_FIRST_PLACES, *(int(_value(row)) for row in ranks))
    marks = tuple(Mark(row.name, row.raw, f"{_value(row):f}") for row in ranks)
    about = f"圆点从第1名排到第{last}名，实心的是报告写明的名次。报告没有写一共有多少名。"
    return Chart("dots", f"名次（{len(ranks)}项）", about, marks, tuple(str(place + 1) for place in range(last)))


def _counts(rows: list[Row]) -> list[Chart]:
    """Counts that one sentence states side by side in one unit, for one time, none a part of another."""
    wholes = {row.part_of for row in rows if row.part_of}
    counts = [
        row for row in rows if row.kind == "数量" and row.id not in wholes and not row.part_of and _value(row) > 0
    ]
    made = []
    for _, group in groupby(counts, key=lambda row: (row.section, row.sentence, row.period)):
        for unit, same in _by_unit(group).items():
            bars = _distinct(same)
            if len(bars) >= _LEAST_COUNTS and len({_value(row) for row in bars}) > 1:
                made.append(_count_chart(bars[:_MOST_BARS], len(bars), unit))
    return sorted(made, key=lambda chart: -len(chart.marks))[:_MOST_COUNT_CHARTS]


def _by_unit(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.unit:
            found.setdefault(row.unit, []).append(row)
    return found


def _distinct(rows: Iterable[Row]) -> list[Row]:
    """The first row of each name and value."""
    return list({(row.name, row.value): row for row in reversed(list(rows))}.values())[::-1]


def _count_chart(bars: list[Row], whole: int, unit: str) -> Chart:
    largest = max(map(_value, bars))
    kept = sorted(bars, key=_value, reverse=True)
    marks = tuple(Mark(row.name, value_of(row), f"{_value(row) * 100 / largest:.2f}") for row in kept)
    left = f"另有{whole - len(kept)}项见表。" if whole > len(kept) else ""
    title = f"同一句话里的{len(kept)}个数量（{unit}，从多到少）"
    return Chart("bars", title, f"横轴从0到{largest:f}{unit}，不截断。{left}", marks, ("0", f"{largest:f}"))
