"""A link leads to a place in a page that the page does not have.

What: 链接里 # 后面的位置在目标页面里不存在。
Why: 读者到了页面，却不在要看的那一段。常见原因是标题改了字，或者报告重新转换后数字的句子变了。
Wrong: [办结率](index.md#f-00000000)
Right: [办结率](index.md#f-3a9c1e02)
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from gongkai.checks.links import inside, leads_to
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK502", "dead-anchor", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Links with an anchor to a page that is there but lacks it."""
    for page in docs.chosen(paths):
        for link in page.links:
            target = inside(link.target)
            if target is None or not target.anchor:
                continue
            path = leads_to(page.path, target.path) if target.path else page.path
            other = docs.pages.get(path)
            if other is None or target.anchor in other.anchors:
                continue
            place = page.at(link.offset)
            near = get_close_matches(target.anchor, sorted(other.anchors), n=1, cutoff=0.6)
            mend = f"是不是 #{near[0]}？" if near else "打开目标页面，改成其中有的标题或位置"
            where = "本页" if other is page else other.file
            yield RULE.at(place, f"{where}里没有“#{target.anchor}”", mend, page.line(place.line))
