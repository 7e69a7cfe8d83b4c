"""Put the headings of a report in order: which lines are headings, of what level, inside which others.

Numbered lines come judged (`numbered`), lines without a number as candidates (`unnumbered`). A candidate is a sibling
that lost its number when its neighbours leave a place for it, else a heading of an office that numbers differently.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.parse.missing import missing
from gongkai.parse.nesting import Place, Step, places
from gongkai.parse.numbering import RANKS, Style
from gongkai.parse.unnumbered import is_framing, is_main, opens_points, phrases, sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence

    from gongkai.parse.body import Body
    from gongkai.parse.heads import Head
    from gongkai.parse.numbered import Numbered

_FEWEST_SENTENCES = 3
_TOP = Step(("unnumbered", 0), -2, 0)
_BELOW_TOP = Step(("unnumbered", 1), -1, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that is a heading."""

    head: Head
    step: Step
    """Its place in the order of numbers."""
    lost: bool = False
    """True when its siblings are numbered and it is not."""
    depth: int = 0
    """The depth that a correction asks for; 0 when nobody does."""


def outline(body: Body, judged: Mapping[int, Numbered]) -> dict[int, Entry]:
    """The headings among the lines of the body, by index, in order."""
    solid = {at: _numbered(one.head) for at, one in judged.items() if one.heading}
    found = solid | (_Frame(solid).filled(body, judged) if solid else _plain(body, judged))
    heads = {at: (entry.head, entry.step) for at, entry in solid.items()}
    found |= {at: Entry(head, step, lost=True) for at, head, step in missing(body, judged, heads)}
    return dict(sorted(found.items()))


def _numbered(head: Head) -> Entry:
    mark = head.number
    assert mark is not None  # noqa: S101 - judged lines are numbered
    return Entry(head, Step(mark.style, RANKS[mark.style], mark.value))


def _plain(body: Body, numbered: Collection[int]) -> dict[int, Entry]:
    """The headings of a report that numbers nothing: two in a row are a part and its first section."""
    found = phrases(body, numbered)
    single = sentences(body, numbered)
    if found or len(single) < _FEWEST_SENTENCES:
        single = _over_points(body, single)
    found = dict(sorted((found | single).items()))
    entries: dict[int, Entry] = {}
    parted = False
    for at, head in found.items():
        parted = parted or at + 1 in found
        inner = (
            at - 1 in found or (parted and not is_main(head.words)) or (bool(head.closing) and len(single) < len(found))
        )
        outer = at + 1 in found or not inner
        entries[at] = Entry(head, _TOP if outer else _BELOW_TOP)
    return entries


def _over_points(body: Body, heads: Mapping[int, Head]) -> dict[int, Head]:
    """Sentences that head points: 提升政务服务效能。 / 一是…; one alone proves nothing."""
    found = {at: head for at, head in heads.items() if opens_points(body, at)}
    return found if len(found) > 1 else {}


