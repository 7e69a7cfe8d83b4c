"""Read growth and loss: “优秀率比上年提高4.6个百分点” -> 优秀率, 提高, up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongkai import words
from gongkai.extract import phrases
from gongkai.model import Direction

# 了 and 幅度达 between the verb and the figure
_FILLED = re.compile(r"(?:了|(?<!节)约|幅度|率|达到?|为|均|近|：|将|超过|逾|接近|各|分别|也|又|再|\s)+$")
# 比上年 · 较去年同期 · 同比 · 与上年相比
_COMPARED = re.compile(
    r"(?:同比|环比|年均|(?:较|比|与|同)[^，；、]{0,12}?(?:上年|去年|前年|同期|上月|上周|上半年|季度|年初|年末|年底|上一年|上季度|期初|期末|以前|之前|"
    r"过去|往年|\d{4}年?|全国|全省|全市|全县|均值|平均(?:水平)?|水平|计划|目标|预期|相比|增速|速度)(?:同期|同月|同口径|年度|年末|年底|末|底|初|度|份|时|的|水平|平均|均值|增速|增幅|增长|数)*)(?:相比)?$"
)
# 较上月办件
_COMPARED_FIRST = re.compile(
    r"^(?:较|比|与|同)(?:上年|去年|上月|上周|上年度|上季度|年初|往年)(?:同期|末|底|相比)?(?!同期|[末底]|相比|水平|平均)(?=[一-龥]{2})"
)
_ADVERBS = re.compile(
    r"(?:同比|环比|(?:剔除|扣除)[^，。；]{1,20}?后|同口径|可比口径|按可比价格?计算|按可比价格?|可比价?|按\S{1,4}价格?计算|平均|累计|总体|实际|年均|日均|月均|净|再|又|各|均|分别|持续|连续|大幅|明显|显著|比例|数量|新|逐年|已|共|将|可|预计|进一步|只|仅|合计|下|、|，)+$"
)


_THAN = re.compile(r"(?:增速|增幅)?(?:比|较|高于|低于|高出|快于|慢于)[^（）()]+$")


@dataclass(frozen=True, slots=True)
class Change:
    """A clause before a figure that tells of growth or loss."""

    subject: str
    """What grew; empty when the clause does not say."""
    verb: str
    """增长, 下降 ..."""
    direction: Direction | None


def change(before: str) -> Change | None:
    """The change that the words before a figure tell of; None when they tell of none."""
    text = _FILLED.sub("", before)
    verb = next((text[-n:] for n in range(min(6, len(text)), 0, -1) if text[-n:] in _verbs()), "")
    if not verb:
        return None
    return Change(subject(text[: -len(verb)]), verb, _verbs()[verb])


def subject(text: str) -> str:
    """What grew, without what it is compared with: 民间投资比上年同期 -> 民间投资."""
    text = _COMPARED_FIRST.sub("", text)
    while True:
        shorter = _ADVERBS.sub("", _COMPARED.sub("", text))
        shorter = shorter if len(shorter) < len(text) else text.rstrip("较比与同")
        if shorter == text:
            return phrases.trimmed(text)
        text = shorter


def unchanged(name: str) -> str:
    """The thing that a growth's name speaks of: 工业增加值增长, 工业增加值增速比全省快 -> 工业增加值."""
    name = _THAN.sub("", name) or name
    verb = next((name[-n:] for n in range(min(6, len(name) - 2), 1, -1) if name[-n:] in _verbs()), "")
    return name.removesuffix(verb)


def direction(before: str) -> Direction | None:
    """Up or down, by the last word of change in the text."""
    found = change(before)
    if found:
        return found.direction
    ups = [
        (text.rfind(word), way)
        for text in (before[-24:],)
        for word, way in _verbs().items()
        if len(word) > 1 and word in text
    ]
    return max(ups, key=lambda pair: pair[0])[1] if ups else None


@cache
def _verbs() -> dict[str, Direction | None]:
    return {entry.word: Direction(entry["direction"]) for entry in words.load("directions")["changes"]}
