"""How strongly a page holds each of its terms: BM25F with fixed average lengths, so that no page moves another's."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gongkai.search.fold import fold
from gongkai.search.readings import sounds
from gongkai.search.terms import RUN, bigrams, keys, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gongkai.search.chunks import Chunk
    from gongkai.search.record import Record

Weight = tuple[int, int, int]
"""Impact of the title (0-3) and of the text (0-7), and the chunk in which the term is strongest."""


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs the terms of records; `official` words count as terms of their own: =带薪年休假."""

    rules: Mapping[str, Any]
    """`index` of ranking.yml."""
    starts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """First bigram -> official words that begin with it."""

    def weights(self, record: Record, text: tuple[Chunk, ...]) -> dict[str, Weight]:
        """Term -> how strongly the record holds it."""
        total: Counter[str] = Counter()
        most: dict[str, int] = {}
        where: dict[str, int] = {}
        for number, chunk in enumerate(text):
            counted = self._counted(chunk)
            total.update(counted)
            for term, times in counted.items():
                if times > most.get(term, 0):
                    most[term] = times
                    where[term] = number
        meta: int = self.rules["fields"]["meta"]
        for term in self._terms(_meta(record)):
            total[term] += meta
        factor = self.rules["validity"].get(record.validity, 1)
        titles = {term: math.ceil(level * factor) for term, level in self._titles(record).items()}
        norm = self._norm(sum(len(piece.text) for chunk in text for piece in chunk))
        levels = {times: self._level(times / (times + norm) * factor) for times in {0, *total.values()}}
        found = {term: (titles.get(term, 0), levels[times], where.get(term, 0)) for term, times in total.items()}
        return found | {term: (level, 0, 0) for term, level in titles.items() if term not in total}

    def _counted(self, chunk: Chunk) -> Counter[str]:
        counted: Counter[str] = Counter()
        body = "\n".join(piece.text for piece in chunk if not piece.is_heading)
        counted.update(self._terms(body))
        for piece in chunk:
            if piece.is_heading:
                for term in self._terms(piece.text):
                    counted[term] += self.rules["fields"]["heading"]
        return counted

    def _terms(self, text: str) -> Iterator[str]:
        folded = fold(text)
        yield from bigrams(folded)
        yield from words(folded)
        yield from keys(folded)
        if self.starts:
            yield from self._official(folded)

    def _official(self, folded: str) -> Iterator[str]:
        for run in RUN.findall(folded):
            for place, (first, second) in enumerate(pairwise(run)):
                for word in self.starts.get(first + second, ()):
                    if run.startswith(word, place):
                        yield "=" + word

    def _titles(self, record: Record) -> dict[str, int]:
        title = fold(record.title)
        short, middling = self.rules["title"]
        level = 3 if len(title) <= short else 2 if len(title) <= middling else 1
        found = dict.fromkeys(self._terms(title), level)
        found.update(dict.fromkeys((c for run in RUN.findall(title) for c in run if c != "的"), level))
        found.update(dict.fromkeys(sounds(title), level))
        found.update(dict.fromkeys(keys(fold(f"{record.number_text} {record.index_number}")), 3))
        return found

    def _norm(self, length: int) -> float:
        rule = self.rules["length"]
        return float(self.rules["saturation"] * (1 - rule["weight"] + rule["weight"] * length / rule["average"]))

    def _level(self, impact: float) -> int:
        levels: int = self.rules["levels"]
        return math.ceil(impact * levels - 1e-9)


def _meta(record: Record) -> str:
    parts: Iterable[str] = (
        *(record.agency, record.number_text, record.index_number, *record.keywords, record.column, record.kind),
        f"{record.year}年" if record.year else "",
        record.summary,
    )
    return "\n".join(parts)
