"""Read the number that begins a line: （一）主动公开。… -> style (一), value 1, mark "（一）".

Offices write 一、 一. （一） (一) ㈠ 1. 1． 1、 1 （1） 1) ⑴ ① Ⅰ、 1.1 第一部分 第一章 第一， with blanks or without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_HAN_CHARACTERS = frozenset([*_DIGITS, "十", "百"])
_HAN = "[〇一二三四五六七八九十百零两]{1,5}"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class Style(Enum):
    """How a number is written; the order is that of 《党政机关公文格式》: 一、 （一） 1. （1）."""

    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    HAN = "一、"
    HAN_ROUND = "（一）"
    ARABIC = "1."
    ARABIC_ROUND = "（1）"
    ARABIC_HALF = "1）"
    CIRCLED = "①"
    ROMAN = "Ⅰ、"
    ORDINAL = "第一，"
    DECIMAL_2 = "1.1"
    DECIMAL_3 = "1.1.1"
    DECIMAL_4 = "1.1.1.1"


LEVELS = {
    Style.PART: 1,
    Style.CHAPTER: 1,
    Style.HAN: 1,
    Style.SECTION: 2,
    Style.HAN_ROUND: 2,
    Style.ARABIC: 3,
    Style.ARABIC_ROUND: 4,
    Style.ARABIC_HALF: 4,
    Style.CIRCLED: 5,
}
"""Level by style, where the standard gives one; other styles take theirs from nesting."""

RANKS = {
    Style.PART: 0,
    Style.CHAPTER: 1,
    Style.SECTION: 2,
    Style.ROMAN: 3,
    Style.HAN: 4,
    Style.HAN_ROUND: 6,
    Style.ORDINAL: 7,
    Style.ARABIC: 8,
    Style.DECIMAL_2: 10,
    Style.DECIMAL_3: 12,
    Style.DECIMAL_4: 14,
    Style.ARABIC_ROUND: 16,
    Style.ARABIC_HALF: 17,
    Style.CIRCLED: 18,
}
"""Which style usually stands inside which: the greater one inside the lesser."""


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the beginning of a line."""

    style: Style
    value: int
    mark: str
    """As written, blanks inside kept: `（一）`, `1 .`."""
    end: int
    """Offset in the line behind the mark and its blanks, where the words begin."""
    weak: bool = False
    """True for a form that also begins ordinary lines (1 总体情况; 一，…) and needs its neighbours to be believed."""


_PATTERNS = (
    # 第一部分 2022年工作回顾; 第二章 总则; 第三节：
    rf"第\s*(?P<part>{_HAN}|\d{{1,2}})\s*(?P<word>部分|篇|编|章|节)[\s:：、，.．]*",
    # 第一，加强领导。 第二、 其一，
    rf"[第其](?P<ordinal>{_HAN}|\d)\s*[，,、:：]",
    # （一）主动公开。 (一) （ 二 ）、 一）
    rf"[（(]\s*(?P<han_round>{_HAN})\s*[）)][、.．，,]?",
    r"(?P<han_round_sign>[㈠-㈩])[、.．]?",
    rf"(?P<han_half>{_HAN})[）)][、.．]?",
    # 一、总体情况 一. 一．; never 一、二、三产业 or 一、二类
    rf"(?P<han>{_HAN})\s*[、.．﹑､](?!\s*[一二三四五六七八九十两]{{1,2}}(?:[、和至—]|[产类次期级等]))",
    # 一 总体情况; 一，总体情况
    rf"(?P<han_weak>{_HAN})(?:\s*[，,：:]|[ \u3000\u00a0\t]+(?=[\u4e00-\u9fff“《]))",
    # （1）推行证明事项告知承诺制。 ⑴ 1） 1)
    r"[（(]\s*(?P<arabic_round>\d{1,2})\s*[）)][、.．，,]?",
    r"(?P<arabic_round_sign>[⑴-⒇])[、.．]?",
    r"(?P<arabic_half>\d{1,2})\s*[）)][、.．]?",
    # 1.1 水环境; never 1.1万元
    r"(?P<decimal>\d{1,2}(?:[.．]\d{1,2}){1,3})(?:[\s、]+|[.．](?!\d)|(?![万亿元个倍吨米平公千])(?=[\u4e00-\u9fff“《]))",
    # 1.优化机构 1．优化 1、优化 1.2022年工作 4、12328热线; never 1.5万元, 1、2号机组
    r"(?P<arabic>\d{1,2})\s*(?:[.．﹒](?!\d(?!\d{3}年|\d{4}[^\d万亿元%％.]))|[、﹑､](?!\d{1,2}[、号区期标]))",
    r"(?P<arabic_sign>[⒈-⒛])",
    # ①建设资金缺口 ❶
    r"(?P<circled>[①-⑳㉑-㉟❶-❿➀-➓])[、.．]?",
    # Ⅰ、总体情况 II.
    r"(?P<roman>[Ⅰ-Ⅻ])\s*[、.．]?",
    r"(?P<roman_ascii>VIII|VII|III|VI|IV|IX|II|I|V|X)\s*[、.．](?![A-Za-z])",
    # 1 总体情况; 1：总体情况
    r"(?P<arabic_weak>\d{1,2})(?:[：:，,](?!\d)|[ \u3000\u00a0\t]+(?=[\u4e00-\u9fff“《])(?![年月日号个]))",
)
_NUMBER = re.compile("[\ufeff\u200b]*(?:" + "|".join(_PATTERNS) + r")\s*")
# A cheap first look: most lines do not begin with a number.
_BEGINNINGS = re.compile("[\ufeff\u200b]*[第其（(〇一二三四五六七八九十百零两㈠-㈩⑴-⒇⒈-⒛①-⑳㉑-㉟❶-❿➀-➓Ⅰ-ⅫIVX\\d]")

