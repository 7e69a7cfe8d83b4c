"""Name ranks, growth, comparisons and shares by what they speak of: 认领率98.96%，居全市第1 -> 认领率全市排名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import phrases
from gongkai.extract.carry import Name, last_aside, of_growth, share_part
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.extract.carry import Carry
    from gongkai.extract.changes import Change
    from gongkai.extract.slots import Slot

# 居全市 · 位列全国 · 综合排名全省
_RANKED = re.compile(
    r"(?:并列|分别|均|稳|跃|再次|由|从|连续\S{1,4})?(?:位居|居于|居|位列|列入|列|排名|排在|排位|排|名列|升至|上升到|上升至|升到|"
    r"前移至|进至|进入|跻身|保持|位次|荣获|获得?).*$"
)
# 满意率全省第三 · 由全市第七
_IN_FIELD = re.compile(r"(?:由|从|在)?(?:全[国省市县区州]|世界|全球|中部|西部|东部|长三角).*$")
FIELD = re.compile(
    r"全[国省市县区州盟旗系]统?|世界|全球|中部六省|中部|西部|东部|西北|东北|西南|华东|长三角|珠三角|同类\S{1,4}|"
    r"地级市|县级市|省会城市|副省级城市"
)
# 占年度计划的 · 占比
SHARE = re.compile(
    r"^(?P<part>.*?)占(?!地|用|道|有|补|领)(?P<whole>.*?)(?:的)?(?:比重|比例|比|份额)?"
    r"(?:的|达到?|为|约|到|在|超过?|近|提高到|提升到|上升到|保持在|稳定在)*$"
)
# 高于全国平均水平 · 比法定 · 超上年 · 距省定标准尚差
_RELATED = re.compile(
    r"^(?:均|分别|也)?(?:高于|低于|快于|慢于|高出|超出|超过|领先|优于|好于|比|较|距|离|超(?=上年|去年|计划|目标|全|年)).+$"
)
# 为调整预算的 · 完成年初预算 · 超额完成市下达任务 · 相当于上年
_FULFILLED = re.compile(
    r"^(?:均|分别|已|超额)?(?:完成|为|达到?|实现|相当于|是|超额|超)+(?P<goal>[^，]*?(?:预算|计划|任务|目标|上年|去年|同期|年初|全年|调整|指标|进度|序时)[^，]*)$"
)


def rank(slot: Slot, carry: Carry) -> Name:
    """居全市第1: what was ranked, and among whom."""
    before = phrases.flat(slot.before)
    field = FIELD.search(before)
    match = _RANKED.search(before) or _IN_FIELD.search(before)
    subject = _ranked(before[: match.start()] if match else before)
    if phrases.is_generic(subject) and carry.level:
        subject = carry.level if subject in carry.level else f"{phrases.noun(carry.level)}{subject}"
    elif not subject or phrases.bare(subject):
        subject = share_part(of_growth(carry.last) or last_aside(slot) or carry.topic)
    text = f"{phrases.clipped(subject, 22)}{field.group() if field else ''}排名"
    return Name(text, subject=phrases.noun(carry.level), level=False, about=subject)


def _ranked(text: str) -> str:
    """What is ranked: 我市在全省营商环境评价中 -> 营商环境评价; nothing for 在全市16个区县中."""
    text = re.sub(r"(?:之中|当中|中|里|内)$", "", phrases.trimmed(text))
    text = re.sub(r"^(?:我[省市县区局])?在?(?:全[国省市县区州盟旗系]统?)?", "", text)
    return (
        ""
        if re.fullmatch(r"(?:\d+|[一二三四五六七八九十]+)?个?[县市区旗州盟镇乡街道（）、]{1,8}", text)
        else phrases.trimmed(text)
    )


def changed(slot: Slot, change: Change, carry: Carry) -> Name:
    """民间投资增长; with nothing before the verb, what the text spoke of last."""
    subject, verb = change.subject, change.verb
    if subject and _RELATED.match(subject):
        return Name(f"{of_growth(carry.last)}{subject}{verb}", direction=change.direction, level=False)
    if not subject or phrases.bare(subject):
        points = "百分点" in slot.figure.unit
        base = of_growth(carry.last) if points and carry.last else carry.spoken
        base = share_part(base or last_aside(slot) or carry.topic)
        subject = f"{base}{subject}" if subject and subject not in base else base
    elif phrases.is_generic(subject) and carry.level:
        subject = f"{phrases.noun(carry.level)}{subject}"
    return Name(f"{subject}{verb}", direction=change.direction, level=False, about=subject)


def relation(slot: Slot, carry: Carry) -> Name | None:
    """高于全国平均水平2.3个百分点, 为调整预算的100.4%: what was named last, and how it compares."""
    before = phrases.led(phrases.flat(slot.before))
    if not carry.last:
        return None
    if _RELATED.match(before):
        said = re.sub("^(?:比|较)(?=提前|推迟|延后|多|少|增|减)", "", before)
        return Name(f"{of_growth(carry.last)}{phrases.tailed(said) or said}", level=False)
    if slot.figure.kind is FigureKind.RATE and phrases.flat(slot.before) == "的" and len(carry.recent) > 1:
        part, whole = carry.names[-2:]
        return Name(f"{phrases.clipped(part, 16)}占{whole.removeprefix('占')[:10]}比重", level=False)
    match = _FULFILLED.match(phrases.flat(slot.before))
    if match:
        goal = phrases.tailed(match["goal"])
        base = carry.spoken or carry.last
        verb = "相当于" if slot.figure.unit == "倍" else "完成"
        return Name(f"{phrases.clipped(base, 28 - len(goal[:12]))}{verb}{goal[:12]}", level=False)
    return None


def share(slot: Slot, carry: Carry) -> Name | None:
    """占年度计划的104.6%: whose share of what."""
    before = phrases.led(phrases.flat(slot.before))
    match = SHARE.match(before)
    if match is None or slot.figure.kind not in (FigureKind.RATE, FigureKind.CHANGE):
        return None
    part = phrases.trimmed(match["part"])
    whole = phrases.trimmed(match["whole"])
    if not part or phrases.is_generic(part):
        aside = last_aside(slot)
        part = aside if aside and not carry.recent else carry.last or carry.topic
        part = part if part.endswith(")") else phrases.noun(part)
    part = phrases.clipped(part, 18)
    return Name(f"{part}占{whole}比重" if whole else f"{part}占比", level=False)
