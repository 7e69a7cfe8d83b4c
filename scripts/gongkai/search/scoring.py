"""Documents ranked for what a query matches: rare words, titles, whole coverage and words near each other count."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.search.matching import Match
    from gongkai.search.shards import Entry

Weighted = tuple[float, "Entry"]


@dataclass(slots=True)
class Group:
    """What one place of the query gives: its terms as typed, or what is meant by them; the better one counts."""

    typed: list[Weighted] = field(default_factory=list)
    meant: list[Weighted] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """The most that it can count."""
        return max(sum(weight for weight, _ in self.typed), sum(weight for weight, _ in self.meant))


@dataclass(slots=True)
class _Part:
    """What a document gets from one side of a group."""

    sum: float = 0.0
    met: float = 0.0
    title: float = 0.0
    chunks: list[tuple[int, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Score:
    sum: float = 0.0
    met: float = 0.0
    title: float = 0.0
    chunks: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document in its place."""

    score: float
    document: int
    chunk: int
    """Where the query is met best."""
    covered: float
    """Share of the query's weight that the document holds."""


def rank(match: Match) -> list[Ranked]:
    """All documents that hold something of the query, best first, later ones before earlier ones that are as good."""
    scores: dict[int, _Score] = {}
    total = 0.0
    for group in groups(match):
        total += group.weight
        _count(group, scores, match.index.rules["title"])
    missing = match.index.weight(0) * sum(term.weight for term in match.missing)
    ranked = [_ranked(document, score, total, missing, match) for document, score in scores.items()]
    ranked.sort(key=lambda one: (-one.score, -one.document))
    return ranked


def groups(match: Match) -> list[Group]:
    """Terms outside readers' words one by one; those inside together with what the word means."""
    alone: list[Group] = []
    inside = [Group() for _ in match.said]
    alike: dict[tuple[int, int], Group] = {}
    for found in match.found:
        term, entry = found.term, found.entry
        weight = match.index.weight(entry.count) * term.weight
        places = range(term.start, term.end)
        over = [n for n, said in enumerate(match.said) if said.places.intersection(places)]
        if over and match.said[over[0]].places.issuperset(places):
            inside[over[0]].typed.append((weight, entry))
            continue
        alone.append(Group([(weight * (match.index.rules["straddling"] if over else 1), entry)]))
        alike[term.start, term.end] = alone[-1]
    for said, group in zip(match.said, inside, strict=True):
        length = math.sqrt(max(1, len(said.say) - 1))
        weight = match.index.weight(said.entry.count) * match.index.rules["say"] * length * said.factor
        group.meant.append((weight, said.entry))
        group.typed = _limited(group.typed, weight * match.index.rules["typed"])
    for sound in match.alike:
        place = (sound.start, sound.end)
        if place not in alike:
            alike[place] = Group()
            alone.append(alike[place])
        alike[place].meant.append((match.index.weight(sound.entry.count) * match.index.rules["sound"], sound.entry))
    characters = [
        Group([(match.index.weight(entry.count) * match.index.rules["character"], entry)]) for entry in match.characters
    ]
    return [*alone, *inside, *characters]


def _limited(side: list[Weighted], most: float) -> list[Weighted]:
    """A reader's word as typed: rare in documents, and yet no rarer than what it means."""
    total = sum(weight for weight, _ in side)
    return [(weight * most / total, entry) for weight, entry in side] if total > most else side


def _count(group: Group, scores: dict[int, _Score], titles: list[float]) -> None:
    typed, meant = _parts(group.typed, titles), _parts(group.meant, titles)
    for document in {**typed, **meant}:
        one, other = typed.get(document), meant.get(document)
        if one is None or (other is not None and other.sum > one.sum):
            one = other
        if one is None:
            continue
        score = scores.setdefault(document, _Score())
        score.sum += one.sum
        score.met += one.met
        score.title += one.title
        for chunk, weight in one.chunks:
            score.chunks[chunk] = score.chunks.get(chunk, 0.0) + weight


def _parts(side: list[Weighted], titles: list[float]) -> dict[int, _Part]:
    found: dict[int, _Part] = defaultdict(_Part)
    for weight, entry in side:
        for posting in entry.postings:
            part = found[posting.document]
            part.sum += weight * (posting.body / 7 + titles[posting.title])
            part.met += weight
            part.title += weight if posting.title else 0
            if posting.body:
                part.chunks.append((posting.chunk, weight))
    return found


def _ranked(document: int, score: _Score, total: float, missing: float, match: Match) -> Ranked:
    rules = match.index.rules
    covered, title = score.met / total, score.title / total
    chunk, together = 0, 0.0
    for number in sorted(score.chunks):
        if score.chunks[number] > together:
            chunk, together = number, score.chunks[number]
    value = (
        score.sum * covered * (1 + rules["together"] * together / total) * (1 + rules["whole_title"] * title * title)
    )
    return Ranked(value, document, chunk, score.met / (total + missing))
