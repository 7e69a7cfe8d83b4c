"""Find where points and items begin in running text: 主要有：一是…；二是… -> cuts before 一是 and 二是.

A mark counts only at a boundary (after 。 ； ： or ，), outside quotes and brackets, and in a series: 一是 needs a 二是
behind it. So 不一是, 唯一是 and “一是一、二是二” stay whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.parse.enclosure import enclosed, is_enclosed
from gongkai.parse.numbering import integer, number

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_LAST = 9
# 一是强化组织领导。 二要 十一是
_COUNTED = "(?P<han>[一二三四五六七八九十]{1,3})(?P<word>是|要)"
# 第一，加强领导。 其二，
_ORDINAL = "(?P<kind>[第其])(?P<ordinal>[一二三四五六七八九十]{1,3})[，,、：:]"
# A boundary, blanks and closing quotes behind it, and what may be a mark.
_BOUNDARY = re.compile(
    "(?P<mark>[。；;！？：:，,｡])[”’」』）)]*\\s*(?=[一二三四五六七八九十第其首再最（(①-⑳⑴-⒇⒈-⒛\\d１-９])"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a point or an item begins in a text."""

    at: int
    mark: str
    """一是, 首先, ①, （1）."""
    point: bool
    """True for 一是 and its like, False for numbers."""


@dataclass(frozen=True, slots=True)
class _Mark:
    cut: Cut
    series: Hashable
    value: int


@cache
def _points() -> re.Pattern[str]:
    sequence = words.alternation("points", "sequence")
    return re.compile(f"{_COUNTED}|{_ORDINAL}|(?P<sequence>{sequence})(?=[，,、：:是要])")


@cache
def _sequence() -> dict[str, int]:
    return {entry.word: int(entry["value"]) for entry in words.load("points")["sequence"]}


@cache
def _bullets() -> re.Pattern[str]:
    return re.compile(words.alternation("points", "bullets"))


def bullet(text: str) -> str:
    """The bullet that begins a line, or an empty string."""
    found = _bullets().match(text)
    return found[0] if found else ""


def counts(text: str) -> bool:
    """Whether a line begins with 一是, 二要: always a point, on whichever line its siblings stand."""
    found = _points().match(text)
    return bool(found and found["han"])


def cuts(text: str, *, numbered: bool = False) -> list[Cut]:
    """Where the points and items of a text begin, in order; `numbered` says that it begins with an item's number."""
    spans = None
    leading = _at(text, 0, "") or (_item(text, 0) if numbered else None)
    marks = [leading] if leading else []
    alone = numbered or counts(text)
    for boundary in _BOUNDARY.finditer(text):
        mark = _at(text, boundary.end(), boundary["mark"])
        if mark is None:
            continue
        spans = enclosed(text) if spans is None else spans
        if not is_enclosed(spans, boundary.end()):
            marks.append(mark)
    return sorted(_in_series(marks, alone=alone), key=lambda cut: cut.at)


def carried_on(text: str) -> list[int]:
    """Where a line that begins with a number goes on to the next: （一）抓好谋划。（二）争取… -> [8]."""
    first = number(text)
    if first is None or first.weak:
        return []
    found: list[int] = []
    value, spans = first.value, None
    for boundary in _BOUNDARY.finditer(text, first.end):
        mark = number(text, boundary.end()) if boundary["mark"] not in "，,：:" else None
        if mark is None or mark.weak or mark.style is not first.style or mark.value != value + 1:
            continue
        spans = enclosed(text) if spans is None else spans
        if not is_enclosed(spans, boundary.end()):
            found.append(boundary.end())
            value = mark.value
    return found


def _at(text: str, at: int, boundary: str) -> _Mark | None:
    """The mark at an offset; numbers count only behind a full boundary, and not at the very beginning."""
    if found := _points().match(text, at):
        if found["han"]:
            return _Mark(Cut(at, found[0], point=True), found["word"], integer(found["han"]))
        if found["ordinal"]:
            return _Mark(Cut(at, found[0], point=True), found["kind"], integer(found["ordinal"]))
        return _Mark(Cut(at, found[0], point=True), "sequence", _sequence()[found["sequence"]])
    return _item(text, at) if boundary and boundary not in "，," else None


def _item(text: str, at: int) -> _Mark | None:
    found = number(text, at)
    if found is None or found.weak:
        return None
    return _Mark(Cut(at, found.mark, point=False), found.style, found.value)


def _in_series(marks: Sequence[_Mark], *, alone: bool) -> Iterator[Cut]:
    """The cuts of marks that count on: the first of a series needs a second, but for a leading mark that is `alone`."""
    series: dict[Hashable, list[_Mark]] = defaultdict(list)
    for mark in marks:
        series[mark.series].append(mark)
    for members in series.values():
        last: list[int] = []
        for mark, after in zip(members, (*(mark.value for mark in members[1:]), 0), strict=True):
            if (alone and mark.cut.at == 0) or (mark.value == 1 and after == 2):
                last.append(mark.value)
                yield mark.cut
            elif last and _counts_on(mark, last):
                last[-1] = mark.value
                yield mark.cut


def _counts_on(mark: _Mark, last: list[int]) -> bool:
    """Whether a mark follows the last one of its series, or of the series around it, which it then takes up again."""
    if mark.value == _LAST and mark.series == "sequence":
        return True
    if len(last) > 1 and mark.value != last[-1] + 1 and mark.value == last[-2] + 1:
        last.pop()
    return mark.value == last[-1] + 1
