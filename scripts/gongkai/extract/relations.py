"""Name ranks, growth, comparisons and shares by what they speak of: 认领率98.96%，居全市第1 -> 认领率全市排名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import labels, phrases, vocabulary
from gongkai.extract.carry import Name, last_aside, of_growth, share_part
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.extract.carry import Carry
    from gongkai.extract.changes import Change
    from gongkai.extract.slots import Slot

# 居全市 · 位列全国 · 综合排名全省
_RANKED = re.compile(
    r"(?:并列|分别|均|稳|跃|再次|由|从|连续\S{1,4})?(?:位居|居于|分居|居|位列|分列|列入|列|排名|排在|排位|排|名列|升至|上升到|上升至|升到|"
    r"前移至|进至|进入|跻身|保持|位次|荣获|获得?).*$"
)
# 满意率全省第三 · 由全市第七
_IN_FIELD = re.compile(r"(?:由|从|在)?(?:全[国省市县区州]|世界|全球|中部|西部|东部|长三角).*$")
FIELD = re.compile(
    r"全[国省市县区州盟旗系]统?|世界|全球|中部六省|中部|西部|东部|西北|东北|西南|华东|长三角|珠三角|同类\S{1,4}|设区市|"
    r"地级市|县级市|省会城市|副省级城市"
)
# 在16个设区市 · 参评的126个开发区
_OUT_OF = re.compile(
    r"(?:在|于)?(?:全[国省市县区州])?(?:参[评加考]的?)?(?:\d+|[一二三四五六七八九十]+)(?:个|家)[^，。；]{0,8}?"
    r"(?:[县市区州旗盟]{1,4}|城市|单位|部门|园区|乡镇|街道|企业|高校|学校|医院|网站|省份)(?:[（(][^（）()]*[)）])?(?:(?:之|当)?中)?(?=.{0,8}$)"
)
_PLACES = re.compile(r"(?:\d+|[一二三四五六七八九十]+)?个?[县市区旗州盟镇乡街道（）、]{1,8}")
# 占年度计划的 · 占比
SHARE = re.compile(
    r"^(?P<part>.*?)占(?!地(?![区方])|用|道|有|补|领)(?P<whole>.*?)(?:的)?(?:比重|比例|百分比|比|份额)?(?:[（(][^（）()]*[)）])?(?:由|从)?"
    r"(?:的|达到?|为|约|到|在|超过?|近|提高到|提升到|上升到|保持在|稳定在)*$"
)
# 高于全国平均水平 · 比法定 · 超上年 · 距省定标准尚差
_RELATED = re.compile(
    r"^(?:均|分别|也)?(?:高于|低于|快于|慢于|高出|超出|超过|领先|优于|好于|比|较(?![大小重多高低])|距|离|超(?=上年|去年|计划|目标|全|年)).+$"
)
# 为调整预算的 · 完成年初预算 · 超额完成市下达任务 · 相当于上年
_FULFILLED = re.compile(
    r"^(?:均|分别|已|超额)?(?:完成|为|达到?|实现|相当于|是|超额|超)+(?P<goal>[^，]*?(?:预算|计划|任务|目标|上年|去年|同期|年初|全年|调整|指标|进度|序时)[^，]*)$"
)


# 比全省高 · 较全国平均水平快
_THAN_OTHERS = re.compile(
    r"^(?:比|较)(?:全[国省市县区州]|世界|东部|中部|西部)[^，]{0,10}?(?:高|低|快|慢|多|少)(?:出|了)?$"
)
# 完成年初预算数60999万元的
_GOAL = re.compile(r"(?:预算数?|计划数?|任务数?|目标数?|指标)$")
# 比去年90.78万件减少12.64万件
_BEFORE = re.compile(r"^(?:比|较)(?:上年|去年|上年同期|去年同期|同期)的?$")


def rank(slot: Slot, carry: Carry) -> Name:
    """居全市第1: what was ranked, and among whom."""
    before = slot.before
    field = FIELD.search(before) or (FIELD.search(carry.last) if _lists_ranks(slot, carry) else None)
    match = _RANKED.search(before) or _IN_FIELD.search(before)
    subject = _ranked(before[: match.start()] if match else before)
    if field and not subject and match and field.string == before:
        subject = _ranked_behind(before[field.end() :])
    if vocabulary.is_generic(subject) and carry.level:
        subject = carry.level if subject in carry.level else f"{phrases.noun(carry.level)}{subject}"
    elif not subject or vocabulary.bare(subject):
        subject = share_part(_unranked(of_growth(carry.last)) or last_aside(slot) or carry.topic)
    text = f"{labels.clipped(subject, 26)}{field.group() if field else ''}排名"
    return Name(text, level=False, about=subject)


def _lists_ranks(slot: Slot, carry: Carry) -> bool:
    """Whether the figure goes on a list of ranks: 居全省县域潜力第3、科技创新第6."""
    return slot.joint in ("、", "，", "和") and carry.last.endswith("排名") and not _RANKED.search(slot.before)


def _ranked(text: str) -> str:
    """What is ranked: 我市在全省营商环境评价中 -> 营商环境评价; nothing for 在全市16个区县中."""
    text = _OUT_OF.sub("", re.sub(r"(?:之中|当中|中|里|内)$", "", phrases.trimmed(text)))
    text = re.sub(r"^(?:我[省市县区局])?在?(?:全[国省市县区州盟旗系]统?)?", "", text)
    return "" if _PLACES.fullmatch(text) else phrases.trimmed(text)


def _ranked_behind(text: str) -> str:
    """What is ranked when it stands behind the field: 居全国百强县投资潜力第3 -> 百强县投资潜力."""
    text = _ranked(text)
    return text if len(text) >= 4 and not _PLACES.search(text[-2:]) else ""


def _uncompared(name: str) -> str:
    """The name without what it was compared with: 增速高于全国 -> 增速."""
    return re.sub(r"(?:高于|低于|高出|快于|慢于|比|超)(?:全[国省市县区州]|世界|东部|中部|西部).*$", "", name) or name


def _unranked(name: str) -> str:
    """The name without the rank that was told of it: 网站全国排名前进 -> 网站."""
    return re.sub(rf"(?:{FIELD.pattern})?排名.*$", "", name) or name


def changed(slot: Slot, change: Change, carry: Carry) -> Name:
    """民间投资增长; with nothing before the verb, what the text spoke of last."""
    subject, verb = change.subject, change.verb
    than = _THAN_OTHERS.match(phrases.led(slot.before))
    if than and carry.last:
        base = _uncompared(_unranked(of_growth(carry.last)))
        return Name(f"{base}{than.group()}", direction=change.direction, level=False, about=carry.level)
    if subject and _RELATED.match(subject):
        return Name(f"{of_growth(carry.last)}{subject}{verb}", direction=change.direction, level=False)
    if not subject or vocabulary.bare(subject):
        points = "百分点" in slot.figure.unit
        base = of_growth(carry.last) if points and carry.last else _unranked(carry.spoken)
        base = carry.last if _of_rank(slot, carry) else base
        base = (
            base if points and base.endswith(("占比", "比重")) else share_part(base or last_aside(slot) or carry.topic)
        )
        if subject and subject in base and not base.endswith(f"({subject})"):
            base = ""
        subject = f"{base}{subject}" if subject and subject not in base else base
    elif vocabulary.is_generic(subject) and carry.level:
        subject = f"{phrases.noun(carry.level)}{subject}"
    return Name(f"{subject}{verb}", direction=change.direction, level=False, about=subject)


def _of_rank(slot: Slot, carry: Carry) -> bool:
    """Whether a change tells of places in an order: 居全省第5位、较上年前移2位."""
    return carry.last.endswith("排名") and slot.figure.unit in ("位", "名", "个位次", "位次", "个名次")


def relation(slot: Slot, carry: Carry) -> Name | None:
    """高于全国平均水平2.3个百分点, 为调整预算的100.4%: what was named last, and how it compares."""
    before = phrases.led(slot.before)
    if not carry.last:
        return None
    if _BEFORE.search(before) and slot.figure.kind in (FigureKind.COUNT, FigureKind.AMOUNT):
        return Name(f"{carry.spoken or carry.last}(上年)", level=False)
    if _RELATED.match(before):
        said = re.sub("^(?:比|较)(?=提前|推迟|延后|多|少|增|减)", "", before)
        return Name(f"{_uncompared(_unranked(of_growth(carry.last)))}{phrases.tailed(said) or said}", level=False)
    return _of_whole(carry) if _of_last(slot) else _of_goal(slot, carry)


def _of_last(slot: Slot) -> bool:
    """Whether the figure is a share of the figure before it: 完成年初预算数60999万元的40.4%."""
    return slot.figure.kind is FigureKind.RATE and slot.before == "的"


def _of_whole(carry: Carry) -> Name | None:
    """The share of what was named last in what was named before it, or of a goal that it fulfils."""
    if _GOAL.search(carry.last):
        return Name(f"{carry.last}完成率", level=False)
    if len(carry.recent) < 2:
        return None
    part, whole = carry.names[-2:]
    return Name(f"{labels.clipped(part, 16)}占{whole.removeprefix('占')[:10]}比重", level=False)


def _of_goal(slot: Slot, carry: Carry) -> Name | None:
    """完成年初预算的40.4%: how far the thing spoken of has come."""
    match = _FULFILLED.match(slot.before)
    if match is None:
        return None
    goal = phrases.tailed(match["goal"])[:12]
    amount = slot.figure.kind is FigureKind.AMOUNT and _GOAL.search(goal)
    verb = "相当于" if slot.figure.unit == "倍" else "" if amount else "完成"
    return Name(f"{labels.clipped(carry.spoken or carry.last, 28 - len(goal))}{verb}{goal}", level=False)


def share(slot: Slot, carry: Carry) -> Name | None:
    """占年度计划的104.6%: whose share of what."""
    before = phrases.led(slot.before)
    match = SHARE.match(before)
    if match is None or slot.figure.kind not in (FigureKind.RATE, FigureKind.CHANGE):
        return None
    part = phrases.trimmed(match["part"])
    whole = phrases.trimmed(match["whole"])
    if not part or vocabulary.is_generic(part):
        aside = last_aside(slot)
        part = aside if aside and not carry.recent else carry.spoken or carry.last or carry.topic
        part = part if part.endswith(")") else phrases.noun(part)
    part = labels.clipped(part, max(14, 27 - len(whole)))
    return Name(f"{part}占{whole}比重" if whole else f"{part}占比", level=False)
