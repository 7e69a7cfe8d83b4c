"""What naming remembers: the last thing spoken of, so that 办结1966个 can be 来电(办结)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.extract import labels, phrases, vocabulary

if TYPE_CHECKING:
    from gongkai.extract.slots import Slot
    from gongkai.model import Direction

UNNAMED = "未名"
"""Stands where a text gives no word for a figure."""
SHARES = ("%", "％", "‰", "个百分点", "百分点", "成")
"""Units of what is no thing: of rates and growths."""


@dataclass(frozen=True, slots=True)
class Name:
    """What an indicator is called."""

    text: str
    subject: str = ""
    """What it is about when the text says so elsewhere."""
    part_of: int | None = None
    """Index, in the paragraph, of the indicator that it is part of."""
    split: bool = False
    """Whether 其中 or brackets make it part of what was named before."""
    direction: Direction | None = None
    about: str = ""
    """For a growth or rank, the thing that it speaks of."""
    told: bool = False
    """Whether a growth behind it speaks of it though it is no level: 规模以上企业产值 behind 规模以上企业."""
    level: bool = True
    """Whether it names a thing that later figures may speak of: not a growth, a rank, a share, a part."""


@dataclass(frozen=True, slots=True)
class Carry:
    """What the text has spoken of so far, handed from sentence to sentence of a paragraph."""

    level: str = ""
    """Name of the last indicator that named a thing: 受理来电."""
    last: str = ""
    """Name of the last indicator."""
    spoken: str = ""
    """Name of the last thing or part of a thing, which a growth behind it speaks of."""
    origin: str = ""
    """Name of the figure behind 由 or 从, until its 增至 has come."""
    topic: str = ""
    """The heading or lead under which the text stands: last resort."""
    count: int = 0
    """Indicators named so far in the paragraph."""
    whole: int | None = None
    """Index of the indicator that 其中 splits, until the sentence ends."""
    whole_unit: str = ""
    """Unit of its parts."""
    level_unit: str = ""
    """Its unit, when it was counted and not only spoken of."""
    level_at: int = 0
    """Index of `level`."""
    theme: str = ""
    """The thing that the sentence opened with: 第三幼儿园项目，占地面积8436平方米."""
    whole_open: bool = False
    """Whether 其中 opened the sentence, so that ；does not close its parts."""
    whole_name: str = ""
    """Its name."""
    lately: tuple[str, ...] = ()
    """All names of this sentence, the latest last, at most twelve."""
    recent: tuple[tuple[str, str], ...] = ()
    """Name and unit of this sentence's level indicators, the latest last, at most twelve."""

    def measured_in(self, unit: str) -> str:
        """The latest thing named in this sentence that was counted in `unit`, or the latest thing named."""
        for name, known in reversed(self.recent):
            if known == unit:
                return name
        counted = [name for name, known in self.recent if known not in SHARES]
        return counted[-1] if counted and unit not in SHARES else self.level or self.last

    @property
    def names(self) -> list[str]:
        """Names of this sentence's level indicators."""
        return [name for name, _ in self.recent]


def share_part(name: str) -> str:
    """考核结果占年度绩效 -> 考核结果."""
    return name.partition("占")[0] or name


def of_growth(name: str) -> str:
    """A growth spoken of as a rate: 工业增加值增长 -> 工业增加值增速."""
    return f"{name[:-2]}增速" if name.endswith("增长") else name


def last_aside(slot: Slot) -> str:
    """The nearest clause without a figure that holds a noun."""
    for clause in reversed(slot.aside[-3:]):
        text = phrases.trimmed(phrases.flat(clause))
        if 2 <= len(text) <= 30 and not vocabulary.bare(text):
            return labels.concrete(text)
    return ""
