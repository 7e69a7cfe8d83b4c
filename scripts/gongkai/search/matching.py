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
_LETTERS = re.compile("[a-z]{3,24}")
_SHORT = re.compile(f"[{HAN}]{{2,6}}")
"""A query that may be an abbreviation."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term of the query that the index holds."""

    term: Term
    entry: Entry


@dataclass(frozen=True, slots=True)
class Said:
    """A reader's word that the query holds, or what sounds like two of its characters."""

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
        self.alike: list[Said] = []
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
        self.said = _apart(self._words())

    def load_sounds(self, document: int) -> None:
        """Read what sounds like those pairs of the query that the best document does not hold, and spelled words."""
        wanted: list[tuple[Term, str]] = []
        for term in self._unheld(document):
            others = [sound(term.text)] if form.is_bigram(term.text) else spelled(term.text)
            wanted += [(term, other) for other in others if other]
        for term, other in wanted[: self.index.rules["alike"]]:
            entry = self._entry(other)
            if entry:
                self.alike.append(Said(term.start, term.end, entry))

    def load_characters(self, document: int) -> None:
        """Read titles that hold those characters of a short query of which the best document holds no pair: 家教法."""
        inside = {place for term in self._unheld(document) for place in range(term.start, term.end)}
        if self.said or not _SHORT.fullmatch(self.plan.text.strip()):
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
            and not any(said.start < term.end and term.start < said.end for said in self.said)
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
        text = self.plan.text
        for number in sorted(self.shards):
            for say, rest in self.shards[number][1].items():
                start = text.find(say)
                if start >= 0:
                    official, _, entry = rest.partition(" ")
                    found = form.read(entry, tuple(official.split(",")))
                while start >= 0:
                    yield Said(start, start + len(say), found)
                    start = text.find(say, start + 1)


def _room(kept: list[Term], n: int) -> int:
    """How far apart the neighbours of a term stand: 2 when both overlap it."""
    before = kept[n - 1].start if n else -9
    after = kept[n + 1].start if n + 1 < len(kept) else 999
    return after - before


def _apart(found: Iterator[Said]) -> list[Said]:
    """The longest of the readers' words that overlap, and of equal ones the first; in the query's order."""
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: (said.start - said.end, said.start)):
        if all(said.end <= other.start or said.start >= other.end for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda said: said.start)
