"""A page has nothing to read.

What: 页面除了标题没有正文。
Why: 读者点进来什么也看不到。多半是忘了粘贴，或者只建了文件还没有写。
Wrong: 通知.md 里只有“# 通知”一行
Right: 写上正文；还不公开的，先不要放进 docs/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.content import TYPES
from gongkai.content.column import Column
from gongkai.content.data import Data
from gongkai.content.home import Home
from gongkai.content.page import Elder, Map
from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs, Page

RULE = Rule("GK308", "page-empty", Severity.WARNING, __doc__)
_MADE = (Home, Column, Data, Map, Elder)
"""Types whose pages the site fills itself."""
_WITHDRAWN = ("撤下", "withdrawn")
# # 关于换领证件的通知 · <!-- 备注 -->
_NO_TEXT = re.compile(r"^ {0,3}#[ \t][^\n]*$|<!--.*?-->", re.DOTALL | re.MULTILINE)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Pages without a word below their title, but for those that are filled when the site is built."""
    for page in docs.chosen(paths):
        if not page.fault and not _is_filled(page) and not _NO_TEXT.sub("", page.front.body).strip():
            place = Place(page.file, page.front.body_line)
            yield RULE.at(place, "这一页没有正文", "写上正文；还不公开的，移出 docs/")


def _is_filled(page: Page) -> bool:
    model = TYPES.get(str(page.type))
    made = page.path == "index.md" or (model is not None and issubclass(model, _MADE))
    return made or any(page.front.values.get(key) for key in _WITHDRAWN)
