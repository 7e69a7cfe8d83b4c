"""Choices within a column's list: 有效性, 类型, 年度, each value with its count, as links to pages of their own.

A page is made for each value and for each 类型 with each 有效性; a link to anything finer drops the other choice and
says so, so that the count beside it is always the count that the page behind it shows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gongkai.content import TYPES
from gongkai.content.faq import Faq
from gongkai.web import validity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from gongkai.web.catalogue import Entry

_YEAR = re.compile(r"\d{4}")
_FEWEST = 2
"""A choice between fewer values is none."""


class Choice(NamedTuple):
    """What a reader chose; an empty field is not chosen."""

    validity: str = ""
    type: str = ""
    year: str = ""

    @property
    def words(self) -> str:
        """现行有效的规范性文件 as a list says it: 规范性文件，现行有效."""
        return "，".join(
            name(field, getattr(self, field)) for field in ("type", "validity", "year") if getattr(self, field)
        )


NAMES = {"validity": "有效性", "type": "类型", "year": "年度"}
"""What readers call the fields, in the order in which they see them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A value of a facet."""

    words: str
    count: int
    choice: Choice
    current: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field."""

    name: str
    dropped: str
    """The fields whose choice its links give up, for readers: 有效性、类型; empty when none."""
    links: tuple[Link, ...]


def name(field: str, value: str) -> str:
    """A value as readers see it: 有效 -> 现行有效, 行政规范性文件 -> 规范性文件, 2022 -> 2022年."""
    if field == "validity":
        return STATES[value].label
    if field == "year":
        return f"{value}年"
    return (TYPES[value].listed if value in TYPES else "") or value


STATES = {**validity.STATES, validity.WITHDRAWN.value: validity.WITHDRAWN}


def choices(items: Sequence[Entry]) -> dict[Choice, list[Entry]]:
    """Every choice that has a page, with its items in the order given; the whole list comes first."""
    values = [_values(item) for item in items]
    offered = {field: len({getattr(each, field) for each in values} - {""}) >= _FEWEST for field in NAMES}
    found: dict[Choice, list[Entry]] = defaultdict(list, {Choice(): list(items)})
    for item, each in zip(items, values, strict=True):
        kept = each._replace(**{field: "" for field in NAMES if not offered[field]})
        for choice in dict.fromkeys(
            (Choice(kept.validity), Choice(type=kept.type), Choice(year=kept.year), kept._replace(year=""))
        ):
            if choice != Choice():
                found[choice].append(item)
    return dict(found)


def _values(item: Entry) -> Choice:
    if item.value("类型") == Faq.label:
        return Choice()
    state = validity.state(item)
    year = item.year
    return Choice(state.value if state else "", item.value("类型"), year if _YEAR.fullmatch(year) else "")


def facets(choice: Choice, lists: Mapping[Choice, Sequence[Entry]]) -> tuple[Facet, ...]:
    """The facets of a page, those of the column that have values."""
    return tuple(facet for facet in (_facet(field, choice, lists) for field in NAMES) if facet.links)


def _facet(field: str, choice: Choice, lists: Mapping[Choice, Sequence[Entry]]) -> Facet:
    chosen = choice._replace(**{field: ""})
    base = Choice() if field == "year" or choice.year else chosen
    dropped = [NAMES[other] for other in NAMES if getattr(chosen, other) and not getattr(base, other)]
    values = {getattr(each, field) for each in lists if getattr(each, field)}
    targets = [base._replace(**{field: value}) for value in _ordered(field, values)]
    links = [
        Link(name(field, getattr(each, field)), len(lists[each]), each, each == choice)
        for each in targets
        if each in lists
    ]
    if links and not dropped:
        links.insert(0, Link("全部", len(lists[base]), base, base == choice))
    return Facet(NAMES[field], "、".join(dropped), tuple(links))


def _ordered(field: str, values: Iterable[str]) -> list[str]:
    if field == "year":
        return sorted(values, reverse=True)
    known = list(STATES if field == "validity" else TYPES)
    return sorted(values, key=lambda value: (known.index(value) if value in known else len(known), value))
