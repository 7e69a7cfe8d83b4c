"""Titles that turn at a meaning: 云阳县人民政府办公室 | 关于2022年 | 法治政府建设情况的报告."""

from __future__ import annotations

import re
from itertools import pairwise

# 关于2022年 · 关于2021年度 · 关于印发
_ABOUT = re.compile(r"关于(?:\d{4}年(?:度)?|印发)")


def segments(title: str, issuer: str = "") -> list[str]:
    """The pieces of a title between which a line may turn; joined they are the title. 《》 is never cut."""
    cuts = {0, len(title)}
    if issuer and title.startswith(issuer):
        cuts.add(len(issuer))
    for found in _ABOUT.finditer(title):
        cuts.update(found.span())
    cuts.update(place + 1 for place, character in enumerate(title) if character in "：，")
    depth, inside = 0, set()
    for place, character in enumerate(title):
        if depth:
            inside.add(place)
        depth += {"《": 1, "》": -1}.get(character, 0)
    places = sorted(cuts - inside)
    return [title[start:end] for start, end in pairwise(places) if title[start:end]]
