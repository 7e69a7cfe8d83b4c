"""Find run-in headings that lost their number: （一）主动公开。… / 依申请公开。全年… / （三）政府信息管理。…

Only where exactly one number is missing between two run-in headings, and exactly one line begins as they do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.parse.heads import Head, head, is_long, states_fact
from gongkai.parse.nesting import Step
from gongkai.parse.series import bullet, counts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from gongkai.parse.body import Body

_LONGEST = 30


def missing(
    body: Body, numbered: Collection[int], solid: Mapping[int, tuple[Head, Step]]
) -> Iterator[tuple[int, Head, Step]]:
    """Lines that are such headings, with the place that they would have; `solid` are the numbered headings."""
    last: dict[object, int] = {}
    before, elder = -1, None
    for at, (following, step) in solid.items():
        if following.run_in and _is_gap(elder, step, last.get(step.series, 0)):
            alike = [
                (one, theme)
                for one in range(before + 1, at)
                if one not in numbered and (theme := _theme(body, one, following.closing))
            ]
            if len(alike) == 1:
                yield *alike[0], Step(step.series, step.rank, step.value - 1)
        last[step.series] = step.value
        before, elder = at, step


def _is_gap(elder: Step | None, step: Step, last: int) -> bool:
    """Whether one number is missing right before a heading: its elder sibling's next, or the first of all."""
    if elder is not None and elder.series == step.series:
        return step.value == elder.value + 2
    return step.value == 2 and last != 1


def _theme(body: Body, at: int, closing: str) -> Head | None:
    """The head of a line that goes on after a short theme."""
    line = body.lines[at]
    if not line.begins or body.is_closed(at) or counts(line.text) or bullet(line.text):
        return None
    found = head(line.text, None)
    fits = found.run_in and found.closing == closing and len(found.words) <= _LONGEST
    return found if fits and not is_long(found.words) and not states_fact(found.words) else None
