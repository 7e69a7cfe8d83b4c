"""Find words that hold numerals without counting anything: 统一, 三审三校, 一网通办."""

from __future__ import annotations

from functools import cache

from gongkai import words
from gongkai.model import Span


def word(text: str, at: int, floor: int) -> Span | None:
    """The longest known word that covers the numeral at `at` and does not begin before `floor`."""
    best: Span | None = None
    for first in (at - 1, at):
        if first < floor:
            continue
        for offset, known in _by_pair().get(text[first : first + 2], ()):
            start = first - offset
            if (
                start >= floor
                and text.startswith(known, start)
                and (best is None or len(known) > best.end - best.start)
            ):
                best = Span(start, start + len(known))
    return best


@cache
def _by_pair() -> dict[str, list[tuple[int, str]]]:
    """Words by each two of their neighbouring characters, with the offset of the pair."""
    table: dict[str, list[tuple[int, str]]] = {}
    for entry in words.load("not_figures")["words"]:
        for offset in range(len(entry.word) - 1):
            table.setdefault(entry.word[offset : offset + 2], []).append((offset, entry.word))
    return table
