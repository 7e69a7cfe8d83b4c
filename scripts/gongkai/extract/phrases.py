"""Trim a piece of a clause to the phrase that names something: “今年以来，共接12345热线信息” -> 12345热线信息.

The words that go or stay are in names.yml; everything here takes a string and returns one.
"""

from __future__ import annotations

import re

from gongkai.extract import vocabulary

_SCOPES_INSIDE = ("全县", "全市", "全省", "全区", "全州", "全镇", "全国", "我县", "我市", "我省", "我区", "我局")
_BLANK = re.compile(r"[\s\u3000]+")
EDGE = "，。；：、！？,;:．.·-—–－ \u3000\u00a0*•●■◆▲※>"
"""Marks and blanks that are no part of a phrase at its ends."""
# 成功率, 全面性: what cannot stand without the word before it
_NEEDS_HEAD = ("率", "性", "化", "者")
# 税务部门完成
_OFFICE = re.compile(r"(?:局|部门|院|委|办|厅|处|公司|单位|政府|机关|中心)$")
# 县政府收到行政复议申请: who did it
_ACTOR = re.compile(
    r"^[一-龥]{0,10}?(?:政府|机关|部门|组织|法院|检察院|公安局|[一-龥]{2}局|委员会|办公室)(?:共|累计|已)?"
)
# 在无延迟办理的基础上回复率 · 按常住人口计算人均生产总值 · 为受援人挽回损失
_FRAME = re.compile(
    r"^(?:并|均|且)?在[^，。；]{2,16}(?:基础上|前提下|情况下|过程中|框架下)|^按[^，。；]{2,14}(?:计算|核算|测算)(?:的|为)?|"
    r"^为[一-龥]{2,8}?(?=挽回|追回|追讨|减负|减轻|节约|节省|提供|办理|解决|发放|免除|争取)"
)
# 1、全年新开工 · （二）力争 · ①建设资金
_ITEM = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳])+")
# 乡镇（街道）政务服务事项; 申请（含上年结转）
_NOTE = re.compile(
    r"[（(](?:含|不含|包括|以下|详见|见|下同|其中|预计|按|如)[^（）()]*[)）]|\[\d{1,3}\]|"
    r"(?:已|均)?连续[\d一二两三四五六七八九十]{1,3}(?:年|个月|个?季度|届)|(?<!第)[一两二三四五六七八九十]批$"
)


def flat(text: str) -> str:
    """The text without blanks, asides, footnote marks and 连续8年."""
    return _NOTE.sub("", _BLANK.sub("", text))


def led(text: str) -> str:
    """The text without connectives, times, scopes and adverbs at its head."""
    heads, chars = vocabulary.members("joints", "times", "scopes", "adverbs"), vocabulary.unless("lead_chars")
    text = _FRAME.sub("", _ITEM.sub("", text))
    while True:
        text = text.lstrip(EDGE)
        size = vocabulary.head(text, heads)
        if size and text[size : size + 1] in _NEEDS_HEAD:
            return text
        if not size:
            unless = chars.get(text[:1])
            if unless is None or (text[1:2] and text[1:2] in unless):
                return text
            size = 1
        text = text[size:]


def tailed(text: str) -> str:
    """The text without copulas, level verbs and adverbs at its end: 认领率达 -> 认领率."""
    ends, chars = vocabulary.members("tails"), vocabulary.unless("tail_chars")
    while True:
        text = text.rstrip(EDGE)
        size = next((n for n in range(min(7, len(text)), 1, -1) if text[-n:] in ends), 0)
        if size and _kept(text[:-size], text[-size:]):
            return text
        if not size:
            unless = chars.get(text[-1:])
            if unless is None or (text[-2:-1] and text[-2:-1] in unless):
                return text
            size = 1
        text = text[:-size]


def _kept(rest: str, end: str) -> bool:
    """Whether an end that else goes is part of the name: 收入总计, 税务局完成, but not 财政收入完成."""
    if end in ("总计", "合计"):
        return rest in ("收入", "支出", "资产", "负债")
    return end == "完成" and bool(_OFFICE.search(rest))


def trimmed(text: str) -> str:
    """The phrase left when head and end are trimmed."""
    return tailed(led(text))


def unlit(text: str) -> str:
    """The phrase without verbs at its head that say nothing of its noun: 规范政务公开专区 -> 政务公开专区."""
    text = unscoped(text)
    size = vocabulary.head(text, vocabulary.members("light_verbs"))
    if size and len(text) - size >= 2 and not vocabulary.bare(text[size:]):
        text = led(text[size:])
    while size := vocabulary.head(text, vocabulary.members("empty_verbs")):
        rest = led(text[size:])
        if (
            text[size : size + 1] in _NEEDS_HEAD
            or len(rest) < 4
            or vocabulary.bare(rest)
            or vocabulary.is_generic(rest)
        ):
            break
        text = rest
    return text


def noun(text: str) -> str:
    """What the phrase is about: 受理来电 -> 来电, 行政复议申请(审结) -> 行政复议申请."""
    text = text.partition("(")[0] if text.endswith(")") else text
    rest = _actorless(text)
    while True:
        rest = led(rest)
        size = vocabulary.head(rest, vocabulary.members("verbs", "light_verbs"))
        if (
            not size
            or len(rest) - size < 2
            or rest[size:] in vocabulary.members("generic")
            or rest[:size] in vocabulary.members("nouny")
        ):
            return rest or text
        rest = rest[size:]


def _actorless(text: str) -> str:
    """The phrase without the office that acts, when a verb follows: 县政府收到行政复议申请 -> 收到行政复议申请."""
    match = _ACTOR.match(text)
    rest = text[match.end() :] if match else ""
    size = vocabulary.head(rest, vocabulary.members("verbs", "light_verbs"))
    return rest if size and len(rest) > size else text


def unscoped(text: str) -> str:
    """The phrase without the places inside it: 规范全县政务公开专区 -> 规范政务公开专区."""
    if "全" not in text and "我" not in text:
        return text
    for scope in _SCOPES_INSIDE:
        at = text.find(scope)
        behind = text[at + len(scope) :]
        if (
            at > 0
            and len(behind) > 1
            and text[at - 1] not in "居列在占比全于，"
            and behind[:2] not in ("排名", "平均", "水平")
        ):
            text = text[:at] + behind
    return text
