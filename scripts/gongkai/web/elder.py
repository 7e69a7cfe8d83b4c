"""The home of 长辈版: which columns its large blocks lead to, and dates in words.

A block is found by the words in a column's name (lexicon/elder.yml): 办事指南 stands behind 办事.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.content.page import Elder
from gongkai.web.catalogue import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.settings import Column

SRC, URL = Elder.place, Elder.place.replace(".md", ".html")
TITLE = "长辈版"
# 2023-01-16
_DATE = re.compile(r"(?P<year>\d{4})-0?(?P<month>\d{1,2})-0?(?P<day>\d{1,2})")


@dataclass(frozen=True, slots=True)
class Block:
    """A large link of the page."""

    title: str
    about: str
    icon: str
    url: str


def page(entries: Iterable[Entry]) -> Entry | None:
    """The entry of the page when docs/ holds none."""
    if any(item.kind is Kind.ELDER or item.url == URL for item in entries):
        return None
    return Entry(SRC, URL, Kind.ELDER, TITLE, {"标题": TITLE, "类型": TITLE})


def blocks(columns: Sequence[tuple[Column, str]]) -> list[Block]:
    """The blocks that lead somewhere; `columns` are the site's, each with the address of its first page."""
    found: dict[str, Block] = {}
    used: set[str] = set()
    for entry in words.load("elder")["blocks"]:
        urls = (url for column, url in columns if re.search(entry.expression, column.name) and url not in used)
        url = None if entry["title"] in found else next(urls, None)
        if url:
            used.add(url)
            found[entry["title"]] = Block(entry["title"], entry["about"], entry["icon"], url)
    return list(found.values())


def in_words(date: str) -> str:
    """2023-01-16 as 2023年1月16日; anything else as it is."""
    found = _DATE.fullmatch(date)
    return f"{found['year']}年{found['month']}月{found['day']}日" if found else date
