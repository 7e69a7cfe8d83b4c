"""One form for what readers and documents write differently: 國辦發【２０１８】 -> 国办发(2018).

Character by character, so that the browser gives the same string: NFKC, lower case, traditional characters (only those
that simplified text never uses: outside GB 2312) to simplified ones, brackets, dashes and quotes to one form each.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

BRACKETS = {"(": "〔〕[]【】〖〗{}「」『』《》〈〉<>", '"': "“”„‟'‘’`", "-": "‐‑‒–—―−﹣", " ": "\t\r\n"}
"""The form that stays, and what becomes it; an opening bracket is told from a closing one by nothing that matters."""
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
        if 0xD800 <= code <= 0xDFFF or code < 0x20:
            folded = " "
        else:
            folded = "".join(
                _SAME.get(ord(c), traditional().get(c, c)) for c in unicodedata.normalize("NFKC", chr(code)).lower()
            )
        self[code] = folded
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text in the form that is indexed and asked for."""
    return text.translate(_FOLDED)
