"""Links that say where they lead: `数据（CSV，12 kB）` for a file of the site, `（外部网站）` for another host.

A link without words says its address; links of the same words to different places say what they stand beside.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from gongkai.addresses import split

if TYPE_CHECKING:
    from collections.abc import Callable

    from gongkai.web.tree import Element

_PAGES = frozenset({"", ".html", ".htm", ".md"})
# %E4%B8%80 in an address: bytes of letters outside ASCII
_FOREIGN = re.compile(r"(?:%[89A-F][0-9A-F])+")
_BLOCKS = ("p", "li", "dd", "tr")
_BESIDE = 20
"""So many characters of what stands beside a link tell it from its namesakes."""


def explain(root: Element, size_of: Callable[[str], int | None]) -> None:
    """Add type and size to links to files, and a mark to links that leave the site.

    `size_of` takes an address as written in the page and gives the bytes of the file behind it, or None.
    """
    for link in root.find("a"):
        address = link.attributes.get("href", "")
        parts = split(address)
        if not parts:
            continue
        if address and not (link.text.strip() or link.find("img") or "aria-label" in link.attributes):
            link.children = [unquote(address)]
        if link.text.strip() == address:
            link.mark("bare")
        if parts.scheme in {"http", "https"} or parts.netloc:
            if not (parts.hostname or "").endswith(".gov.cn"):
                _add(link, "（外部网站）")
        elif not parts.scheme and posixpath.splitext(parts.path)[1].lower() not in _PAGES:
            size = size_of(unquote(parts.path))
            if size is not None:
                kind = kind_of(parts.path)
                said = link.text.rstrip().upper().endswith(kind)
                _add(link, f"（{readable(size)}）" if said else f"（{kind}，{readable(size)}）")


def tell_apart(root: Element) -> None:
    """Name links of the same words to different places by what they stand beside: 查看 -> 查看：申请表."""
    by_words: dict[str, list[tuple[Element, str]]] = defaultdict(list)
    seen: set[int] = set()
    for block in reversed(root.find(*_BLOCKS)):
        new = [link for link in block.find("a") if id(link) not in seen and _is_told(link)]
        seen.update(map(id, new))
        beside = _beside(block) if new else ""
        for link in new:
            name = unquote(posixpath.basename(link.attributes["href"]))
            by_words[link.text.strip()].append((link, beside or name))
    for words, links in by_words.items():
        if len({link.attributes["href"] for link, _ in links}) > 1:
            for link, beside in links:
                link.attributes.setdefault("aria-label", f"{words}：{beside}")


def _is_told(link: Element) -> bool:
    return "href" in link.attributes and not link.find("img")


def _beside(block: Element) -> str:
    """The beginning of a block's text less its links."""
    words = block.text
    for other in block.find("a"):
        words = words.replace(other.text, "", 1)
    return "".join(words.split()).strip("，。；：、（）")[:_BESIDE]


def address_of(path: str) -> str:
    """A path below the site's root as an address, the way MkDocs writes it: a b#2.csv -> a%20b%232.csv."""
    return quote(path)


def typed(address: str) -> str:
    """An address as people type it from paper: Chinese in letters, the rest as it is."""
    return _FOREIGN.sub(lambda found: unquote(found[0]), address)


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
