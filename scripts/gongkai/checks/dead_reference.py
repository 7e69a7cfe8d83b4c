"""The metadata of a page names another page that is not there.

What: “替代”“被替代”“解读对象”“失效依据”“依据”等处写的路径，在 docs/ 里没有这个文件。
Why: 两份文件互相链接靠这些路径；找不到时页面上只印出路径，读者点不开。
Wrong: 被替代: [2022/zhaopai.md]
Right: 被替代: [zcwj/2022/0218-zhaopai.md]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gongkai.checks.links import likeliest
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK305", "dead-reference", Severity.ERROR, __doc__)

_KEYS = ("替代", "被替代", "解读对象", "失效依据", "修改", "相关", "依据", "清理", "后评估")


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Paths to pages in the metadata that lead nowhere; names of documents that are not on the site are let be."""
    for page in docs.chosen(paths):
        for key in _KEYS:
            for path in _paths(page.front.values.get(key)):
                if path not in docs.pages:
                    yield _finding(page, key, path, docs)


def _finding(page: Page, key: str, path: str, docs: Docs) -> Finding:
    place = page.key(key)
    mend = f"路径从 docs/ 写起，不加 docs/。{likeliest(path, 'index.md', docs)}"
    return RULE.at(place, f"“{key}”写的“{path}”没有对应的页面", mend, page.line(place.line))


def _paths(value: Any) -> Iterator[str]:
    """The paths in a value: a text, a list of texts, a list of mappings with 依据."""
    if isinstance(value, str) and value.endswith(".md"):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _paths(part.get("依据") if isinstance(part, dict) else part)
