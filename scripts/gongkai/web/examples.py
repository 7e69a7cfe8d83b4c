"""Three queries that a home page offers, made of what the site holds.

12345热线办结率是多少, 云江府发〔2023〕2号, 公共停车管理办法.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.web import searching
from gongkai.web.validity import state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gongkai.rows import Row
    from gongkai.web.catalogue import Entry

_LONGEST = 14
# the name in 关于印发《云江县户外广告设施管理办法》的通知, less the place: 户外广告设施管理办法
_NAMED = re.compile(r"《(?:[\u4e00-\u9fff]{1,8}?[省市县区旗州])?(?P<name>[\u4e00-\u9fff]{4,14}?)(?:[（(][^《》]*)?》")
# 关于防范高温中暑的提示 -> 防范高温中暑
_ABOUT = re.compile(
    r"关于(?P<name>[\u4e00-\u9fff]{4,14}?)(?:有关事项|情况|工作)?的(?:通知|公告|通告|提示|公示|决定|意见)$"
)


def examples(documents: Sequence[Entry], rows: Iterable[Row]) -> list[str]:
    """An indicator, a 发文字号 and the subject of a title, as far as there are such; `rows` are those on the page."""
    found = [item for item in documents if searching.is_found(item) and not item.withdrawn]
    rates = sorted((row for row in rows if 0 < len(row.name) <= _LONGEST), key=lambda row: row.unit != "%")
    question = next((f"{row.name}是多少" for row in rates), "")
    numbered = [item for item in found if item.value("发文字号") not in {"", "无"}]
    in_force = [item for item in numbered if (each := state(item)) and each.value == "有效"]
    number = next((item.value("发文字号") for item in in_force or numbered), "")
    subject = _first(_NAMED, found) or _first(_ABOUT, found)
    return [words for words in (question, number, subject) if words]


def _first(name: re.Pattern[str], items: Iterable[Entry]) -> str:
    return next((met["name"] for item in items if (met := name.search(item.title))), "")
