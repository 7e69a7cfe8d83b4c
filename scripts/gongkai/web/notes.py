"""Margin notes: beside a paragraph with figures, the indicators that it states, each a link to its row.

The rows repeat what the paragraph says, and narrow pages have no room for them: their words stand in attributes that
the style sheet shows, so that the text of the page is the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.web.figures import figures, row_id, value_of
from gongkai.web.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gongkai.rows import Row

_CHARACTERS_A_LINE, _LINE, _GAP, _NOTE_ROW, _CHARACTERS_A_ROW = 34, 36, 17, 29, 13.5


def annotate(root: Element, rows: Mapping[str, Row]) -> None:
    """Put a note beside every paragraph and point that has figures with rows."""
    for parent in [root, *root.find("blockquote", "div", "section")]:
        for block in parent.elements:
            if block.tag == "p":
                note = _note(block, rows)
                if note:
                    parent.replace(block, element("div", block, note, class_="noted"))


def _note(block: Element, rows: Mapping[str, Row]) -> Element | None:
    links = [(link, rows[row_id(link)]) for link in figures(block) if row_id(link) in rows]
    if not links:
        return None
    shown = _fitting(links, _room(len(block.text)))
    items: list[Element | str] = [element("li", _row(link, row)) for link, row in shown]
    if len(shown) < len(links):
        items.append(element("li", class_="rest", data_name=f"还有{len(links) - len(shown)}项"))
    head = element("a", f"本段{len(links)}项数据，看表", href=links[0][0].attributes["href"])
    lines = [piece for item in items for piece in ("\n", item)]
    return element("div", element("p", head), element("ul", *lines, "\n"), class_="aside-note")


def _fitting(links: list[tuple[Element, Row]], room: int) -> list[tuple[Element, Row]]:
    """As many as there is room for, one line kept for the words that say how many are left."""
    heights = [_height(row) for _, row in links]
    if sum(heights) <= room:
        return links
    fitting = [count for count in range(1, len(links)) if sum(heights[:count]) <= room - 1]
    return links[: max(fitting, default=1)]


def _height(row: Row) -> int:
    """Lines that a row takes; Latin letters and digits are a little over half as wide as Chinese."""
    text = row.name + value_of(row)
    return 1 if sum(1 if character > "\u2e7f" else 0.6 for character in text) < _CHARACTERS_A_ROW else 2


def _row(link: Element, row: Row) -> Element:
    name, value = row.name, value_of(row)
    words = {"aria_label": f"{name} {value}", "data_name": name, "data_value": value}
    return element("a", href=link.attributes["href"], **words)


def _room(characters: int) -> int:
    """How many rows are as high as a paragraph of so many characters."""
    lines = -(-characters // _CHARACTERS_A_LINE)
    return max(1, (lines * _LINE + _GAP) // _NOTE_ROW - 1)
