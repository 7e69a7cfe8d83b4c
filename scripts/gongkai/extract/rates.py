"""Say of what a bare rate speaks: “12345热线信息4924件，办结率98.8%” -> 12345热线信息办结率."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import labels, phrases, vocabulary
from gongkai.extract.changes import unchanged

if TYPE_CHECKING:
    from gongkai.extract.carry import Carry
    from gongkai.extract.slots import Slot

_LONGEST = 22
"""Characters that the thing before a rate may have."""
# 主动评价数量 · 公路养护总里程
_MEASURE = re.compile(r"(?<=...)(?:数量|总数|人次|人数|总?里程|数|量)$")


def is_rate(name: str) -> bool:
    """Whether a name tells a share or degree and not a thing: 网办率, 满意度."""
    return name.endswith(("率", "比例", "比重", "占比", "度", "覆盖面", "比"))


def of_thing(rate: str, slot: Slot, carry: Carry) -> str:
    """A bare rate with the thing that the sentence has named: 办结率 -> 12345热线信息办结率."""
    if not vocabulary.needs_thing(rate):
        return rate
    act = rate.removesuffix("率")
    thing = _beside(slot, carry) or _acted_on(act, carry) or _last_thing(act, carry)
    thing = labels.clipped(_MEASURE.sub("", labels.concrete(thing)), _LONGEST)
    return rate if len(thing) < 2 or is_rate(thing) or _only_acts(thing) else f"{thing}{rate}"


def _only_acts(text: str) -> bool:
    """Whether a phrase is a verb or two: 查处; but not 财政投资评审送审."""
    return len(text) < 4 and vocabulary.bare(text.rstrip("并和及")) and not vocabulary.is_noun_too(text)


def _acted_on(act: str, carry: Carry) -> str:
    """The thing whose name tells what was done to it: 认领监管事项 of 认领率, 隐患(整改) of 整改率."""
    for name in reversed(carry.lately):
        head, found, tail = (name if name.endswith(act) else unchanged(name)).partition(act)
        if not found or is_rate(name):
            continue
        if _only_acts(phrases.trimmed(head)):
            return phrases.noun(name).removeprefix(act)
        return phrases.trimmed(f"{head.rstrip('(')}{tail.lstrip(')').partition('(')[0]}")
    return ""


def _beside(slot: Slot, carry: Carry) -> str:
    """What the share or rate just before speaks of: 企业自查隐患占比四成、整改率90%; 污水收集率68%、处理率96%."""
    part, found, _ = carry.last.partition("占比")
    if found:
        return part
    head = vocabulary.shared_head(carry.last)
    return carry.last.removesuffix(head) if slot.joint in ("、", "，") and head.endswith("率") else ""


def _last_thing(act: str, carry: Carry) -> str:
    """The latest thing that the sentence has counted."""
    for name, unit in reversed(carry.recent):
        if is_rate(name) or unit.endswith("元"):
            continue
        thing = phrases.noun(name).removesuffix(act)
        if thing:
            return thing
    return ""
