"""Which files a browser would run or lay over pages: web pages, scripts, styles, drawings with a script in them.

`a.html` and `logo.svg` with `onload=` are active; `a.pdf`, `a.csv` and a plain `logo.svg` are not.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = {"asp", "aspx", "cgi", "hta", "htm", "html", "jsp", "mht", "mhtml", "php", "shtm", "shtml", "xht", "xhtml"}
_CODE = {"cjs", "css", "js", "mjs", "svgz", "swf", "xsl", "xslt"}
_ALWAYS = frozenset(_PAGES | _CODE)
_WHEN_SCRIPTED = frozenset({"svg", "xml"})
# <script> · <svg:script> · onload= · javascript: · <foreignObject> · <?xml-stylesheet · <!ENTITY · xmlns="…/xhtml"
_SCRIPTED = re.compile(
    r"<\s*(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler)\b|[\s\"'/]on[a-z]+\s*=|javascript\s*:"
    r"|<\?xml-stylesheet|<!entity|/1999/xhtml",
    re.IGNORECASE,
)


def is_active(path: Path) -> bool:
    """Whether a file may act in a reader's browser; the content of drawings is looked into."""
    kind = path.suffix.lower().lstrip(".")
    if kind in _ALWAYS:
        return True
    return kind in _WHEN_SCRIPTED and path.is_file() and _is_scripted(path.read_bytes())


def _is_scripted(content: bytes) -> bool:
    """UTF-16 without its zero bytes reads like ASCII where it matters."""
    text = content.replace(b"\0", b"").decode("utf-8", "replace")
    return bool(_SCRIPTED.search(text) or _SCRIPTED.search(html.unescape(text)))
