"""Links that say where they lead: `数据（CSV，12 kB）` for a file of the site, `（外部网站）` for another host."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from gongkai.addresses import split

if TYPE_CHECKING:
    from collections.abc import Callable

    from gongkai.web.tree import Element

_PAGES = frozenset({"", ".html", ".htm", ".md"})


def explain(root: Element, size_of: Callable[[str], int | None]) -> None:
    """Add type and size to links to files, and a mark to links that leave the site.

    `size_of` takes an address as written in the page and gives the bytes of the file behind it, or None.
    """
    for link in root.find("a"):
        address = link.attributes.get("href", "")
        parts = split(address)
        if not parts:
            continue
        if parts.scheme in {"http", "https"} or parts.netloc:
            if not (parts.hostname or "").endswith(".gov.cn"):
                _add(link, "（外部网站）")
        elif not parts.scheme and posixpath.splitext(parts.path)[1].lower() not in _PAGES:
            size = size_of(unquote(parts.path))
            if size is not None:
                kind = kind_of(parts.path)
                said = link.text.rstrip().upper().endswith(kind)
                _add(link, f"（{readable(size)}）" if said else f"（{kind}，{readable(size)}）")


def kind_of(path: str) -> str:
    """The kind of a file in the word that people read: CSV."""
    return posixpath.splitext(path)[1].lstrip(".").upper()


def readable(size: int) -> str:
    """Bytes in the unit that people read: 800 B, 12 kB, 1.4 MB."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{round(size / 1000)} kB"
    return f"{size / 1_000_000:.1f} MB"


def _add(link: Element, words: str) -> None:
    if not link.text.endswith(words) and "kB" not in link.text:
        link.children.append(words)
