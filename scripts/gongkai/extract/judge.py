"""Judge what a number mention is, by ordered rules of judgement.yml: 办好⟨10件⟩民生实事 -> reference, 列举（实事）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from gongkai import words
from gongkai.model import FigureKind

if TYPE_CHECKING:
    from gongkai.extract.mentions import Mention

_BEFORE, _AFTER = 18, 16
_KIND_OF = {
    "count": FigureKind.COUNT,
    "rate": FigureKind.RATE,
    "amount": FigureKind.AMOUNT,
    "change": FigureKind.CHANGE,
    "multiple": FigureKind.MULTIPLE,
    "time": FigureKind.OTHER,
    "score": FigureKind.OTHER,
    "other": FigureKind.OTHER,
    "bare": FigureKind.COUNT,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a mention is, and the rule that says so."""

    kind: FigureKind
    reason: str


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    kind: FigureKind | None
    name: str


def verdict(text: str, mention: Mention) -> Verdict:
    """The kind of a mention and the name of the rule that decided it."""
    if mention.kind is not None:
        return Verdict(mention.kind, mention.reason)
    probe = _probe(text, mention)
    for group in _groups(text, mention):
        for rule in _rules().get(group, ()):
            if rule.pattern.search(probe):
                kind = rule.kind or _by_unit(mention, probe)
                return Verdict(_sharpened(kind, mention, probe), rule.name)
    kind = _by_unit(mention, probe)
    return Verdict(kind, "change" if kind is FigureKind.CHANGE else f"unit_{mention.of or 'share'}")


def _groups(text: str, mention: Mention) -> tuple[str, ...]:
    """Which rules a mention is put to, in order."""
    if mention.ordinal:
        return ("ordinal",)
    written = mention.number
    if written is None or written.ratio or mention.of == "rate":
        return ("any",) if mention.of != "rate" else ()
    if not mention.of and not isinstance(written.value, Decimal):
        return ()
    if not mention.of:
        return ("bare",) if written.arabic and written.scale == 1 else ()
    groups = ["any", mention.of] if written.arabic or mention.of != "time" else ["any"]
    if not written.arabic and written.value is not None:
        core = text[mention.span.start : written.end].lstrip("超突破过逾上近约不足到将接大低于高少多至 ")
        if core and all(c in "百千万亿" for c in core):
            groups.append("scale")
        elif not written.more and written.value <= 10 and mention.qualifier is None:
            groups.append("han")
    return tuple(groups)


def _by_unit(mention: Mention, probe: str) -> FigureKind:
    written = mention.number
    if written is not None and written.ratio:
        return FigureKind.MULTIPLE
    kind = _KIND_OF.get(mention.of)
    if kind is None:
        kind = FigureKind.RATE if written is not None and not hasattr(written.value, "as_tuple") else FigureKind.COUNT
    return _sharpened(kind, mention, probe)


def _sharpened(kind: FigureKind, mention: Mention, probe: str) -> FigureKind:
    """The kind, or change when the words before the number tell of growth or loss."""
    if not kind.is_indicator or kind in (FigureKind.RANK, FigureKind.CHANGE) or mention.of == "":
        return kind
    return FigureKind.CHANGE if _change().search(probe) else kind


def _probe(text: str, mention: Mention) -> str:
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    after = text[end : end + _AFTER].partition("\n")[0]
    return f"{before}⟨{text[start:end]}⟩{after}"


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    table: dict[str, list[_Rule]] = {}
    for entry in words.load("judgement")["rules"]:
        kind = FigureKind(entry["kind"]) if entry["kind"] else None
        table.setdefault(entry["of"], []).append(_Rule(re.compile(entry.expression), kind, entry["name"]))
    return {group: tuple(rules) for group, rules in table.items()}


@cache
def _change() -> re.Pattern[str]:
    return re.compile(words.alternation("judgement", "change"))
