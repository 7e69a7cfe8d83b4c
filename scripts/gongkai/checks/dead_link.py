"""A link leads to a page that is not there.

What: 链接指向的页面不存在，或者用了以“/”开头的地址。
Why: 读者点了会看到“没有这个页面”。以“/”开头的地址在子目录里或从文件夹打开时会失效。
Wrong: [2021年报告](/fzzf/2021/index.html)
Right: [2021年报告](../2021/yyxrmzfbgs/index.md)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.links import inside, leads_to, likeliest
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK501", "dead-link", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Links to Markdown pages, folders or addresses of the built site that lead nowhere."""
    for page in docs.chosen(paths):
        for link in page.links:
            target = inside(link.target)
            if target is None or not target.path:
                continue
            place = page.at(link.offset)
            line = page.line(place.line)
            if target.path.startswith("/"):
                yield RULE.at(place, f"“{link.target}”以“/”开头", "改成从本页出发的相对地址，如 ../nb/index.md", line)
                continue
            path = leads_to(page.path, target.path)
            if path in docs.files or _is_file(path):
                continue
            yield RULE.at(place, f"“{link.target}”没有对应的页面", likeliest(path, page.path, docs), line)


def _is_file(path: str) -> bool:
    """Whether the address names a file that is no page; those are GK503's."""
    last = path.rpartition("/")[2]
    return "." in last and not last.endswith((".md", ".html", ".htm"))
