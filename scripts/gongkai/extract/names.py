"""Name indicators as a person would in a table: “受理来电1968个，办结1966个” -> 受理来电, 来电(办结).

A name is taken from the figure's own clause; when that holds no noun, from what the sentence has named before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gongkai.extract import lists, phrases
from gongkai.extract.carry import UNNAMED, Name
from gongkai.extract.changes import change, direction
from gongkai.extract.own import ORIGIN, own
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
    carry = replace(carry, recent=(), origin="")
    while len(found) < len(slots):
        at = len(found)
        size = lists.run_length(slots, at)
        listed = shared(slots[at : at + size], carry) if size > 1 else None
        for slot, given in zip(slots[at:], listed or [_single(slots[at], carry)], strict=False):
            name = replace(given, text=phrases.finished(given.text) or carry.topic[: phrases.LONGEST] or UNNAMED)
            found.append(name)
            carry = _carried(slot, name, carry)
    return found, carry


def _carried(slot: Slot, name: Name, carry: Carry) -> Carry:
    """What to remember after a name was given."""
    level = name.level and slot.figure.kind is not FigureKind.RANK
    return replace(
        carry,
        level=name.text if level or not carry.level else carry.level,
        last=name.text,
        origin=name.text if ORIGIN.search(phrases.flat(slot.before)) else "",
        recent=(*carry.recent, (name.text, slot.figure.unit))[-12:] if level else carry.recent,
        count=carry.count + 1,
    )


def _single(slot: Slot, carry: Carry) -> Name:
    """The name of one figure, by the first rule that has an answer."""
    if carry.origin and _TO.match(phrases.flat(slot.before)):
        return Name(carry.origin, direction=direction(slot.before))
    if slot.figure.kind is FigureKind.RANK:
        return rank(slot, carry)
    moved = change(slot.before) if slot.figure.kind in (FigureKind.CHANGE, FigureKind.MULTIPLE) else None
    if moved:
        return changed(slot, moved, carry)
    return relation(slot, carry) or share(slot, carry) or own(slot, carry)
