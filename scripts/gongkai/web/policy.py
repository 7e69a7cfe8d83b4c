"""What stands around the text of a policy: the banner, 文件经过, 解读和相关文件."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.content import TYPES
from gongkai.content.faq import Faq
from gongkai.content.policy import Policy
from gongkai.web import validity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.web.catalogue import Entry
    from gongkai.web.references import Reference, References
    from gongkai.web.validity import State


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the banner: 废止依据, and the documents."""

    label: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """What a reader must know before the text."""

    state: State
    sentence: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A day in the life of a document."""

    date: str
    words: str
    by: Reference | None = None
    """The document that did it."""
    final: bool = False
    """Whether the document ended then."""


@dataclass(frozen=True, slots=True)
class Related:
    """A document that belongs to this one, and how."""

    label: str
    reference: Reference


def is_policy(item: Entry) -> bool:
    """Whether a page is a policy document."""
    model = TYPES.get(item.value("类型"))
    return model is not None and issubclass(model, Policy)


def banner(item: Entry, known: References) -> Banner | None:
    """The banner; None for a document that is in force or has no such state."""
    state = validity.state(item)
    if not state or not state.undated:
        return None
    if state is validity.WITHDRAWN:
        return Banner(state, validity.sentence(item), ())
    instead = known.predecessors(item) if state.value == "尚未施行" else known.successors(item)
    lines = (Line(state.ground, tuple(_grounds(item, known))), Line(state.instead, tuple(instead)))
    return Banner(state, validity.sentence(item), tuple(line for line in lines if line.label and line.references))


def _grounds(item: Entry, known: References) -> Iterator[Reference]:
    """What made a document so: the last 修改, or 失效依据."""
    if item.value("有效性") in {"已修改", "部分有效"}:
        yield from (known.to(by) for _, by in validity.amendments(item)[-1:] if by)
    if item.value("有效性") != "已修改":
        yield from known.names(item, "失效依据")


def course(item: Entry, known: References) -> tuple[Event, ...]:
    """The known days of a policy, oldest first; empty for other documents."""
    if not is_policy(item):
        return ()
    plain = (("成文日期", "成文"), ("发布日期", "发布"), ("施行日期", "施行"))
    found = [Event(item.day(key), words) for key, words in plain if item.day(key)]
    found += [Event(date, "修改", known.to(by) if by else None) for date, by in validity.amendments(item)]
    state = validity.state(item)
    if state and state.value in {"失效", "废止"} and validity.day(item):
        by = next(iter(known.names(item, "失效依据")), None)
        found.append(Event(validity.day(item), state.since, by, final=True))
    return tuple(sorted(found, key=lambda event: event.date))


def related(item: Entry, known: References) -> tuple[Related, ...]:
    """解读 first, then what it replaces, changes or ends and what does so to it, then 相关; each document once."""
    found = [Related(_reading(other), known.to(other.src)) for other in known.named_by(item, "解读对象")]
    found += [Related("解读的文件", each) for each in known.names(item, "解读对象")]
    found += [Related("代替它的文件", each) for each in known.successors(item)]
    found += [Related("它代替的文件", each) for each in known.predecessors(item)]
    for key, does, done in (("失效依据", "终止它的文件", "它终止的文件"), ("修改", "修改它的文件", "它修改的文件")):
        found += [Related(does, each) for each in known.names(item, key)]
        found += [Related(done, known.to(other.src)) for other in known.named_by(item, key)]
    found += [Related("相关", each) for each in known.names(item, "相关")]
    found += [Related("相关", known.to(other.src)) for other in known.named_by(item, "相关")]
    once: dict[str, Related] = {}
    for each in found:
        once.setdefault(each.reference.entry.src if each.reference.entry else each.reference.text, each)
    return tuple(once.values())


def subjects(item: Entry, known: References) -> Line | None:
    """The line near the top that ties a document and its 解读 together, or an answer and its 依据."""
    if item.value("类型") == Faq.label:
        grounds = known.names(item, "依据")
        return Line("依据", tuple(grounds)) if grounds else None
    explained = known.names(item, "解读对象")
    if explained:
        return Line("解读的文件", tuple(explained))
    readings = known.named_by(item, "解读对象")
    return Line("解读", tuple(known.to(other.src) for other in readings)) if readings else None


def _reading(item: Entry) -> str:
    return f"{item.value('解读形式')}解读" if item.value("解读形式") else "解读"
