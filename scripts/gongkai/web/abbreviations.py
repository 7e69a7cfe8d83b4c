"""Abbreviations said in full where they first stand, OFD（版式文件）: what shows on hover only is lost on phones.

`*[OFD]: 版式文件` names one. Markdown finds it between blanks only, and Chinese has none: we find it in OFD格式, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree import ElementTree

    from markdown import Markdown

    from gongkai.web.tree import Element

_PRIORITY = 7
"""Markdown's own for abbreviations."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LETTER = "[A-Za-z0-9]"


class ChineseAbbreviations(Extension):
    """The Markdown extension; it changes nothing where `abbr` is not among the extensions of mkdocs.yml before it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put our search in place of Markdown's."""
        for theirs in [each for each in md.treeprocessors if isinstance(each, AbbrTreeprocessor)]:
            md.treeprocessors.register(_Finder(md, theirs.abbrs), "abbr", _PRIORITY)


class _Finder(AbbrTreeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        if self.abbrs:
            self.RE = re.compile("|".join(map(_expression, sorted(self.abbrs, key=len, reverse=True))))
            self.iter_element(root)


def _expression(short: str) -> str:
    """OFD stands alone in OFD格式 and not in OFDX; a Chinese short form may stand anywhere."""
    before = f"(?<!{_LETTER})" if re.match(_LETTER, short) else ""
    behind = f"(?!{_LETTER})" if re.match(_LETTER, short[-1]) else ""
    return f"{before}{re.escape(short)}{behind}"


def explain(root: Element) -> None:
    """Write the meaning of each abbreviation behind its first use in the text, unless a bracket already follows."""
    told: set[str] = set()
    for parent, short, headed in list(_in_order(root, headed=False)):
        meaning = short.attributes.pop("title", "").strip()
        if headed:
            continue
        place = next(index for index, child in enumerate(parent.children) if child is short)
        after = parent.children[place + 1] if place + 1 < len(parent.children) else ""
        if meaning and short.text not in told and not (isinstance(after, str) and after.startswith(("（", "("))):
            parent.replace(short, short, f"（{meaning}）")
        told.add(short.text)


def _in_order(parent: Element, *, headed: bool) -> Iterator[tuple[Element, Element, bool]]:
    """Each abbreviation in reading order with its parent, and whether it is in a heading."""
    for child in parent.elements:
        if child.tag == "abbr":
            yield parent, child, headed
        yield from _in_order(child, headed=headed or child.tag in _HEADINGS)
