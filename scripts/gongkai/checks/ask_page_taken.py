"""A page stands where the page 问一问 is made.

What: 问一问的地址 docs/ask/index.md 上是别的页面。
Why: 这个地址是问一问的，生成网站时自动有。被别的页面占了，网站就没有问一问，搜索页和页脚也不再链接到它。
Wrong: 把“在线提问”栏目放在 docs/ask/
Right: 文件夹改名，如 docs/tiwen/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.addresses import ASK
from gongkai.checks import taken
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK311", "ask-page-taken", Severity.ERROR, __doc__)
PLACE = ASK


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """The page at the address of 问一问."""
    for page in taken.pages(docs, paths, PLACE):
        what = "这个地址是问一问的，被这一页占了"
        yield RULE.at(page.key("类型"), what, f"给文件夹 {docs.folder}/{taken.folder(PLACE)} 改个名字")
