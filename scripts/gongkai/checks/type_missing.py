"""A page does not say what it is.

What: 页面开头没有信息，或者没有写“类型”。
Why: 列表和栏目只收写明类型的文件，这一页不会出现在任何列表里，读者只能靠链接找到它。
Wrong: 页面第一行就是正文
Right: 开头两行 --- 之间写“标题: 关于换领证件的通知”和“类型: 通知公告”；不进列表的写“类型: 页面”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK307", "type-missing", Severity.WARNING, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Pages without 类型; one whose head cannot be read has its own finding."""
    for page in docs.chosen(paths):
        if page.fault or page.type not in (None, ""):
            continue
        if page.front.values:
            what, mend = "没有写“类型”，这一页不会出现在列表里", "加一行“类型: 通知公告”等；不进列表的写“类型: 页面”"
        else:
            what = "开头没有标题和类型，这一页不会出现在列表里"
            mend = "在最前面加两行 ---，中间写“标题: …”和“类型: 通知公告”等；不进列表的写“类型: 页面”"
        yield RULE.at(Place(page.file, 1), what, mend)
