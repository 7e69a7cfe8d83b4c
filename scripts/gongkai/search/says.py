"""Readers' words as terms: 领养 has the postings of 收养, so that asking for it costs no more than asking for 收养."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from gongkai.search.query import subject
from gongkai.search.terms import RUN, WORD, bigrams

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence

PAIR = 2


def _by_pair(words: set[str]) -> dict[str, tuple[str, ...]]:
    """Of its pairs of characters the one that fewest words share -> longer official words: 政复 -> 行政复议."""
    pairs = {word: bigrams(word) for word in words if len(word) > 2 and RUN.fullmatch(word)}
    shared = Counter(pair for found in pairs.values() for pair in found)
    by_pair: dict[str, list[str]] = defaultdict(list)
    for word, found in sorted(pairs.items()):
        if found:
            by_pair[min(found, key=lambda pair: (shared[pair], pair))].append(word)
    return {pair: tuple(found) for pair, found in by_pair.items()}


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
        asked = {subject(say).strip(): official for say, official in words.items()}
        # 怎么办 leaves 办, 工资多少 leaves 工资: no words of their own
        whole = {say: official for say, official in asked.items() if len(say) > PAIR or say in words}
        self.words = {**whole, **{say: official for say, official in words.items() if say in whole}}
        self.official = _by_pair({word for official in words.values() for word in official})

    def merged(self, official: tuple[str, ...], postings: Mapping[str, array[int]]) -> Sequence[int]:
        """Postings of official words that the site has, each document once at its best."""
        if len(official) == 1:
            return postings[_term(official[0])]
        best: dict[int, int] = {}
        for word in official:
            for packed in postings[_term(word)]:
                document = packed >> 24
                if document not in best or packed & 0xFF0000 > best[document] & 0xFF0000:
                    best[document] = packed
        return [best[document] for document in sorted(best)]

    def met(self, say: str, postings: Mapping[str, array[int]], common: float) -> tuple[str, ...]:
        """The official words for a reader's word that the site has; none for what `common` documents say, too: 办法."""
        if len(say) == PAIR and len(postings.get(say, ())) > common:
            return ()
        return tuple(word for word in dict.fromkeys(self.words[say]) if _term(word) in postings)


def _term(official: str) -> str:
    """The term of an official word: a pair is one by itself, 带薪年休假 is =带薪年休假."""
    return official if len(official) <= 2 or not RUN.fullmatch(official) else "=" + official
