"""Titles that turn at a meaning: 云阳县人民政府办公室 | 关于2022年 | 法治政府建设情况的报告."""

from __future__ import annotations

import re
from itertools import pairwise

# 关于2022年 · 关于2021年度 · 关于印发 · 关于转发《 · 关于贯彻落实《
_ABOUT = re.compile(r"关于(?:\d{4}年(?:度)?|印发|[\u4e00-\u9fff]{2,6}(?=《))")
# 县司法局关于, whoever it is: a name of at least three characters
_WHOSE = re.compile(r".{3,}?(?=关于)")
_OPENING, _CLOSING = "《（〈〔“", "》）〉〕”"
_BEHIND = "：，；　"


def segments(title: str, issuer: str = "") -> list[str]:
    """The pieces of a title between which a line may turn; joined they are the title. 《》 and （） are never cut."""
    cuts = {0, len(title)}
    if issuer and title.startswith(issuer):
        cuts.add(len(issuer))
    elif whose := _WHOSE.match(title):
        cuts.add(whose.end())
    for found in _ABOUT.finditer(title):
        cuts.update(found.span())
    for place, character in enumerate(title):
        if character in _BEHIND:
            cuts.add(place + 1)
        elif character == "（" or title.startswith(("》《", "——"), place):
            cuts.add(place + (character == "》"))
    places = sorted(cuts - _inside(title))
    return [title[start:end] for start, end in pairwise(places)]


def _inside(title: str) -> set[int]:
    """The places within quotes, brackets and names."""
    depth, inside = 0, set()
    for place, character in enumerate(title):
        if depth:
            inside.add(place)
        depth = max(depth + (character in _OPENING) - (character in _CLOSING), 0)
    return inside - {len(title)}
