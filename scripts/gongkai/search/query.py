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
from gongkai.words import words

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


def listed() -> dict[str, list[str]]:
    """The words of asking, and the weak ones, as the browser gets them."""
    return {"stop": list(words("search", "stop")), "weak": list(words("search", "weak"))}


def plan(query: str, rules: Mapping[str, Any], lists: Mapping[str, list[str]]) -> Plan:
    """How a query is asked."""
    text = fold(query[: rules["longest"]]).strip()
    kept = _without(text, lists["stop"])
    terms = tuple(_terms(text, kept, rules, lists["weak"]))
    if not terms and kept != text:
        terms = tuple(_terms(text, text, rules, lists["weak"]))
    return Plan(text, terms)


def _without(text: str, stop: list[str]) -> str:
    """The text with blanks for the words of asking; places stay."""
    return re.sub("|".join(map(re.escape, stop)), lambda found: " " * len(found[0]), text) if stop else text


def _terms(text: str, kept: str, rules: Mapping[str, Any], weak: list[str]) -> Iterator[Term]:
    seen = set()
    for term in [*_keys(text, rules), *_numbers(kept, rules), *_pairs(kept, rules, weak)]:
        if term.text not in seen:
            seen.add(term.text)
            yield term


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


def _pairs(kept: str, rules: Mapping[str, Any], weak: list[str]) -> Iterator[Term]:
    light = {place for word in weak for found in re.finditer(re.escape(word), kept) for place in range(found.start(), found.end() - 1)}
    for run in RUN.finditer(kept):
        if len(run[0]) == 1:
            yield Term(run[0], run.start(), run.end(), 1)
        for place, (first, second) in enumerate(pairwise(run[0]), run.start()):
            yield Term(first + second, place, place + 2, rules["weak"] if place in light else 1)
