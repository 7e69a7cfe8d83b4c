"""Parts told by 分别: in 受理申请15件，分别为4件、5件和6件 the three are parts of the fifteen, to which they add up."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.model import Indicator

# between two figures of a run: 、 · ，· 和 · 以及
_JOINT = re.compile(r"[、，,；;\s]*(?:和|及|以及|与)?\s*")


def with_parts(text: str, rows: list[Indicator]) -> list[Indicator]:
    """The indicators of a sentence; a run behind 分别 is part of the figure before it when its sum is that figure."""
    found = list(rows)
    for first in range(1, len(rows)):
        whole = rows[first - 1]
        if "分别" not in text[whole.figure.span.end : rows[first].figure.span.start]:
            continue
        end = _run_end(text, rows, first)
        if _adds_up(whole, rows[first:end]):
            found[first:end] = [row if row.part_of else replace(row, part_of=whole.id) for row in rows[first:end]]
    return found


def _adds_up(whole: Indicator, run: list[Indicator]) -> bool:
    """Whether two or more figures of the whole's unit have it as their sum."""
    values = [row.figure.value for row in run if isinstance(row.figure.value, Decimal)]
    units = {row.figure.unit for row in (whole, *run)}
    return len(values) == len(run) > 1 and len(units) == 1 and sum(values) == whole.figure.value


def _run_end(text: str, rows: list[Indicator], first: int) -> int:
    """Index behind the last of the figures that follow each other with nothing but joints between."""
    end = first + 1
    while end < len(rows) and _JOINT.fullmatch(text, rows[end - 1].figure.span.end, rows[end].figure.span.start):
        end += 1
    return end
