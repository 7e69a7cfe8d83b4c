"""The paragraphs of a page's text: each has an id that a search result leads to, and its text is what search reads.

`<p>办结率达98.8%。</p>` becomes `<p id="p-5f0c2a91">`. Such an id is a hash of the text and its repetition, as the
anchors of a report are, so that an added paragraph moves no other.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.web.tree import Element

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset({"p", "li", "dd", "dt", "tr", "pre", "summary", "figcaption", *_HEADINGS})
_CELLS = frozenset({"td", "th"})
_LEFT_TAGS = frozenset({"svg", "thead", "caption"})
_LEFT_CLASSES = frozenset({"aside-note", "back", "footnote-ref", "footnote-backref"})
"""What stands in a text and is not of it."""
# a soft line break of the Markdown between two Chinese characters
_BROKEN = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, heading or table row."""

    anchor: str
    """Its id."""
    heading: str
    """The heading that it stands under, which for a heading is itself; empty before the first."""
    text: str
    figures: tuple[str, ...]
    """The ids of the figures in it: f-3a9c1e02."""


def passages(root: Element) -> tuple[Passage, ...]:
    """The passages of a page in reading order; those without an id are given one."""
    found: list[Passage] = []
    seen: Counter[str] = Counter()
    heading = ""
    for node in _blocks(root):
        text = _text(node)
        if not text:
            continue
        if node.tag in _HEADINGS:
            heading = text
        if "id" not in node.attributes:
            node.attributes["id"] = _id(text, seen)
        found.append(Passage(node.attributes["id"], heading, text, _figures(node)))
    return tuple(found)


def _blocks(root: Element) -> Iterator[Element]:
    waiting = root.elements[::-1]
    while waiting:
        node = waiting.pop()
        if _left(node):
            continue
        if node.tag in _BLOCKS:
            yield node
        if node.tag != "tr":
            waiting += node.elements[::-1]


def _left(node: Element) -> bool:
    return node.tag in _LEFT_TAGS or not _LEFT_CLASSES.isdisjoint(node.classes)


def _text(block: Element) -> str:
    """The text of a block less that of the blocks inside; cells of a row stay apart."""
    return _BLANKS.sub(" ", _BROKEN.sub("", "".join(_pieces(block)))).strip()


def _pieces(node: Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif not _left(child) and child.tag not in _BLOCKS:
            yield from _pieces(child)
            if child.tag in _CELLS or child.tag == "br":
                yield " "


def _figures(block: Element) -> tuple[str, ...]:
    return tuple(link.attributes["id"] for link in block.find("a") if "fig" in link.classes and "id" in link.attributes)


def _id(text: str, seen: Counter[str]) -> str:
    key = "".join(text.split())
    seen[key] += 1
    return "p-" + sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
