"""A policy document does not say whether it is in force, or since when and by what it is not.

What: 政策文件没有写“有效性”，或写了不是“有效”却没有写从哪一天起、依据什么。
Why: 读者要凭它办事。页面上的有效性标识、横幅和清单都照这几项做，程序不按当天日期推算。
Wrong: 有效性: 废止
Right: 有效性: 废止，再写 失效日期: 2022-03-01 和 失效依据: zcwj/2022/0225-feizhi.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.content import TYPES
from gongkai.content.policy import Policy
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK304", "validity-incomplete", Severity.WARNING, __doc__)

# 有效性 -> what must stand beside it, one key of each group
_WANTED: dict[str, tuple[tuple[str, ...], ...]] = {
    "尚未施行": (("施行日期",),),
    "已修改": (("修改",),),
    "失效": (("失效日期", "有效期至"),),
    "废止": (("失效日期",), ("失效依据",)),
}


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Policy documents whose 有效性 is missing or stands alone."""
    for page in docs.chosen(paths):
        model = TYPES.get(page.type) if isinstance(page.type, str) else None
        if model and issubclass(model, Policy):
            yield from _findings(page)


def _findings(page: Page) -> Iterator[Finding]:
    values = page.front.values
    aliases = {field.alias: name for name, field in Policy.model_fields.items()}
    state = str(values.get("有效性") or values.get("validity") or "")
    if not state:
        yield RULE.at(
            page.key("类型"), "没有写“有效性”", "写上 有效性: 有效，或 部分有效、尚未施行、已修改、失效、废止"
        )
    for group in _WANTED.get(state, ()):
        if not any(values.get(key) or values.get(aliases[key]) for key in group):
            place = page.key("有效性")
            words = "或".join(f"“{key}”" for key in group)
            yield RULE.at(place, f"写了“{state}”，没有写{words}", f"补上{words}", page.line(place.line))
