"""Recognise numbers by their form alone: 2019年1月11日, 〔2020〕14号, 010-55550123, 1+42+478, 15号线."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongkai import words
from gongkai.model import FigureKind, Span

_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Form:
    """A number that its form explains."""

    span: Span
    kind: FigureKind
    reason: str
    """Name of the rule in forms.yml."""


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    back: tuple[str, ...]
    kind: FigureKind
    name: str


def form(text: str, at: int, floor: int, group: str) -> Form | None:
    """The first form of `group` (digits or han) that begins at `at`; its span may reach back, but not past `floor`."""
    quick, rules = _rules(group)
    fits = quick.match(text, at)
    if fits is None:
        return None
    for rule in rules[int((fits.lastgroup or "r0")[1:]) :]:
        match = rule.pattern.match(text, at)
        if match is None or match.end() == at:
            continue
        if rule.before and not rule.before.search(text, max(0, at - _WINDOW), at):
            continue
        start = next((at - len(w) for w in rule.back if at - len(w) >= floor and text.startswith(w, at - len(w))), at)
        return Form(Span(start, match.end()), rule.kind, rule.name)
    return None


@cache
def _rules(group: str) -> tuple[re.Pattern[str], tuple[_Rule, ...]]:
    """One pattern that tells the first rule that may fit, and the rules in order."""
    entries = words.load("forms")[group]
    rules = tuple(
        _Rule(
            re.compile(entry.expression),
            re.compile(f"(?:{entry['before']})[  \u3000]?$") if entry["before"] else None,
            tuple(entry["back"].split("|")) if entry["back"] else (),
            FigureKind(entry["kind"]),
            entry["name"],
        )
        for entry in entries
    )
    return re.compile("|".join(f"(?P<r{n}>{entry.expression})" for n, entry in enumerate(entries))), rules
