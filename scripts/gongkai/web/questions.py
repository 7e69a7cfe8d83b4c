"""The page 问一问, and the questions that it offers: those that the site's own reports and 常见问题 answer.

12345热线办结率 -> 12345热线办结率是多少？
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from gongkai.addresses import ASK
from gongkai.content.faq import Faq
from gongkai.web import searching
from gongkai.web.catalogue import Entry, Kind
from gongkai.web.highlights import highlights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from gongkai.rows import Row
    from gongkai.web.catalogue import Catalogue

SRC, URL, TITLE = ASK, ASK.replace(".md", ".html"), "问一问"
_MOST = 3
_LONGEST = 16


def page(where: Catalogue) -> Entry | None:
    """The entry of the page: none without search, whose files it reads, or when docs/ has something at its address."""
    if not where.search or any(item.url == URL for item in where.entries.values()):
        return None
    return Entry(SRC, URL, Kind.ASK, TITLE, {"标题": TITLE, "类型": TITLE})


def examples(documents: Sequence[Entry], rows: Callable[[Entry], Sequence[Row]]) -> list[str]:
    """Three questions, of the newest report's figures and 常见问题."""
    found = [item for item in documents if searching.is_found(item) and not item.withdrawn]
    return list(islice(dict.fromkeys([*islice(_of_figures(found, rows), _MOST), *_often(found)]), _MOST))


def _of_figures(documents: Sequence[Entry], rows: Callable[[Entry], Sequence[Row]]) -> Iterator[str]:
    for item in documents:
        known = rows(item)
        names = [row.name for row in highlights(known, item.listed("重点数据"))] if known else []
        once = [name for name in dict.fromkeys(names) if 0 < len(name) <= _LONGEST]
        yield from (f"{name}是多少？" for name in once)


def _often(documents: Sequence[Entry]) -> Iterator[str]:
    return (item.title for item in documents if item.value("类型") == Faq.label)
