"""Abbreviations said in full where they first stand, OFD（版式文件）: what shows on hover only is lost on phones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.web.tree import Element


def explain(root: Element) -> None:
    """Write the meaning of each abbreviation behind its first use, unless a bracket already follows."""
    told: set[str] = set()
    for parent in [root, *root.walk()]:
        for short in [node for node in parent.elements if node.tag == "abbr"]:
            meaning = short.attributes.pop("title", "").strip()
            place = next(index for index, child in enumerate(parent.children) if child is short)
            after = parent.children[place + 1] if place + 1 < len(parent.children) else ""
            if meaning and short.text not in told and not (isinstance(after, str) and after.startswith(("（", "("))):
                parent.replace(short, short, f"（{meaning}）")
            told.add(short.text)
