"""Name ranks, growth, comparisons and shares by what they speak of: 认领率98.96%，居全市第1 -> 认领率全市排名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import phrases
from gongkai.extract.carry import last_aside, of_growth, share_part
from gongkai.extract.own import noun_after
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.extract.carry import Carry
    from gongkai.extract.slots import Slot

# 居全市 · 位列全国 · 综合排名全省
_RANKED = re.compile(
    r"(?:并列|分别|均|稳|跃|再次|连续\S{1,4})?(?:位居|居于|居|位列|列入|列|排名|排在|排位|排|名列|升至|上升到|上升至|升到|前移至|进至|进入|跻身|保持|位次|荣获|获得?|"
    r"(?=全[国省市县区州]|世界|全球|中部|西部|东部|长三角)).*$"
)
FIELD = re.compile(
    r"全[国省市县区州盟旗系]统?|世界|全球|中部六省|中部|西部|东部|西北|东北|西南|华东|长三角|珠三角|同类\S{1,4}|地级市|县级市|省会城市|副省级城市"
)
# 占年度计划的 · 占比
SHARE = re.compile(
    r"^(?P<part>.*?)占(?!比|地|用|道|有|补|领)(?P<whole>.*?)(?:的)?(?:比重|比例|比|份额)?(?:的|达到?|为|约|到|在|超过?|近|提高到|提升到|上升到)*$"
)
_RELATED = re.compile(r"^(?:均|分别|也)?(?:高于|低于|快于|慢于|高出|超出|超过|领先|优于|好于|比|较).*$")


def rank(slot: Slot, carry: Carry) -> str:
    """居全市第1: what was ranked, and among whom."""
    before = phrases.flat(slot.before)
    field = FIELD.search(before)
    match = _RANKED.search(before)
    subject = phrases.trimmed(before[: match.start()] if match else before)
    subject = re.sub(r"(?:在|于)$", "", subject)
    if not subject or phrases.bare(subject):
        subject = of_growth(carry.last) or last_aside(slot) or carry.topic
        subject = share_part(subject)
    elif phrases.is_generic(subject):
        subject = f"{phrases.noun(carry.level)}{subject}" if subject not in carry.level else carry.level
    return f"{phrases.clipped(subject, 22)}{field.group() if field else ''}排名"


def changed(slot: Slot, subject: str, verb: str, carry: Carry) -> str:
    """民间投资增长; with nothing before the verb, what the text spoke of last."""
    if subject and _RELATED.match(subject):
        return f"{carry.last}{subject}{verb}"
    if not subject or phrases.bare(subject):
        points = "百分点" in slot.figure.unit
        base = of_growth(carry.last) if points and carry.last else carry.level or carry.last
        base = base or last_aside(slot) or carry.topic
        subject = f"{share_part(base)}{subject}" if subject and subject not in base else base
    elif phrases.is_generic(subject) and carry.level:
        subject = f"{phrases.noun(carry.level)}{subject}"
    after = noun_after(slot)
    if len(verb) <= 1 or (verb in ("增加", "减少", "新增", "净增") and after and not subject):
        return f"{subject}{verb}{after}" if len(verb) > 1 else f"{verb}{subject}" if not subject else f"{subject}{verb}"
    return f"{subject}{verb}"


def relation(slot: Slot, carry: Carry) -> str:
    """高于全国平均水平2.3个百分点: what was named last, and the comparison."""
    before = phrases.led(phrases.flat(slot.before))
    if slot.figure.unit not in ("个百分点", "百分点", "倍", "元", "%") or not _RELATED.match(before) or not carry.last:
        return ""
    return f"{of_growth(carry.last)}{phrases.tailed(before)}"


def share(slot: Slot, carry: Carry) -> str:
    """占年度计划的104.6%: whose share of what."""
    before = phrases.led(phrases.flat(slot.before))
    match = SHARE.match(before)
    if match is None or slot.figure.kind not in (FigureKind.RATE, FigureKind.CHANGE):
        return ""
    part = phrases.trimmed(match["part"])
    whole = phrases.trimmed(match["whole"])
    if not part or phrases.is_generic(part):
        part = phrases.noun(carry.level) if carry.total is None and not carry.level.endswith("占比") else carry.level
        part = part or last_aside(slot) or carry.topic
    return f"{phrases.clipped(part, 18)}占{whole}比重" if whole else f"{part}占比"
