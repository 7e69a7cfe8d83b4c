"""The site has no home page.

What: docs/ 里没有 index.md，网站没有首页。
Why: 读者打开网站的地址会看到“没有这个页面”，每一页上的“首页”也打不开。所以没有首页就不生成网站。
Wrong: docs/ 里只有 fzzf/ 等文件夹
Right: 写一个 docs/index.md，开头写“类型: 首页”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK509", "home-missing", Severity.ERROR, __doc__)
HOME = "index.md"
_MEANT = ("readme.md", "index.md", "home.md", "shouye.md")


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """One finding when all of docs/ is checked and has no first page."""
    if paths is None:
        yield from missing(docs.files, docs.folder)


def missing(names: Collection[str], folder: str) -> Iterator[Finding]:
    """One finding when there is no first page among the files of docs/, `folder` being its name; a build asks, too."""
    if HOME not in names:
        meant = next((name for name in sorted(names) if name.lower() in _MEANT), "")
        begin = f"把 {folder}/{meant} 改名为 index.md" if meant else "新建这个文件"
        yield RULE.at(Place(f"{folder}/{HOME}"), "没有首页", f"{begin}，开头写“类型: 首页”")
