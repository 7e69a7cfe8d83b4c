"""Find the unit behind a number: 吨/年 behind 3095万, 人次 behind 800万."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongkai import words

# 吨/年 · 元/人·月
_PER = re.compile(
    r"[/／](?:百|千|万|亿|百万)?"
    r"(?:平方米|平方公里|平方千米|立方米|公里|公顷|小时|人次|千瓦时|[年日天月周时秒人户亩吨升件次台米斤度])(?:[·•/][年月日])?"
)
# 73张（条） · 124台（套）
_OR = re.compile(r"[（(](?:人次|[件条个次处座户人家份套场起名台])[）)]次?")
# 65-92纳戈瑞/小时 · 3,200万棒，: measures that the list does not know
_UNKNOWN_PER = re.compile(r"[一-龥]{1,4}[/／][一-龥]{1,5}(?:·[年月日])?")
_UNKNOWN = re.compile(
    r"(?![强号级版后型届线路区年月日时点期代和与及至到的了是为在等中内外前上下大小多余超成来以])[一-龥](?=[，。；、,;）)\n]|$)"
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
        either = _OR.match(text, end) if of == "count" else None
        end = either.end() if either else end
        return Unit(text[at:end], of, end)
    return None


def unknown(text: str, at: int) -> Unit | None:
    """A measure that no list holds, told by its place between a number and a mark: 3,200万棒，."""
    match = _UNKNOWN_PER.match(text, at)
    if match:
        return Unit(match.group(), "other", match.end())
    match = _UNKNOWN.match(text, at)
    return Unit(match.group(), "count", match.end()) if match else None


@cache
def _by_first() -> dict[str, list[tuple[str, str, re.Pattern[str] | None]]]:
    """Units by their first character, the longest first."""
    table: dict[str, list[tuple[str, str, re.Pattern[str] | None]]] = {}
    for entry in sorted(words.load("units")["units"], key=lambda entry: -len(entry.word)):
        unless = re.compile(entry["not_before"]) if entry["not_before"] else None
        table.setdefault(entry.word[0], []).append((entry.word, entry["of"], unless))
    return table
