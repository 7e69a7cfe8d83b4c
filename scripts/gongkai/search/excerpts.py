"""The sentence of a chunk that answers best, what is marked in it, and the indicators that it states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.search.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.search.matching import Match

# 补贴标准为每人每月1000元。（见附件）
_SENTENCE = re.compile(r"[^。！？；!?;]+(?:[。！？；!?;]+[”’」』）)]*)?")
HEADING = 0.7
"""What a heading counts against a sentence."""
OTHERS = 0.5
"""Sentences that have so much of what the best one has are further places."""
MOST = 3
"""Indicators that a result shows."""

Words = dict[str, float]


@dataclass(frozen=True, slots=True)
class Stated:
    """An indicator, as a result shows it."""

    anchor: str
    name: str
    raw: str
    value: str
    unit: str
    qualifier: str
    period: str
    row_url: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence and where it stands."""

    anchor: str
    heading: str
    sentence: str
    marks: tuple[tuple[int, int], ...]
    others: int
    """How many other sentences of the chunk have as much of the query."""
    facts: tuple[Stated, ...]


def words(match: Match) -> Words:
    """What is looked for in sentences, with its weight: the query's terms, readers' words and what they mean."""
    found: Words = {}
    for one in match.found:
        if one.term.text[0] not in "#~^":
            found[one.term.text] = match.index.weight(one.entry.count) * one.term.weight
    for said in match.said:
        weight = match.index.weight(said.entry.count)
        for word in (said.say, *said.entry.official):
            found[word] = max(found.get(word, 0.0), weight)
    return found


def excerpt(chunk: str, wanted: Words) -> Excerpt:
    """The best sentence of a chunk's content."""
    best, most, scores = ("", "", ""), -1.0, []
    blocks = _blocks(chunk)
    for anchor, heading, text in blocks:
        for found in _SENTENCE.finditer(text):
            sentence = found[0].strip()
            score = _score(sentence, wanted) * (HEADING if text == heading else 1)
            scores.append(score)
            if score > most:
                best, most = (anchor, heading, sentence), score
    facts = _fitting(list(_facts(chunk, blocks)), best[2], wanted)
    others = sum(score >= most * OTHERS for score in scores) - 1 if most > 0 else 0
    return Excerpt(*best, marks(best[2], wanted), others, facts)


def _fitting(facts: list[Stated], sentence: str, wanted: Words) -> tuple[Stated, ...]:
    """Indicators whose names are asked for, the nearest first; else those of the sentence."""
    scored = [(_score(fact.name + fact.period, wanted), fact) for fact in facts]
    most = max((score for score, _ in scored), default=0.0)
    if most > 0:
        near = [pair for pair in scored if pair[0] >= most * OTHERS]
        near.sort(key=lambda pair: (-pair[0], pair[1].sentence != sentence))
        return tuple(fact for _, fact in near[:MOST])
    return tuple(fact for fact in facts if fact.sentence == sentence)[:MOST]


def marks(sentence: str, wanted: Words) -> tuple[tuple[int, int], ...]:
    """Where a sentence holds what is looked for, neighbouring places joined."""
    folded, places = "", []
    for place, character in enumerate(sentence):
        one = fold(character)
        folded += one
        places += [place] * len(one)
    held = [False] * (len(sentence) + 1)
    for word in wanted:
        start = folded.find(word)
        while start >= 0:
            for place in range(places[start], places[start + len(word) - 1] + 1):
                held[place] = True
            start = folded.find(word, start + 1)
    found, begin = [], -1
    for place, inside in enumerate(held):
        if inside and begin < 0:
            begin = place
        elif not inside and begin >= 0:
            found.append((begin, place))
            begin = -1
    return tuple(found)


def _score(sentence: str, wanted: Words) -> float:
    folded = fold(sentence)
    held = sum(weight for word, weight in wanted.items() if word in folded)
    return held / (1 + len(sentence) / 400)


def _blocks(chunk: str) -> list[tuple[str, str, str]]:
    found, heading = [], ""
    for line in chunk.split("\n"):
        if line and line[0] != "@":
            anchor, other, text = line.split("\t")
            heading = other or heading
            found.append((anchor, heading, text))
    return found


def _facts(chunk: str, blocks: list[tuple[str, str, str]]) -> Iterator[Stated]:
    for line in chunk.split("\n"):
        if line[:1] == "@":
            place, *fields = line[1:].split("\t")
            yield Stated(blocks[int(place)][0], *fields)
