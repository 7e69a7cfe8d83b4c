"""Runs of characters that belong together: 12月 31日 and 35万余条 stay on one line, Open Data is English.

`keep` sees to the content of a page, `kept` to whatever else a template prints: titles, numbers of documents, counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from gongkai.web.tree import Element, element, render
from gongkai.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = (
    *("p", "li", "dd", "dt", "summary", "figcaption", "caption", "th", "td"),
    *(f"h{level}" for level in range(1, 7)),
)
_CLOSED = frozenset({"code", "pre", "kbd", "samp", "svg"})
# 〔2023〕2号 · 第3条 · 12月 · 35万余条 · 98.8% · 20时 · 5 件 · 12 kB
_UNIT = rf"(?:{alternation('units', 'units')}|[年月日号时分秒章节]|像素|k?B(?![A-Za-z]))"
_NUMBER = rf"〔\d{{4}}〕第?\d+号|(?:第 ?)?\d[\d,.]*[余多]?[十百千万亿]*[余多]? ?{_UNIT}"
# Open Data · World Wide Web Consortium
_PHRASE = r"[A-Za-z][A-Za-z'’-]*(?: [A-Za-z][A-Za-z'’-]*)+"
_RUN = re.compile(rf"(?P<number>{_NUMBER})|(?P<phrase>{_PHRASE})")
_SHORT = 12
"""So many characters before the mark of a footnote are kept with it at most."""


def keep(root: Element) -> None:
    """Keep figures with their units and marks of footnotes with the word before; say which words are English."""
    for block in root.find(*_BLOCKS):
        _split(block)
    for parent in [root, *root.walk()]:
        _hold_marks(parent)


@lru_cache(maxsize=4096)
def kept(text: str) -> Markup:
    """Plain text as HTML, its runs kept together."""
    return Markup("".join(map(render, _pieces(text))))  # noqa: S704 - render escapes


def _split(node: Element) -> None:
    if node.tag in _CLOSED or {"num", "fig"} & set(node.classes) or "lang" in node.attributes:
        return
    for child in node.elements:
        if child.tag not in _BLOCKS:
            _split(child)
    node.children = [piece for child in node.children for piece in _pieces(child)]


def _pieces(child: Element | str) -> Iterator[Element | str]:
    if isinstance(child, Element):
        yield child
        return
    start = 0
    for run in _RUN.finditer(child):
        if run.start() > start:
            yield child[start : run.start()]
        yield element("span", run[0], class_="num") if run["number"] else element("span", run[0], lang="en")
        start = run.end()
    if child[start:]:
        yield child[start:]


def _hold_marks(parent: Element) -> None:
    """下表<sup>1</sup>: the mark never begins a line."""
    for mark in parent.elements:
        if mark.tag != "sup" or not mark.find("a"):
            continue
        place = next(index for index, child in enumerate(parent.children) if child is mark)
        before = parent.children[place - 1] if place else ""
        if isinstance(before, str) and before:
            parent.children[place - 1 : place + 1] = [before[:-1], element("span", before[-1], mark, class_="num")]
        elif isinstance(before, Element) and len(before.text) <= _SHORT:
            parent.children[place - 1 : place + 1] = [element("span", before, mark, class_="num")]
