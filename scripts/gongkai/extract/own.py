"""Name a figure by the noun of its own clause, or by what was named before: 新建普通高中11所 -> 新建普通高中."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import labels, phrases, vocabulary
from gongkai.extract.carry import SHARES, Name, last_aside
from gongkai.extract.rates import is_rate, of_thing
from gongkai.extract.slots import SHARED
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.extract.carry import Carry
    from gongkai.extract.slots import Slot

_TOTALLED = re.compile(r"共计|合计|总计|共|累计|总共|一共|总数")
# 由56个 · 从上年的52件 · 由全市第七
ORIGIN = re.compile(
    r"(?:由|从)(?:(?:上年|去年|前年|年初|原来|此前|过去|之前|最初|原先|往年|以前|期初|法定|承诺|规定|原定|全[国省市县区]|\d{4}年)"
    r"[^，]{0,4}的?|[^，的]{1,6}的|的)?$"
)
_AMONG = re.compile(r"(?:当中|(?<![高初集空途城其])中|里|(?<![省市县区国境室校院])内)(?:，)?(?:有|仍有|尚有|已有)?$")
_PREPOSITIONS = ("对", "向", "为", "给", "以", "由", "将", "把", "从", "按")
_TIMES = ("次", "轮次", "场次", "轮", "批次")
_MEASURED = {
    "人次": "人次",
    "公里": "里程",
    "亩": "面积",
    "平方米": "面积",
    "元": "金额",
    "人": "人数",
    "户": "户数",
    "吨": "重量",
}


def own(slot: Slot, carry: Carry) -> Name:
    """The noun of the figure's own clause, or what the clause says of the thing named before."""
    raw = slot.before
    phrase = phrases.led(phrases.tailed(ORIGIN.sub("", phrases.tailed(phrases.led(raw)))))
    after = noun_after(slot)
    costs = _costs(slot, phrase, after)
    if costs:
        return Name(costs)
    split = bool(carry.last) and (slot.joint == "其中" or slot.inner or follows_part(slot, carry))
    among = _AMONG.search(raw)
    if among and phrase and (slot.joint in ("", SHARED) or among.group().endswith("有")):
        return Name(f"{re.sub('(?:当中|中|里|内)$', '', phrase)}{said_after(slot)}")
    if (slot.joint == SHARED or phrase in _PREPOSITIONS) and after:
        phrase = ""
    if phrase and not vocabulary.bare(phrase) and len(phrase) > 1:
        given = _labelled(slot, _named(raw, phrase, after))
        text = _generic(carry, given)
        parted = split or _rate_of_parts(slot, phrase, carry)
        text = _in_parts(slot, text, carry) if parted else text
        whole = of_thing(text, slot, carry) if slot.figure.kind is FigureKind.RATE else text
        level = not split and (text == given or not carry.recent)
        told = slot.figure.kind is not FigureKind.RATE
        return Name(whole, whole.removesuffix(text), split=split, told=told, level=level)
    if after and not (split and not phrase):
        text = phrases.unlit(f"{'' if vocabulary.light(phrase) else phrase}{after}")
        return Name(text, split=split, level=not split)
    text = _carried_name(slot, phrase, carry)
    return Name(text, split=split, level=not split)


# 总投资21.18亿元的新型锂盐项目
_INVESTED = re.compile(r"(?P<what>(?:总|计划|估算|概算)?(?:总?投资|造价|概算))$")
# 按每生每年600元的标准落实公用经费
_STANDARD = re.compile(
    r"^的?标准(?:足额|全额|及时|落实|拨付|发放|安排|给予|补助|核拨|补贴|提供|下达|筹集)*(?P<thing>[^，。；]*)"
)


def _costs(slot: Slot, phrase: str, after: str) -> str:
    """The name of what a thing costs, when the thing stands behind the amount; empty when it does not."""
    if slot.figure.kind is not FigureKind.AMOUNT:
        return ""
    standard = _STANDARD.match(slot.after)
    if standard:
        thing = phrase or phrases.trimmed(standard["thing"])
        return f"{thing.removesuffix('标准')}标准" if thing else ""
    invested = _INVESTED.search(phrase)
    return f"{after}{invested['what']}" if invested and slot.after.startswith("的") and len(after) > 2 else ""


def follows_part(slot: Slot, carry: Carry) -> bool:
    """Whether the figure goes on with the parts that 其中 opened: 其中维持15件、撤销4件."""
    if carry.whole is None or slot.figure.unit != carry.whole_unit or slot.joint == "其中":
        return False
    if slot.joint in ("；", ";"):
        return carry.whole_open
    return slot.joint in ("、", "和", "及", "与") or (slot.joint in ("，", ",") and len(slot.before) <= 7)


def _generic(carry: Carry, text: str) -> str:
    """A name that says too little, with what the sentence is about: 总投资 -> 高速公路改扩建项目总投资."""
    if not vocabulary.is_generic(text):
        return text
    things = [name for name in carry.names if not is_rate(name)]
    base = carry.theme or (phrases.noun(things[-1]) if things else "")
    if not base or text in base or vocabulary.is_generic(base) or vocabulary.bare(base):
        return text
    head = "" if text in ("增速", "增幅", "降幅") else vocabulary.shared_head(base)
    base = (
        base.removesuffix(head)
        if head and len(base) - len(head) >= 2 and head not in ("项目", "工程", "企业")
        else base
    )
    return f"{labels.clipped(base, 20)}{text}"


