"""Headings of a page in steps of one below its title: a second # is ##, a #### under ## is ###; the words stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.web.tree import element

if TYPE_CHECKING:
    from gongkai.web.tree import Element

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def settle(root: Element) -> None:
    """Give every heading a level that is at most one below the heading before; the title, level 1, stands outside.

    A heading without words is none; its id stays.
    """
    level = 1
    for parent in [root, *root.walk()]:
        for node in parent.elements:
            if node.tag in _TAGS and not node.text.strip() and not node.find("img"):
                parent.replace(node, element("span", id=node.attributes.get("id", "")))
    for node in root.find(*_TAGS):
        level = min(max(int(node.tag[1]), 2), level + 1)
        node.tag = f"h{level}"
