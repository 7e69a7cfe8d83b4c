"""The home of 长辈版: which columns its large blocks lead to, and dates in words.

A block is found by the words in a column's name: 办事指南 stands behind 办事, 政策文件 behind 政策文件.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.web.catalogue import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.settings import Column

SRC = "zhangbei/index.md"
TITLE = "长辈版"
# title, what is behind it, icon, words of a column's name in the order of preference
_BLOCKS = (
    ("办事", "去哪办、带什么", "list", ("办事", "服务")),
    ("新消息", "最近公开的事", "news", ("动态", "新闻", "通知", "公告")),
    ("政策文件", "哪些现在管用", "file", ("政策", "规范性文件", "文件")),
    ("政府做了什么", "报告里的数字", "chart", ("报告", "数据")),
    ("申请公开", "没查到的，可以申请", "mail", ("依申请", "申请公开")),
)
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
    if any(item.kind is Kind.ELDER or item.src == SRC for item in entries):
        return None
    return Entry(SRC, SRC.replace(".md", ".html"), Kind.ELDER, TITLE, {"标题": TITLE, "类型": TITLE})


def blocks(columns: Sequence[tuple[Column, str]]) -> list[Block]:
    """The blocks that lead somewhere; `columns` are the site's, each with the address of its first page."""
    found, used = [], set()
    for title, about, icon, words in _BLOCKS:
        url = next((url for word in words for column, url in columns if word in column.name and url not in used), "")
        if url:
            used.add(url)
            found.append(Block(title, about, icon, url))
    return found


def in_words(date: str) -> str:
    """2023-01-16 as 2023年1月16日; anything else as it is."""
    found = _DATE.fullmatch(date)
    return f"{found['year']}年{found['month']}月{found['day']}日" if found else date
