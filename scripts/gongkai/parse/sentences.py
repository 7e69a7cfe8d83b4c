"""Cut a text into sentences: 印发《办法》。“好差评”率达99%！ -> 印发《办法》。 and “好差评”率达99%！

A sentence ends at 。！？ and at the end of a line; inside “ ”, 《 》, （ ） a 。 does not end it. Closing marks that
follow the 。 belong to it. ； stays inside a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.model import Sentence, Span
from gongkai.parse.enclosure import enclosed

if TYPE_CHECKING:
    from collections.abc import Iterator

# 。 ！！ ？” 。） and, after Chinese only, ! ? (not the ? of an address).
_END = re.compile(
    "(?P<mark>(?:[。！？｡]|(?<=[\u4e00-\u9fff”）])[!?](?=\\s|$|[\u4e00-\u9fff“（]))[。！？｡!?…]*)"
    "(?P<close>[”’」』）)》】〕]*)"
)
# “……。”的要求 goes on; “……。”会议强调 does not.
_GOES_ON = frozenset("的地得之等和与及或，、；：,;:）)》")
_QUOTES = frozenset('“‘「『"')
_BRACKETS = frozenset("（(")


def sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of text[start:end]; together they cover all of it but blanks."""
    found = []
    at = start
    for stop in (*_stops(text[start:end]), end - start):
        piece = text[at : start + stop]
        stripped = piece.strip()
        if stripped:
            first = at + len(piece) - len(piece.lstrip())
            found.append(Sentence(Span(first, first + len(stripped))))
        at = start + stop
    return tuple(found)


def _stops(text: str) -> Iterator[int]:
    """Offsets behind the sentence ends of a text."""
    spans = iter([*enclosed(text), (len(text) + 1, len(text) + 1)])
    opened, closed = next(spans)
    stop = 0
    for line_end in (*(match.start() for match in re.finditer("\n", text)), len(text)):
        for match in _END.finditer(text, stop, line_end):
            while closed <= match.start():
                opened, closed = next(spans)
            if match.start() < opened:
                stop = min(match.end(), opened) if opened < match.end() else match.end()
                yield stop
            elif _closes(text, match, opened, closed):
                stop = closed
                yield stop
        stop = line_end + 1
        yield min(stop, len(text))


def _closes(text: str, match: re.Match[str], opened: int, closed: int) -> bool:
    """Whether a sentence end inside quotes or brackets ends the sentence around them too: 他说：“好。”"""
    if match.end() < closed or text[closed : closed + 1] in _GOES_ON:
        return False
    if text[opened] in _QUOTES:
        return True
    before = text[max(0, opened - 8) : opened].rstrip()
    return text[opened] in _BRACKETS and (not before or before[-1] in "。！？｡”）")
