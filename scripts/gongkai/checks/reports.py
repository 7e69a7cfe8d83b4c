"""A converted report's folder as the checks see it: text, table and data, tied by ids.

`<a id="f-1a2b3c4d"></a>[98.8%](indicators.md#r-1a2b3c4d)` in index.md is Mark("1a2b3c4d", "98.8%", offset).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gongkai.rows import Row, from_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

TEXT, TABLE, DATA = "index.md", "indicators.md", "indicators.json"

# <a id="f-1a2b3c4d"></a>[98.8%](indicators.md#r-1a2b3c4d)
_FIGURE = re.compile(r'<a id="f-(?P<id>[0-9a-f]{8})"></a>(?:\[(?P<shown>(?:\\.|[^\]\\])*)\]\([^)\s]*\))?')
# | <a id="r-1a2b3c4d"></a>办结率 | [98.8](index.md#f-1a2b3c4d) |
_ROW = re.compile(
    r'<a id="r-(?P<id>[0-9a-f]{8})"></a>[^\n]*?(?<!\\)\|[^\n]*?\[(?P<shown>(?:\\.|[^\]\\])*)\]\([^)\s]*#f-(?P=id)\)'
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the text, or a row of the table."""

    id: str
    shown: str
    """The number as the page shows it, markup taken off; empty when there is no link."""
    offset: int
    """In the page's body."""


@dataclass(frozen=True)
class ReportPages:
    """The folder of one converted report."""

    text: Page
    table: Page
    data_file: str
    """Below docs/."""
    rows: tuple[Row, ...] | None
    """None when the data file cannot be read."""

    @cached_property
    def figures(self) -> tuple[Mark, ...]:
        """Linked figures of the text, in reading order."""
        return tuple(_marks(_FIGURE, self.text.front.body))

    @cached_property
    def lines(self) -> tuple[Mark, ...]:
        """Rows of the table page, in reading order."""
        return tuple(_marks(_ROW, self.table.front.body))

    @cached_property
    def words(self) -> str:
        """The text page without markup and blanks."""
        return _tight(plain(self.text.front.body))

    def says(self, sentence: str) -> bool:
        """Whether the text page holds a sentence, blanks apart."""
        return _tight(sentence) in self.words


def report_pages(docs: Docs, paths: frozenset[str] | None) -> Iterator[ReportPages]:
    """Every folder with a text, a table and a data file of which some page was chosen."""
    for path in sorted(docs.pages):
        folder, _, name = path.rpartition("/")
        data, text = f"{folder}/{DATA}", docs.pages.get(f"{folder}/{TEXT}")
        if name != TABLE or text is None or data not in docs.files:
            continue
        if paths is None or paths & {path, text.path, data}:
            yield ReportPages(text, docs.pages[path], data, _rows(docs, data))


def plain(markdown: str) -> str:
    """Markdown of a converted page without its markup: tags, links, emphasis, backslashes, entities, heading marks."""
    text = re.sub(r"(?m)^\| .*\|$", lambda row: row[0].replace("|", " "), markdown)
    text = re.sub(r'<a id="[^"]*"></a>', "", text)
    text = re.sub(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)", r"\1", text)
    text = re.sub(r"(?<!\\)\*\*", "", text)
    text = re.sub(r"(?m)^(?:#{1,6}|[-*>]|\d+\.)[ \t]+", "", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    return html.unescape(text)


def _marks(pattern: re.Pattern[str], body: str) -> Iterator[Mark]:
    return (Mark(m["id"], plain(m["shown"] or ""), m.start()) for m in pattern.finditer(body))


def _rows(docs: Docs, data: str) -> tuple[Row, ...] | None:
    try:
        return tuple(from_json(docs.read(data))[1])
    except ValueError:
        return None


def _tight(text: str) -> str:
    return "".join(text.split())
