"""A page's content between Markdown and template: made safe, its tables accessible, its figures tied, cut in parts."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.web import (
    abbreviations,
    boxes,
    clauses,
    figures,
    groups,
    headings,
    links,
    notes,
    passages,
    pictures,
    runs,
    safety,
    tables,
)
from gongkai.web.catalogue import Kind
from gongkai.web.tree import Element, element, parse, render

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gongkai.rows import Row
    from gongkai.web.catalogue import Entry
    from gongkai.web.passages import Passage

_CUTS = frozenset({"h2", "h3", "table"})
# between the links of such a line: 下载： ·
_BETWEEN = re.compile(r"(?:[\u4e00-\u9fff]{1,6}：)?[\s\u3000·|，、]*")
_PAGES = frozenset({"", ".html"})
_WRITTEN = frozenset({Kind.PAGE, Kind.COLUMN, Kind.HOME, Kind.STATEMENT})
"""Pages that hold what staff wrote and no figures of a report; documents without rows are such, too."""


@dataclass(frozen=True, slots=True)
class Action:
    """A link to another page or a file, shown as a button."""

    url: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Article:
    """The parts of a page's content, as HTML."""

    heading_id: str
    """The id of its h1; empty when the text has none and the title stands in."""
    actions: tuple[Action, ...]
    """Lines of links before the first section, for buttons: 下载：[CSV](indicators.csv) · [JSON](indicators.json)"""
    sortable: bool
    """Whether it has a table that a reader may sort."""
    spoken: bool
    """Whether it has paragraphs or items to read aloud."""
    lead: str
    """What stands before the first section or table."""
    body: str
    """The rest."""
    removed: tuple[str, ...]
    """What was not allowed in a page, in Chinese."""
    passages: tuple[Passage, ...] = ()
    """Its text as search reads it; none for tables."""


def article(content: str, item: Entry, rows: Sequence[Row], size_of: Callable[[str], int | None]) -> Article:
    """The content of a page, as Markdown gave it, made ready for its template."""
    root = parse(content)
    removed = safety.clean(root)
    by_id = {row.id: row for row in rows}
    heading = next((node for node in root.elements if node.tag == "h1"), None)
    if heading:
        root.children.remove(heading)
        root.children[:0] = [
            element("span", id=node.attributes["id"]) for node in heading.walk() if "id" in node.attributes
        ]
    headings.settle(root)
    boxes.head(root)
    pictures.describe(root)
    abbreviations.explain(root)
    tables.improve(root, item.title)
    figures.tie(root)
    if not item.kind.is_table:
        clauses.mark(root)
    if item.kind is Kind.DOCUMENT:
        figures.describe(root, by_id)
    if item.kind is Kind.INDICATORS:
        groups.join(root, "指标表", item.year)
        groups.describe(root, by_id)
    links.explain(root, size_of)
    if item.kind in _WRITTEN or (item.kind is Kind.DOCUMENT and not rows):
        links.tell_apart(root)
    runs.keep(root)
    if item.kind is Kind.DOCUMENT:
        notes.annotate(root, by_id)
    actions = _actions(root) if item.kind.is_table else ()
    sortable = tables.offer_order(root)
    spoken = any(block.text.strip() for block in root.find("p", "li", "dd"))
    found = () if item.kind.is_table else passages.passages(root)
    lead, body = _cut(root)
    heading_id = heading.attributes.get("id", "") if heading else ""
    return Article(heading_id, actions, sortable, spoken, lead, body, tuple(removed), found)


def _actions(root: Element) -> tuple[Action, ...]:
    """The links of lines that hold nothing but links, taken out of the text before the first section."""
    found: list[Action] = []
    for node in root.elements[: _place(root.elements)]:
        words = [child for child in node.children if isinstance(child, str)]
        if node.tag == "p" and node.find("a") and all(map(_BETWEEN.fullmatch, words)):
            found += [_action(link) for link in node.find("a")]
            root.children.remove(node)
    return tuple(found)


def _action(link: Element) -> Action:
    address = link.attributes.get("href", "")
    if posixpath.splitext(address)[1] not in _PAGES:
        return Action(address, link.text, "download")
    return Action(address, link.text, "back" if address.endswith("index.html") else "list")


def _cut(root: Element) -> tuple[str, str]:
    nodes = root.children
    place = _place(nodes)
    return "".join(map(render, nodes[:place])).strip(), "".join(map(render, nodes[place:])).strip()


def _place(nodes: Sequence[Element | str]) -> int:
    """How many nodes stand before the first section or table."""
    return next((index for index, node in enumerate(nodes) if isinstance(node, Element) and _cuts(node)), len(nodes))


def _cuts(node: Element) -> bool:
    return node.tag in _CUTS or "table" in node.classes
