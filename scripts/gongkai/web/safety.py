"""What may stand in a page: known elements, known attributes, harmless addresses. The rest is taken out and named.

`[点](javascript:alert(1))` loses its address, `{onclick=…}` its attribute, a picture from another host becomes a link.
"""

from __future__ import annotations

import re

from gongkai.addresses import split
from gongkai.web.tree import Element, element
from gongkai.web.unfit import Unfit, address, attribute, picture, tag, tight


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _words(
    "a abbr aside b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4"
    " h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody"
    " td tfoot th thead time tr ul var wbr"
)
_DROPPED_WHOLE = _words("script style iframe object embed template noscript svg math form button select")
_ATTRIBUTES = _words("id class lang dir title")
_OWN_ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan", "scope"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value"}),
    "details": frozenset({"open"}),
    "time": frozenset({"datetime"}),
}
_UNWRAPPED = frozenset({"label"})
_ALIGNED = re.compile(r"text-align:\s*(?P<side>left|right|center)")
_LINK_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})


def clean(root: Element) -> list[str]:
    """Take out of a tree what may not be in a page; what was taken out, in Chinese, each once."""
    return [str(found) for found in unfit(root)]


def unfit(root: Element) -> list[Unfit]:
    """The same, and what was taken out with the words to look for."""
    removed: list[Unfit] = []
    _clean_children(root, removed)
    return list(dict.fromkeys(removed))


def _clean_children(parent: Element, removed: list[Unfit]) -> None:
    for child in parent.elements:
        _clean_children(child, removed)
        if child.tag in _DROPPED_WHOLE:
            removed.append(tag(child.tag))
            parent.replace(child)
        elif child.tag == "input" and child.attributes.get("type") == "checkbox":
            parent.replace(child, _box(ticked="checked" in child.attributes))
        elif child.tag not in _ELEMENTS:
            if child.tag not in _UNWRAPPED:
                removed.append(tag(child.tag))
            parent.replace(child, *child.children)
        else:
            _clean_attributes(child, removed)
            if child.tag == "img":
                _judge_picture(parent, child, removed)


def _box(*, ticked: bool) -> Element:
    """The box of a task in letters that every Chinese font has; ☑ and ☐ are in few."""
    return element("span", "√" if ticked else "□", role="img", aria_label="已勾选" if ticked else "未勾选")


def _clean_attributes(node: Element, removed: list[Unfit]) -> None:
    aligned = _ALIGNED.match(node.attributes.get("style", ""))
    if aligned and node.tag in {"td", "th"}:
        node.attributes["align"] = aligned["side"]
    allowed = _ATTRIBUTES | _OWN_ATTRIBUTES.get(node.tag, frozenset())
    for name in list(node.attributes):
        if name not in allowed and not name.startswith("aria-"):
            del node.attributes[name]
            if name not in {"style", "name"}:
                removed.append(attribute(name))
    if "href" in node.attributes and _scheme(node.attributes["href"]) not in _LINK_SCHEMES:
        removed.append(address(node.attributes.pop("href")))


def _judge_picture(parent: Element, node: Element, removed: list[Unfit]) -> None:
    source = node.attributes.get("src", "")
    text = node.attributes.get("alt", "")
    if not _scheme(source) and not _has_host(source):
        return
    removed.append(picture(source))
    if _scheme(source) in {"http", "https"}:
        parent.replace(node, element("a", f"图片：{text or source}", href=source))
    else:
        parent.replace(node, text)


def _scheme(address: str) -> str:
    """The scheme that a browser would see; `?` for one that cannot be told."""
    bare = tight(address)
    head = re.match(r"[^/?#]*", bare)
    if head and ":" in head[0]:
        return head[0].split(":")[0].lower()
    return ""


def _has_host(address: str) -> bool:
    bare = tight(address).replace("\\", "/")
    parts = split(bare)
    return bare.startswith("//") or parts is None or bool(parts.netloc)
