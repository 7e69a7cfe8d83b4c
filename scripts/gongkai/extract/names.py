"""Name indicators as a person would in a table: “受理来电1968个，办结1966个” -> 受理来电, 来电(办结).

A name is taken from the figure's own clause; when that holds no noun, from what the sentence has named before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gongkai.extract import labels, lists, phrases
from gongkai.extract.carry import SHARES, UNNAMED, Name
from gongkai.extract.changes import change, direction
from gongkai.extract.own import ORIGIN, follows_part, own
from gongkai.extract.relations import changed, rank, relation, share
from gongkai.extract.sharing import shared
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.extract.carry import Carry
    from gongkai.extract.slots import Slot

# 增至 · 减少到 · 提高到
_TO = re.compile(
    r"^(?:的|，|个|元)?(?:\S{0,2})(?:增|减|降|升|提高|提升|压缩|缩短|缩小|上升|下降|扩大|调整|增加|减少|降低|发展|拓展|缩减|精简|压减|回落|"
    r"跃升|攀升|提前|变|到|转|前移|至)\S{0,3}(?:到|至|为)?$"
)


def names(slots: Sequence[Slot], carry: Carry) -> tuple[list[Name], Carry]:
    """One name a slot of a sentence, and what the next sentence may lean on."""
    found: list[Name] = []
    carry = replace(carry, recent=(), lately=(), origin="", whole=None, theme=_theme(slots))
    while len(found) < len(slots):
        at = len(found)
        size = lists.run_length(slots, at)
        listed = shared(slots[at : at + size], carry) if size > 1 else None
        group = slots[at : at + size] if listed else slots[at : at + 1]
        for slot, given in zip(group, listed or [_single(slots[at], carry)], strict=True):
            text = labels.finished(given.text) or carry.topic[: labels.LONGEST] or UNNAMED
            carry, whole = _whole(slot, given, carry)
            name = replace(given, text=text, part_of=whole)
            found.append(name)
            carry = _carried(slot, name, carry)
    return found, carry


# 第三幼儿园项目，占地面积8436平方米
_THING = re.compile(
    r"(?:项目|工程|基地|园区?|学校|医院|公路|大桥|铁路|隧道|水库|高速|中心|车站|电站|工厂|公司|平台|热线|小区|馆|线路|航线|机场|港口)$"
)


def _theme(slots: Sequence[Slot]) -> str:
    """The thing that a sentence opens with."""
    for clause in slots[0].aside[-2:] if slots else ():
        text = phrases.trimmed(phrases.flat(clause))
        if len(text) <= 20 and _THING.search(text):
            return text
    return ""


def _whole(slot: Slot, name: Name, carry: Carry) -> tuple[Carry, int | None]:
    """The indicator that this one is part of, and the carry that knows it for those that follow."""
    if name.split and carry.level_unit in SHARES and slot.figure.unit not in SHARES:
        return replace(carry, whole=None), None
    if name.split and carry.count and not follows_part(slot, carry):
        carry = replace(carry, whole=carry.level_at, whole_unit=slot.figure.unit, whole_name=carry.level)
        carry = replace(carry, whole_open=not carry.lately)
        return carry, carry.whole
    return carry, carry.whole if name.split else None


def _carried(slot: Slot, name: Name, carry: Carry) -> Carry:
    """What to remember after a name was given."""
    level = name.level and slot.figure.kind not in (FigureKind.RANK, FigureKind.CHANGE)
    return replace(
        carry,
        level=name.text if level else name.about or carry.level or name.text,
        level_unit=carry.level_unit if not level and name.about in ("", carry.level) else slot.figure.unit,
        whole=None if level and not name.split else carry.whole,
        level_at=carry.count if level and not (name.part_of is not None and not name.split) else carry.level_at,
        last=name.text,
        spoken=name.text if level or name.split or name.told or not carry.spoken else carry.spoken,
        origin=name.text if ORIGIN.search(slot.before) else "",
        recent=(*carry.recent, (name.text, slot.figure.unit))[-12:] if level else carry.recent,
        lately=(*carry.lately, name.text)[-12:],
        count=carry.count + 1,
    )


def _single(slot: Slot, carry: Carry) -> Name:
    """The name of one figure, by the first rule that has an answer."""
    if carry.origin and _TO.match(slot.before):
        return Name(carry.origin, direction=direction(slot.before))
    if slot.figure.kind is FigureKind.RANK:
        return rank(slot, carry)
    moved = change(slot.before) if slot.figure.kind in (FigureKind.CHANGE, FigureKind.MULTIPLE) else None
    if moved:
        return changed(slot, moved, carry)
    return relation(slot, carry) or share(slot, carry) or own(slot, carry)
