"""Name the figures of a list one to one: 交通、水利投资分别达到845亿元、486.3亿元 -> 交通投资, 水利投资."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.extract import labels, lists, phrases, vocabulary
from gongkai.extract.carry import Name, last_aside, of_growth
from gongkai.extract.changes import change, subject, unchanged
from gongkai.extract.relations import FIELD, SHARE
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.extract.carry import Carry
    from gongkai.extract.changes import Change
    from gongkai.extract.slots import Slot


# 高出国家、自治区 · 比全国、全省高
_COMPARED = re.compile(
    r"^(?P<front>高于|低于|高出|快于|慢于|超过|超出|优于|比|较)(?P<others>(?!上年|去年|年初|同期)[^，]+?)"
    r"(?P<end>(?<!提)高|低|快|慢|多|少|高出)?$"
)


def shared(slots: Sequence[Slot], carry: Carry) -> list[Name] | None:
    """One name a figure of a list: 交通、水利投资分别达到845亿元、486.3亿元; None when the text does not share out."""
    first, count = slots[0], len(slots)
    each = lists.has_each(first.before)
    head, rest = lists.before_each(first.before)
    moved = [change(slot.before) for slot in slots]
    others = _others(head, rest, count, carry) if each else []
    if others:
        ways = zip(others, [move.direction if move else None for move in moved], strict=True)
        return [Name(text, direction=way, level=False) for text, way in ways]
    whole = SHARE.match(rest) or SHARE.match(head)
    told = moved[0].subject if moved[0] and not each else subject(head)
    told = phrases.trimmed(whole["part"]) if whole and not SHARE.match(rest) else told
    parts = _parts(first, told, count, carry)
    objects = lists.items(rest, count) if each and parts else []
    if objects:
        parts = [f"{part}{thing}" for part, thing in zip(parts, objects, strict=True)]
    if not parts and each:
        parts = [told or carry.level or last_aside(first) or carry.topic] * count
    found: list[Name] = []
    last = None
    for slot, part, move in zip(slots, parts, moved, strict=bool(parts)):
        last = move or last
        text = _part_name(slot, part, rest, whole, last)
        told_of = slot.figure.kind in (FigureKind.CHANGE, FigureKind.RANK) or text.endswith(("占比", "比重"))
        found.append(Name(text, direction=last.direction if last else None, level=not told_of))
    return found or None


def _others(head: str, rest: str, count: int, carry: Carry) -> list[str]:
    """Names of one thing compared with several: 毛入园率95.3%，分别高出国家、自治区17.9个百分点、15.7个百分点."""
    match = _COMPARED.match(rest)
    others = re.split("、|和|与", match["others"]) if match else []
    told = subject(head)
    base = of_growth(carry.last) if not told or vocabulary.is_generic(told) else told
    if not match or not base or len(others) != count:
        return []
    return [f"{labels.clipped(base, 18)}{match['front']}{other}{match['end'] or ''}" for other in others]


def _parts(first: Slot, told: str, count: int, carry: Carry) -> list[str]:
    """What a list speaks of: the phrases told, or those named last when nothing is told."""
    parts = lists.items(told, count)
    if parts or (told and not vocabulary.is_generic(told)):
        return parts
    if told and first.figure.kind not in (FigureKind.CHANGE, FigureKind.RANK, FigureKind.RATE):
        things = [unchanged(name) for name in _lately(carry, count)]
        return [f"{thing.removesuffix(vocabulary.shared_head(thing))}{told}" for thing in things]
    return _lately(carry, count) or lists.items(last_aside(first), count)


def _lately(carry: Carry, count: int) -> list[str]:
    """The last names of the sentence, when they were a list of as many: of things, or of what grew."""
    if len(carry.lately) == count:
        return list(carry.lately)
    if len(carry.recent) >= count and carry.names[-count:] == list(carry.lately[-count:]):
        return carry.names[-count:]
    if len(carry.lately) >= count and not any(name in carry.names for name in carry.lately[-count:]):
        return list(carry.lately[-count:])
    return carry.names[-count:] if len(carry.recent) >= count else []


def _part_name(slot: Slot, part: str, rest: str, whole: re.Match[str] | None, change: Change | None) -> str:
    """The name of one of a list: its phrase and what is said of all."""
    if slot.figure.kind is FigureKind.RANK:
        field = FIELD.search(rest) or FIELD.search(slot.before)
        return f"{of_growth(part)}{field.group() if field else ''}排名"
    if whole and slot.figure.kind is FigureKind.RATE:
        share = phrases.trimmed(whole["whole"])
        return f"{unchanged(part)}占{share}比重" if share else f"{unchanged(part)}占比"
    if whole and change and "百分点" in slot.figure.unit:
        return f"{unchanged(part)}占{phrases.trimmed(whole['whole'])}比重{change.verb}"
    if change and slot.figure.kind in (FigureKind.CHANGE, FigureKind.MULTIPLE):
        compared = _COMPARED.match(rest)
        part = of_growth(part) if compared or "百分点" in slot.figure.unit else part
        return f"{part}{rest if compared and compared['end'] else change.verb}"
    return part
