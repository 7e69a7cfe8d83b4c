"""Trim a piece of a clause to the phrase that names something: “今年以来，共接12345热线信息” -> 12345热线信息.

The words that go or stay are in names.yml; everything here takes a string and returns one.
"""

from __future__ import annotations

import re
from functools import cache

from gongkai import words

LONGEST = 30
"""Characters that a name may have: it is a label in a table, not a sentence."""

_SCOPES_INSIDE = ("全县", "全市", "全省", "全区", "全州", "全镇", "全国", "我县", "我市", "我省", "我区", "我局")
_BLANK = re.compile(r"[\s\u3000]+")
_EDGE = "，。；：、！？,;:．.·-—–－ \u3000\u00a0*•●■◆▲※>"
# 签约项目, 培训基地: a verb before these is part of the noun
_NOUNS = frozenset(
    (
        "项目",
        "工程",
        "企业",
        "事项",
        "案件",
        "人员",
        "单位",
        "任务",
        "面积",
        "资金",
        "基地",
        "中心",
        "对象",
        "平台",
        "机构",
        "站点",
        "服务",
        "数量",
        "金额",
        "产品",
        "制度",
        "机制",
    )
)
_AVERAGES = ("平均", "人均", "年均", "日均", "户均", "月均")
# 成功率, 全面性: what cannot stand without the word before it
_NEEDS_HEAD = ("率", "性", "化", "者")
# 税务部门完成
_OFFICE = re.compile(r"(?:局|部门|院|委|办|厅|处|公司|单位|政府|机关|中心)$")
# 第一产业实现增加值
_BROUGHT = re.compile(r"(?<=..)(?:累计)?实现(?=(?:[一-龥]{0,4}(?:值|产量|利润|收入|税收|投资))$)")
# 县政府收到行政复议申请: who did it
_ACTOR = re.compile(
    r"^[一-龥]{0,10}?(?:政府|机关|部门|组织|法院|检察院|公安局|[一-龥]{2}局|委员会|办公室)(?:共|累计|已)?"
)
# 在无延迟办理的基础上回复率 · 按常住人口计算人均生产总值 · 为受援人挽回损失
_FRAME = re.compile(
    r"^(?:并|均|且)?在[^，。；]{2,16}(?:基础上|前提下|情况下|过程中|框架下)|^按[^，。；]{2,14}(?:计算|核算|测算)(?:的|为)?|"
    r"^为[一-龥]{2,8}?(?=挽回|追回|追讨|减负|减轻|节约|节省|提供|办理|解决|发放|免除|争取)"
)
# 县政府常务会议共审议通过重大行政决策事项
_TOGETHER = re.compile(r"(?<=..)(?:共计|累计|共)(?!享|同|建|青|产|管|治|富|用|和|识|有)")
# 1、全年新开工 · （二）力争 · ①建设资金
_ITEM = re.compile(r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳])+")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"), ("‘", "’"), ("【", "】"))
_MARKS = frozenset(mark for pair in _PAIRS for mark in pair)
# 乡镇（街道）政务服务事项; 申请（含上年结转）
_NOTE = re.compile(
    r"[（(](?:含|不含|包括|以下|详见|见|下同|其中|预计|按|如)[^（）()]*[)）]|\[\d{1,3}\]|"
    r"(?:已|均)?连续[\d一二两三四五六七八九十]{1,3}(?:年|个月|个?季度|届)|(?<!第)[一两二三四五六七八九十]批$"
)


@cache
def _set(*groups: str) -> frozenset[str]:
    return frozenset(entry.word for group in groups for entry in words.load("names")[group])


@cache
def _chars(group: str) -> dict[str, str]:
    return {entry.word: entry["unless"] for entry in words.load("names")[group]}


def flat(text: str) -> str:
    """The text without blanks, asides, footnote marks and 连续8年."""
    return _NOTE.sub("", _BLANK.sub("", text))


