"""A page stands where the search page is made.

What: 搜索页的地址 docs/search/index.md 上是别的页面。
Why: 这个地址是搜索页，生成网站时自动有。被别的页面占了，网站就没有搜索页，每一页上的搜索框也都没有。
Wrong: 把“检索说明”栏目放在 docs/search/
Right: 文件夹改名，如 docs/jiansuo/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.addresses import SEARCH
from gongkai.checks import taken
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK310", "search-page-taken", Severity.ERROR, __doc__)
PLACE = SEARCH


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """The page at the address of the search page."""
    for page in taken.pages(docs, paths, PLACE):
        what = "这个地址是搜索页的，被这一页占了"
        yield RULE.at(page.key("类型"), what, f"给文件夹 {docs.folder}/{taken.folder(PLACE)} 改个名字")
