"""Chinese and Arabic numerals to exact numbers: 三百余 -> 300 and more, 35万 -> 350000, 百分之九十八点八 -> 98.8 %.

Nothing here knows of units or sentences, and no float is ever made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal, localcontext
from fractions import Fraction

NUMERALS = "0-9\uff10-\uff19零〇○一二三四五六七八九十百千万亿两几半廿壹贰叁肆伍陆柒捌玖拾佰仟萬億①-⑳"
"""Characters, as the inside of a regular expression's brackets, that the ledger of numbers must account for."""

_ASCII = str.maketrans("\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19．，", "0123456789.,")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_DIGITS |= {c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_HAN = "零〇○一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_LONGEST = 40
"""Characters of a digit run beyond which it is a code, not a number."""
_EXACT = Context(prec=100)

# 1,136 · 1，136 · 98.8 · 35
_ARABIC = re.compile(
    r"(?:[0-9\uff10-\uff19]{1,3}(?:[,\uff0c][0-9\uff10-\uff19]{3})++(?![0-9\uff10-\uff19])|[0-9\uff10-\uff19]++)(?:[.\uff0e](?=[0-9\uff10-\uff19])[0-9\uff10-\uff19]++)?"
)
# 35万余 · 10余万 · 1.2万亿 · 3千; the 千 of 1004千瓦 and the 百 of 3百分点 belong to the unit
_SCALE = re.compile(
    r"(?P<before>余(?!额|热|粮|缺|震|款|温)|多|几|来)?[  　]?"
    r"(?P<scale>万亿|[百千]?[万亿]|百(?!分)|千(?![瓦伏米克升卡焦赫帕安]|字节|比特)|十(?=[余多万亿]))?"
    r"(?P<after>余(?!额|热|粮|缺|震|款|温)|多(?![元边样样方式部层能种家][^年个\d]{0,2}(?:化|式|级))|几)?"
)
# 三百二十 · 十二 · 两千零五
_HAN_RUN = re.compile(f"[{_HAN}]{{1,40}}+")
# 五点六
_POINT = re.compile(r"点(?P<digits>[零〇一二三四五六七八九]{1,6})(?![十百千])")
# 百分之九十八点八 · 千分之三 · 三分之二
_PARTS = re.compile(f"(?P<below>[{_HAN}]{{1,9}}|[0-9]{{1,6}})分之")
# 5—10 · 三至五 · 10到20
_TO = re.compile(r"[  ]?(?P<sign>[—–－\-~～〜∼]{1,2}|至|到)[  ]?")
# 12:47:41 · 1∶2.5
_RATIO = re.compile(
    r"[0-9\uff10-\uff19.．]{1,12}"
    r"(?:[  ]?[:\uff1a\u2236\ufe30][  ]?[0-9\uff10-\uff19]{1,9}(?:[.\uff0e][0-9\uff10-\uff19]{1,6})?){1,6}"
)
# 1/3
_SLASH = re.compile(r"(?P<above>[1-9]\d?)[/／](?P<below>[1-9]\d?)(?![\d/／万])")
# 三百余 · 三十来个
_ODD = re.compile("余(?!额|热|粮|款)|多|来(?=[个名人家次天年件])|几")
_LARGE_AFTER = re.compile("万亿|万|亿")
_PERCENT = re.compile("[%\uff05]")
# 七成五
_TENTHS = re.compile(r"成(?P<rest>[一二三四五六七八九半])(?![一二三四五六七八九十百千万])")
# 一半 · 半数 · 过半数
_HALF = re.compile(r"一半|半数")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written in a text: where it ends, what it is worth."""

    end: int
    """Offset behind its last character."""
    value: Decimal | Fraction | None
    """None for a ratio and for digits that are no number (a code)."""
    value_max: Decimal | None = None
    """Upper end of 5—10."""
    ratio: tuple[Decimal, ...] = ()
    """Terms of 12:47:41."""
    more: bool = False
    """余 多 几 inside: 35万余, 十几."""
    unit: str = ""
    """% for 百分之, ‰ for 千分之, 成 for 七成五."""
    scale: int = 1
    """What 万 and 亿 multiplied by: 10000 for 35万."""
    arabic: bool = False
    """Written in digits."""


def number(text: str, at: int) -> Number | None:
    """The number that begins at `at`, the longest reading; None when none does."""
    first = _single(text, at)
    if first is None or first.value is None or first.ratio:
        return first
    return _range(text, first) or first


def value(text: str) -> Decimal | Fraction | None:
    """The worth of a whole string: 三百二十 -> 320; None when it is no number."""
    found = number(text, 0)
    return found.value if found and found.end == len(text) else None


def _single(text: str, at: int) -> Number | None:
    character = text[at : at + 1]
    if "0" <= character <= "9" or "\uff10" <= character <= "\uff19":
        return _ratio(text, at) or _slash(text, at) or _parts(text, at) or _arabic(text, at)
    return _parts(text, at) or _half(text, at) or _vague(text, at) or _han(text, at)


def _simple(text: str, at: int) -> Number | None:
    """A number that is no share, ratio or fraction."""
    return _arabic(text, at) or _han(text, at)


def _arabic(text: str, at: int) -> Number | None:
    match = _ARABIC.match(text, at)
    if match is None:
        return None
    end = match.end()
    if end - at > _LONGEST:
        return Number(end, None, arabic=True)
    worth = Decimal(match.group().translate(_ASCII).replace(",", ""))
    return _scaled(text, end, worth)


def _scaled(text: str, end: int, worth: Decimal) -> Number:
    scale = 1
    match = _SCALE.match(text, end)
    if match is None or not (match["before"] or match["scale"] or match["after"]):
        return Number(end, worth, arabic=True)
    for character in match["scale"] or "":
        scale *= _SMALL.get(character) or _LARGE[character]
    more = bool(match["before"] or match["after"])
    if match["before"] and not match["scale"] and match["after"]:
        match_end = match.end("before")
    else:
        match_end = max(match.end(group) for group in ("before", "scale", "after"))
    if match["before"] == "几" and scale == 1:
        return Number(end, worth, arabic=True)
    tail = _tail(text, match_end) if scale >= 10**4 and not more else None
    if tail:
        return Number(tail[0], _times(worth, scale) + tail[1], scale=scale, arabic=True)
    return Number(match_end, _times(worth, scale), more=more, scale=scale, arabic=True)


# 1亿2千万 · 3万5千
_TAIL = re.compile(r"(?P<digits>[0-9]{1,4})(?P<scale>千万|百万|万|千(?!瓦|伏|米|克|升))")


def _tail(text: str, at: int) -> tuple[int, Decimal] | None:
    match = _TAIL.match(text, at)
    if match is None:
        return None
    scale = 1
    for character in match["scale"]:
        scale *= _SMALL.get(character) or _LARGE[character]
    return match.end(), Decimal(match["digits"]) * scale


def _times(worth: Decimal, scale: int) -> Decimal:
    with localcontext(_EXACT):
        product = worth * scale
        return product.quantize(Decimal(1)) if product == product.to_integral_value() else product.normalize()


def _ratio(text: str, at: int) -> Number | None:
    match = _RATIO.match(text, at)
    if match is None:
        return None
    terms = [term.strip() for term in re.split("[:\uff1a\u2236\ufe30]", match.group().translate(_ASCII))]
    if not all(re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", term) for term in terms):
        return None
    return Number(match.end(), None, ratio=tuple(map(Decimal, terms)), arabic=True)


def _slash(text: str, at: int) -> Number | None:
    match = _SLASH.match(text, at)
    if match is None or int(match["above"]) >= int(match["below"]):
        return None
    return Number(match.end(), Fraction(int(match["above"]), int(match["below"])), arabic=True)


def _parts(text: str, at: int) -> Number | None:
    """百分之六十二, 三分之二."""
    match = _PARTS.match(text, at)
    if match is None:
        return None
    below = _whole(match["below"]) if match["below"][0] in _HAN else int(match["below"])
    above = _simple(text, match.end())
    if not below or above is None or not isinstance(above.value, Decimal):
        return None
    if below == 100 and text.startswith("点", match.end()):
        return None
    if below in (100, 1000):
        return replace(above, unit="%" if below == 100 else "‰", arabic=False)
    share = Fraction(int(above.value), below) if above.value == int(above.value) else None
    return Number(above.end, share) if share is not None else None


def _half(text: str, at: int) -> Number | None:
    match = _HALF.match(text, at)
    return Number(match.end(), Fraction(1, 2)) if match else None


# 数十 · 几百万 · 十几 · 几十
_VAGUE = re.compile(r"[数几](?P<scale>[十百千万亿]{1,3})")


def _vague(text: str, at: int) -> Number | None:
    match = _VAGUE.match(text, at)
    if match is None:
        return None
    worth = _whole(match["scale"])
    if worth is None:
        return None
    return Number(match.end(), Decimal(worth), more=True, scale=max(1, worth // 10000 * 10000))


def _han(text: str, at: int) -> Number | None:
    match = _HAN_RUN.match(text, at)
    if match is None:
        return None
    run = match.group()
    end = at + len(run)
    if run[-1] in "百千" and _unit_scale(text, end):
        run, end = run[:-1], end - 1
    if not run:
        return None
    worth = _whole(run)
    if worth is None:
        pair = _neighbours(run)
        return Number(end, *pair) if pair else None
    return _han_tail(text, end, run, worth)


def _unit_scale(text: str, end: int) -> bool:
    """Whether the 千 or 百 before `end` begins a unit: 一千瓦 is taken as 千瓦, 三个百分点."""
    return text.startswith("分", end) or (text[end : end + 1] in ("瓦", "伏", "克", "升") and text[end - 1] == "千")


def _han_tail(text: str, end: int, run: str, worth: int) -> Number:
    scale = next((_LARGE[c] for c in reversed(run) if c in _LARGE), 1)
    amount = Decimal(worth)
    point = _POINT.match(text, end)
    if point:
        digits = "".join(str(_DIGITS[c]) for c in point["digits"])
        amount, end = Decimal(f"{worth}.{digits}"), point.end()
        large = _LARGE_AFTER.match(text, end)
        if large:
            factor = 10**12 if large.group() == "万亿" else _LARGE[large.group()]
            return Number(large.end(), _times(amount, factor), scale=factor)
    tenths = _TENTHS.match(text, end)
    if tenths and worth < 10:
        rest = 5 if tenths["rest"] == "半" else _DIGITS[tenths["rest"]]
        return Number(tenths.end(), Decimal(f"{worth}.{rest}"), unit="成")
    odd = _ODD.match(text, end)
    if odd and (run[-1] in "十百千万亿" or len(run) > 1):
        large = _LARGE_AFTER.match(text, odd.end())
        if large:
            factor = 10**12 if large.group() == "万亿" else _LARGE[large.group()]
            return Number(large.end(), _times(amount, factor), more=True, scale=factor)
        return Number(odd.end(), amount, more=True, scale=scale)
    return Number(end, amount, scale=scale)


def _neighbours(run: str) -> tuple[Decimal, Decimal] | None:
    """三五 and 七八 said for "three to five": the two ends."""
    if len(run) == 2 and run[0] in _DIGITS and run[1] in _DIGITS and _DIGITS[run[0]] < _DIGITS[run[1]]:
        return Decimal(_DIGITS[run[0]]), Decimal(_DIGITS[run[1]])
    return None


# 三千零五 · 百二十 · 十
_SECTION = re.compile(
    "(?:(?P<thousands>[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]?)[千仟](?P<gap>[零〇]?))?"
    "(?:(?P<hundreds>[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]?)[百佰](?P<hole>[零〇]?))?"
    "(?:(?P<tens>[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]?)[十拾])?"
    "(?P<ones>[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖]?)"
)


def _whole(run: str) -> int | None:
    """The worth of a run of Chinese numerals by the rules of writing them; None when they do not make one number."""
    if all(c in _DIGITS for c in run):
        if len(run) == 1:
            return _DIGITS[run]
        return int("".join(str(_DIGITS[c]) for c in run)) if 3 <= len(run) <= 12 else None
    for large, scale in (("亿億", 10**8), ("万萬", 10**4)):
        at = max(run.rfind(large[0]), run.rfind(large[1]))
        if at >= 0:
            high = _whole(run[:at]) if at else 1
            low = _rest(run[at + 1 :], scale)
            return high * scale + low if high is not None and low is not None and low < scale else None
    return _section(run)


def _rest(run: str, scale: int) -> int | None:
    """What follows 万 or 亿: 零五 is 5, a bare 五 is half of it, nothing is 0."""
    if not run:
        return 0
    if len(run) == 1 and run in _DIGITS:
        return _DIGITS[run] * scale // 10
    return _whole(run.lstrip("零〇")) if run.strip("零〇") else None


def _section(run: str) -> int | None:
    match = _SECTION.fullmatch(run)
    if match is None:
        return None
    worth = 0
    for name, scale in (("thousands", 1000), ("hundreds", 100), ("tens", 10)):
        digit = match[name]
        if digit is not None:
            worth += scale * (_DIGITS[digit] if digit else 1)
    ones = _DIGITS[match["ones"]] if match["ones"] else 0
    if not match["ones"] or match["tens"] is not None or match["gap"] or match["hole"]:
        return worth + ones
    return worth + ones * (100 if match["hundreds"] is None else 10)


def _range(text: str, first: Number) -> Number | None:
    """5—10, 三至五, 10%-15% (the caller adds the unit)."""
    end = first.end
    mark = _PERCENT.match(text, end) if first.arabic else None
    joint = _TO.match(text, mark.end() if mark else end)
    if joint is None or not isinstance(first.value, Decimal) or first.more:
        return None
    second = _single(text, joint.end())
    if second is None or not isinstance(second.value, Decimal) or second.arabic != first.arabic:
        return None
    low = first.value
    if first.scale == 1 and second.scale > 1:
        low = _times(low, second.scale)
    if mark and not _PERCENT.match(text, second.end):
        return None
    if low >= second.value or text[second.end : second.end + 1] in _TO_AGAIN:
        return None
    unit = second.unit or first.unit
    return Number(second.end, low, second.value, more=second.more, unit=unit, scale=second.scale, arabic=first.arabic)


_TO_AGAIN = ("-", "－", "—", "–", "~")