_STYLES = {
    "ordinal": Style.ORDINAL,
    "han_round": Style.HAN_ROUND,
    "han_half": Style.HAN_ROUND,
    "han_round_sign": Style.HAN_ROUND,
    "han": Style.HAN,
    "han_weak": Style.HAN,
    "arabic_round": Style.ARABIC_ROUND,
    "arabic_round_sign": Style.ARABIC_ROUND,
    "arabic_half": Style.ARABIC_HALF,
    "arabic": Style.ARABIC,
    "arabic_sign": Style.ARABIC,
    "arabic_weak": Style.ARABIC,
    "circled": Style.CIRCLED,
    "roman": Style.ROMAN,
    "roman_ascii": Style.ROMAN,
}
_PARTS = {"部分": Style.PART, "篇": Style.PART, "编": Style.PART, "章": Style.CHAPTER, "节": Style.SECTION}
_DECIMALS = {2: Style.DECIMAL_2, 3: Style.DECIMAL_3, 4: Style.DECIMAL_4}
_WEAK = frozenset({"han_weak", "arabic_weak", "decimal", "han_half"})
# The first sign of each row of ready-made numbers, the last row of the character table first.
_SIGNS = (("㉑", 21), ("㈠", 1), ("➀", 1), ("❶", 1), ("⒈", 1), ("⑴", 1), ("①", 1), ("Ⅰ", 1))


def number(text: str, at: int = 0) -> Number | None:
    """The number that stands at an offset of a line; None when the line goes on in words."""
    if not _BEGINNINGS.match(text, at):
        return None
    found = _NUMBER.match(text, at)
    if not found:
        return None
    kind = str(found.lastgroup)
    if kind == "word":
        style, value = _PARTS[found["word"]], integer(found["part"])
    elif kind == "decimal":
        numbers = re.split("[.．]", found["decimal"])
        style, value = _DECIMALS[len(numbers)], int(numbers[-1])
    else:
        style, value = _STYLES[kind], integer(found[kind])
    if not 0 < value < 100:
        return None
    return Number(style, value, found[0].strip(" \t\u3000\u00a0\ufeff\u200b"), found.end(), kind in _WEAK)


def integer(written: str) -> int:
    """The value of a small number as offices write it: 十二, １２, 12, ⑫, IV; 0 when it is none."""
    if written[0] in _HAN_CHARACTERS:
        return _han(written)
    if written.isdecimal():
        return int(written)
    if written in _ROMAN:
        return _ROMAN[written]
    return _sign(written) if len(written) == 1 else 0


def _sign(char: str) -> int:
    """⑫ -> 12: the value of a number that is one character; 0 when it is none."""
    for first, value in _SIGNS:
        if first <= char < chr(ord(first) + 20):
            return ord(char) - ord(first) + value
    return 0


def _han(written: str) -> int:
    tens, ten, units = written.rpartition("十")
    if not ten:
        return _DIGITS.get(written, 0)
    if len(tens) > 1 or len(units) > 1:
        return 0
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(units, 0) if units else 0)
