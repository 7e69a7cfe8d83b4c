"""A value in the metadata of a page is missing or not of its kind.

What: 页面开头的信息里，必填的没有填，或者值的写法不对（日期、列表、只能选几个词的）。
Why: 列表、排序、有效性和数据下载都靠这些值；写法不对就不能用。
Wrong: 发布日期: 2023年1月20日
Right: 发布日期: 2023-01-20
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from gongkai import dates
from gongkai.content import TYPES, Item
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK303", "front-matter-value", Severity.ERROR, __doc__)

# pydantic's kind of fault -> (flaw, cure)
_WORDS = {
    **dates.WORDS,
    "missing": ("没有填", "补上这一项"),
    "string_too_short": ("是空的", "填上内容"),
    "string_pattern_mismatch": ("写法不对", "日期写成 2023-01-20，带时刻写成 2023-01-20 09:30，没有的写 无"),
    "string_type": ("应当是文字", "给这个值加英文引号"),
    "int_type": ("应当是整数", "只写数字，不加引号和单位"),
    "int_parsing": ("应当是整数", "只写数字，不加引号和单位"),
    "int_from_float": ("应当是整数", "只写数字，不加小数"),
    "bool_type": ("应当是 true 或 false", "改成 true 或 false"),
    "bool_parsing": ("应当是 true 或 false", "改成 true 或 false"),
    "tuple_type": ("应当是列表", "写成 [甲, 乙]，或每项另起一行以“- ”开头"),
    "model_type": ("应当是几行“键: 值”", "对照发布手册改正"),
    "too_long": ("项数太多", "减少几项"),
    "extra_forbidden": ("是不认识的键", "改成认识的写法，或删去"),
}


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Front matter that its type's model does not accept; a page without any is left to MkDocs."""
    for page in docs.chosen(paths):
        values = page.front.values
        if not values:
            continue
        model = TYPES.get(str(page.type), Item)
        try:
            model.model_validate(values)
        except ValidationError as error:
            faults = [fault for fault in error.errors() if not _unknown_key(fault)]
            yield from _findings(page, faults)


def _unknown_key(fault: Any) -> bool:
    """A key of the page itself that is not known; GK302 tells of it."""
    return fault["type"] == "extra_forbidden" and len(fault["loc"]) == 1


def _findings(page: Page, faults: list[Any]) -> Iterator[Finding]:
    """One finding a key: a value that may be one of several kinds is refused once for each."""
    told: set[str] = set()
    for fault in faults:
        key = str(fault["loc"][0]) if fault["loc"] else ""
        if key in told:
            continue
        told.add(key)
        path = " › ".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"] if part != "str")
        what, mend = _WORDS.get(fault["type"], ("的值不对", "对照发布手册改正"))
        if fault["type"] == "literal_error":
            what, mend = "不是可选的词", f"从这些里选：{fault['ctx']['expected'].replace(' or ', ', ')}"
        place = page.key(key)
        yield RULE.at(place, f"“{path}”{what}", mend, page.line(place.line))
