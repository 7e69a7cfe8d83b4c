"""Find the unit behind a number: 吨/年 behind 3095万, 人次 behind 800万."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongkai import words

# /年 of 吨/年, （市） of 七地（市）
_PER = re.compile(
    r"[/／](?:百|千|万|亿|百万)?(?:平方米|平方公里|立方米|公里|公顷|小时|人次|千瓦时|[年日天月周时秒人户亩吨升件次台米斤度])"
)
# 七地（市） · 12县（市、区）
_PLACES = re.compile(r"(?:个|[地县市区州盟旗镇乡村])[（(][县市区州盟旗镇乡村街道办社、]{1,8}[）)]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands in a text."""

    text: str
    """As written, without 万 and 亿."""
    of: str
    """What it measures: count amount rate change multiple time score other; a key of units.yml."""
    end: int
    """Offset behind it."""


def unit(text: str, at: int) -> Unit | None:
    """The unit that begins at `at`, the longest known; None when none does."""
    places = _PLACES.match(text, at)
    if places and not places.group().startswith("个"):
        return Unit(places.group(), "count", places.end())
    for word, of, unless in _by_first().get(text[at : at + 1], ()):
        if not text.startswith(word, at):
            continue
        end = at + len(word)
        if unless is not None and unless.match(text, end):
            continue
        if (
            word[-1].isascii()
            and word[-1].isalpha()
            and text[end : end + 1].isascii()
            and text[end : end + 1].isalnum()
        ):
            continue
        per = _PER.match(text, end) if of in ("amount", "other", "count", "score", "time") else None
        end = per.end() if per else end
        return Unit(text[at:end], of, end)
    return None


@cache
def _by_first() -> dict[str, list[tuple[str, str, re.Pattern[str] | None]]]:
    """Units by their first character, the longest first."""
    table: dict[str, list[tuple[str, str, re.Pattern[str] | None]]] = {}
    for entry in sorted(words.load("units")["units"], key=lambda entry: -len(entry.word)):
        unless = re.compile(entry["not_before"]) if entry["not_before"] else None
        table.setdefault(entry.word[0], []).append((entry.word, entry["of"], unless))
    return table
