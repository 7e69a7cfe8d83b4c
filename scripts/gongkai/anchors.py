"""Ids of headings, the same for who makes the page and who checks links to it: 一、总体情况 -> 一总体情况."""

from __future__ import annotations

import re

# Everything that may stand in an id; 、（） “” and other marks go
_KEPT = re.compile(r"[^\w\s-]+", re.UNICODE)
_BLANKS = re.compile(r"[\s_]+")


def heading_id(text: str, separator: str = "-") -> str:
    """The id of a heading's plain text, Chinese kept; `section` when nothing of it can stand in one.

    The signature is the one that Python-Markdown's toc extension calls; it adds `_1`, `_2` to repeated ids.
    """
    kept = _BLANKS.sub(separator, _KEPT.sub("", text).strip()).strip(separator).lower()
    return kept or "section"


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with `_1`, `_2` when taken, as Python-Markdown counts; `taken` learns it."""
    found = wanted
    while found in taken:
        stem, mark, number = found.rpartition("_")
        found = f"{stem}_{int(number) + 1}" if mark and number.isdigit() else f"{found}_1"
    taken.add(found)
    return found
