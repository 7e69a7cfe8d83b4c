"""A query -> the terms to look up, each with its place and weight: 领养小孩手续 -> 领养, 养小, 小孩, 孩手, 手续 (weak).

Words of asking (怎么, 吗) break the text and are not looked up, unless nothing else is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gongkai.search.fold import fold
from gongkai.search.terms import ASKED, COUNTED, DOCUMENT, RUN, WORD, keys
from gongkai.words import alternation, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the query; its weight is a factor to that of its rarity."""

    text: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What is looked up."""

    text: str
    """The query, folded and cut."""
    terms: tuple[Term, ...]


def listed() -> dict[str, Any]:
    """The words of asking as one expression, and the weak words, as the browser gets them."""
    return {"stop": alternation("search", "stop"), "weak": list(words("search", "weak"))}


def joined(text: str, stop: str) -> tuple[str, set[int]]:
    """A folded text without words of asking, and where they stood: 栽几棵树 -> 栽树, 1; the text when all would go."""
    kept, gaps, before = "", set(), 0
    for found in re.finditer(stop, text):
        kept += text[before : found.start()]
        gaps.add(len(kept))
        before = found.end()
    kept += text[before:]
    return (kept, gaps) if kept.strip() else (text, set())


def subject(text: str) -> str:
    """A folded text as a query for it would be cut: 小狗怎么登记 -> 小狗登记."""
    return joined(text, alternation("search", "stop"))[0]


def plan(query: str, rules: Mapping[str, Any], lists: Mapping[str, Any]) -> Plan:
    """How a query is asked."""
    whole = fold(query[: rules["longest"]])
    text, gaps = joined(whole, lists["stop"])
    found = [*_keys(whole, rules), *_numbers(text, rules), *_pairs(text, gaps, rules, lists["weak"])]
    found += [Term(one, at, at + 1, 1) for at, one in enumerate(text) if one in lists.get("singles", "")]
    once = {term.text: term for term in reversed(found)}
    return Plan(text, tuple(term for term in found if once[term.text] is term))


def _keys(text: str, rules: Mapping[str, Any]) -> Iterator[Term]:
    for pattern in (DOCUMENT, ASKED):
        for key in keys(text, pattern):
            yield Term(key, 0, 0, rules["key"])


def _numbers(kept: str, rules: Mapping[str, Any]) -> Iterator[Term]:
    counted = {}
    for found in COUNTED.finditer(kept):
        counted[found.start()] = found["number"] + found["counted"]
        yield Term(counted[found.start()], found.start(), found.end(), rules["number"])
    for found in WORD.finditer(kept):
        if len(found[0]) <= 24:
            yield Term(found[0], found.start(), found.end(), 1 if found.start() in counted else rules["number"])


def _pairs(text: str, gaps: set[int], rules: Mapping[str, Any], weak: list[str]) -> Iterator[Term]:
    light = {
        place
        for word in weak
        for found in re.finditer(re.escape(word), text)
        for place in range(found.start(), found.end() - 1)
    }
    for run in RUN.finditer(text):
        if len(run[0]) == 1:
            yield Term(run[0], run.start(), run.end(), 1)
        for place, (first, second) in enumerate(pairwise(run[0]), run.start()):
            weight = rules["gap"] if place + 1 in gaps else rules["weak"] if place in light else 1
            yield Term(first + second, place, place + 2, weight)
