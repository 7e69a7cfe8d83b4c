"""The site has no home page.

What: docs/ 里没有 index.md，网站没有首页。
Why: 读者打开网站的地址会看到“没有这个页面”，每一页上的“首页”也打不开。
Wrong: docs/ 里只有 fzzf/ 等文件夹
Right: 写一个 docs/index.md，开头写“类型: 首页”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK509", "home-missing", Severity.WARNING, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """One finding when all of docs/ is checked and there are pages but no first one."""
    if paths is None and docs.pages and "index.md" not in docs.pages:
        yield RULE.at(Place(f"{docs.folder}/index.md"), "没有首页", "新建这个文件，开头写“类型: 首页”")
