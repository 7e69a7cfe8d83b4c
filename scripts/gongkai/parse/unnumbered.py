"""Find lines that look like headings but have no number: 存在的问题 between two paragraphs.

Reports that number nothing head their sections so. A heading may have lost its number: between （二）… and
三、… a line 聚焦公开透明提升政务公开效能。 may be the （三）. `outline` decides, for it sees the numbered ones.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.parse.heads import Head, head, measures, states_fact
from gongkai.parse.series import bullet, counts

if TYPE_CHECKING:
    from collections.abc import Collection

    from gongkai.parse.body import Body

_LONGEST = 40
_LONGEST_LABEL = 16
_LONG_TEXT = 60
# A line nearly as long as the longest is not short: lines may have been broken at a fixed length.
_SHORTER = 0.7
_SHORT = 20
_FIRST_POINTS = ("一是", "一要", "首先")
_HAN = re.compile("[\u4e00-\u9fff]")
_OPEN_END = re.compile("[，,、：:；;。！!？?…—－-]$")
_CLOSED = re.compile("[。！？：；!?:;.…”）)】]$")


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(words.alternation("headings", group))


def is_main(text: str) -> bool:
    """Whether words name a section that most reports have at the outermost level: 存在的问题, 下步工作打算."""
    return bool(_pattern("main").search(text))


def is_framing(text: str) -> bool:
    """Whether words name a section that never carries a number: 前言, 结语."""
    return bool(_pattern("framing").search(text))


def phrases(body: Body, numbered: Collection[int]) -> dict[int, Head]:
    """Lines that look like headings and end without a mark, by index; a run of three and more is a list.

    `numbered` are the indexes of the lines that begin with a number.
    """
    widest = max((len(line.text) for line in body.lines), default=0)
    limit = max(_SHORT, min(_LONGEST, int(_SHORTER * widest)))
    found: dict[int, Head] = {}
    run: list[int] = []
    for at in range(len(body.lines) + 1):
        if at < len(body.lines) and not _is_taken(body, at, numbered) and _is_phrase(body.lines[at].text, limit):
            run.append(at)
            continue
        if 0 < len(run) <= 2 and _stands_alone(body, run[0], numbered) and _has_body(body, run[-1], numbered):
            found |= {one: head(body.lines[one].text, None) for one in run}
        run = []
    return found


def sentences(body: Body, numbered: Collection[int]) -> dict[int, Head]:
    """Lines that are one short sentence with a 。 and have a body below: headings only if their neighbours say so."""
    found: dict[int, Head] = {}
    for at, line in enumerate(body.lines[:-1]):
        if (
            not line.text.endswith("。")
            or len(line.text) > _LONGEST
            or _is_taken(body, at, numbered)
            or counts(line.text)
        ):
            continue
        one = head(line.text, None)
        if one.run_in or states_fact(one.words) or _pattern("formulas").search(one.words):
            continue
        below = body.lines[at + 1].text
        if at + 1 not in body.signed and (len(below) >= _LONG_TEXT or counts(below) or at + 1 in numbered):
            found[at] = one
    return found


def opens_points(body: Body, at: int) -> bool:
    """Whether a first point stands below a line: 一是强化组织领导。…"""
    return at + 1 < len(body.lines) and body.lines[at + 1].text.startswith(_FIRST_POINTS)


def _is_taken(body: Body, at: int, numbered: Collection[int]) -> bool:
    return at in numbered or body.is_closed(at) or not body.lines[at].begins


def _is_phrase(text: str, limit: int) -> bool:
    """A short line of words that closes with no mark, states nothing, and is no caption or label."""
    if not 2 <= len(text) <= limit or len(_HAN.findall(text)) < 2:
        return False
    if text[-1] in "：:":
        return len(text) <= _LONGEST_LABEL and is_main(text[:-1])
    if counts(text) or bullet(text) or _pattern("never").search(text) or _pattern("formulas").search(text):
        return False
    if _OPEN_END.search(text) or "。" in text or "；" in text or measures().search(text):
        return False
    return is_main(text) or not states_fact(text)


def _stands_alone(body: Body, at: int, numbered: Collection[int]) -> bool:
    """Whether the line before has come to its end, so that this one cannot be the rest of it."""
    before = at - 1
    return before < 0 or _is_taken(body, before, numbered) or bool(_CLOSED.search(body.lines[before].text))


def _has_body(body: Body, at: int, numbered: Collection[int]) -> bool:
    """Whether running text, a numbered line or a table stands below."""
    below = at + 1
    if below >= len(body.lines) or below in body.signed:
        return False
    if below in body.rows:  # in a report with numbers, the line above a table is its caption
        return not numbered and body.lines[at].text[-1] not in "表图"
    text = body.lines[below].text
    return below in numbered or len(text) > len(body.lines[at].text) or bool(_CLOSED.search(text))
