"""What of a query the index knows: the entries of its terms, of readers' words in it, and of what sounds alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.search import shards as form
from gongkai.search.query import Term, plan
from gongkai.search.readings import sound, spelled
from gongkai.search.terms import HAN, shard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.search.opened import Index
    from gongkai.search.query import Plan
    from gongkai.search.shards import Entry

Shard = tuple[dict[str, str], dict[str, str]]
SHORT = 3
"""A longer reader's word is met in other words, too."""
_LETTERS = re.compile("[a-z]{3,24}")
_ABBREVIATION = re.compile(f"[{HAN}]{{2,6}}")
"""A query that may be an abbreviation."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term of the query that the index holds."""

    term: Term
    entry: Entry


@dataclass(frozen=True, slots=True)
class Said:
    """A reader's word that the query holds."""

    say: str
    places: frozenset[int]
    """The characters of the query that stand for it: neighbours, unless the query says it in other words."""
    entry: Entry
    factor: float = 1.0
    """What it counts; less in other words."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What sounds like two characters of the query."""

    start: int
    end: int
    entry: Entry


class Match:
    """Loads what a query needs."""

    def __init__(self, index: Index, query: str, *, whole: bool = False) -> None:
        self.index, self.whole = index, whole
        self.plan: Plan = plan(query, index.rules, index.root)
        self.shards: dict[int, Shard] = {}
        self.found: list[Found] = []
        self.said: list[Said] = []
        self.alike: list[Sound] = []
        self.characters: list[Entry] = []
        self.missing: list[Term] = []

    def load(self) -> None:
        """Read the shards of the chosen terms."""
        chosen = self._chosen()
        for term in chosen:
            entry = self._entry(term.text)
            if entry:
                self.found.append(Found(term, entry))
            else:
                self.missing.append(term)
        self.found.sort(key=lambda one: (one.term.start, one.term.text))
        self.said = _apart(said for said in self._words() if not self._is_cut(said))

    def load_sounds(self, document: int) -> None:
        """Read what sounds like those pairs of the query that the best document does not hold, and spelled words."""
        wanted: list[tuple[Term, str]] = []
        for term in self._unheld(document):
            others = [sound(term.text)] if form.is_bigram(term.text) else spelled(term.text)
            wanted += [(term, other) for other in others if other]
        for term, other in wanted[: self.index.rules["alike"]]:
            entry = self._entry(other)
            if entry:
                self.alike.append(Sound(term.start, term.end, entry))

    def load_characters(self, document: int) -> None:
        """Read titles that hold those characters of a short query of which the best document holds no pair: 家教法."""
        inside = {place for term in self._unheld(document) for place in range(term.start, term.end)}
        if self.said or not _ABBREVIATION.fullmatch(self.plan.text.strip()):
            return
        held = self._held(document)
        for place in sorted(inside):
            pairs = (self.plan.text[start : start + 2] for start in (place - 1, place) if start >= 0)
            entry = None if any(pair in held for pair in pairs) else self._entry(self.plan.text[place])
            if entry:
                self.characters.append(entry)

    def _held(self, document: int) -> set[str]:
        return {one.term.text for one in self.found if any(p.document == document for p in one.entry.postings)}

    def _unheld(self, document: int) -> list[Term]:
        """Pairs and words of letters that a document does not hold.

        A mistyped character spoils two pairs; a query of which more is missing is no slip of the keyboard.
        """
        held = self._held(document)
        found = [
            term
            for term in self.plan.terms
            if term.text not in held
            and (form.is_bigram(term.text) or _LETTERS.fullmatch(term.text))
            and not any(said.places.intersection(range(term.start, term.end)) for said in self.said)
        ]
        pairs = sum(form.is_bigram(term.text) for term in found)
        return [] if pairs > self.index.rules["alike"] else found

    def _entry(self, term: str) -> Entry | None:
        number = shard(term, self.index.root["shards"])
        if number not in self.shards:
            self.shards[number] = form.lines(self.index.file("s", number))
        text = self.shards[number][0].get(term)
        if text is None:
            return None
        entry = form.read(text)
        if entry.whole or not self.whole:
            return entry
        rest = form.read(form.lines(self.index.file("t", number))[0].get(term, ""))
        return form.Entry(entry.count, entry.postings + rest.postings)

    def _chosen(self) -> list[Term]:
        """Terms whose shards are loaded: not more files than allowed; the least telling ones are left out."""
        count = self.index.root["shards"]
        kept = list(self.plan.terms)
        while len({shard(term.text, count) for term in kept}) > self.index.rules["shards"]:
            kept.pop(self._dispensable(kept))
        return kept

    def _dispensable(self, kept: list[Term]) -> int:
        """The most frequent of the bigrams, else the lightest, else the one whose neighbours are nearest."""
        never = 1 << 20
        ranks = [self.index.frequent.get(term.text, never) for term in kept]
        if min(ranks) < never:
            return ranks.index(min(ranks))
        return min(range(len(kept)), key=lambda n: (kept[n].weight, _room(kept, n), n))

    def _words(self) -> Iterator[Said]:
        """Readers' words in the query, as they are, or longer ones in other words."""
        text, loose = self.plan.text, self.index.rules["loose"]
        for number in sorted(self.shards):
            for say, rest in self.shards[number][1].items():
                found = [(frozenset(range(at, at + len(say))), 1.0) for at in _occurrences(say, text)]
                if not found and len(say) > SHORT:
                    places, share, both = likeness(say, text)
                    found = (
                        [(places, share * loose["weight"])]
                        if share >= loose["least"] and (share >= loose["sure"] or both)
                        else []
                    )
                if found:
                    official, _, entry = rest.partition(" ")
                    known = form.read(entry, tuple(official.split(",")))
                    yield from (Said(say, places, known, factor) for places, factor in found)

    def _is_cut(self, said: Said) -> bool:
        """Whether it is the end of one word and the start of another, and both say more: 高考 in 提高考核."""
        at, text = min(said.places), self.plan.text
        own = self._documents(said.say)
        return len(said.say) == 2 and all(
            self._documents(pair) > 2 * own + 2 for pair in (text[max(0, at - 1) : at + 1], text[at + 1 : at + 3])
        )

    def _documents(self, term: str) -> int:
        """How many documents hold a term; of frequent ones that were not loaded, many."""
        known = self.index.root["documents"] if term in self.index.frequent else 0
        return next((one.entry.count for one in self.found if one.term.text == term), known)


def _occurrences(say: str, text: str) -> Iterator[int]:
    at = text.find(say)
    while at >= 0:
        yield at
        at = text.find(say, at + 1)


def likeness(say: str, text: str) -> tuple[frozenset[int], float, bool]:
    """Where a text holds pairs of a word, the share of its characters in them, and whether both ends are.

    楼上扔东西 holds 0.8 of 楼上掉东西.
    """
    held: set[int] = set()
    places: set[int] = set()
    for at in range(len(say) - 1):
        start = text.find(say[at : at + 2])
        if start >= 0:
            held |= {at, at + 1}
            places |= {start, start + 1}
    return frozenset(places), len(held) / len(say), {0, len(say) - 1} <= held


def _room(kept: list[Term], n: int) -> int:
    """How far apart the neighbours of a term stand: 2 when both overlap it."""
    before = kept[n - 1].start if n else -9
    after = kept[n + 1].start if n + 1 < len(kept) else 999
    return after - before


def _apart(found: Iterator[Said]) -> list[Said]:
    """The longest of the readers' words that overlap, and of equal ones the first; in the query's order."""
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: (-len(said.places), -said.factor, min(said.places))):
        if all(said.places.isdisjoint(other.places) for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda said: min(said.places))
