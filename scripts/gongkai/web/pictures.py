"""Pictures that say what they show: alt from the author, else from the picture's title, else a plain note of the lack.

`![](zhipai.svg "停车场入口")` gets alt 停车场入口; `![](zhipai.svg)` 图片，没有文字说明, in letters below it, too.
"""

from __future__ import annotations

from urllib.parse import unquote

from gongkai.web.tree import Element, element

LACKING = "图片，没有文字说明"


def describe(root: Element) -> None:
    """Give every picture of a page its words."""
    for parent in [root, *root.walk()]:
        for picture in [node for node in parent.elements if node.tag == "img"]:
            words = picture.attributes.get("alt", "").strip() or picture.attributes.get("title", "").strip()
            if parent.tag == "a":
                parent.mark("pictured")
            picture.attributes["alt"] = words or _destination(parent) or LACKING
            if not words and parent.tag != "a":
                parent.replace(
                    picture, picture, element("small", "（图片没有文字说明）", class_="lacking", aria_hidden="true")
                )


def _destination(parent: Element) -> str:
    """What a picture that is a link says at least: where it leads."""
    alone = parent.tag == "a" and not parent.text.strip()
    return f"图片，链接到 {unquote(parent.attributes.get('href', ''))}" if alone else ""
