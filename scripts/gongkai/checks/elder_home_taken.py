"""A page stands where the home of 长辈版 is made.

What: 长辈版首页的地址 docs/zhangbei/index.md 上是别的页面。
Why: 这个地址是长辈版首页，生成网站时自动有。被别的页面占了，网站就没有长辈版首页，老人进得来、回不去普通版。
Wrong: 把“长辈之家”栏目放在 docs/zhangbei/
Right: 文件夹改名，如 docs/zhangbeizhijia/；想给长辈版首页加几句话的，写“类型: 长辈版”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks import taken
from gongkai.content.page import Elder
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK309", "elder-home-taken", Severity.ERROR, __doc__)
PLACE = Elder.place


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """The page at the address of the home of 长辈版, when no page is that home."""
    if any(page.type == Elder.label for page in docs.pages.values()):
        return
    for page in taken.pages(docs, paths, PLACE):
        if not page.fault:
            what = "这个地址是长辈版首页的，被这一页占了"
            folder = f"{docs.folder}/{taken.folder(PLACE)}"
            mend = f"给文件夹 {folder} 改个名字；这一页就是长辈版首页的，写“类型: {Elder.label}”"
            yield RULE.at(page.key("类型"), what, mend)
