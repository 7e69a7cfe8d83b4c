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
    from collections.abc import Iterable, Mapping

    from gongkai.web.catalogue import Catalogue
    from gongkai.web.lists import Listing

MOST = 100
"""Items of a column that a page shows; the column's own list of the year has the rest."""
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_UNDATED = "weizaiming"


@dataclass(frozen=True, slots=True)
class Group:
    """What a column published in a year."""

    name: str
    items: tuple[Entry, ...]
    """Newest first."""
    count: int
    whole: str
    """Address of the list that has all of them; empty when all are shown."""


@dataclass(frozen=True, slots=True)
class Year:
    """One such page."""

    entry: Entry
    words: str
    """2022年."""
    count: int
    groups: tuple[Group, ...]


def years(where: Catalogue, listings: Mapping[str, Listing], taken: Iterable[str]) -> list[Year]:
    """The pages, newest year first, what has no year last; `taken` are the paths of the files of docs/."""
    occupied = set(taken)
    lists = {(listing.whole, listing.words): listing.entry.url for listing in listings.values() if listing.number == 1}
    by_year: dict[str, list[Group]] = {}
    for column in where.columns:
        index = where.index_of(column)
        for year, items in _by_year(where.by_column.get(column.folder, [])).items():
            whole = lists.get((index.url, f"{year}年"), index.url) if index and len(items) > MOST else ""
            group = Group(column.name, tuple(items[:MOST] if whole else items), len(items), whole)
            by_year.setdefault(year, []).append(group)
    found = [_year(year, by_year[year]) for year in sorted(by_year, reverse=True)]
    return [each for each in found if each.entry.src not in occupied]


def _by_year(items: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for item in items:
        found.setdefault(item.year if _YEAR.fullmatch(item.year) else "", []).append(item)
    return found


def _year(year: str, groups: list[Group]) -> Year:
    words = f"{year}年" if year else "年度未载明"
    stem = f"{searching.FOLDER}/{year or _UNDATED}"
    title = f"{words}公开的文件" if year else "年度未载明的文件"
    entry = Entry(f"{stem}.md", f"{stem}.html", Kind.YEAR, title, {"类型": "年度清单"})
    return Year(entry, words, sum(group.count for group in groups), tuple(groups))
