"""An anchor stands twice in a page.

What: 同一页里有两处写了同样的位置名（id）。
Why: 链接只能到第一处，第二处永远到不了；读屏软件也会读错。
Wrong: 两个段落都写 <a id="fujian"></a>
Right: 第二个改成 <a id="fujian-2"></a>
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK504", "duplicated-id", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Ids that a page sets more than once; the later ones are reported."""
    for page in docs.chosen(paths):
        first: dict[str, int] = {}
        for name, offset in page.ids:
            place = page.at(offset)
            if name in first:
                what = f"“{name}”在第 {first[name]} 行已经用过"
                yield RULE.at(place, what, "换一个本页没有用过的名字", page.line(place.line))
            else:
                first[name] = place.line
