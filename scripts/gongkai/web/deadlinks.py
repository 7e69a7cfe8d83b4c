"""Links whose address cannot be read become plain text before MkDocs, which would stop at them, sees them.

`[链接](http://[待填])` -> 链接, and the address is remembered until asked for.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from gongkai.addresses import split

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# above MkDocs' own "relpath" at 0, below attr_list at 8, which can still set an address
_PRIORITY = 2
_HOLDERS = {"a": "href", "img": "src"}


class DeadLinks(Extension):
    """The Markdown extension; one object serves all pages, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._met: list[str] = []

    def met(self) -> list[str]:
        """Addresses made plain text since the last call, in the order met, each once."""
        found, self._met = list(dict.fromkeys(self._met)), []
        return found

    def note(self, address: str) -> None:
        """Remember an address that could not be read."""
        self._met.append(address)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Put our passage between attr_list and MkDocs."""
        md.treeprocessors.register(_Unlink(md, self), "gongkai_dead_links", _PRIORITY)


class _Unlink(Treeprocessor):
    def __init__(self, md: Markdown, extension: DeadLinks) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        for node in root.iter():
            key = _HOLDERS.get(node.tag)
            address = node.get(key) if key else None
            if key and address is not None and not (split(address) and split(html.unescape(address))):
                self._extension.note(address)
                node.text = node.get("alt") if node.tag == "img" else node.text
                node.tag = "span"
                node.attrib.clear()
