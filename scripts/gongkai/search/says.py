"""Readers' words as terms: 领养 has the postings of 收养, so that asking for it costs no more than asking for 收养."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from gongkai.search.query import joined
from gongkai.search.shards import impact_of
from gongkai.search.terms import RUN, WORD
from gongkai.words import alternation

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

OFFICIAL_MOST = 4


def leads(say: str) -> str:
    """The term whose shard holds a reader's word: its first bigram, or its first word of letters and digits."""
    run = RUN.match(say)
    if run:
        return say[:2] if len(run[0]) > 1 else say[0]
    word = WORD.match(say)
    return word[0] if word else say


class Says:
    """The vocabulary turned to what the index needs."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        stop = alternation("search", "stop")
        asked = {joined(say, stop)[0].strip(): official for say, official in words.items()}
        # 怎么办 leaves 办, which is no word of its own
        whole = {say: official for say, official in asked.items() if len(say) > 1 or say in words}
        self.words = {**whole, **{say: official for say, official in words.items() if say in whole}}
        starts: dict[str, list[str]] = defaultdict(list)
        for word in sorted({word for official in words.values() for word in official}):
            if len(word) > 2 and RUN.fullmatch(word):
                starts[word[:2]].append(word)
        self.starts: dict[str, tuple[str, ...]] = {lead: tuple(found) for lead, found in starts.items()}

    def merged(self, say: str, postings: Mapping[str, array[int]]) -> tuple[list[int], tuple[str, ...]]:
        """Postings of a reader's word, each document once at its best, and the official words that the site has."""
        best: dict[int, int] = {}
        met = []
        for word in self.words[say]:
            term = word if len(word) <= 2 or not RUN.fullmatch(word) else "=" + word
            if term not in postings:
                continue
            met.append(word)
            for packed in postings[term]:
                document = packed >> 24
                if impact_of(packed) > impact_of(best.get(document, 0)):
                    best[document] = packed
        return [best[document] for document in sorted(best)], tuple(met)
