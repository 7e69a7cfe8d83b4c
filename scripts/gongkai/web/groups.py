"""The tables of a report's indicators as one: each section's heading becomes the row above its group.

`## 一、总体情况` and its table, `## 二、…` and its table -> one table 指标表（58项） with a body a section, so that it
can be sorted and filtered as a whole; the headings stay headings, and the contents lead to them.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from gongkai.web.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gongkai.rows import Row

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def join(root: Element, title: str, year: str) -> None:
    """Join tables of the same heads that only headings part; what else stands between them parts them."""
    first: Element | None = None
    headings: list[Element] = []
    for node in list(root.elements):
        table = node.elements[0] if "table" in node.classes and "cards" in node.elements[0].classes else None
        if node.tag in _HEADINGS:
            headings.append(node)
        elif table is None:
            first, headings = None, []
        elif first is None or _heads(first) != _heads(table):
            first = table
            _take_in(root, first, first, headings)
            headings = []
        else:
            _take_in(root, first, table, headings)
            root.children.remove(node)
            headings = []
    for table in root.find("table"):
        _caption(table, title, year)


def _heads(table: Element) -> list[str]:
    return [cell.text for cell in table.find("thead")[0].find("th")]


def _take_in(root: Element, whole: Element, table: Element, headings: list[Element]) -> None:
    """Put the body of a table, under the headings above it, at the end of the whole."""
    for body in table.find("tbody"):
        if table is not whole:
            whole.children.append(body)
        if headings:
            body.children.insert(0, _group(headings, len(body.find("tr")), len(_heads(whole))))
    for heading in headings:
        root.children.remove(heading)


def _group(headings: list[Element], count: int, width: int) -> Element:
    words = [piece for heading in headings for piece in (heading, " ")]
    cell = element("td", *words, element("small", f"（{count}项）"), colspan=str(width), role="cell")
    return element("tr", cell, class_="group", role="row")


def _caption(table: Element, title: str, year: str) -> None:
    groups = [row for row in table.find("tr") if "group" in row.classes]
    if not groups:
        return
    count = len(table.find("tr")) - len(groups) - 1
    table.find("caption")[0].attributes.pop("class", None)
    table.find("caption")[0].children = [f"{title}（{count}项）"]
    if year:
        table.attributes["data-year"] = year


def describe(root: Element, rows: Mapping[str, Row]) -> None:
    """Tell each row of a table its kind, by which it is filtered, and its number where the words hide it: 35万余."""
    for line in root.find("tr"):
        row = rows.get(line.attributes.get("id", "").removeprefix("r-"))
        if row is None:
            continue
        line.attributes["data-kind"] = row.kind
        for cell in line.elements:
            if "c-value" in cell.classes and cell.text != row.value:
                cell.attributes["data-value"] = _plain(row.value)


def _plain(value: str) -> str:
    """2/3 -> 0.666667; what is no one number (12:47:41) gives nothing, and stands last when sorted."""
    over, _, under = value.partition("/")
    try:
        found = Decimal(over) / Decimal(under or 1)
    except (InvalidOperation, ZeroDivisionError):
        return ""
    return f"{round(found, 6).normalize():f}" if found.is_finite() else ""
