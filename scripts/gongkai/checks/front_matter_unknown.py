"""The metadata of a page has a key or a type that Gongkai does not know.

What: 页面开头的信息里有不认识的键，或者“类型”不在已有的类型里。
Why: 不认识的键多半是写错了字，它的内容不会出现在页面上，也没有人发现。
Wrong: 发布日其: 2023-01-20
Right: 发布日期: 2023-01-20
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.content import TYPES, known
from gongkai.errors import nearest
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK302", "front-matter-unknown", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Types that are none of `content.TYPES`, and keys that the page's type does not have."""
    for page in docs.chosen(paths):
        values = page.front.values
        said = page.type
        name = said if isinstance(said, str) else ""
        if name not in TYPES and said not in ("", None):
            what = f"没有“{name}”这种类型" if name else "“类型”应当是一个词"
            yield _finding(page, "类型" if "类型" in values else "type", what, name, TYPES)
        allowed = known(TYPES[name]) if name in TYPES else _every_key()
        for key in values:
            if key not in allowed:
                yield _finding(page, key, f"没有“{key}”这个键", key, allowed)


def _every_key() -> frozenset[str]:
    """Keys of all types, for a page whose type is not given."""
    return frozenset().union(*(known(model) for model in TYPES.values()))


def _finding(page: Page, key: str, what: str, word: str, choice: object) -> Finding:
    place = page.key(key)
    guess = nearest(word, sorted(choice))  # type: ignore[call-overload]
    return RULE.at(place, f"{what}{guess or '。'}", "改成认识的写法，或删去这一行", page.line(place.line))
