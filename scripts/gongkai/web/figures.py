"""Figures of a text and rows of a table, tied to each other by plain links.

`<a id="f-3a9c1e02"></a><a href="indicators.html#r-3a9c1e02">98.8%</a>` becomes one quiet link; the id of a row's
anchor moves to the row; a sentence with figures is wrapped so that the whole of it is marked when one is looked up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.web.indicators import shown
from gongkai.web.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gongkai.rows import Row

# f-3a9c1e02
_FIGURE = re.compile(r"f-(?P<id>[0-9a-f]{8})(?:-\d+)?")
_ROW = re.compile(r"r-[0-9a-f]{8}(?:-\d+)?")
# index.html#s-5f0c2a91: from a numbered item back to its paragraph
_BACK = re.compile(r"#s-[0-9a-f]{8}$")
_ENDS = "。！？；"
_OPENING, _CLOSING = "“《（〔‘", "”》）〕’"
_SHORT = 12
"""A figure of at most so many characters is not broken over lines."""


def tie(root: Element) -> None:
    """Join anchors and links in a text and in its table."""
    for parent in [root, *root.walk()]:
        _join_anchors(parent)
    for row in root.find("tr"):
        _move_row_id(row)
    for block in root.find("p", "li"):
        _lift_id(block)
    for link in root.find("a"):
        if _BACK.search(link.attributes.get("href", "")):
            link.mark("back-link")
    for paragraph in root.find("p", "li"):
        if figures(paragraph):
            _wrap_sentences(paragraph)


def describe(root: Element, rows: Mapping[str, Row]) -> None:
    """Say of each figure in a text what it is, for screen readers and for the card: 12345热线办结率，看表."""
    for link in figures(root):
        row = rows.get(row_id(link))
        if row:
            link.attributes["aria-description"] = f"{row.name}，看表"
            if row.period and row.period != f"{row.year}年":
                link.attributes["data-period"] = row.period


def _join_anchors(parent: Element) -> None:
    """An empty anchor gives its id to the link that follows at once."""
    for place, child in enumerate(list(parent.children[:-1])):
        after = parent.children[place + 1]
        if not (isinstance(child, Element) and isinstance(after, Element)):
            continue
        if _is_anchor(child) and after.tag == "a" and _FIGURE.fullmatch(child.attributes["id"]):
            after.attributes = {"id": child.attributes["id"], **after.attributes}
            after.mark("fig")
            if len(after.text) > _SHORT:
                after.mark("long")
    parent.children = [child for child in parent.children if not (_is_anchor(child) and _given(child, parent))]


def _is_anchor(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag == "a" and set(node.attributes) == {"id"} and not node.children


def _given(anchor: Element | str, parent: Element) -> bool:
    """Whether a sibling link carries the id of this anchor now."""
    return any(
        isinstance(other, Element) and other is not anchor and other.attributes.get("id") == anchor.attributes["id"]
        for other in parent.children
        if isinstance(anchor, Element)
    )


def _lift_id(block: Element) -> None:
    """An empty anchor at the head of a paragraph or list item makes the whole of it the target."""
    first = block.children[0] if block.children else ""
    if _is_anchor(first) and isinstance(first, Element) and "id" not in block.attributes:
        block.attributes["id"] = first.attributes["id"]
        block.children.remove(first)


def _move_row_id(row: Element) -> None:
    """The anchor in a row's cell makes the row the target, with a way back."""
    for cell in row.elements:
        for anchor in [node for node in cell.elements if _is_anchor(node)]:
            if _ROW.fullmatch(anchor.attributes["id"]):
                row.attributes = {"id": anchor.attributes["id"], **row.attributes}
                cell.children.remove(anchor)
                _dress(row)
                return


def _dress(row: Element) -> None:
    link = next((node for node in row.find("a") if "#f-" in node.attributes.get("href", "")), None)
    if link:
        link.mark("fig")
    for cell in row.elements:
        if "c-sentence" in cell.classes and link:
            cell.children.append(element("a", "回到正文", class_="back", href=link.attributes["href"]))


def figures(node: Element) -> list[Element]:
    """The figure links inside an element, in reading order."""
    return [link for link in node.find("a") if "fig" in link.classes]


def _wrap_sentences(paragraph: Element) -> None:
    """Put each sentence that has figures into a span; sentences end at 。！？； outside quotes and brackets."""
    sentences: list[list[Element | str]] = [[]]
    depth = 0
    for child in paragraph.children:
        if isinstance(child, Element):
            sentences[-1].append(child)
            continue
        start = 0
        for place, character in enumerate(child):
            depth += (character in _OPENING) - (character in _CLOSING and depth > 0)
            if character in _ENDS and depth == 0:
                sentences[-1].append(child[start : place + 1])
                sentences.append([])
                start = place + 1
        if child[start:]:
            sentences[-1].append(child[start:])
    paragraph.children = [node for sentence in sentences for node in _sentence(sentence)]


def _sentence(nodes: list[Element | str]) -> list[Element | str]:
    holds = any(isinstance(node, Element) and ("fig" in node.classes or figures(node)) for node in nodes)
    return [element("span", *nodes, class_="sentence")] if holds else nodes


def row_id(link: Element) -> str:
    """The indicator's id that a figure link carries; empty when it has none."""
    found = _FIGURE.fullmatch(link.attributes.get("id", ""))
    return found["id"] if found else ""


def value_of(row: Row) -> str:
    """A value with its unit, as margin notes print it: 35万余条."""
    seen = shown(row)
    return seen.number + seen.unit
