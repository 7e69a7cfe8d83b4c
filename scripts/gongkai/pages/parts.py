"""The five parts of a report, told by its headings, and its problems and plans as single items.

Under 三、存在的问题 the point 一是…有待加强。 is a problem; under 四、下步工作打算 the point 一是…强创新。 is a plan.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.files import sha256
from gongkai.model import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gongkai.model import Heading, Report, Section, Span


class Part(Enum):
    """五部分: what a section of a yearly report is about."""

    LEADER = "第一责任人"
    RESULTS = "举措成效"
    PROBLEMS = "不足原因"
    PLANS = "下步安排"
    OTHER = "其他"


_TAKES_TURN = "转入下步"
_SHOWN = {ParagraphKind.TEXT, ParagraphKind.POINT, ParagraphKind.ITEM}


@dataclass(frozen=True, slots=True)
class Item:
    """A problem or a plan: a paragraph, or a heading under which nothing stands."""

    part: Part
    span: Span
    heading: Heading | None
    """The heading below the part's own that it stands under."""
    key: str
    """Eight hex digits made from its words and their repetition, the same as long as the words are."""


@lru_cache(4096)
def named(heading: str) -> tuple[Part, ...]:
    """The parts that a heading names, OTHER when none: 存在的问题及下步打算 names two."""
    found = tuple(part for part in Part if part is not Part.OTHER and _found(part.value, heading))
    return found or (Part.OTHER,)


def part_of(path: Sequence[Heading]) -> Part:
    """The part of a section by the headings above it; problems and plans go before what else is named."""
    return _decided(path)[0][0]


def items(report: Report) -> tuple[Item, ...]:
    """The problems and plans of a report in reading order."""
    found = []
    repeated: Counter[str] = Counter()
    for part, heading, span in _entries(report):
        words_of = "".join(span.of(report.source.text).split())
        key = sha256(f"{words_of}\n{repeated[words_of]}".encode())[:8]
        repeated[words_of] += 1
        found.append(Item(part, span, heading, key))
    return tuple(found)


def _entries(report: Report) -> Iterator[tuple[Part, Heading | None, Span]]:
    text = report.source.text
    turned: set[Span] = set()
    for path, section in report.body.walk():
        parts, top = _decided(path)
        if parts[0] not in (Part.PROBLEMS, Part.PLANS) or top is None:
            continue
        own = path[-1] if path[-1] is not top else None
        for span in _spans(section, text, own):
            part = parts[0]
            if Part.PROBLEMS in parts and Part.PLANS in parts:
                if _found(_TAKES_TURN, span.of(text).strip()):
                    turned.add(top.span)
                part = Part.PLANS if top.span in turned else Part.PROBLEMS
            yield part, own if own is None or own.span != span else None, span


def _spans(section: Section, text: str, own: Heading | None) -> Iterator[Span]:
    """The paragraphs of a section that say something; its heading when nothing stands under it."""
    if own and not section.paragraphs and not section.sections:
        yield own.span
    for paragraph in section.paragraphs:
        if paragraph.kind in _SHOWN and not paragraph.span.of(text).rstrip().endswith(("：", ":")):
            yield paragraph.span


def _decided(path: Sequence[Heading]) -> tuple[tuple[Part, ...], Heading | None]:
    """The parts that a path of headings stands for, and the heading that says so."""
    said = [(named(heading.text), heading) for heading in path]
    for wanted in ((Part.PROBLEMS, Part.PLANS), (Part.LEADER, Part.RESULTS)):
        for parts, heading in said:
            chosen = tuple(part for part in wanted if part in parts)
            if chosen:
                return chosen, heading
    return (Part.OTHER,), None


def _found(group: str, text: str) -> bool:
    return re.search(words.alternation("parts", group), text) is not None
