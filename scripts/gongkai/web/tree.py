"""HTML of a page as a tree to look through and change, and back: `<p>办结率达<b>98.8%</b></p>`.

Only what Markdown produces needs to be read; unclosed elements end with their parent.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(slots=True, eq=False)
class Element:
    """An element, or with an empty tag the whole piece; it is changed in place."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    """Elements and text in reading order; text is plain, not escaped."""

    def walk(self) -> Iterator[Element]:
        """The descendants in reading order; children may be changed on the way."""
        waiting = self.elements[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += node.elements[::-1]

    def find(self, *tags: str) -> list[Element]:
        """Descendants with one of these tags."""
        return [element for element in self.walk() if element.tag in tags]

    @property
    def elements(self) -> list[Element]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        """The words of its class attribute."""
        return self.attributes.get("class", "").split()

    def mark(self, name: str) -> None:
        """Add a class."""
        if name not in self.classes:
            self.attributes["class"] = " ".join([*self.classes, name])

    def replace(self, old: Element, *new: Element | str) -> None:
        """Put other nodes where a child stands."""
        place = next(index for index, child in enumerate(self.children) if child is old)
        self.children[place : place + 1] = new


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(text: str) -> Element:
    """The tree of a piece of HTML; comments and declarations are dropped."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


def render(node: Element | str) -> str:
    """HTML of a tree; attributes keep their order."""
    if isinstance(node, str):
        return html.escape(node, quote=False)
    inner = "".join(render(child) for child in node.children)
    if not node.tag:
        return inner
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in node.attributes.items())
    return f"<{node.tag}{attributes}>" if node.tag in VOID else f"<{node.tag}{attributes}>{inner}</{node.tag}>"


def element(tag: str, *children: Element | str, **attributes: str) -> Element:
    """A new element; `class_` and `aria_label` stand for class and aria-label."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Element(tag, named, list(children))
