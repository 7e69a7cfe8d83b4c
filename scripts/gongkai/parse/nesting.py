"""Tell from a row of numbers which stands inside which: 一、 （一） （二） 1. 2. 二、 -> depths 1 2 2 3 3 1.

The standard order 一、 （一） 1. （1） decides, unless the numbers show that an office used another one:
in 1. （一） （二） 2. the （一） stands inside the 1., because 2. carries on 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


@dataclass(frozen=True, slots=True)
class Step:
    """A number in the row."""

    series: Hashable
    """What its siblings share: the style."""
    rank: float
    """Its usual place: a greater rank stands inside a lesser one."""
    value: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step stands."""

    above: tuple[int, ...]
    """Indexes of the steps that it stands inside, outermost first."""
    group: int
    """The same for siblings that count on: 1. 2. 3.; a new one where counting begins anew."""

    @property
    def depth(self) -> int:
        """1 for the outermost."""
        return len(self.above) + 1


def places(steps: Sequence[Step]) -> list[Place]:
    """The place of each step; depth never exceeds the number of different series."""
    occurrences: dict[Hashable, list[int]] = defaultdict(list)
    for at, step in enumerate(steps):
        occurrences[step.series].append(at)
    stack: list[int] = []
    groups: dict[int, int] = {}
    found: list[Place] = []
    for at, step in enumerate(steps):
        before = _pop(stack, at, steps, occurrences)
        counts_on = before is not None and step.value > steps[before].value
        groups[at] = groups[before] if before is not None and counts_on else at
        found.append(Place(tuple(stack), groups[at]))
        stack.append(at)
    return found


def _pop(stack: list[int], at: int, steps: Sequence[Step], occurrences: dict[Hashable, list[int]]) -> int | None:
    """Take from the stack all that the step does not stand inside; its elder sibling, when it has one."""
    step = steps[at]
    if any(steps[open_at].series == step.series for open_at in stack):
        while (top := stack.pop()) is not None:
            if steps[top].series == step.series:
                return top
    while stack and _ends(steps[stack[-1]], at, steps, occurrences):
        stack.pop()
    return None


def _ends(top: Step, at: int, steps: Sequence[Step], occurrences: dict[Hashable, list[int]]) -> bool:
    """Whether a step of a series that is not open yet ends the innermost open one."""
    step = steps[at]
    if step.rank >= top.rank:
        return False
    later = occurrences[top.series]
    following = bisect_right(later, at)
    begins_inside = step.value == 1 and following < len(later) and steps[later[following]].value == top.value + 1
    return not begins_inside
