"""Find every number mention of a text with its exact span: “评价数量35万余条” -> 35万余条.

A mention is a number with unit and adjoining qualifier, or a form (a date, a code), or numerals inside a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from gongkai.extract import qualifiers
from gongkai.extract.enclosures import Enclosures
from gongkai.extract.forms import form
from gongkai.extract.units import unit, unknown
from gongkai.extract.wording import word
from gongkai.model import FigureKind, Qualifier, Span
from gongkai.numerals import NUMERALS, Number, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gongkai.extract.enclosures import Enclosure
    from gongkai.extract.units import Unit

_NUMERAL = re.compile(f"[{NUMERALS}]")
_DIGIT = re.compile("[0-9\uff10-\uff19]")
_RUN = re.compile(f"[{NUMERALS}]{{1,60}}+")
_CODE_RUN = re.compile("[0-9A-Za-z\uff10-\uff19.+\\-－_/]{1,60}+")
_BLANKS = (" ", "\u00a0", "\u3000")
# G318线 · PM2.5 · SQ0101-2024-00007
_LETTERED = re.compile("[A-Za-zΑ-ω](?:[A-Za-z0-9]{0,12}[-－ ]?)?$")
_LETTER_CODE = re.compile(r"[0-9A-Za-z]{1,24}(?:[-－_./][0-9A-Za-z]{1,24}){0,6}")
# 5G · 4A级 · 3D
_LETTER_AFTER = re.compile(r"[A-Za-z]{1,8}级?")
# 居全省前3位 · 跻身全国前十
_TOP = re.compile(
    r"(?:居|列|入|跻身|保持|位于|全[国省市县区州]|排名|排|世界|中部|西部|行业|同类|系统)[^，。；\d]{0,6}$"
)
_ENDS = re.compile(r"[，。；、！）)的行]|$|和|以内|之列|\n")
_PLACE = re.compile("[  ]?[位名强]")
_LONGEST_QUOTE = 16


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of text that holds numerals, before it is judged."""

    span: Span
    kind: FigureKind | None = None
    """Set when the form alone tells."""
    reason: str = ""
    """Name of the rule that set it."""
    number: Number | None = None
    unit: str = ""
    of: str = ""
    """What the unit measures, as in units.yml; empty without a unit."""
    qualifier: Qualifier | None = None
    ordinal: bool = False
    """第 stands before the number."""


def mentions(text: str, taken: Sequence[Span]) -> Iterator[Mention]:
    """All mentions in reading order; numerals inside `taken` (heading numbers, point marks) are left out."""
    enclosures = Enclosures(text)
    barriers = iter([*taken, Span(len(text) + 1, len(text) + 1)])
    barrier = next(barriers)
    at = 0
    while found := _NUMERAL.search(text, at):
        here = found.start()
        while barrier.end <= here:
            barrier = next(barriers)
        if barrier.start <= here:
            at = barrier.end
            continue
        mention = _mention(text, here, at, enclosures)
        if mention.span.end > barrier.start:
            mention = Mention(Span(mention.span.start, barrier.start), FigureKind.WORD, "word")
        yield mention
        at = mention.span.end


def _mention(text: str, at: int, floor: int, enclosures: Enclosures) -> Mention:
    """The mention around the numeral at `at`; it may begin earlier, but not before `floor`."""
    digit = bool(_DIGIT.match(text, at))
    if not digit:
        known = _han_word(text, at, floor)
        if known:
            return known
    inside = enclosures.at(at)
    if inside:
        quoted = _enclosed(text, at, floor, inside)
        if quoted:
            return quoted
    shaped = form(text, at, floor, "digits" if digit else "han")
    if shaped:
        return Mention(shaped.span, shaped.kind, shaped.reason)
    return _coded(text, at, floor) or _measured(text, at, floor) or _wordlike(text, at)


def _han_word(text: str, at: int, floor: int) -> Mention | None:
    if "①" <= text[at] <= "⑳":
        return Mention(Span(at, at + 1), FigureKind.REFERENCE, "circled")
    known = word(text, at, floor)
    if known is None:
        return None
    longer = number(text, at)
    if longer and longer.end > known.end:
        return None
    return Mention(known, FigureKind.WORD, "word")


def _enclosed(text: str, at: int, floor: int, inside: Enclosure) -> Mention | None:
    """The mention for a numeral in a quotation or title; None when it is long enough to be read as a sentence."""
    start, end = inside.start, inside.end
    content = text[start:end]
    if inside.title:
        shaped = form(text, at, floor, "digits" if _DIGIT.match(text, at) else "han")
        if shaped:
            return Mention(shaped.span, shaped.kind, shaped.reason)
        run = _CODE_RUN.match(text, at) or _RUN.match(text, at)
        kind = FigureKind.NAME if _DIGIT.match(text, at) else FigureKind.WORD
        return Mention(Span(at, run.end() if run else at + 1), kind, "in_title")
    if len(content) > _LONGEST_QUOTE or re.search("[，。；：]", content):
        return None
    if _DIGIT.search(content):
        shaped = form(text, at, floor, "digits" if _DIGIT.match(text, at) else "han")
        if shaped and shaped.kind in (FigureKind.DATE, FigureKind.IDENTIFIER):
            return Mention(shaped.span, shaped.kind, shaped.reason)
        return Mention(Span(max(start, floor), end), FigureKind.NAME, "quoted")
    return Mention(Span(max(start, floor), end), FigureKind.WORD, "quoted_word")


