"""Find the qualifier beside a number: 近 before 9000万元, 以上 behind 95%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gongkai import words
from gongkai.model import Qualifier

_Rules = dict[str, list["_Rule"]]


@dataclass(frozen=True, slots=True)
class _Rule:
    word: str
    qualifier: Qualifier
    unless_after: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None


def before(text: str, at: int, floor: int) -> tuple[Qualifier | None, int]:
    """The qualifier that ends at `at` and the offset of its start; (None, at) when there is none."""
    end = at - 1 if at > floor and text[at - 1] in " \u00a0\u3000" else at
    for rule in _before().get(text[end - 1 : end], ()) if end > floor else ():
        start = end - len(rule.word)
        if start < floor or not text.startswith(rule.word, start):
            continue
        if rule.unless_after and rule.unless_after.search(text, max(0, start - 3), start):
            continue
        if rule.unless_before and rule.unless_before.match(text, at):
            continue
        return rule.qualifier, start
    return None, at


def after(text: str, at: int) -> tuple[Qualifier | None, int]:
    """The qualifier that begins at `at` and the offset behind it; (None, at) when there is none."""
    start = at + 1 if text[at : at + 1] in (" ", "\u00a0", "\u3000") else at
    for rule in _after().get(text[start : start + 1], ()):
        end = start + len(rule.word)
        if not text.startswith(rule.word, start):
            continue
        if rule.unless_before and rule.unless_before.match(text, end):
            continue
        return rule.qualifier, end
    return None, at


@cache
def _before() -> _Rules:
    return _table("before", -1)


@cache
def _after() -> _Rules:
    return _table("after", 0)


def _table(group: str, key: int) -> _Rules:
    table: _Rules = {}
    for entry in sorted(words.load("qualifiers")[group], key=lambda entry: -len(entry.word)):
        rule = _Rule(
            entry.word,
            Qualifier(entry["qualifier"]),
            re.compile(f"(?:{entry['unless_after']})$") if entry["unless_after"] else None,
            re.compile(entry["unless_before"]) if entry["unless_before"] else None,
        )
        table.setdefault(entry.word[key], []).append(rule)
    return table
