"""Tables that everybody can read: caption, heads with scope, numbers to the right, rows as cards on phones.

A pipe table `| 指标 | 数值 |` under the heading 一、总体情况 gets that heading as its caption.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.web.tree import Element, element

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_SORTED = 8
"""Tables with fewer rows are not sorted or filtered."""
_WIDEST_CARD = 6
"""Tables with more columns scroll in a box of their own instead of turning into cards."""
# 98.8% · 35万余 · 1,371项 · -3 · 第1 · 0.5—1.2亿元 · 缺
_NUMBER = re.compile(r"[第约近超逾+\-−－]?\d[\d,.]*(?:[—~～-]\d[\d,.]*)?[%％‰]?[\u4e00-\u9fff]{0,4}|缺")
# 2022 · 2022年度 · 2022-12-31 · 截至2022年12月31日 · 2021年—2022年
_DATE = re.compile(r"(?:截至)?(?:19|20)\d\d[\d年月日度—: -]*")
# 条（多于 350000） · （大约 3）
_READING = re.compile(r"(?P<unit>[^（）]*)（(?P<reading>[^（）]*\d[^（）]*)）")
_COLUMN_CLASSES = {
    "指标": "c-name",
    "名称": "c-name",
    "数值": "c-value",
    "单位": "c-unit",
    "时期": "c-period",
    "原句": "c-sentence",
    "报告原句": "c-sentence",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def improve(root: Element, title: str) -> None:
    """Make every table of a page accessible; `title` names a table that no heading stands over."""
    heading = above = ""
    number = 0
    for parent, node in list(_in_order(root)):
        if node.tag in _HEADINGS:
            heading = node.text.strip()
        elif node.tag == "table":
            number += 1
            _improve(node, heading or title, f"table-{number}")
            if heading and above in _HEADINGS:
                node.find("caption")[0].mark("unseen")
            parent.replace(node, _box(node, f"table-{number}"))
        above = node.tag


def offer_order(root: Element) -> bool:
    """Mark the tables that a reader may sort, `data-sortable`; whether there are any."""
    tables = [table for table in root.find("table") if _is_sortable(table)]
    for table in tables:
        table.attributes["data-sortable"] = ""
    return bool(tables)


def _is_sortable(table: Element) -> bool:
    """Whether it has rows enough under one row of heads, no cell over several."""
    rows = [row for row in table.find("tr") if "group" not in row.classes]
    heads = [row for head in table.find("thead") for row in head.find("tr")]
    cells = [cell for row in rows for cell in row.elements]
    plain = len(heads) == 1 and not any(map(_spans, cells))
    return plain and len(rows) - 1 >= LEAST_SORTED


def _in_order(parent: Element) -> Iterator[tuple[Element, Element]]:
    for child in parent.elements:
        yield parent, child
        if child.tag != "table":
            yield from _in_order(child)


def _box(table: Element, name: str) -> Element:
    if "cards" in table.classes:
        return element("div", table, class_="table")
    return element("div", table, class_="table wide", role="region", aria_labelledby=name, tabindex="0")


def _improve(table: Element, caption: str, name: str) -> None:
    if not table.find("caption"):
        table.children.insert(0, element("caption", caption, id=name))
    else:
        table.find("caption")[0].attributes["id"] = name
    rows = [row for row in table.find("tr") if row.elements]
    heads = [cell.text.strip() for cell in rows[0].elements] if rows else []
    body = rows[1:] if rows and all(cell.tag == "th" for cell in rows[0].elements) else rows
    simple = len(heads) <= _WIDEST_CARD and not any(_spans(cell) for row in rows for cell in row.elements)
    for cell in table.find("th"):
        cell.attributes.setdefault("scope", "col")
    if body is not rows:
        _name_empty_heads(rows[0], heads)
    for row in body:
        _improve_row(row, heads if body is not rows else [])
    _align(rows, body)
    if simple and body is not rows:
        table.mark("cards")
        _say_roles(table)


def _spans(cell: Element) -> bool:
    return "colspan" in cell.attributes or "rowspan" in cell.attributes


def _name_empty_heads(row: Element, heads: list[str]) -> None:
    for place, cell in enumerate(row.elements):
        if not heads[place]:
            cell.children = [element("span", "项目" if place == 0 else f"第{place + 1}列", class_="unseen")]


def _improve_row(row: Element, heads: list[str]) -> None:
    for place, cell in enumerate(row.elements):
        head = heads[place] if place < len(heads) else ""
        if place == 0 and cell.tag == "td" and cell.text.strip():
            cell.tag = "th"
            cell.attributes["scope"] = "row"
        elif head:
            cell.attributes["data-head"] = head
        if head in _COLUMN_CLASSES:
            cell.mark(_COLUMN_CLASSES[head])
        if head == "单位":
            _lower_reading(cell)


def _lower_reading(cell: Element) -> None:
    """How a number is read goes under its unit: 条（多于 350000） -> 条 / 多于 350000."""
    found = _READING.fullmatch(cell.text)
    if found and not cell.elements:
        cell.children = [found["unit"], " ", element("small", found["reading"])]


def _align(rows: list[Element], body: list[Element]) -> None:
    """Classes instead of align attributes; columns of numbers go right though nobody asked."""
    for place in range(max((len(row.elements) for row in rows), default=0)):
        column = [row.elements[place] for row in rows if place < len(row.elements)]
        asked = [cell.attributes.pop("align", "") for cell in column]
        look = _look([row.elements[place] for row in body if place < len(row.elements)], first=place == 0)
        for cell, side in zip(column, asked, strict=True):
            if look:
                cell.mark(look)
            elif side in {"right", "center"}:
                cell.mark(f"to-{side}")


def _look(cells: list[Element], *, first: bool) -> str:
    """The class of a column by what stands in it: `number`, `date`, or none."""
    filled = [text for cell in cells if (text := cell.text.strip())]
    if any("c-value" in cell.classes for cell in cells):
        return "number"
    if filled and all(map(_DATE.fullmatch, filled)):
        return "date"
    return "number" if filled and not first and all(map(_NUMBER.fullmatch, filled)) else ""


def _say_roles(table: Element) -> None:
    """Roles in words: `display: grid` on phones would otherwise take the meaning of rows and cells away."""
    roles = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    table.attributes["role"] = "table"
    for node in table.walk():
        if node.tag == "th":
            node.attributes["role"] = "columnheader" if node.attributes.get("scope") == "col" else "rowheader"
        elif node.tag in roles:
            node.attributes["role"] = roles[node.tag]
