"""Make gongkai/search/syllables.txt: how many of the 3,755 characters of GB 2312's first level have each reading.

The standard orders them by reading, so counts say it all: a2 ai13 an9. Of characters with several readings the order
tells which one is meant. Needs pypinyin: python scripts/tables/syllables.py.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from pypinyin import Style, pinyin

FILE = Path(__file__).parents[1] / "gongkai" / "search" / "syllables.txt"


def characters() -> list[str]:
    """The first level, in its order; five cells at its end are empty."""
    cells = [bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    return [c for c in (cell.decode("gb2312", "ignore") for cell in cells) if c]


def place(syllable: str) -> str:
    """Where the standard puts a reading: lü after lu and before luan, lüe as lue."""
    return syllable.replace("ve", "ue").replace("v", "u ")


def readings() -> list[str]:
    """A reading of each character, so chosen that as few as can be are out of order."""
    choices = [pinyin(c, style=Style.NORMAL, heteronym=True, v_to_u=False)[0] for c in characters()]
    known = sorted({one for choice in choices for one in choice if one.isascii()}, key=place)
    costs, trail = [0] * len(known), []
    for choice in choices:
        before, least, best = [], len(choices), 0
        for number, cost in enumerate(costs):
            if cost < least:
                least, best = cost, number
            before.append(best)
        costs = [costs[best] + (one not in choice) for one, best in zip(known, before, strict=True)]
        trail.append(before)
    last = min(range(len(known)), key=costs.__getitem__)
    found = []
    for before in reversed(trail):
        found.append(known[last])
        last = before[last]
    return found[::-1]


if __name__ == "__main__":
    counts = " ".join(f"{syllable}{len(list(same))}" for syllable, same in groupby(readings()))
    FILE.write_text(counts + "\n", encoding="utf-8")
