"""Cut a sentence at its indicators: what stands before and behind each within its own clause.

“进驻行政审批单位56个、进驻率达100%，…” -> (进驻行政审批单位 | 56个 | ), (进驻率达 | 100% | ).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from gongkai.extract import phrases, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.model import Figure, Span

_GAP = 160
"""Characters on each side of a figure that are looked at; keeps the work linear on any line."""
# “标准统一、就近交件” and （街道） are kept whole; ， 。 and brackets around figures cut
_TOKEN = re.compile(
    r"“[^“”\n]*”|《[^《》\n]*》|[（(][^（）()\n，。；]{1,12}[)）]|"
    r"(?P<hard>[，,。；;：:！!？?\n（()）]|——|其中[，,：:]?)"
)
# 2025年前建成 · 3月底
_BEHIND_DATE = re.compile("以来|年?[底末初](?![次级始])|之?前(?![三期景往端列])|起(?![到诉草])|期间|份|度")
_SOFT = re.compile(r"、|(?:以及|和(?![谐美睦解平])|与(?!会)|及(?![时格]))")
_LIST = re.compile(r"^[\s\u3000]*(?:、|，|,|和|与|及|以及|或|；|;)?[\s\u3000]*$")
_JOINING = re.compile(r"(?:、|和|与|及|以及|或)[\s\u3000]*$")


SHARED = "="
"""Joint of a figure whose words before are also the words behind the figure before it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An indicator's figure with its surroundings in the clause."""

    figure: Figure
    before: str
    """Text between the last cut, or the figure before, and this figure; dates, blanks and asides left out."""
    after: str
    """Text behind the figure up to the next cut or figure."""
    joint: str
    """What parts it from the figure before: a mark, 、, 和, 其中, or nothing when both stand in one phrase."""
    aside: tuple[str, ...]
    """Clauses without indicators between the figure before and this one."""
    inner: bool
    """Inside brackets that opened after the figure before."""
    label: str
    """What stands before the last ：of the sentence: 行政复议：结果维持 3."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """The text between two figures, cut."""

    after: str
    before: str
    joint: str
    aside: tuple[str, ...]
    opens: int
    label: str = ""


def slots(text: str, sentence: Span, figures: Sequence[Figure], dates: Sequence[Figure]) -> list[Slot]:
    """One slot an indicator of the sentence, in order; `dates` are the sentence's dates, whose text is left out."""
    if not figures:
        return []
    blank = [(date.span.start, date.span.end) for date in dates]
    bounds = [sentence.start, *(figure.span.end for figure in figures)]
    ends = [*(figure.span.start for figure in figures), sentence.end]
    gaps = [
        _cut(_without(text, start, end, blank), first=not number, last=number == len(figures))
        for number, (start, end) in enumerate(zip(bounds, ends, strict=True))
    ]
    found, depth, label = [], 0, ""
    for number, figure in enumerate(figures):
        gap = gaps[number]
        depth = max(0, depth + gap.opens)
        label = gap.label or label
        found.append(
            Slot(figure, phrases.flat(gap.before), gaps[number + 1].after, gap.joint, gap.aside, depth > 0, label)
        )
    return found


def _without(text: str, start: int, end: int, blank: Sequence[tuple[int, int]]) -> str:
    """The text from start to end, both ends of it when it is long, without the blanked pieces."""
    if end - start > 2 * _GAP:
        return text[start : start + _GAP] + "，" + text[end - _GAP : end]
    pieces, at = [], start
    for number in range(bisect_left(blank, (start, start)), len(blank)):
        left, right = blank[number]
        if left >= end:
            break
        if right <= end and left >= at:
            pieces.append(text[at:left])
            match = _BEHIND_DATE.match(text, right, end)
            at = match.end() if match else right
    return "".join([*pieces, text[at:end]])


def _cut(gap: str, *, first: bool, last: bool) -> _Gap:
    cuts = [match for match in _TOKEN.finditer(gap) if match.lastgroup]
    opens = gap.count("（") + gap.count("(") - gap.count("）") - gap.count(")")
    if cuts:
        after = gap[: cuts[0].start()]
        before = gap[cuts[-1].end() :]
        middle = tuple(piece for one, two in pairwise(cuts) if (piece := gap[one.end() : two.start()].strip()))
        joint = "其中" if _splits(cuts) else cuts[-1].group()
        if first:
            middle, after = ((after, *middle) if after.strip() else middle), ""
        return _Gap(_first_piece(after), before, joint, middle, opens, _label(gap, cuts))
    if first:
        return _Gap("", gap, "", (), opens)
    if last:
        return _Gap(_first_piece(gap), "", "", (), opens)
    return _shared(gap, opens)


def _splits(cuts: Sequence[re.Match[str]]) -> bool:
    """Whether 其中 stands behind the last full stop of a gap."""
    for cut in reversed(cuts):
        if cut.group() in "。；;":
            return False
        if cut.group().startswith("其中"):
            return True
    return False


def _label(gap: str, cuts: Sequence[re.Match[str]]) -> str:
    """The clause before the last colon of a gap."""
    for number in range(len(cuts) - 1, -1, -1):
        if cuts[number].group() in ("：", ":"):
            start = cuts[number - 1].end() if number else 0
            return re.sub(r"[（(][^（）()]*[)）]", "", phrases.flat(gap[start : cuts[number].start()]))
    return ""


def _first_piece(after: str) -> str:
    """What follows a figure up to the first 、."""
    mark = _pause(after)
    return after[:mark] if mark >= 0 else after


# 县（市、区） · “就近、方便”
_WHOLE = re.compile(r"[（(][^（）()]*[)）]|“[^“”]*”|《[^《》]*》")


def _masked(text: str) -> str:
    """The text with what is kept whole blotted out, offsets unchanged."""
    return _WHOLE.sub(lambda match: "_" * len(match.group()), text)


def _pause(text: str) -> int:
    """Where the first 、 parts two phrases; -1 for none: 县（市、区）, 专、兼职人员, 国控、省控断面 are one."""
    masked = _masked(text)
    at = masked.find("、")
    while 0 <= at <= 3 and (at == 1 or masked[at - 1] == masked[2 * at : 2 * at + 1]):
        at = masked.find("、", at + 1)
    return at


def _shared(gap: str, opens: int) -> _Gap:
    """A gap without a cut belongs in part to the figure before, in part to the one behind."""
    if _LIST.match(gap):
        return _Gap("", "", gap.strip() or "", (), opens)
    ending = _JOINING.search(gap)
    if ending and ending.start() > 0:
        return _Gap(gap[: ending.start()], "", ending.group().strip(), (), opens)
    soft = _SOFT.match(gap.lstrip())
    if soft:
        return _Gap("", gap.lstrip()[soft.end() :], soft.group(), (), opens)
    mark = _pause(gap)
    if mark > 0:
        return _Gap(gap[:mark], gap[mark + 1 :], "、", (), opens)
    verb = vocabulary.breaks(_masked(gap))
    if verb > 0:
        return _Gap(gap[:verb], gap[verb:], "", (), opens)
    return _Gap(gap, gap, SHARED, (), opens)
