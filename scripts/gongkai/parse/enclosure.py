"""Find what stands inside quotes and brackets: 印发《甲（试行）。》后 -> the span of 《甲（试行）。》.

An opening mark without its closing one, or the reverse, encloses nothing, and makes the pairs of its kind
doubtful: of these, only pairs without a sentence end inside count. So a lost quote never swallows a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_PAIRS = ("“”", "‘’", "《》", "〈〉", "（）", "()", "「」", "『』", "【】", "〔〕", "[]", "［］")
_OPEN = {pair[0]: pair for pair in _PAIRS}
_CLOSE = {pair[1]: pair for pair in _PAIRS}
# Offices mix full-width and half-width brackets: （摘要) is a pair.
_KIND = {pair: pair for pair in _PAIRS} | {"()": "（）", "[]": "〔〕", "［］": "〔〕"}
_MARK = re.compile("[" + re.escape("".join(_PAIRS)) + '"]')
_END = re.compile("[。！？｡]")

Spans = list[tuple[int, int]]


def enclosed(text: str) -> Spans:
    """Outermost enclosed spans, marks included, in order and without overlap; linear in the length of the text."""
    pairs, doubtful = _pairs(text)
    if not pairs:
        return []
    ends = [match.start() for match in _END.finditer(text)] if doubtful else []
    certain = [(a, b) for a, b, kind in pairs if kind not in doubtful or not _holds(ends, a, b)]
    return _merged(sorted(certain))


def _pairs(text: str) -> tuple[list[tuple[int, int, str]], set[str]]:
    """Pairs by kind, and the kinds that do not come out even."""
    waiting: dict[str, list[int]] = {}
    pairs: list[tuple[int, int, str]] = []
    doubtful: set[str] = set()
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        kind = '"' if mark == '"' else _KIND[_OPEN.get(mark) or _CLOSE[mark]]
        opened = waiting.setdefault(kind, [])
        if mark in _OPEN or (mark == '"' and not opened):
            opened.append(at)
        elif opened:
            pairs.append((opened.pop(), at + 1, kind))
        else:
            doubtful.add(kind)
    doubtful.update(kind for kind, opened in waiting.items() if opened)
    return pairs, doubtful


def _holds(ends: list[int], start: int, end: int) -> bool:
    at = bisect_left(ends, start)
    return at < len(ends) and ends[at] < end


def _merged(spans: Spans) -> Spans:
    merged: Spans = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def is_enclosed(spans: Spans, at: int) -> bool:
    """Whether an offset lies inside one of the spans, behind its opening mark."""
    before = bisect_left(spans, (at, 0)) - 1
    return before >= 0 and at < spans[before][1]
