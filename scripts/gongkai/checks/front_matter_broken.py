"""The metadata block of a page cannot be read.

What: 文件开头两行 --- 之间的信息写错了，读不出来；同一个键写两次也算。
Why: 读不出来，标题、日期、机构都没有了；键写两次时不知道以哪个为准。
Wrong: 标题: 关于印发《办法》的通知: 第二稿
Right: 标题: "关于印发《办法》的通知: 第二稿"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK301", "front-matter-broken", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Pages whose block is not what `frontmatter.split` can read."""
    for page in docs.chosen(paths):
        if page.fault:
            place = Place(page.file, page.fault.line, page.fault.column)
            yield RULE.at(place, page.fault.what, "改正这一行；键不要重复", page.line(page.fault.line))
