"""Ask the words of names.yml about a phrase: whether it is a verb, a state, a measure, and where it turns."""

from __future__ import annotations

from functools import cache

from gongkai import words

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


@cache
def members(*groups: str) -> frozenset[str]:
    """The words of some groups."""
    return frozenset(entry.word for group in groups for entry in words.load("names")[group])


@cache
def unless(group: str) -> dict[str, str]:
    """The words of a group, each with the characters beside which it does not count."""
    return {entry.word: entry["unless"] for entry in words.load("names")[group]}


def head(text: str, known: frozenset[str]) -> int:
    """The length of the longest known word that the text begins with; 0 for none."""
    for size in range(min(8, len(text)), 1, -1):
        if text[:size] in known:
            return size
    return 0


def bare(text: str) -> bool:
    """Whether the phrase is made of verbs and adverbs, or is one word of state, and so names nothing: 办结, 优秀."""
    if text in members("status"):
        return True
    known = members("verbs", "light_verbs", "adverbs", "times", "joints", "fillers")
    text, acts = text.removeprefix("被"), False
    while text:
        size = head(text, known)
        if not size or (acts and text in members("nouny")):
            return False
        acts = acts or text[:size] in members("verbs", "light_verbs")
        text = text[size:]
    return True


def breaks(text: str) -> int:
    """Where a phrase turns to something new: 社区设置政务公开专区 -> 2; -1 when it does not."""
    known = members("breaks")
    for at in range(1, len(text) - 1):
        size = next((size for size in (4, 3, 2) if text[at : at + size] in known), 0)
        if size and text[at + size : at + size + 2] not in _NOUNS:
            return at
    return -1


def predicate(text: str) -> int:
    """Offset of the first predicate word: 重点事项全部上线运行 -> 4; -1 when there is none."""
    known = members("predicates")
    for at in range(len(text)):
        if text[at] in "获均已被" or _is_not_yet(text, at) or any(text[at : at + size] in known for size in (4, 3, 2)):
            return at - 1 if text[at - 1 : at + 1] in _AVERAGES else at
    return -1


def _is_not_yet(text: str, at: int) -> bool:
    """Whether 未 says that something was not done: 项目未及时竣工, but not 未成年人."""
    return text[at] == "未" and text[at + 1 : at + 2] not in ("成", "来", "婚", "知")


def is_generic(text: str) -> bool:
    """Whether the phrase needs a subject to be understood: 总量, 增速."""
    return text in members("generic")


def is_thing(text: str) -> bool:
    """Whether a heading names a thing and not an effort: 城乡建设, but not 坚持高位推动."""
    return 2 <= len(text) <= 12 and not head(text, members("slogans"))


def shared_head(last: str) -> str:
    """The head noun at the end of the last of parallel phrases: 工业技改投资 -> 投资; empty when none is known."""
    known = members("heads")
    return next((last[-n:] for n in range(min(11, len(last) - 1), 0, -1) if last[-n:] in known), "")


def needs_thing(rate: str) -> bool:
    """Whether a rate says nothing of its thing: 办结率, but neither 按期办结率 nor 债务率."""
    return len(rate) == 3 and rate.endswith("率") and rate not in members("whole_rates")


def is_noun_too(verb: str) -> bool:
    """Whether a verb names a thing as well: 来电."""
    return verb in members("nouny")


def is_attribute(head: str) -> bool:
    """Whether a head noun tells a measure of a thing that has its own head: 增速 of 工业增加值."""
    return head.endswith(("率", "比例", "比重", "占比", "增速", "增幅", "降幅", "总量", "标准", "均浓度"))


def is_state(text: str) -> bool:
    """Whether the phrase is one word of kind or level: 城市, 小学."""
    return text in members("status")


def rest_of_state(text: str) -> str:
    """What follows the word of kind or level that a phrase begins with: 初中公用经费标准 -> 公用经费标准."""
    size = next((n for n in range(5, 1, -1) if text[:n] in members("status")), 0)
    return text[size:] if size and len(text) - size >= 2 else ""


def says_little(verb: str) -> bool:
    """Whether a verb only says that the thing behind it came about: 完成."""
    return verb in members("light_verbs", "empty_verbs")


def light(text: str) -> bool:
    """Whether the phrase is a verb that a name can do without: 推出."""
    return text in members("light_verbs")
