"""Results narrowed by column, year and so on, and how many each choice would leave: {"year": {"2022": 7}}."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gongkai.search.opened import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gongkai.search.opened import Index
    from gongkai.search.scoring import Ranked

MOST = 2000
"""More results than these are not counted."""


def unmet(index: Index, document: int, filters: Mapping[str, str]) -> tuple[str, ...]:
    """The facets whose filter a document does not meet."""
    return tuple(
        name
        for name, value in zip(FACETS, index.values(document), strict=True)
        if filters.get(name) and filters[name] != value
    )


def narrowed(index: Index, ranked: Iterable[Ranked], filters: Mapping[str, str]) -> list[Ranked]:
    """The documents that meet the filters."""
    return [one for one in ranked if not unmet(index, one.document, filters)]


def counted(index: Index, shown: Iterable[Ranked], filters: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Facet -> value -> how many documents that meet the other filters have it."""
    found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for one in shown:
        others = unmet(index, one.document, filters)
        for name, value in zip(FACETS, index.values(one.document), strict=True):
            if set(others) <= {name}:
                found[name][value] += 1
    return {name: dict(values) for name, values in found.items()}
