"""您要找的是不是: the words of a title that are the query but for a slip or two. 政付督查 -> 政府督查.

A slip is a character that sounds alike, two that are exchanged, one too many or one too few. Anything else is another
word: 停车费 is no mistyped 停车管.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.search.fold import fold
from gongkai.search.readings import syllables
from gongkai.search.terms import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST = 3
"""Characters that a query needs for this."""
MOST = 16
"""In a longer query a mistake does no harm."""
SURE = 5
"""A longer query may hide two slips."""
SLIP = 2
"""What a character that sounds alike costs, and two exchanged."""
COUNT = 3
"""What one too many or too few costs: two of these would make any character any other."""
NEVER = 99

Cell = tuple[int, int]
"""What the characters so far cost, and where in the run they begin."""


def suggestion(query: str, titles: Iterable[str], texts: Iterable[str] = ()) -> str:
    """What the reader may have meant, of the best titles; empty when one or a text holds the query or none is near."""
    runs = RUN.findall(query)
    if len(runs) != 1 or not LEAST <= len(runs[0]) <= MOST:
        return ""
    typed, folded = runs[0], [fold(title) for title in titles]
    if any(typed in text for text in (*folded, *map(fold, texts))):
        return ""
    best, least = "", allowed(typed) + 1
    for title in folded:
        for run in RUN.findall(title):
            found, cost = nearest(typed, run)
            if cost < least and len(found) >= LEAST:
                best, least = found, cost
    return query.replace(typed, best) if best else ""


def allowed(typed: str) -> int:
    """The most that a suggestion may cost: three characters have nothing to spare, 车管办 is no 车管理办."""
    if len(typed) == LEAST:
        return SLIP
    return SLIP + COUNT if len(typed) > SURE else COUNT


def nearest(typed: str, run: str) -> tuple[str, int]:
    """The part of a run that differs least from what was typed, and what the slips cost."""
    rows: list[list[Cell]] = [[(0, start) for start in range(len(run) + 1)]]
    for number in range(1, len(typed) + 1):
        # one too many at an end would leave less of the same words
        spare = COUNT if 1 < number < len(typed) else NEVER
        row = [(NEVER, 0)]
        for place in range(1, len(run) + 1):
            (left, since), (more, origin) = rows[-1][place], row[-1]
            changes = _changes(typed[:number], run[:place], rows, place)
            row.append(min(*changes, (left + spare, since), (more + COUNT, origin), key=_cost))
        rows.append(row)
    row = rows[-1]
    end = min(range(len(row)), key=lambda place: (row[place][0], abs(place - row[place][1] - len(typed))))
    cost, start = row[end]
    return run[start:end], cost


def _changes(typed: str, run: str, rows: Sequence[Sequence[Cell]], place: int) -> tuple[Cell, Cell]:
    """The last character as it is or for another, and the last two exchanged."""
    cost, start = rows[-1][place - 1]
    changed = (cost + _unlike(typed[-1], run[-1]), start)
    if len(typed) < 2 or len(run) < 2 or typed[-2:] != run[-1] + run[-2]:
        return changed, (NEVER, 0)
    cost, start = rows[-2][place - 2]
    return changed, (cost + SLIP, start)


def _unlike(one: str, other: str) -> int:
    if one == other:
        return 0
    known = syllables()
    return SLIP if one in known and known[one] == known.get(other) else NEVER


def _cost(cell: Cell) -> int:
    return cell[0]
