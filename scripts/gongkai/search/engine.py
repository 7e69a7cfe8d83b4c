"""Search the built index from Python, with the ranking that the browser has."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gongkai.search import shards as form
from gongkai.search.query import Plan, Term, plan
from gongkai.search.says import leads
from gongkai.search.terms import shard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from gongkai.search.shards import Entry, Posting

PAGE = 128


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query."""

    document: int
    score: float
    url: str
    title: str
    chunk: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """What a query finds."""

    query: str
    total: int
    more: bool
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A reader's word that the query holds."""

    start: int
    end: int
    entry: Entry


@dataclass(slots=True)
class _Score:
    sum: float = 0.0
    met: float = 0.0
    title: float = 0.0
    chunks: dict[int, float] = field(default_factory=lambda: defaultdict(float))


class Index:
    """A built index below search/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _, text = form.payload((folder / "index.js").read_bytes())
        self.root: dict[str, Any] = json.loads(text)
        self.rules: Mapping[str, Any] = self.root["rules"]
        self.loaded: dict[str, str] = {}
        self.bytes: list[str] = []

    def file(self, letter: str, number: int) -> str:
        """The content of a numbered file; empty when there is none."""
        page, place = divmod(number, PAGE)
        hashes = self.root["pages"][letter]
        directory = self.take(f"d{letter}{page}-{hashes[page * 4 : page * 4 + 4]}")
        found = directory[place * 4 : place * 4 + 4]
        return "" if found == "----" else self.take(f"{letter}{number}-{found}")

    def take(self, name: str) -> str:
        """The content of a file by its full name."""
        if name not in self.loaded:
            self.loaded[name] = form.payload((self.folder / f"{name}.js").read_bytes())[1]
        return self.loaded[name]

    @cached_property
    def frequent(self) -> dict[str, int]:
        """The most frequent bigrams, with their rank."""
        text = self.root["frequent"]
        return {text[place : place + 2]: place for place in range(0, len(text), 2)}

    def weight(self, count: int) -> float:
        """What a term that so many documents hold says: the rarer, the more."""
        return math.floor(1000 * math.log(1 + (self.root["documents"] - count + 0.5) / (count + 0.5)) + 0.5) / 1000


class Searcher:
    """Ranks the documents of an index for one query."""

    def __init__(self, index: Index, query: str) -> None:
        self.index, self.rules = index, index.rules
        self.plan: Plan = plan(query, self.rules, index.root)
        self.terms: list[tuple[Term, Entry]] = []
        self.said: list[Said] = []

    def load(self) -> None:
        """Read the shards of the chosen terms."""
        files: dict[int, tuple[dict[str, str], dict[str, str]]] = {}
        for term in self._chosen():
            number = shard(term.text, self.index.root["shards"])
            if number not in files:
                files[number] = form.lines(self.index.file("s", number))
            text = files[number][0].get(term.text)
            if text:
                self.terms.append((term, form.read(text)))
        self.terms.sort(key=lambda pair: (pair[0].start, pair[0].text))
        self.said = _apart(self._said(says for _, says in files.values()))

    def _chosen(self) -> list[Term]:
        """Terms whose shards are loaded: not more files than allowed."""
        shards = self.index.root["shards"]
        kept = list(self.plan.terms)
        while len({shard(term.text, shards) for term in kept}) > self.rules["shards"]:
            kept.pop(self._dispensable(kept))
        return kept

    def _dispensable(self, kept: list[Term]) -> int:
        """The most frequent of the bigrams, else the one whose neighbours overlap it."""
        ranks = [self.index.frequent.get(term.text, 1 << 20) for term in kept]
        if min(ranks) < 1 << 20:
            return ranks.index(min(ranks))
        light = min(range(len(kept)), key=lambda n: (kept[n].weight, self._alone(kept, n), n))
        return light

    def _alone(self, kept: list[Term], n: int) -> int:
        """How far the neighbours of a term stand: less than 4 when both overlap it."""
        before = kept[n - 1].start if n else -9
        after = kept[n + 1].start if n + 1 < len(kept) else 999
        return after - before

    def _said(self, files: Iterable[dict[str, str]]) -> Iterator[Said]:
        text = self.plan.text
        for says in files:
            for say, rest in says.items():
                start = text.find(say)
                if start >= 0:
                    official, _, entry = rest.partition(" ")
                    found = form.read(entry, tuple(official.split(",")))
                while start >= 0:
                    yield Said(start, start + len(say), found)
                    start = text.find(say, start + 1)

    def rank(self) -> list[tuple[float, int, int]]:
        """Score, document and strongest chunk, best first."""
        scores: dict[int, _Score] = defaultdict(_Score)
        total = 0.0
        for group in self._groups():
            total += self._count(group, scores)
        ranked = []
        for document, score in scores.items():
            together = max(score.chunks.values(), default=0) / total
            covered = score.met / total
            value = (
                score.sum
                * (covered ** self.rules["coverage"])
                * (1 + self.rules["together"] * together)
                * (1 + self.rules["whole_title"] * (score.title / total) ** 2)
            )
            chunk = min(score.chunks, key=lambda c: (-score.chunks[c], c), default=0)
            ranked.append((value, document, chunk))
        ranked.sort(key=lambda one: (-one[0], -one[1]))
        return ranked

    def _groups(self) -> Iterator[tuple[list[tuple[float, Entry]], tuple[float, Entry] | None]]:
        """Terms outside readers' words one by one; those inside together with what the word means."""
        inside: dict[int, list[tuple[float, Entry]]] = defaultdict(list)
        for term, entry in self.terms:
            weight = self.index.weight(entry.count) * term.weight
            over = [n for n, said in enumerate(self.said) if term.start < said.end and term.end > said.start]
            within = [n for n in over if self.said[n].start <= term.start and term.end <= self.said[n].end]
            if within and term.end:
                inside[within[0]].append((weight, entry))
            elif over and term.end:
                yield [(weight * self.rules["straddling"], entry)], None
            else:
                yield [(weight, entry)], None
        for n, said in enumerate(self.said):
            weight = self.index.weight(said.entry.count) * self.rules["say"] * math.sqrt(max(1, said.end - said.start - 1))
            yield inside[n], (weight, said.entry)

    def _count(self, group: tuple[list[tuple[float, Entry]], tuple[float, Entry] | None], scores: dict[int, _Score]) -> float:
        """Add what a group gives each document; the group's whole weight."""
        typed, said = group
        found: dict[int, list[Any]] = {}
        for weight, entry in typed:
            for posting in entry.postings:
                one = found.setdefault(posting.document, [0.0, 0.0, 0.0, []])
                self._add(one, weight, posting)
        other: dict[int, list[Any]] = {}
        if said:
            for posting in said[1].postings:
                one = other.setdefault(posting.document, [0.0, 0.0, 0.0, []])
                self._add(one, said[0], posting)
        for document in found.keys() | other.keys():
            one = max((group.get(document, [0.0, 0.0, 0.0, []]) for group in (other, found)), key=lambda one: one[0])
            score = scores[document]
            score.sum += one[0]
            score.met += one[1]
            score.title += one[2]
            for chunk, weight in one[3]:
                score.chunks[chunk] += weight
        return max(sum(weight for weight, _ in typed), said[0] if said else 0)

    def _add(self, one: list[Any], weight: float, posting: Posting) -> None:
        one[0] += weight * (posting.body / 7 + self.rules["title"][posting.title])
        one[1] += weight
        one[2] += weight if posting.title else 0
        if posting.body:
            one[3].append((posting.chunk, weight))


def _apart(found: Iterator[Said]) -> list[Said]:
    """The longest of the readers' words that overlap, and of equal ones the first."""
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: (said.start - said.end, said.start)):
        if all(said.end <= other.start or said.start >= other.end for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda said: said.start)


def search(folder: Path, query: str, limit: int = 20) -> Results:
    """The pages of a built site that answer a query, best first."""
    return ask(Index(folder), query, limit)


def ask(index: Index, query: str, limit: int = 20) -> Results:
    """The same, with an index that is open."""
    searcher = Searcher(index, query)
    searcher.load()
    ranked = searcher.rank() if searcher.terms or searcher.said else []
    hits = []
    for score, document, chunk in ranked[:limit]:
        fields = index.file("r", document).split("\n")[0].split("\t")
        hits.append(Hit(document, score, fields[0], fields[1], chunk))
    more = any(not entry.whole for _, entry in searcher.terms)
    return Results(query, len(ranked), more, tuple(hits))
