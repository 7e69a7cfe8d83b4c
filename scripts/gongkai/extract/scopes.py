"""Tell the place that a figure speaks of, as the text words it: 全县, 我市."""

from __future__ import annotations

import re
from functools import cache

from gongkai import words

_WINDOW = 60


def scope(before: str) -> str:
    """The last scope named in the text before a figure; empty when none is."""
    found = _pattern().findall(before[-_WINDOW:])
    return found[-1] if found else ""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![居列在占比名排于高快低优“])(?:{words.alternation('names', 'scopes')})")
