"""The lines of a report below its head, cut where a numbered line goes on to the next number, tables told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.parse.closing import signature
from gongkai.parse.lines import Line, piece
from gongkai.parse.series import carried_on
from gongkai.parse.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of the body and what is known of them, by index."""

    lines: Sequence[Line]
    rows: frozenset[int]
    """Rows of tables."""
    signed: frozenset[int]
    """Signatures and their dates."""

    def is_closed(self, at: int) -> bool:
        """Whether a line can be neither heading nor running text."""
        return at in self.rows or at in self.signed


def body(found: Sequence[Line]) -> Body:
    """The body of a report whose lines are given."""
    signed = signature(found)
    tables = rows(found) - signed
    pieces: list[Line] = []
    moved: dict[int, int] = {}
    for at, line in enumerate(found):
        moved[at] = len(pieces)
        if at in tables or at in signed:
            pieces.append(line)
        else:
            pieces.extend(_pieces(line))
    return Body(pieces, frozenset(moved[at] for at in tables), frozenset(moved[at] for at in signed))


def _pieces(line: Line) -> Iterator[Line]:
    """（一）抓好谋划。（二）争取…: two pieces."""
    stops = carried_on(line.text)
    if not stops:
        yield line
        return
    for start, stop in zip([0, *stops], [*stops, len(line.text)], strict=True):
        part = piece(line, start, stop, begins=start == 0)
        if part:
            yield part
