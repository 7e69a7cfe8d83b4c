"""Markdown in which raw HTML shows as it was typed, but for anchors: `<a id="f-3a9c1e02"></a>` stays one.

Comments `<!-- 备注 -->` are left out of the page. What was not allowed is remembered until asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

# <a id="r-3a9c1e02"></a>
_ANCHOR = r"<a id=\"(?P<id>[\w.:-]+)\">\s*</a>"
# <script src="x.js"> · </div> · <img onerror=… · <!DOCTYPE html> · <?php
_TAG = r"<(?P<tag>[/!?]?[a-zA-Z][\w:-]*)[^<>]*>?"
_COMMENT = r"<!--.*?-->"
# a line that opens a comment, to the line that closes it
_COMMENT_BLOCK = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$\n?", re.DOTALL | re.MULTILINE)


class RawHtml(Extension):
    """The Markdown extension; one object serves all pages, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[str] = []

    def shown(self) -> list[str]:
        """Names of tags shown as text since the last call, in the order met, each once: div, not /div as well."""
        found, self._shown = list(dict.fromkeys(self._shown)), []
        return [name for name in found if name.removeprefix("/") not in found or not name.startswith("/")]

    def note(self, tag: str) -> None:
        """Remember the name of a tag that was not let through."""
        self._shown.append(tag)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Take Markdown's own passage for raw HTML out and put ours in."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Comments(md), "gongkai_comments", 20)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Anchor(_ANCHOR, md), "gongkai_anchor", 92)
        md.inlinePatterns.register(_Comment(_COMMENT, md), "gongkai_comment", 91)
        md.inlinePatterns.register(_Literal(_TAG, md, self), "gongkai_tag", 90)


class _Comments(Preprocessor):
    """Drops comments that stand on lines of their own; fenced code is out of reach by now."""

    def run(self, lines: list[str]) -> list[str]:
        return _COMMENT_BLOCK.sub("", "\n".join(lines)).split("\n")


class _Anchor(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return self.md.htmlStash.store(f'<a id="{m["id"]}"></a>'), m.start(0), m.end(0)


class _Comment(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        return "", m.start(0), m.end(0)


class _Literal(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, extension: RawHtml) -> None:
        super().__init__(pattern, md)
        self._extension = extension

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        self._extension.note(m["tag"])
        return m[0], m.start(0), m.end(0)