def led(text: str) -> str:
    """The text without connectives, times, scopes and adverbs at its head."""
    heads, chars = _set("joints", "times", "scopes", "adverbs"), _chars("lead_chars")
    text = _FRAME.sub("", _ITEM.sub("", text))
    while True:
        text = text.lstrip(_EDGE)
        size = _head(text, heads)
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
    ends, chars = _set("tails"), _chars("tail_chars")
    while True:
        text = text.rstrip(_EDGE)
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
    text = _without_scopes(text)
    size = _head(text, _set("light_verbs"))
    if size and len(text) - size >= 2 and not bare(text[size:]):
        text = led(text[size:])
    while size := _head(text, _set("empty_verbs")):
        rest = led(text[size:])
        if text[size : size + 1] in _NEEDS_HEAD or len(rest) < 4 or bare(rest) or is_generic(rest):
            break
        text = rest
    return text


def noun(text: str) -> str:
    """What the phrase is about: 受理来电 -> 来电, 行政复议申请(审结) -> 行政复议申请."""
    text = text.partition("(")[0] if text.endswith(")") else text
    rest = _actorless(text)
    while True:
        rest = led(rest)
        size = _head(rest, _set("verbs", "light_verbs"))
        if not size or len(rest) - size < 2 or rest[size:] in _set("generic") or rest[:size] in _set("nouny"):
            return rest or text
        rest = rest[size:]


def _actorless(text: str) -> str:
    """The phrase without the office that acts, when a verb follows: 县政府收到行政复议申请 -> 收到行政复议申请."""
    match = _ACTOR.match(text)
    rest = text[match.end() :] if match else ""
    size = _head(rest, _set("verbs", "light_verbs"))
    return rest if size and len(rest) > size else text


def bare(text: str) -> bool:
    """Whether the phrase is made of verbs and adverbs, or is one word of state, and so names nothing: 办结, 优秀."""
    if text in _set("status"):
        return True
    known = _set("verbs", "light_verbs", "adverbs", "times", "joints", "fillers")
    text, acts = text.removeprefix("被"), False
    while text:
        size = _head(text, known)
        if not size or (acts and text in _set("nouny")):
            return False
        acts = acts or text[:size] in _set("verbs", "light_verbs")
        text = text[size:]
    return True


def verb_end(text: str) -> str:
    """The verb at the end of the phrase: 贸易伙伴覆盖 -> 覆盖; empty when there is none."""
    known = _set("verbs")
    return next((text[-n:] for n in range(min(6, len(text)), 1, -1) if text[-n:] in known), "")


def breaks(text: str) -> int:
    """Where a phrase turns to something new: 社区设置政务公开专区 -> 2; -1 when it does not."""
    known = _set("breaks")
    for at in range(1, len(text) - 1):
        size = next((size for size in (4, 3, 2) if text[at : at + size] in known), 0)
        if size and text[at + size : at + size + 2] not in _NOUNS:
            return at
    return -1


def predicate(text: str) -> int:
    """Offset of the first predicate word: 重点事项全部上线运行 -> 4; -1 when there is none."""
    known = _set("predicates")
    for at in range(len(text)):
        if text[at] in "获均已被" or _is_not_yet(text, at) or any(text[at : at + size] in known for size in (4, 3, 2)):
            return at - 1 if text[at - 1 : at + 1] in _AVERAGES else at
    return -1


def _is_not_yet(text: str, at: int) -> bool:
    """Whether 未 says that something was not done: 项目未及时竣工, but not 未成年人."""
    return text[at] == "未" and text[at + 1 : at + 2] not in ("成", "来", "婚", "知")


def is_generic(text: str) -> bool:
    """Whether the phrase needs a subject to be understood: 总量, 增速."""
    return text in _set("generic")


def is_thing(text: str) -> bool:
    """Whether a heading names a thing and not an effort: 城乡建设, but not 坚持高位推动."""
    return 2 <= len(text) <= 12 and not _head(text, _set("slogans"))


def shared_head(last: str) -> str:
    """The head noun at the end of the last of parallel phrases: 工业技改投资 -> 投资; empty when none is known."""
    known = _set("heads")
    return next((last[-n:] for n in range(min(11, len(last) - 1), 0, -1) if last[-n:] in known), "")


def needs_thing(rate: str) -> bool:
    """Whether a rate says nothing of its thing: 办结率, but neither 按期办结率 nor 债务率."""
    return len(rate) == 3 and rate.endswith("率") and rate not in _set("whole_rates")


def is_noun_too(verb: str) -> bool:
    """Whether a verb names a thing as well: 来电."""
    return verb in _set("nouny")


