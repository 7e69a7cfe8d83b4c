"""Addresses taken apart without falling over mistyped ones: http://[待填] has no parts."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

SEARCH = "search/index.md"
"""Where the search page is made, below docs/."""
ASK = "ask/index.md"
"""Where the page 问一问 is made, below docs/."""


def split(address: str) -> SplitResult | None:
    """The parts of an address; None when it cannot be read as one."""
    try:
        return urlsplit(address)
    except ValueError:
        return None
