"""One form for what readers and documents write differently: 國辦發【２０１８】 -> 国办发(2018).

Character by character, so that the browser gives the same string: NFKC, lower case, traditional characters (only those
that simplified text never uses: outside GB 2312) to simplified ones, brackets, dashes and quotes to one form each. What
nobody sees goes: 停\u200b车, copied is 停车. What is not of the basic plane separates: browsers count it twice.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

BRACKETS = {"(": "〔〕[]【】〖〗{}「」『』《》〈〉<>", '"': "“”„‟'‘’`", "-": "‐‑‒–—―−﹣", " ": "\t\r\n"}
"""The form that stays, and what becomes it; an opening bracket is told from a closing one by nothing that matters."""
# soft hyphen, zero width, direction, joiners, variants
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
# control characters, halves of a pair
BLANK = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SAME = {ord(mark): kept for kept, marks in BRACKETS.items() for mark in marks} | {ord(")"): "("}


@cache
def traditional() -> dict[str, str]:
    """Traditional character -> simplified one, from OpenCC's table: 國 -> 国."""
    path = Path(__file__).with_name("traditional.txt")
    before, after = path.read_text(encoding="utf-8").split("\n")[:2]
    return dict(zip(before, after, strict=True))


class _Folded(dict[int, str]):
    """Code point -> what it becomes, found when first asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if UNSEEN.match(character):
            folded = ""
        elif BLANK.match(character):
            folded = " "
        else:
            folded = "".join(map(_one, unicodedata.normalize("NFKC", character).lower()))
        self[code] = folded
        return folded


def _one(character: str) -> str:
    return " " if character > "\uffff" else _SAME.get(ord(character), traditional().get(character, character))


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text in the form that is indexed and asked for."""
    return text.translate(_FOLDED)