class _Frame:
    """The numbered headings of a report, and the places between them where others may stand."""

    def __init__(self, solid: Mapping[int, Entry]) -> None:
        self.order: Sequence[int] = list(solid)
        self.entries: Sequence[Entry] = list(solid.values())
        self.steps: Sequence[Step] = [entry.step for entry in self.entries]
        self.places: Sequence[Place] = places(self.steps)
        self.series: dict[Hashable, list[int]] = defaultdict(list)
        for at, step in enumerate(self.steps):
            self.series[step.series].append(at)

    def filled(self, body: Body, numbered: Collection[int]) -> dict[int, Entry]:
        """The headings without a number, by index of their line."""
        plain = phrases(body, numbered)
        single = {at: head for at, head in plain.items() if at + 1 not in plain}
        parents = self._parents(single)
        found = {at: Entry(single[at], _TOP) for at in parents}
        rest = {at: head for at, head in single.items() if at not in parents}
        single = sentences(body, numbered)
        alone = _over_points(body, single)
        for heads, own in ((rest, rest), (single, alone)):
            for slot, members in self._slots(heads).items():
                for nth, at in enumerate(members, 1):
                    step = self._lost(slot, (nth, len(members)), heads[at])
                    if step:
                        found[at] = Entry(heads[at], step, lost=not is_framing(heads[at].words))
                    elif at in own:
                        found[at] = Entry(heads[at], self._own(slot))
        return found

    def _slots(self, heads: Mapping[int, Head]) -> dict[int, list[int]]:
        """The candidates by the numbered heading before them, -1 for those before the first."""
        slots: dict[int, list[int]] = defaultdict(list)
        for at in heads:
            slots[bisect_left(self.order, at) - 1].append(at)
        return slots

    def _parents(self, heads: Mapping[int, Head]) -> set[int]:
        """Headings without a number that stand over numbered ones, because counting begins anew below them."""
        outermost = self.steps[0]
        begins = {at for at in self.series[outermost.series] if self.steps[at].value == 1}
        over = {at for at in heads if bisect_left(self.order, at) in begins}
        if len(over) > 1 or (over and len(heads) > 1 and outermost.rank > RANKS[Style.HAN]):
            return set(heads)
        return set()

    def _lost(self, slot: int, position: tuple[int, int], head: Head) -> Step | None:
        """The number that a candidate would have, when its neighbours leave a place for one."""
        nth, count = position
        chain = self._chain(slot)
        if count == 1 and self._first_is_missing(slot, chain) and self._is_like(slot + 1, head):
            following = self.steps[slot + 1]
            return Step(following.series, following.rank, 1)
        ahead = self._ahead(slot, chain)
        if ahead is None:
            elder = self._at_the_end(chain, position, head)
        else:
            level, gap = ahead
            if gap == count + 1 and self._is_like(chain[level], head):
                elder = chain[level]
            else:
                elder = self._inside(chain[level + 1 :], position, head)
        if elder is None:
            return None
        step = self.steps[elder]
        return Step(step.series, step.rank, step.value + nth)

    def _chain(self, slot: int) -> tuple[int, ...]:
        """The numbered headings that are open at a place, outermost first."""
        return (*self.places[slot].above, slot) if slot >= 0 else ()

    def _first_is_missing(self, slot: int, chain: Sequence[int]) -> bool:
        """Whether the next heading is a second one of a series whose first was not seen."""
        if slot + 1 >= len(self.steps) or self.steps[slot + 1].value != 2:
            return False
        series = self.steps[slot + 1].series
        members = self.series[series]
        earlier = bisect_left(members, slot + 1) - 1
        counts_on = earlier >= 0 and self.steps[members[earlier]].value == 1
        return not counts_on and all(self.steps[at].series != series for at in chain)

    def _ahead(self, slot: int, chain: Sequence[int]) -> tuple[int, int] | None:
        """Which open level goes on first behind a place, and how far it counts on: 1 when no number is missing."""
        best: tuple[int, int] | None = None
        nearest = len(self.steps)
        for level, at in enumerate(chain):
            members = self.series[self.steps[at].series]
            following = bisect_right(members, slot)
            if following < len(members) and members[following] < nearest:
                nearest = members[following]
                best = level, self.steps[nearest].value - self.steps[at].value
        return best

    def _at_the_end(self, chain: Sequence[int], position: tuple[int, int], head: Head) -> int | None:
        """The elder sibling of a candidate behind which no open level goes on."""
        nth, count = position
        if not chain:
            return None
        if is_main(head.words) and nth == count and self._is_like(chain[0], head):
            return chain[0]
        if len(chain) == 1:
            return chain[0] if count == 1 and self._is_like(chain[0], head) else None
        return self._inside(chain[1:], position, head)

    def _inside(self, levels: Sequence[int], position: tuple[int, int], head: Head) -> int | None:
        """The elder sibling among inner levels: the deepest that looks alike."""
        alike = [at for at in reversed(levels) if self._is_like(at, head)]
        same = [at for at in alike if self.entries[at].head.closing == head.closing]
        if position[1] > 1 and not (same and head.closing):
            return None
        return next(iter([*same, *alike]), None)

    def _is_like(self, at: int, head: Head) -> bool:
        """Whether a numbered heading stands alone on its line as the candidate does; a 。 needs a 。"""
        other = self.entries[at].head
        return not other.run_in and (not head.closing or other.closing == head.closing)

    def _own(self, slot: int) -> Step:
        """The place of a heading that never had a number: inside the innermost heading that goes on behind it."""
        chain = self._chain(slot)
        if not chain:
            return Step(self.steps[0].series, self.steps[0].rank, 0)
        ahead = self._ahead(slot, chain)
        around = self.steps[chain[ahead[0]] if ahead else chain[-1]]
        return Step(("unnumbered", around.series), around.rank + 0.5, 0)