def is_attribute(head: str) -> bool:
    """Whether a head noun tells a measure of a thing that has its own head: 增速 of 工业增加值."""
    return head.endswith(("率", "比例", "比重", "占比", "增速", "增幅", "降幅", "总量", "标准", "均浓度"))


def is_state(text: str) -> bool:
    """Whether the phrase is one word of kind or level: 城市, 小学."""
    return text in _set("status")


def rest_of_state(text: str) -> str:
    """What follows the word of kind or level that a phrase begins with: 初中公用经费标准 -> 公用经费标准."""
    size = next((n for n in range(5, 1, -1) if text[:n] in _set("status")), 0)
    return text[size:] if size and len(text) - size >= 2 else ""


def says_little(verb: str) -> bool:
    """Whether a verb only says that the thing behind it came about: 完成."""
    return verb in _set("light_verbs", "empty_verbs")


def light(text: str) -> bool:
    """Whether the phrase is a verb that a name can do without: 推出."""
    return text in _set("light_verbs")


def concrete(text: str) -> str:
    """The noun without an abstract tail: 政务公开专区建设管理水平 -> 政务公开专区."""
    tails = sorted(_set("abstract_tails"), key=len, reverse=True)
    tail = next((tail for tail in tails if text.endswith(tail) and len(text) - len(tail) >= 3), "")
    return text.removesuffix(tail)


def common_end(one: str, two: str) -> str:
    """The characters that two phrases end in alike, at least two: 车购税项目, 大中修项目 -> 项目."""
    size = 0
    while size < min(len(one), len(two)) and one[-size - 1] == two[-size - 1]:
        size += 1
    return one[len(one) - size :] if size >= 2 else ""


def composed(subject: str, item: str) -> str:
    """Subject and what is said of it: 行政复议申请(审结)."""
    subject = clipped(noun(subject), LONGEST - 2 - min(len(item), 14))
    item = item[:14]
    if not subject or subject.endswith(item):
        return subject or item
    return f"{subject}({item})" if item else subject


def finished(text: str) -> str:
    """A name ready for the table: scopes inside gone, marks balanced, 废止 behind its object, not too long."""
    text = _BROUGHT.sub("", _without_scopes(text.strip(_EDGE)))
    text = _TOGETHER.sub(lambda match: "" if _head(text[match.end() :], _set("verbs")) else match.group(), text)
    text = clipped(_balanced(_disposed(_short(text))), LONGEST)
    return _balanced(text).strip(_EDGE)


def _short(text: str) -> str:
    """A long name without the clause before its last 的: 受理符合要求的政府信息依申请公开 -> 政府信息依申请公开."""
    rest = text.rpartition("的")[2]
    return rest if len(text) > 22 and len(rest) >= 8 and "(" not in text else text


def clipped(text: str, limit: int) -> str:
    """The most telling end of a phrase that is too long: behind 等, behind a verb, or its last characters."""
    if len(text) <= limit:
        return text
    for mark in ("等", "，", "、"):
        rest = text.rpartition(mark)[2]
        if mark in text and 4 <= len(rest) <= limit:
            return rest
    at = next((at for at in range(len(text) - limit, len(text) - 4) if _head(text[at:], _set("verbs"))), -1)
    return text[at if at > 0 else len(text) - limit :]


def _disposed(text: str) -> str:
    unless = next((entry for word, entry in _chars("dispositions").items() if text.startswith(word)), "")
    size = _head(text, _set("dispositions"))
    if size and len(text) - size >= 3 and text[size] not in unless and "(" not in text and "、" not in text[: size + 1]:
        return f"{text[size:]}({text[:size]})"
    return text


def _without_scopes(text: str) -> str:
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


def _balanced(text: str) -> str:
    if _MARKS.isdisjoint(text):
        return text
    for left, right in _PAIRS:
        if text.count(left) != text.count(right):
            if text.endswith(right) and left not in text:
                text = text.strip(right)
            elif text.startswith(left) and right not in text:
                text = text.strip(left)
            text = text if text.count(left) == text.count(right) else text.replace(left, "").replace(right, "")
    return text


def _head(text: str, known: frozenset[str]) -> int:
    for size in range(min(8, len(text)), 1, -1):
        if text[:size] in known:
            return size
    return 0
