"""Boxes that nobody gave a title: `!!! warning` is headed Warning by Markdown, 注意 by us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.words import load

if TYPE_CHECKING:
    from gongkai.web.tree import Element


def head(root: Element) -> None:
    """Give boxes their title in Chinese where the author wrote none."""
    says = {entry.word: entry["says"] for entry in load("boxes")["titles"]}
    for box in root.find("div", "details"):
        title = box.elements[0] if box.elements else None
        if title and (title.tag == "summary" or "admonition-title" in title.classes):
            kinds = [name for name in box.classes if name.capitalize() == title.text]
            if kinds and title.text in says:
                title.children = [says[title.text]]
