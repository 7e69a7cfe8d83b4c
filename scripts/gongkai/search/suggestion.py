"""您要找的是不是: the words of a title that are the query but for a character or two. 政付督查 -> 政府督查."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.search.fold import fold
from gongkai.search.terms import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 3
"""Characters that a query needs for this."""
MOST = 16
"""In a longer query a mistake does no harm."""
SURE = 5
"""So many characters may hide two mistakes."""


def suggestion(query: str, titles: Iterable[str]) -> str:
    """What the reader may have meant, of the best titles; empty when one holds the query or none is near."""
    runs = RUN.findall(query)
    if len(runs) != 1 or not LEAST <= len(runs[0]) <= MOST:
        return ""
    typed, best, least = runs[0], "", 3
    for title in titles:
        for run in RUN.findall(fold(title)):
            found, wrong = nearest(typed, run)
            if wrong == 0:
                return ""
            if wrong < least and wrong <= (2 if len(typed) > SURE else 1) and len(found) >= LEAST:
                best, least = found, wrong
    return query.replace(typed, best) if best else ""


def nearest(typed: str, run: str) -> tuple[str, int]:
    """The part of a run that differs least from what was typed, and by how many characters."""
    row = [(0, start) for start in range(len(run) + 1)]
    for number, character in enumerate(typed, 1):
        before, row = row, [(number, 0)]
        for place, other in enumerate(run, 1):
            changed, left, more = before[place - 1], before[place], row[place - 1]
            row.append(
                min(
                    (changed[0] + (character != other), changed[1]),
                    (left[0] + 1, left[1]),
                    (more[0] + 1, more[1]),
                    key=lambda one: one[0],
                )
            )
    end = min(range(len(row)), key=lambda place: (row[place][0], abs(place - row[place][1] - len(typed))))
    wrong, start = row[end]
    return run[start:end], wrong
