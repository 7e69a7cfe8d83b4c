"""Name the figures of a list one to one: 交通、水利投资分别达到845亿元、486.3亿元 -> 交通投资, 水利投资."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.extract import lists, phrases
from gongkai.extract.carry import Name, last_aside, of_growth
from gongkai.extract.changes import change, subject
from gongkai.extract.relations import FIELD, SHARE
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.extract.carry import Carry
    from gongkai.extract.slots import Slot


def shared(slots: Sequence[Slot], carry: Carry) -> list[Name] | None:
    """One name a figure of a list: 交通、水利投资分别达到845亿元、486.3亿元; None when the text does not share out."""
    first, count = slots[0], len(slots)
    each = lists.has_each(first.before)
    head, rest = lists.before_each(first.before)
    moved = [change(slot.before) for slot in slots]
    told = moved[0].subject if moved[0] and not each else subject(phrases.flat(head))
    parts = lists.items(told, count)
    if not parts and (not told or phrases.is_generic(told)):
        parts = _lately(carry, count) or lists.items(last_aside(first), count)
    objects = lists.items(rest, count) if each and parts else []
    if objects:
        parts = [f"{part}{thing}" for part, thing in zip(parts, objects, strict=True)]
    if not parts and each:
        parts = [told or carry.level or last_aside(first) or carry.topic] * count
    if not parts:
        return None
    found: list[Name] = []
    told_last = None
    for slot, part, move in zip(slots, parts, moved, strict=True):
        told_last = move or told_last
        text = _part_name(slot, part, told_last.verb if told_last else "", rest, carry)
        told_of = slot.figure.kind in (FigureKind.CHANGE, FigureKind.RANK) or text.endswith(("占比", "比重"))
        found.append(Name(text, direction=told_last.direction if told_last else None, level=not told_of))
    return found


def _lately(carry: Carry, count: int) -> list[str]:
    """The last names of the sentence, when they were a list of as many: of things, or of what grew."""
    if len(carry.recent) >= count and carry.names[-count:] == list(carry.lately[-count:]):
        return carry.names[-count:]
    if len(carry.lately) >= count and not any(name in carry.names for name in carry.lately[-count:]):
        return list(carry.lately[-count:])
    return carry.names[-count:] if len(carry.recent) >= count else []


def _part_name(slot: Slot, part: str, verb: str, rest: str, carry: Carry) -> str:
    """The name of one of a list: its phrase and what is said of all."""
    if slot.figure.kind is FigureKind.RANK:
        field = FIELD.search(rest) or FIELD.search(slot.before)
        part = f"{phrases.noun(carry.level)}{part}" if phrases.is_generic(part) and carry.level else part
        return f"{of_growth(part)}{field.group() if field else ''}排名"
    share = SHARE.match(phrases.flat(rest))
    if share and slot.figure.kind is FigureKind.RATE:
        whole = phrases.trimmed(share["whole"])
        return f"{part}占{whole}比重" if whole else f"{part}占比"
    if verb and slot.figure.kind in (FigureKind.CHANGE, FigureKind.MULTIPLE):
        return f"{part}{verb}"
    return part
