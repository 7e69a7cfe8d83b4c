"""Decide which numbered lines are headings and which are items of a list.

（一）主动公开。坚持… is a heading with its body on the same line; 3、年平均优良路率84%，其中… is an item; what could be
either, （一）法治意识有待增强。 with nothing below, follows its siblings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from gongkai.parse.heads import Head, head, is_definition, is_long, states_fact
from gongkai.parse.nesting import Step, places
from gongkai.parse.numbering import RANKS, Number, Style, number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from gongkai.parse.body import Body

_LONGEST_LINE = 60
_OUTERMOST = frozenset({Style.PART, Style.CHAPTER, Style.SECTION, Style.HAN, Style.ROMAN})


class Verdict(Enum):
    """What a numbered line is by itself."""

    HEADING = "heading"
    ITEM = "item"
    SENTENCE = "sentence"
    """A sentence with nothing below it: the siblings decide."""
    PHRASE = "phrase"
    """Words without a closing mark and with nothing below: the siblings decide."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered line, judged."""

    head: Head
    heading: bool


def numbered(body: Body) -> dict[int, Numbered]:
    """The numbered lines of the body, by index, but for table rows and signatures."""
    marks = {at: mark for at, line in enumerate(body.lines) if not body.is_closed(at) and (mark := number(line.text))}
    marks = _believed(marks)
    order = list(marks)
    groups: dict[int, list[int]] = defaultdict(list)
    inside: set[int] = set()
    for at, place in zip(order, places([Step(m.style, RANKS[m.style], m.value) for m in marks.values()]), strict=True):
        groups[place.group].append(at)
        if place.above and order[place.above[-1]] == at - 1:
            inside.add(at)
    found: dict[int, Numbered] = {}
    for group in groups.values():
        found |= _judged(body, marks, group, _with_body(body, marks, group, inside))
    return dict(sorted(found.items()))


def _believed(marks: dict[int, Number]) -> dict[int, Number]:
    """The marks without weak ones that have no neighbour: 1 总体情况 is a number only if 2 … follows."""
    series: dict[Style, list[int]] = defaultdict(list)
    for at, mark in marks.items():
        series[mark.style].append(at)
    alone: set[int] = set()
    for members in series.values():
        alone.update(_alone(members, marks))
    return {at: mark for at, mark in marks.items() if at not in alone}


def _alone(members: Sequence[int], marks: Mapping[int, Number]) -> list[int]:
    """The weak numbers of a style without a neighbour; a 1 may stand alone where others do not: 2.1 behind 1.2."""
    values = [0, *(marks[at].value for at in members), 0]
    lonely = [
        at
        for at, before, value, after in zip(members, values, values[1:], values[2:], strict=False)
        if marks[at].weak and after != value + 1 and not (before and before == value - 1)
    ]
    return [at for at in lonely if marks[at].value > 1 or len(lonely) == len(members)]


def _with_body(body: Body, marks: Mapping[int, Number], group: Sequence[int], inside: Collection[int]) -> set[int]:
    """The siblings with something of theirs below; `inside` are the lines that stand inside the one before.

    What follows a list belongs to the section around it, not to the list's last item.
    """
    below = {at for at in group if at + 1 < len(body.lines) and at + 1 not in body.signed}
    held = {at for at in below if at + 1 in inside or at + 1 not in marks}
    return set() if len(group) > 1 and held == {group[-1]} else held


def _judged(
    body: Body, marks: Mapping[int, Number], group: Sequence[int], with_body: Collection[int]
) -> dict[int, Numbered]:
    """A group of siblings, each judged by itself, the doubtful ones by the others."""
    heads = {at: head(body.lines[at].text, marks[at]) for at in group}
    verdicts = {at: _verdict(body.lines[at].text, heads[at], below=at in with_body) for at in group}
    counts = Counter(verdicts.values())
    outermost = marks[group[0]].style in _OUTERMOST
    return {at: Numbered(heads[at], _settled(verdicts[at], heads[at], counts, outermost=outermost)) for at in group}


def _verdict(line: str, found: Head, *, below: bool) -> Verdict:
    """What a numbered line is by itself."""
    if not found.words or found.closing in {"；", "！", "!"} or found.words[-1] in "，、,—":
        return Verdict.ITEM
    if found.run_in and is_definition(line, found):
        return Verdict.ITEM
    if not found.closing:
        return _unclosed(found, below=below)
    if states_fact(found.words):
        return Verdict.ITEM
    return Verdict.HEADING if (found.run_in or below) and not is_long(found.words) else Verdict.SENTENCE


def _unclosed(found: Head, *, below: bool) -> Verdict:
    if len(found.words) > _LONGEST_LINE:
        return Verdict.ITEM
    return Verdict.HEADING if below else Verdict.PHRASE


def _settled(verdict: Verdict, found: Head, counts: Counter[Verdict], *, outermost: bool) -> bool:
    """Whether a line is a heading, with its siblings in view."""
    headings, items = counts[Verdict.HEADING], counts[Verdict.ITEM]
    if verdict is Verdict.HEADING:
        return not (found.run_in and items >= 2 * headings and items > 1)
    if verdict is Verdict.PHRASE:
        return outermost or headings > items or (counts.total() == 1 and _value(found) == 1)
    return verdict is Verdict.SENTENCE and headings > items


def _value(found: Head) -> int:
    return found.number.value if found.number else 0
