"""The first page of a column, for a folder that has none yet. It is staff's from then on and never written again."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from gongkai.pages import escape, meta

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gongkai.pages.address import Placed


def column_pages(places: Iterable[Placed], named: Mapping[str, str] = MappingProxyType({})) -> dict[str, bytes]:
    """A first page for each column that holds reports, by path below docs/; to be written only where none stands.

    `named` are the names that the settings give to folders.
    """
    names = {place.column: named.get(place.column, place.column_name) for place in places}
    return {f"{folder}/index.md": _page(name) for folder, name in sorted(names.items())}


def _page(name: str) -> bytes:
    title = escape.heading(escape.literal(name))
    body = f"# {title}\n\n{title}栏目公开报告原文，和报告里的每一项指标。\n"
    return meta.plain({"标题": name, "类型": "栏目"}, body)
