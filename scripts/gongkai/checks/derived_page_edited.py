"""A converted page was edited by hand.

What: 由报告转换出来的页面，正文与转换时写下的不一样。
Why: 报告再转换时这一页不会更新，页面和报告从此对不上。
Wrong: 直接在 docs/fzzf/2022/…/index.md 里改一个指标的名称
Right: 在 seeds/ 里同名的 .yml 文件写“指标修正”，再运行 gongkai convert
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.derived import derived_pages
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK611", "derived-page-edited", Severity.WARNING, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Converted pages whose body no longer has the checksum that convert wrote."""
    for made in derived_pages(docs, paths):
        if not made.body_holds:
            mend = "把改动写进 seeds/ 里同名的 .yml 文件，再运行 gongkai convert --force"
            yield RULE.at(made.page.key("正文校验"), "这个转换出来的页面被人改过", mend)
