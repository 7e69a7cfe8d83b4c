"""A link's address cannot be read.

What: 链接的地址写坏了，读不出网站名。
Why: 这样的地址点不开，生成网站时只能当作普通文字。多半是忘了填，或者多打了方括号。
Wrong: [县政府网站](http://[待填])
Right: [县政府网站](https://www.yunjiang.gov.cn/)
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from gongkai.addresses import split
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK505", "malformed-address", Severity.ERROR, __doc__)
# <http://[::1>
_BARE = re.compile(r"(?<!\\)<(?P<target>(?:https?|ftps?)://[^<>\n]*)>", re.IGNORECASE)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Links and pictures whose address has no readable parts, <http://…> too."""
    for page in docs.chosen(paths):
        for offset, address in sorted(set(_addresses(page))):
            if not split(html.unescape(address)):
                place = page.at(offset)
                what = f"“{address[:40]}”不是完整的网址"
                yield RULE.at(place, what, "填上完整的网址，或者去掉链接只留文字", page.line(place.line))


def _addresses(page: Page) -> Iterator[tuple[int, str]]:
    for link in page.links:
        yield link.offset, link.target
    for bare in _BARE.finditer(page.prose):
        if not page.prose.endswith("](", 0, bare.start()):
            yield bare.start(), bare["target"]