def _named(raw: str, phrase: str, after: str) -> str:
    """Phrase before and noun behind the figure, the one that names it or both."""
    phrase = phrases.unlit(phrase)
    if not after:
        return phrase
    if raw.endswith("等"):
        return after if len(after) > 3 else f"{re.split('、|和|，', phrase)[0]}等{after}"
    if len(phrase) + len(after) > 26 or (raw.endswith("的") and len(after) > 3):
        return after if len(after) > 1 else phrase
    return phrases.unlit(f"{phrase}{after}")


# 1条差评已整改
_ALREADY = re.compile(r"^(?:已经|已|均|都|全部|全面|全)+")
# 突破3000亿元大关, 60个工作日内: what follows is no noun
_NO_NOUN = re.compile(
    r"^(?:左右|以上|以下|多|余|不等|不一|之内|以内|内(?![部设容外资陆河])|之前|之后|前(?![沿期列端景])|后(?![续备勤期代])|大关|关口|台阶|的?目标|的?水平|的?规模(?!以上|化|企业|养)|新高)+"
)
# 主要科目是： names nothing
_NO_LABEL = re.compile(r"(?:是|为|如下|下|情况|方面|其中|说明|表明|显示|看|指标|目标|一览|包括)$")


def _labelled(slot: Slot, text: str) -> str:
    """A short name with the label of its list: 行政复议：结果维持 3 -> 行政复议结果维持."""
    label = phrases.trimmed(slot.label)
    return f"{label}{text}" if len(text) <= 5 and _tells(slot.label) and label not in text else text


def _tells(label: str) -> bool:
    return 2 <= len(label) <= 10 and not _NO_LABEL.search(label)


def _in_parts(slot: Slot, text: str, carry: Carry) -> str:
    """The name of a part: 县道 of 年平均优良路率 is 县道优良路率; 合同 of 审查文件 is 审查文件(合同)."""
    whole = carry.whole_name if follows_part(slot, carry) else carry.level
    if slot.figure.kind is FigureKind.RATE and not is_rate(text):
        known = vocabulary.shared_head(whole)
        head = known if len(known) > 2 else whole[-4:] if whole.endswith("率") else ""
        return f"{text}{head}"
    told = len(text) > 4 or text.endswith(("总额", "总量", "总数"))
    unit = carry.whole_unit if follows_part(slot, carry) else carry.level_unit
    other = len(text) > 2 and unit not in ("", slot.figure.unit) and not vocabulary.is_state(text)
    return text if told or other or not whole else labels.composed(whole, text)


def _rate_of_parts(slot: Slot, phrase: str, carry: Carry) -> bool:
    """Whether a share stands beside a noun that is no rate, after a rate was named: 县道81.5%."""
    return (
        slot.figure.kind is FigureKind.RATE
        and not is_rate(phrase)
        and is_rate(carry.level)
        and len(phrase) <= 8
        and slot.joint in ("，", "、", ",")
    )


# 全程网办率提高: no count can be a part of it
_RATE = re.compile(r"率(?:提高|提升|上升|增长|下降|降低)?$")


def _measured_in(unit: str, carry: Carry) -> str:
    """What was named before and may hold a figure of that unit; empty when only a rate was."""
    base = carry.measured_in(unit)
    return "" if unit not in SHARES and _RATE.search(base) else base


def _carried_name(slot: Slot, phrase: str, carry: Carry) -> str:
    """The name of a figure whose clause has no noun: what was named before, and what is said of it here."""
    said = phrase or said_after(slot)
    totalled = _TOTALLED.search(slot.before)
    common = labels.common_end(*carry.names[-2:]) if totalled and not phrase and len(carry.recent) > 1 else ""
    if common:
        return f"{common}(合计)"
    base = carry.whole_name if follows_part(slot, carry) else _measured_in(slot.figure.unit, carry)
    if totalled and not phrase and _tells(slot.label):
        return f"{phrases.trimmed(slot.label)}{totalled.group()}"
    aside = last_aside(slot)
    if follows_part(slot, carry):
        pass
    elif aside and (not carry.recent or not phrase):
        base = aside
    elif slot.joint in ("", SHARED) and carry.last and slot.before:
        base = carry.last
    if not base and phrase and not vocabulary.is_thing(carry.topic):
        return phrase
    base = base or carry.topic
    if said and slot.figure.unit in _TIMES and not follows_part(slot, carry):
        return phrases.unlit(said)
    if not said and not slot.joint and carry.last:
        base = carry.last
        suffix = _MEASURED.get(slot.figure.unit, "")
        return base if suffix in base else f"{base}{suffix}"
    if not said and totalled:
        said = "累计" if "累计" in slot.before else "合计"
    return labels.composed(base, said) if said else base


def noun_after(slot: Slot) -> str:
    """The noun behind the number, without what is said of it: 80个政务服务事项实现“通办” -> 政务服务事项."""
    text = _tidied(slot.after)
    if not text or (slot.figure.kind is FigureKind.RATE and not slot.after.startswith("的")):
        return ""
    at = vocabulary.predicate(text)
    if at == 0:
        return ""
    if at > 0 and not (vocabulary.says_little(phrases.led(slot.before)) and vocabulary.bare(text[at:])):
        text = text[:at] if (len(text) > 16 and at > 2) or at >= 4 else text[:at] + _ALREADY.sub("", text[at:])
    text = re.sub("(?<=..)(?:之?中|当中)$", "", phrases.tailed(text))
    return labels.concrete(text)[:20]


def said_after(slot: Slot) -> str:
    """What is said behind a number whose noun is known: 其中2家[已完成转企改制]."""
    return phrases.trimmed(_tidied(slot.after))[:20]


def _tidied(after: str) -> str:
    text = phrases.flat(after)
    text = text.removeprefix("的").lstrip("、")
    return _NO_NOUN.sub("", text)
