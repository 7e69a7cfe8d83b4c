"""Share out parallel names and numbers one to one: “交通、水利投资分别达到845亿元、486.3亿元”."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.extract import phrases, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gongkai.extract.slots import Slot

_LONGEST = 12
"""Members of a list that are looked for; longer lists are read as lists of that length."""
_EACH = re.compile(r"分别|依次|各自|分(?=[列居获占](?:全|世|中部|西部))|各(?=[为达增减下上占有设新]|$)")
_LINK = re.compile(r"^(?:、|，|,|和|与|及|以及|或)?$")
_AND = re.compile(r"、|以及|和(?![谐美睦解平])|与(?!会)|及(?![时格其])|，")


def run_length(slots: Sequence[Slot], at: int) -> int:
    """How many figures from `at` on stand in one list: 分别增长64.8％、42.5％ is two."""
    size = 1
    while at + size < len(slots) and size < _LONGEST and _continues(slots, at, at + size):
        size += 1
    return size


def _continues(slots: Sequence[Slot], first: int, at: int) -> bool:
    slot = slots[at]
    if slot.aside or slot.joint not in ("、", "，", "和", "与", "及", "以及", "或", ","):
        return False
    if slots[at - 1].after.strip():
        return False
    same = slot.figure.unit == slots[at - 1].figure.unit
    if slot.joint in ("，", ",") and not (same and _EACH.search(slots[first].before)):
        return False
    rest = phrases.trimmed(slot.before)
    return not rest or (bool(_EACH.search(slots[first].before)) and _changing(rest))


def _changing(text: str) -> bool:
    return any(text == entry.word for entry in words.load("directions")["changes"])


def has_each(text: str) -> bool:
    """Whether the words say that what follows is shared out: 分别."""
    return bool(_EACH.search(text))


def before_each(text: str) -> tuple[str, str]:
    """What stands before and behind 分别."""
    match = _EACH.search(text)
    return (text[: match.start()], text[match.end() :]) if match else (text, "")


def items(text: str, count: int) -> list[str]:
    """The `count` parallel phrases that a text names, each with the head that they share; empty when it does not."""
    text = phrases.trimmed(phrases.flat(text))
    if not text:
        return []
    for split in (_split_all, _split_marks, _split_last):
        found = split(text)
        if len(found) == count:
            return _headed(found)
    pair = _pair(text) if count == 2 else []
    if pair:
        return pair
    found = _split_all(text)
    if len(found) > count > 1:
        return _headed(found[-count:])
    return []


def _split_marks(text: str) -> list[str]:
    return [piece for piece in text.split("、") if piece]


def _split_all(text: str) -> list[str]:
    return [piece for piece in _outside(text, _AND) if piece]


def _split_last(text: str) -> list[str]:
    """Split at 、 and at the last 和 only."""
    marks = list(re.finditer(r"以及|和|与|及", text))
    if not marks:
        return []
    last = marks[-1]
    return [*_split_marks(text[: last.start()]), text[last.end() :]]


def _outside(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Split where the pattern matches outside of quotes and brackets."""
    masked = re.sub(r"“[^”]*”|《[^》]*》|（[^）]*）|\([^)]*\)", lambda m: "\0" * len(m.group()), text)
    pieces, at = [], 0
    for match in pattern.finditer(masked):
        pieces.append(text[at : match.start()])
        at = match.end()
    return [*pieces, text[at:]]


def _headed(found: list[str]) -> list[str]:
    """Parallel phrases, the shared head added where it is missing: 交通, 水利投资 -> 交通投资, 水利投资."""
    found = [phrases.led(piece) or piece for piece in found]
    last = _with_front(found[0], found[-1])
    head = vocabulary.rest_of_state(last) if all(map(vocabulary.is_state, found[:-1])) else ""
    head = head or vocabulary.shared_head(last)
    return [_with_head(piece, head) for piece in found[:-1]] + [last]


def _with_head(piece: str, head: str) -> str:
    """A phrase with the head of its neighbours, or the rest of it: 高技术产业, 装备制造业增加值 -> 高技术产业增加值."""
    own = vocabulary.shared_head("\0" + piece)
    shared = next((size for size in range(len(own), 0, -1) if head.startswith(own[-size:])), 0)
    if shared:
        return piece + head[shared:]
    return piece if _own_head(piece, head) else piece + head


def _with_front(first: str, last: str) -> str:
    """The last of parallel phrases with the words that it shares with the first: 公共预算收入, 支出 -> 公共预算支出."""
    head = vocabulary.shared_head(first)
    alone = len(last) <= 3 and vocabulary.shared_head("\0" + last) == last and last not in first
    return f"{first.removesuffix(head)}{last}" if head and alone and not vocabulary.is_attribute(head) else last


def _own_head(piece: str, head: str) -> bool:
    """Whether a phrase has a head noun already: 中央预算内投资 beside 超长期特别国债."""
    own = vocabulary.shared_head("\0" + piece)
    if vocabulary.is_attribute(head):
        return vocabulary.is_attribute(own)
    return bool(own) and (len(own) >= 2 or own == head)


def _pair(text: str) -> list[str]:
    for word, parts in _pairs():
        at = text.find(word)
        if at >= 0:
            return [text[:at] + part + text[at + len(word) :] for part in parts]
    return []


@cache
def _pairs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = sorted(words.load("names")["pairs"], key=lambda entry: -len(entry.word))
    return tuple((entry.word, tuple(entry["parts"].split("|"))) for entry in entries)
