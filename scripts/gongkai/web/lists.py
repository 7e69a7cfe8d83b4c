"""The pages of a column's list: zcwj/index.html, zcwj/p2.html, zcwj/feizhi/index.html, zcwj/feizhi/p2.html.

Twenty a page, newest first. The first page is always full; the last ones hold fixed twenties counted from the oldest,
so that a new item changes the first two pages of each list that holds it, not all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from gongkai.web import facets
from gongkai.web.catalogue import Entry, Kind
from gongkai.web.facets import Choice, Facet
from gongkai.web.links import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gongkai.web.catalogue import Catalogue

SIZE = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A page in the row of page numbers; `url` is empty for pages that are left out between two."""

    words: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list."""

    entry: Entry
    words: str
    """What was chosen: 规范性文件，已废止; empty for the whole list."""
    items: tuple[Entry, ...]
    total: int
    """How many items all pages of the list hold."""
    number: int
    """This page, from 1."""
    last: int
    facets: tuple[tuple[Facet, tuple[str, ...]], ...]
    """On the first page: each facet with the addresses of its links."""
    numbers: tuple[Number, ...]
    before: str
    after: str
    whole: str
    """Address of the whole list."""


def listings(catalogue: Catalogue, taken: Iterable[str]) -> dict[str, Listing]:
    """All pages of all lists by path below docs/; `taken` are the paths of the files of docs/."""
    occupied = _with_folders(taken)
    found: dict[str, Listing] = {}
    for index in [item for item in catalogue.entries.values() if item.kind is Kind.COLUMN and item.folder]:
        for listing in _column(index, catalogue.below(index), occupied):
            found[listing.entry.src] = listing
    return found


def _with_folders(paths: Iterable[str]) -> set[str]:
    """The paths without ending, and every folder on the way to them."""
    found: set[str] = set()
    for path in paths:
        place = re.sub(r"\.[^./]+$", "", path).lower()
        while place and place not in found:
            found.add(place)
            place = place.rpartition("/")[0]
    return found


def _column(index: Entry, items: Sequence[Entry], occupied: set[str]) -> Iterator[Listing]:
    lists = facets.choices(items)
    places = _places(index.folder, lists, occupied)
    for choice, chosen in lists.items():
        shown = facets.facets(choice, lists)
        linked = tuple((facet, tuple(_address(places[link.choice]) for link in facet.links)) for facet in shown)
        yield from _pages(index, choice, chosen, _Place(places[choice], linked, occupied))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a list stands, with its facets."""

    folder: str
    facets: tuple[tuple[Facet, tuple[str, ...]], ...]
    occupied: set[str]


def _places(folder: str, lists: Iterable[Choice], occupied: set[str]) -> dict[Choice, str]:
    """The folder of each choice; a folder of docs/ is never taken."""
    found = {Choice(): folder}
    for choice in sorted(lists, key=lambda each: (bool(each.type and each.validity), each)):
        if choice == Choice():
            continue
        inside = found[Choice(type=choice.type)] if choice.type and choice.validity else folder
        found[choice] = _free(f"{inside}/{_slug(choice)}", occupied)
    return found


def _free(path: str, occupied: set[str]) -> str:
    while path in occupied:
        path += "-liebiao"
    occupied.add(path)
    return path


def _slug(choice: Choice) -> str:
    """feizhi, guifanxingwenjian, nian2022."""
    if choice.year:
        return f"nian{choice.year}"
    if choice.validity:
        return facets.STATES[choice.validity].slug
    letters = "".join(lazy_pinyin(facets.name("type", choice.type), errors="ignore"))
    return re.sub(r"[^a-z0-9]+", "", letters.lower()) or "leixing"


def cut(items: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Items, newest first, in pages: the newest twenty, what is over, then fixed twenties from the oldest."""
    rest = items[SIZE:]
    odd = len(items) % SIZE
    parts = [items[:SIZE], *([rest[:odd]] if odd else [])]
    parts += [rest[start : start + SIZE] for start in range(odd, len(rest), SIZE)]
    return [tuple(part) for part in parts if part] or [()]


def _pages(index: Entry, choice: Choice, items: Sequence[Entry], place: _Place) -> Iterator[Listing]:
    parts = cut(items)
    stems = ["index", *(_free(f"{place.folder}/p{number}", place.occupied) for number in range(2, len(parts) + 1))]
    stems[1:] = [stem.rpartition("/")[2] for stem in stems[1:]]
    urls = [_address(place.folder, stem) for stem in stems]
    for number, part in enumerate(parts, 1):
        yield Listing(
            entry=_entry(index, choice, number, f"{place.folder}/{stems[number - 1]}"),
            words=choice.words,
            items=part,
            total=len(items),
            number=number,
            last=len(parts),
            facets=place.facets if number == 1 else (),
            numbers=tuple(_numbers(urls, number)),
            before=urls[number - 2] if number > 1 else "",
            after=urls[number] if number < len(urls) else "",
            whole=index.url,
        )


def _address(folder: str, stem: str = "index") -> str:
    return address_of(f"{folder}/{stem}.html")


def _entry(index: Entry, choice: Choice, number: int, path: str) -> Entry:
    if choice == Choice() and number == 1:
        return index
    short = choice.words + (f"（第{number}页）" if number > 1 else "")
    title = f"{index.title}：{short}" if choice.words else f"{index.title}{short}"
    meta = {"类型": "列表", "条件": short.strip("（）") if not choice.words else short, "栏目": index.src}
    return Entry(f"{path}.md", address_of(f"{path}.html"), Kind.LIST, title, meta)


def _numbers(urls: Sequence[str], current: int) -> Iterator[Number]:
    """First, last, this one and its neighbours; what lies between is left out."""
    shown = sorted({1, len(urls), *range(max(1, current - 1), min(len(urls), current + 1) + 1)})
    previous = 0
    for number in shown:
        if number > previous + 1:
            yield Number("…", "", current=False)
        yield Number(str(number), urls[number - 1], number == current)
        previous = number
