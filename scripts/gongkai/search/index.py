"""Records -> the files of the index below search/: same records in any order, same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
from array import array
from collections import defaultdict
from dataclasses import replace
from functools import partial
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from gongkai.search import readings
from gongkai.search import shards as form
from gongkai.search.chunks import chunk_text, chunks, record_text
from gongkai.search.fold import traditional
from gongkai.search.opened import FACET_PAGE, FACETS, PAGE
from gongkai.search.query import listed
from gongkai.search.ranking import ranking
from gongkai.search.says import Says, leads
from gongkai.search.terms import shard
from gongkai.search.vocabulary import vocabulary
from gongkai.search.weighing import Weigher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from gongkai.search.record import Record

FORMAT = 1


def build(records: Iterable[Record], words: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, bytes]:
    """File below search/ -> its bytes, for records in the order of their numbers; `words` are readers' words."""
    out: dict[str, bytes] = {}
    index = Index(vocabulary() if words is None else words, out.__setitem__)
    for number, record in enumerate(records):
        index.add(replace(record, number=number))
    index.finish()
    return out


def hash4(payload: str) -> str:
    """Four characters of the content's hash, as they stand in a file's name."""
    digest = hashlib.sha256(payload.encode("utf-8", "replace")).digest()
    return base64.urlsafe_b64encode(digest)[:4].decode()


class Index:
    """Takes records with their numbers in any order; hands each file to `keep` when it is made."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], keep: Callable[[str, bytes], object]) -> None:
        self.rules: Mapping[str, Any] = ranking()["index"]
        self.says = Says(words)
        self.weigher = Weigher(self.rules, self.says.official)
        self.postings: dict[str, array[int]] = defaultdict(partial(array, "Q"))
        self.hashes: dict[str, list[str]] = {}
        self.records: dict[int, tuple[str, tuple[str, ...]]] = {}
        """Of each number: the hash of its record's file, and its value for each facet."""
        self.keep = keep

    def add(self, record: Record) -> None:
        """Make the files of a record and keep its postings."""
        number, text = record.number, chunks(record, self.rules["chunk"])
        hashes = [
            self._write(f"c{number}_{place}", chunk_text(record, chunk)) for place, chunk in enumerate(text) if chunk
        ]
        values = (record.column, record.year, record.agency, record.kind, record.validity)
        self.records[number] = self._write(f"r{number}", record_text(record, hashes)), values
        document = form.pack(number, 0, 0)
        postings = self.postings
        for term, weight in self.weigher.weights(record, text).items():
            postings[term].append(document | weight)

    def finish(self) -> None:
        """Make the files of all records together."""
        self._sort()
        frequent = self._frequent()
        self._write_shards()
        self._write_facets()
        table = "\n".join("".join(part) for part in zip(*traditional().items(), strict=True))
        self._keep("h", [table, readings.table()])
        pages = {letter: self._directory(letter) for letter in sorted(self.hashes)}
        self._write_root(pages, frequent)

    def _sort(self) -> None:
        """Bring what came in any order into that of numbers; a number that never came is a document without terms."""
        for term, found in self.postings.items():
            if len(found) > 1:
                self.postings[term] = array("Q", sorted(found))
        none = "", ("",) * len(FACETS)
        ordered = [self.records.get(number, none) for number in range(max(self.records, default=-1) + 1)]
        self.hashes["r"] = [found for found, _ in ordered]
        self.facets: dict[str, list[str]] = {name: [""] for name in FACETS}
        self.codes = [
            [self._code(name, value) for name, value in zip(FACETS, values, strict=True)] for _, values in ordered
        ]

    def _code(self, facet: str, value: str) -> int:
        values = self.facets[facet]
        if value not in values:
            values.append(value)
        return values.index(value)

    def _write(self, stem: str, payload: str) -> str:
        found = hash4(payload)
        self.keep(f"{stem}-{found}.js", form.script(f"{stem}-{found}", payload))
        return found

    def _keep(self, letter: str, payloads: Iterable[str]) -> None:
        self.hashes[letter] = [
            self._write(f"{letter}{number}", payload) if payload else "" for number, payload in enumerate(payloads)
        ]

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        """Term by which the shard is chosen, head, tail: of all terms and of readers' words. Postings are used up."""
        says = list(self._says())
        for term in sorted(self.postings):
            postings = self.postings.pop(term)
            if term[0] == "=":
                continue
            short = len(term) == 1 and term >= "\u3400"
            head, tail = form.entry(postings, self.rules["single" if short else "head"])
            yield term, form.line(term, head), "" if short or not tail else form.line(term, tail)
        yield from says

    def _says(self) -> Iterator[tuple[str, str, str]]:
        heads: dict[tuple[str, ...], str] = {}
        common = max(self.rules["common"]["least"], len(self.codes) / self.rules["common"]["one_in"])
        for say in sorted(self.says.words):
            official = self.says.met(say, self.postings, common)
            if official and official not in heads:
                heads[official], _ = form.entry(self.says.merged(official, self.postings), self.rules["say_head"])
            if official:
                yield leads(say), form.line(say, heads[official], official), ""

    def _write_shards(self) -> None:
        # bytes, for as text the entries of a large site take half as much memory again
        entries = [(lead, head.encode(), tail.encode()) for lead, head, tail in self._entries()]
        self.shards = _count(sum(len(head) for _, head, _ in entries), self.rules["shard"])
        heads: list[list[bytes]] = [[] for _ in range(self.shards)]
        tails: list[list[bytes]] = [[] for _ in range(self.shards)]
        for lead, head, tail in entries:
            place = shard(lead, self.shards)
            heads[place].append(head)
            if tail:
                tails[place].append(tail)
        self._keep("s", (b"\n".join(part).decode() for part in heads))
        self._keep("t", (b"\n".join(part).decode() for part in tails))

    def _write_facets(self) -> None:
        pages = [self.codes[start : start + FACET_PAGE] for start in range(0, len(self.codes), FACET_PAGE)]
        self._keep(
            "f", ["\n".join("".join(map(form.number, column)) for column in zip(*page, strict=True)) for page in pages]
        )

    def _directory(self, letter: str) -> str:
        hashes = [found or "----" for found in self.hashes[letter]]
        pages = ["".join(hashes[start : start + PAGE]) for start in range(0, len(hashes), PAGE)]
        return "".join(self._write(f"d{letter}{number}", page) for number, page in enumerate(pages))

    def _frequent(self) -> str:
        """The pairs of characters that most documents hold."""
        counted = ((-len(found), term) for term, found in self.postings.items() if form.is_bigram(term))
        return "".join(term for _, term in nsmallest(self.rules["frequent"], counted))

    def _write_root(self, pages: dict[str, str], frequent: str) -> None:
        root = {
            "format": FORMAT,
            "documents": len(self.codes),
            "shards": self.shards,
            "pages": pages,
            "facets": self.facets,
            "frequent": frequent,
            "singles": "".join(sorted(say for say in self.says.words if len(say) == 1)),
            "rules": ranking()["query"],
            **listed(),
        }
        text = json.dumps(root, ensure_ascii=False, separators=(",", ":"))
        self.keep("index.js", form.script("index", text))


def _count(size: int, wanted: int) -> int:
    """How many shards: 2, 3, 4, 6, 8, 12 …, so that one is of about the wanted size and few changes change it."""
    count = 2
    while size / count > wanted * 1.2:
        count = count * 3 // 2 if count & count - 1 == 0 else count * 4 // 3
    return count
