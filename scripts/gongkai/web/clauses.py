"""Paragraphs that open with the number of a clause: 第一条　为规范…… in bold, （一）利用…… and 一、…… hang."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.web.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "一二三四五六七八九十百千零〇两"
# 第一条　 · 第二十一条之一　; not 第三条规定
_ARTICLE = re.compile(rf"第[{_HAN}\d]+条(?:之[{_HAN}])?(?=[\s\u3000])")
# （一） · （十二） · 三、 · （3） · 3．
_ITEM = re.compile(rf"（[{_HAN}]{{1,3}}）|[{_HAN}]{{1,3}}、|（\d\d?）|\d\d?[.．、](?!\d)")
_WIDEST = 5


def mark(root: Element) -> None:
    """Give paragraphs of clauses their classes; the text is unchanged: the number is the document's."""
    for paragraph in root.find("p"):
        text = paragraph.text
        if _ARTICLE.match(text):
            paragraph.mark("clause")
            _embolden(paragraph)
        elif item := _ITEM.match(text):
            paragraph.mark(f"hang-{min(_width(item[0]), _WIDEST)}")


def _width(number: str) -> int:
    """Letters that a number takes; digits and points are half as wide."""
    half = sum(character.isascii() for character in number)
    return len(number) - half + (half + 1) // 2


def _embolden(paragraph: Element) -> None:
    for parent in _first(paragraph):
        if parent.tag in {"strong", "b"}:
            return
        head = parent.children[0]
        if isinstance(head, str):
            number = _ARTICLE.match(head)
            if number:
                parent.children[:1] = [element("b", number[0]), head[number.end() :]]
            return


def _first(node: Element) -> Iterator[Element]:
    """An element, its first child, the first child of that."""
    while isinstance(node, Element) and node.children:
        yield node
        first = node.children[0]
        if isinstance(first, str):
            return
        node = first
