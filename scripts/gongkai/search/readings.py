"""How characters are read, without tones, for homophones: 政付 and 政府 are both zheng'fu.

The first level of GB 2312 is ordered by reading, so a count for each reading is the whole table (syllables.txt).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.search.terms import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

SOUND = "~"
"""Begins the term of two syllables: ~zheng'fu."""
INITIALS = "^"
"""Begins the term of three initials: ^nxj."""


def table() -> str:
    """The counts, as files carry them: a2 ai13 an9."""
    return Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8").strip()


@cache
def syllables() -> dict[str, str]:
    """Character -> its reading."""
    cells = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    characters = (c for c in (cell.decode("gb2312", "ignore") for cell in cells) if c)
    found = {}
    for part in table().split():
        syllable = part.rstrip("0123456789")
        for _ in range(int(part[len(syllable) :])):
            found[next(characters)] = syllable
    return found


def sound(pair: str) -> str:
    """The term of a pair of characters; empty when a reading is not known."""
    first, second = (syllables().get(c, "") for c in pair)
    return f"{SOUND}{first}'{second}" if first and second else ""


def sounds(folded: str) -> Iterator[str]:
    """The terms of a title: of each pair, and of the initials of three."""
    for run in RUN.findall(folded):
        for first, second in pairwise(run):
            if term := sound(first + second):
                yield term
        read = "".join(syllables().get(c, "?")[0] for c in run)
        for place in range(len(read) - 2):
            if "?" not in read[place : place + 3]:
                yield INITIALS + read[place : place + 3]


def spelled(word: str) -> list[str]:
    """Terms for a word of letters: its syllables in pairs, nianxiu -> ~nian'xiu, else its initials by threes."""
    known = set(syllables().values())
    parts = _cut(word, known)
    if len(parts) > 1:
        return [f"{SOUND}{first}'{second}" for first, second in pairwise(parts)]
    return [INITIALS + word[place : place + 3] for place in range(len(word) - 2)] if not parts else []


def _cut(word: str, known: set[str]) -> list[str]:
    """A word as syllables, the longest first; empty when it is none."""
    if not word:
        return []
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in known:
            rest = _cut(word[length:], known)
            if rest or length == len(word):
                return [word[:length], *rest]
    return []
