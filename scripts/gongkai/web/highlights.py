"""Six figures for the home page: those the office named, or else a fair choice over the sections of the report."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.rows import Row

_MOST = 6
_LONGEST_NAME = 16
_LARGE = _FULL = 100
"""Counts below this say little on a home page."""


def highlights(rows: Sequence[Row], named: Iterable[str]) -> list[Row]:
    """At most six rows in reading order; `named` are indicator names from 重点数据."""
    wanted = list(named)
    chosen = [row for name in wanted for row in rows if row.name == name][:_MOST] if wanted else []
    return _first_of_each_name(chosen) if chosen else _automatic(rows)


def _automatic(rows: Sequence[Row]) -> list[Row]:
    fit = [row for row in _first_of_each_name(rows) if len(row.name) <= _LONGEST_NAME]
    sections = [list(group) for _, group in groupby(fit, key=lambda row: row.section)]
    full = [row for row in fit if _is_rate(row) and _value(row) == _FULL]
    turns = [*_in_turn(map(_best, sections)), *full]
    chosen = {row.id for row in turns[:_MOST]}
    return [row for row in fit if row.id in chosen]


def _best(section: list[Row]) -> list[Row]:
    """Telling rates and large counts of a section in turn, the greatest first."""
    rates = [row for row in section if _is_rate(row) and 0 < _value(row) < _FULL]
    counts = [row for row in section if row.kind == "数量" and _value(row) >= _LARGE]
    return _in_turn([sorted(rates, key=_value, reverse=True), sorted(counts, key=_value, reverse=True)])


def _is_rate(row: Row) -> bool:
    return row.kind == "比率" and row.unit in {"%", "％"}


def _in_turn(lists: Iterable[list[Row]]) -> list[Row]:
    return [row for turn in zip_longest(*lists) for row in turn if row]


def _value(row: Row) -> Decimal:
    try:
        return Decimal(row.value)
    except InvalidOperation:
        return Decimal(0)


def _first_of_each_name(rows: Iterable[Row]) -> list[Row]:
    return list({row.name: row for row in reversed(list(rows))}.values())[::-1]
