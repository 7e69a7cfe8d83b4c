"""How strongly a page holds each of its terms: BM25F with fixed average lengths, so that no page moves another's."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gongkai.search.fold import fold
from gongkai.search.query import subject
from gongkai.search.readings import sounds
from gongkai.search.terms import RUN, bigrams, keys, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gongkai.search.chunks import Chunk
    from gongkai.search.record import Record


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs the terms of records; `official` words count as terms of their own: =带薪年休假."""

    rules: Mapping[str, Any]
    """`index` of ranking.yml."""
    official: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A bigram -> longer official words that hold it and are looked for where it stands."""

    def weights(self, record: Record, text: tuple[Chunk, ...]) -> dict[str, int]:
        """Term -> how strongly the record holds it: impact of title and text, and the chunk where it is strongest."""
        total, where = _summed([self._counted(chunk) for chunk in text])
        meta: int = self.rules["fields"]["meta"]
        for term in self._terms(_meta(record)):
            total[term] = total.get(term, 0) + meta
        factor = self.rules["validity"].get(record.validity, 1)
        titles = {term: math.ceil(level * factor) for term, level in self._titles(record).items()}
        norm = self._norm(sum(len(piece.text) for chunk in text for piece in chunk))
        levels = {times: self._level(times / (times + norm) * factor) << 16 for times in set(total.values())}
        found = {term: levels[times] for term, times in total.items()}
        for term, number in where.items():
            found[term] |= number
        for term, level in titles.items():
            found[term] = found.get(term, 0) | level << 19
        return found

    def _counted(self, chunk: Chunk) -> Counter[str]:
        counted = self._terms("\n".join(piece.text for piece in chunk if not piece.is_heading))
        heading: int = self.rules["fields"]["heading"]
        for term, times in self._terms("\n".join(piece.text for piece in chunk if piece.is_heading)).items():
            counted[term] += times * heading
        return counted

    def _terms(self, text: str) -> Counter[str]:
        folded = fold(text)
        counted = Counter(bigrams(folded))
        official = [
            word for pair in counted.keys() & self.official.keys() for word in self.official[pair] if word in folded
        ]
        counted.update([*words(folded), *keys(folded)])
        for word in official:
            counted["=" + word] = folded.count(word)
        return counted

    def _titles(self, record: Record) -> dict[str, int]:
        short, middling = self.rules["title"]
        found: dict[str, int] = {}
        for title in map(fold, (record.title, *record.otherwise)):
            level = 3 if len(title) <= short else 2 if len(title) <= middling else 1
            single = (c for run in RUN.findall(title) for c in run if c != "的")
            for term in (*self._terms(title), *bigrams(subject(title)), *single, *sounds(title)):
                found[term] = max(level, found.get(term, 0))
        found.update(dict.fromkeys(keys(fold(f"{record.number_text} {record.index_number}")), 3))
        return found

    def _norm(self, length: int) -> float:
        rule = self.rules["length"]
        return float(self.rules["saturation"] * (1 - rule["weight"] + rule["weight"] * length / rule["average"]))

    def _level(self, impact: float) -> int:
        levels: int = self.rules["levels"]
        return math.ceil(impact * levels - 1e-9)


def _summed(counts: list[Counter[str]]) -> tuple[dict[str, int], dict[str, int]]:
    """Of all chunks: how often they hold each term, and the first that holds it most often, when not the very first."""
    total: dict[str, int] = dict(counts[0]) if counts else {}
    most, where = dict(total), {}
    for number, counted in enumerate(counts[1:], 1):
        for term, times in counted.items():
            if term not in most:
                total[term] = most[term] = times
                where[term] = number
                continue
            total[term] += times
            if times > most[term]:
                most[term] = times
                where[term] = number
    return total, where


def _meta(record: Record) -> str:
    parts: Iterable[str] = (
        *(record.agency, record.number_text, record.index_number, *record.keywords, record.column, record.kind),
        f"{record.year}年" if record.year else "",
        record.summary,
    )
    return "\n".join(parts)
