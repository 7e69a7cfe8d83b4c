"""Split the head of a line from what follows, and tell whether it names a theme or states a fact.

（一）主动公开。坚持以区政府门户网站为主渠道 -> 主动公开, a theme; 1、全年新开工项目12个，其中… -> a fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.parse.enclosure import enclosed, is_enclosed

if TYPE_CHECKING:
    from gongkai.parse.numbering import Number

_FARTHEST = 160
_LONGEST_THEME = 45
_MOST_PAUSES = 3
# The first closing mark; not the ： of 9：30 and 1：2.
_CLOSING = re.compile("[。；;！？!?｡]|(?<!\\d)[：:]|[：:](?!\\d)")
# 主动公开　　全年发布信息… : a wide gap instead of a closing mark.
_WIDE_GAP = re.compile("(?:\u3000+|[ \u00a0]{2,}|\t+)")
_PAUSES = re.compile("[，,、]")
_DEFINITION = re.compile("\\s*(?:是?指|即|包括)")
_QUOTED = re.compile("[“《].*[”》]\\S{0,4}")


@dataclass(frozen=True, slots=True)
class Head:
    """The words of a line up to its first closing mark; offsets count from the beginning of the line."""

    number: Number | None
    start: int
    """Where the words begin, behind the number."""
    end: int
    """Where the words end, before the closing mark."""
    stop: int
    """Behind the closing mark: where the heading ends when it is one."""
    words: str
    closing: str
    """。 ： ； or empty when the line ends without a mark."""
    run_in: bool
    """True when more stands behind the closing mark."""


def head(text: str, mark: Number | None) -> Head:
    """The head of a line whose number is known."""
    start = mark.end if mark else 0
    near = text[: start + _FARTHEST]
    stop = _stop(near, start)
    if stop is None:
        end = len(text)
        return Head(mark, start, end, end, text[start:].rstrip(), "", run_in=False)
    end, behind, closing = stop
    return Head(mark, start, end, behind, text[start:end].rstrip(), closing, run_in=bool(text[behind:].strip()))


def _stop(near: str, start: int) -> tuple[int, int, str] | None:
    """Where the words end, where the closing mark ends, and that mark as 。 ： ； or a blank."""
    spans = enclosed(near)
    for found in _CLOSING.finditer(near, start):
        if is_enclosed(spans, found.start()):
            continue
        gap = _gap(near, start, found.start())
        if gap:
            return gap
        mark = {"｡": "。", ":": "：", ";": "；"}.get(found[0], found[0])
        return found.start(), found.end(), mark
    return None


def _gap(near: str, start: int, stop: int) -> tuple[int, int, str] | None:
    """主动公开　　2022年，… : a short head, a wide gap, and a sentence that goes on."""
    gap = _WIDE_GAP.search(near, start, stop)
    if gap and 2 <= gap.start() - start <= 20 and stop - gap.end() >= 15 and not _PAUSES.search(near, start, gap.end()):
        return gap.start(), gap.end(), " "
    return None


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(words.alternation("headings", "openers"))


@cache
def _statements() -> re.Pattern[str]:
    return re.compile(words.alternation("headings", "statements"))


@cache
def measures() -> re.Pattern[str]:
    """Figures with a measure: 12个, 1.2亿元."""
    return re.compile(words.alternation("headings", "measures"))


def states_fact(text: str) -> bool:
    """Whether words state a fact, as list items do, rather than name a theme, as headings do."""
    return bool(_openers().match(text) or _statements().search(text) or measures().search(text))


def is_long(text: str) -> bool:
    """Whether words are longer, or have more pauses, than the theme of most headings."""
    return len(text) > _LONGEST_THEME or len(_PAUSES.findall(text)) > _MOST_PAUSES


def is_definition(line: str, found: Head) -> bool:
    """Whether a line explains a word: “三个年”活动：指高质量项目推进年…"""
    if found.closing != "：":
        return False
    return bool(_QUOTED.fullmatch(found.words) or _DEFINITION.match(line, found.stop))
