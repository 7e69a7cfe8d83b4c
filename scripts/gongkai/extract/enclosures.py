"""Find what stands in quotation marks and titles: “1+42+478”, 《法治政府建设实施纲要（2015－2020年）》."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# “五个100%” · 《……（2015－2020年）》 · 「一件事」
_ENCLOSED = re.compile(
    r"“(?P<quote>[^“”\n]{1,60})”|《(?P<title>[^《》\n]{1,120})》|「(?P<corner>[^「」\n]{1,60})」"
    r'|‘(?P<single>[^‘’\n]{1,40})’|"(?P<straight>[^"\n]{1,24})"'
)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A quotation or a title, without its marks."""

    start: int
    end: int
    title: bool
    """True for 《》."""


class Enclosures:
    """The quotations and titles of a text, to be asked by offset."""

    def __init__(self, text: str) -> None:
        self._found = [
            Enclosure(match.start() + 1, match.end() - 1, match.lastgroup == "title")
            for match in _ENCLOSED.finditer(text)
        ]
        self._starts = [found.start for found in self._found]

    def at(self, offset: int) -> Enclosure | None:
        """The enclosure around an offset; None outside of all."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._found[index].end:
            return None
        return self._found[index]
