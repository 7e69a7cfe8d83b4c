"""A page for each year with all that was published in it, column by column: title, 发文字号, date.

For those who search without JavaScript, and for those who would rather look through a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.web import searching
from gongkai.web.catalogue import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.web.catalogue import Catalogue

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_UNDATED = "weizaiming"


@dataclass(frozen=True, slots=True)
class Year:
    """One such page."""

    entry: Entry
    words: str
    """2022年."""
    count: int
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    """Name of each column with its items, newest first."""


def years(where: Catalogue, taken: Iterable[str]) -> list[Year]:
    """The pages, newest year first, what has no year last; `taken` are the paths of the files of docs/."""
    occupied = set(taken)
    by_year: dict[str, dict[str, list[Entry]]] = {}
    for column in where.columns:
        for item in where.by_column.get(column.folder, []):
            year = item.year if _YEAR.fullmatch(item.year) else ""
            by_year.setdefault(year, {}).setdefault(column.name, []).append(item)
    found = [_year(year, by_year[year]) for year in sorted(by_year, reverse=True)]
    return [each for each in found if each.entry.src not in occupied]


def _year(year: str, items: dict[str, list[Entry]]) -> Year:
    words = f"{year}年" if year else "年度未载明"
    stem = f"{searching.FOLDER}/{year or _UNDATED}"
    title = f"{words}公开的文件" if year else "年度未载明的文件"
    entry = Entry(f"{stem}.md", f"{stem}.html", Kind.YEAR, title, {"类型": "年度清单"})
    return Year(entry, words, sum(map(len, items.values())), tuple((name, tuple(each)) for name, each in items.items()))