def _coded(text: str, at: int, floor: int) -> Mention | None:
    """A number that letters make a name or a code: G318, 5G, SQ0101-2024-00007."""
    if not _DIGIT.match(text, at):
        return None
    before = _LETTERED.search(text, max(floor, at - 16), at)
    if before:
        code = _LETTER_CODE.match(text, before.start())
        end = max(code.end() if code else at, at + 1)
        found = number(text, at)
        measure = unit(text, _past_blank(text, found.end)) if found else None
        if found and measure and found.end >= end and measure.of != "score" and measure.text not in ("线", "路"):
            return None
        long = sum(c.isdigit() for c in text[before.start() : end]) >= 5
        kind, reason = (FigureKind.IDENTIFIER, "code") if long else (FigureKind.NAME, "lettered")
        return Mention(Span(before.start(), end), kind, reason)
    found = number(text, at)
    after = _LETTER_AFTER.match(text, found.end) if found else None
    if found and after and not unit(text, found.end):
        return Mention(Span(at, after.end()), FigureKind.NAME, "lettered")
    return None


def _measured(text: str, at: int, floor: int) -> Mention | None:
    """Number, unit and qualifiers; None when the numeral counts nothing."""
    start = at - 1 if at > floor and text[at - 1] == "数" and text[at] in "十百千万亿" else at
    found = number(text, start)
    if found is None:
        return None
    ordinal = _ordinal(text, start, floor)
    if ordinal is not None:
        return _ranked(text, ordinal, found)
    if text[start - 1 : start] == "前" and start > floor and _TOP.search(text, max(floor, start - 12), start - 1):
        top = _top(text, start - 1, found)
        if top:
            return top
    measure = _unit_of(text, found)
    end = measure.end if measure else found.end
    if not (measure or found.arabic or found.unit or found.value is None or _bare_han(found)):
        return None
    name, of = (measure.text, measure.of) if measure else (found.unit, "rate" if found.unit else "")
    if (
        isinstance(found.value, Decimal)
        and name.endswith(_SIGNED)
        and _MINUS.search(text, max(floor, start - 3), start)
    ):
        start, found = start - 1, replace(found, value=-found.value)
    first, begin = qualifiers.before(text, start, floor)
    last, end = qualifiers.after(text, end)
    more = Qualifier.OVER if found.more else None
    return Mention(Span(begin, end), number=found, unit=name, of=of, qualifier=last or first or more)


# 增速为-3.2% · 增长－5.1% · 下降（−2‰） · 增长率为负3.2%; not 5-10%, not 自负20%
_MINUS = re.compile(
    r"(?:(?<![0-9\uff10-\uff19A-Za-z\-\uff0d\u2212\u2013\u2014~%％‰])[\-\uff0d\u2212\ufe63]"
    r"|(?<![一二三四五六七八九十百千万亿0-9\uff10-\uff19A-Za-z\-\u2014%％‰])[\u2013\u2014]|(?<=[为达至是到增在，（])负)\Z"
)
_SIGNED = ("%", "％", "‰", "百分点", "℃", "度", "元")
"""Ends of the units of what can be less than nothing."""


def _unit_of(text: str, found: Number) -> Unit | None:
    if found.unit and found.unit != "成":
        return None
    if found.unit == "成":
        return None
    known = unit(text, _past_blank(text, found.end))
    return known or (unknown(text, found.end) if found.arabic and not found.ratio else None)


def _bare_han(found: Number) -> bool:
    """A Chinese number without a unit counts only when it is a share or more than a few: 三分之二, 三百余."""
    return isinstance(found.value, Fraction) or found.more


def _ordinal(text: str, start: int, floor: int) -> int | None:
    """Where 第 stands when it makes the number an ordinal."""
    before = start - 1
    if before > floor and text[before] in _BLANKS:
        before -= 1
    return before if before >= floor and text[before : before + 1] == "第" else None


def _ranked(text: str, start: int, found: Number) -> Mention:
    measure = unit(text, _past_blank(text, found.end))
    place = measure if measure and measure.text in ("位", "名", "条", "款", "项") else None
    return Mention(
        Span(start, place.end if place else found.end),
        number=replace(found, more=False),
        unit=place.text if place else "",
        of="ordinal",
        ordinal=True,
    )


def _top(text: str, start: int, found: Number) -> Mention | None:
    """前3位, 前三: a rank among the first."""
    place = _PLACE.match(text, found.end)
    end = place.end() if place else found.end
    if not place and not _ENDS.match(text, end):
        return None
    unit_ = place.group().strip() if place else ""
    return Mention(Span(start, end), number=found, unit=unit_, of="ordinal", qualifier=Qualifier.TOP, ordinal=True)


def _wordlike(text: str, at: int) -> Mention:
    """Numerals that count nothing: one word of them."""
    run = _RUN.match(text, at)
    end = run.end() if run else at + 1
    kind = FigureKind.NAME if _DIGIT.match(text, at) else FigureKind.WORD
    return Mention(Span(at, end), kind, "word" if kind is FigureKind.WORD else "bare")


def _past_blank(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in _BLANKS else at
