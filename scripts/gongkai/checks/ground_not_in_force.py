"""An answer rests on a document that is no longer in force.

What: 常见问题的“依据”写的文件已经废止、失效或撤下。
Why: 读者照着答复办事。依据没有了，答复多半也变了；这一条在搜索和问答里还排在最前。
Wrong: 依据: [zcwj/2017/0520-guanggao.md]，这份文件写着 有效性: 废止
Right: 按现在有效的文件改写答复，依据: [zcwj/2022/0218-zhaopai.md]，再写上核对日期；不再适用的，写“撤下”
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gongkai.content.faq import Faq
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK312", "ground-not-in-force", Severity.WARNING, __doc__)
_OVER = {"废止": "已经废止", "失效": "已经失效"}


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Grounds of answers that are repealed, expired or withdrawn; an answer that was withdrawn itself is let be."""
    for page in docs.chosen(paths):
        values = page.front.values
        if Faq.label in (values.get("类型"), values.get("type")) and not _withdrawn(values):
            for path in _grounds(values):
                why = _why(docs.pages[path]) if path in docs.pages else ""
                if why:
                    yield _finding(page, path, why)


def _grounds(values: Any) -> list[str]:
    value = values.get("依据") or values.get("grounds") or []
    return [path for path in value if isinstance(path, str)] if isinstance(value, list) else []


def _why(page: Page) -> str:
    values = page.front.values
    if _withdrawn(values):
        return "已经撤下"
    return _OVER.get(str(values.get("有效性") or values.get("validity") or ""), "")


def _withdrawn(values: Any) -> bool:
    return bool(values.get("撤下") or values.get("withdrawn"))


def _finding(page: Page, path: str, why: str) -> Finding:
    place = page.key("依据")
    return RULE.at(place, f"“依据”写的“{path}”{why}", "核对答复，改写现在有效的依据", page.line(place.line))
