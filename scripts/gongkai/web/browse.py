"""Pages to look through: what was published in a year, column by column, and all titles by their first letter.

For those who search without JavaScript, and for those who would rather look through a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from gongkai.web import searching
from gongkai.web.catalogue import Entry, Kind
from gongkai.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gongkai.web.catalogue import Catalogue
    from gongkai.web.lists import Listing

MOST = 100
"""Items of a column that a year's page shows, the column's own list of the year has the rest; of a letter's page."""
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_UNDATED = "weizaiming"
_NAMED = re.compile("《(?P<name>[^《》]+)")
_LETTER = re.compile("[a-z]+")
_OTHER = "qita"


@dataclass(frozen=True, slots=True)
class Group:
    """Items below a heading: a column, or titles that begin with one syllable."""

    name: str
    items: tuple[Entry, ...]
    count: int
    whole: str = ""
    """Address of the list that has all of them; empty when all are shown."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One such page."""

    entry: Entry
    words: str
    """What a link to it says: 2022年, H."""
    order: str
    """How the items stand, in words."""
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many items it stands for."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class Shelves:
    """All of them."""

    years: tuple[Shelf, ...]
    """Newest first, what has no year last."""
    letters: tuple[Shelf, ...]
    """A to Z, a letter with many titles in parts; other signs last."""

    @property
    def entries(self) -> list[Entry]:
        """The pages."""
        return [shelf.entry for shelf in (*self.years, *self.letters)]

    def of(self, item: Entry) -> Shelf:
        """The shelf of a page; StopIteration when there is none."""
        return next(shelf for shelf in (*self.years, *self.letters) if shelf.entry == item)


def shelves(where: Catalogue, listings: Mapping[str, Listing], taken: Iterable[str]) -> Shelves:
    """The pages that docs/ leaves room for; `taken` are the paths of its files."""
    occupied = set(taken)

    def free(found: Iterable[Shelf]) -> tuple[Shelf, ...]:
        return tuple(shelf for shelf in found if shelf.entry.src not in occupied)

    return Shelves(free(_years(where, listings)), free(_letters(where)))


def _years(where: Catalogue, listings: Mapping[str, Listing]) -> Iterator[Shelf]:
    lists = {(listing.whole, listing.words): listing.entry.url for listing in listings.values() if listing.number == 1}
    by_year: dict[str, list[Group]] = {}
    for column in where.columns:
        index = where.index_of(column)
        for year, items in _by_year(where.by_column.get(column.folder, [])).items():
            whole = lists.get((index.url, f"{year}年"), index.url) if index and len(items) > MOST else ""
            group = Group(column.name, tuple(items[:MOST] if whole else items), len(items), whole)
            by_year.setdefault(year, []).append(group)
    for year in sorted(by_year, reverse=True):
        words = f"{year}年" if year else "年度未载明"
        entry = _entry(year or _UNDATED, f"{words}公开的文件" if year else "年度未载明的文件")
        yield Shelf(entry, words, "按栏目排，各栏从新到旧", tuple(by_year[year]))


def _by_year(items: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for item in items:
        found.setdefault(item.year if _YEAR.fullmatch(item.year) else "", []).append(item)
    return found


def _entry(stem: str, title: str) -> Entry:
    path = f"{searching.FOLDER}/{stem}"
    return Entry(f"{path}.md", f"{path}.html", Kind.BROWSE, title, {"类型": "清单"})


def _letters(where: Catalogue) -> Iterator[Shelf]:
    """Titles by the reading of their subject; a page never parts a syllable, so a new title moves few others."""
    read = [(*_reading(subject(item)), item) for item in where.documents]
    read.sort(key=lambda each: (each[0] == "", each[:2], each[2].title, each[2].url))
    for letter, members in groupby(read, key=lambda each: each[0][:1]):
        groups = [
            Group(syllable or "其他", tuple(item for *_, item in items), len(items))
            for syllable, items in ((name, list(found)) for name, found in groupby(members, key=lambda each: each[0]))
        ]
        parts = _parts(groups)
        for part in parts:
            yield _letter(letter, part, whole=len(parts) == 1)


def _reading(text: str) -> tuple[str, list[str]]:
    """First syllable and all syllables of a text: hu, [hu, wai]; a word of letters is one, any other sign is ""."""
    syllables = [syllable.lower() for syllable in lazy_pinyin(text)]
    first = _LETTER.match(syllables[0]) if syllables else None
    return (first[0] if first else ""), syllables


def _parts(groups: list[Group]) -> list[list[Group]]:
    """Groups in pages of about MOST items."""
    parts: list[list[Group]] = []
    for group in groups:
        if not parts or sum(each.count for each in parts[-1]) + group.count > MOST:
            parts.append([])
        parts[-1].append(group)
    return parts


def _letter(letter: str, groups: list[Group], *, whole: bool) -> Shelf:
    first, last = groups[0].name, groups[-1].name
    words = "其他" if not letter else letter.upper() if whole else first if first == last else f"{first}–{last}"
    title = f"标题以{words}开头的文件" if letter else "标题以数字、符号开头的文件"
    stem = _OTHER if not letter else letter if whole else first
    return Shelf(_entry(f"pinyin-{stem}", title), words, "按读音排，不算发文机关和“关于印发”这类字", tuple(groups))


def subject(item: Entry) -> str:
    """What a title is about: 户外广告设施管理办法 of 云江县人民政府关于印发《户外广告设施管理办法》的通知."""
    named = _NAMED.search(item.title)
    if named:
        return named["name"]
    text = item.title.removeprefix(item.agency).partition("关于")
    rest = text[2] or text[0]
    return re.sub(f"^(?:{alternation('title', 'leading')})+", "", rest) or item.title
