"""The smallest phrase table that says the same: 重庆 chóng qìng is kept, 重要 zhòng yào follows from the characters.

A text is looked up from left to right by the longest phrase; what no phrase covers is looked up character by character.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

Words = dict[str, tuple[str, ...]]
Parts = tuple[dict[str, list[str]], dict[str, list[str]]]
WEIGHT = 30
"""A phrase goes that would be met by mistake so many times as often as it is meant."""
LEAST = 3.0
"""A word is put in against being cut when that would happen more often than this in the corpus that was counted."""


@dataclass(frozen=True)
class Source:
    """What a table is made of."""

    plain: dict[str, str]
    """Character -> usual value."""
    words: Words
    """Word -> a value for each character."""
    kept: frozenset[str]
    """Words that are never left out: our own."""


@dataclass
class Table:
    """Characters and phrases with what is said or written for each character."""

    plain: dict[str, str]
    """Character -> its usual value: 重 -> zhòng. A character that is missing stands for itself."""
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Phrase -> a value for each character: 重庆 -> chóng, qìng."""
    longest: int = 1
    """Length of the longest phrase."""

    def add(self, phrase: str, values: tuple[str, ...]) -> None:
        """Add a phrase."""
        self.phrases[phrase] = values
        self.longest = max(self.longest, len(phrase))

    def values(self, text: str) -> tuple[str, ...]:
        """A value for each character of the text."""
        found: list[str] = []
        while len(found) < len(text):
            found += self._next(text, len(found))
        return tuple(found)

    def _next(self, text: str, place: int) -> tuple[str, ...]:
        for length in range(min(self.longest, len(text) - place), 1, -1):
            values = self.phrases.get(text[place : place + length])
            if values:
                return values
        return (self.plain.get(text[place], text[place]),)


def compact(source: Source, frequency: dict[str, int]) -> Table:
    """A table that gives each word its values, alone and next to frequent words."""
    plain, words = source.plain, source.words
    table = Table(dict(plain))
    _add_deviating(table, words)
    whole = _whole(table, source, frequency)
    table = Table(dict(plain))
    _add_deviating(table, {word: values for word, values in words.items() if whole.get(word, "") is not None})
    for word in source.kept:
        table.add(word, words[word])
    for word, values in whole.items():
        if values and word not in source.kept:
            table.add(word, values)
    return table


def _add_deviating(table: Table, words: Words) -> None:
    for word in sorted(words, key=lambda word: (len(word), word)):
        if table.values(word) != words[word]:
            table.add(word, words[word])


def _whole(table: Table, source: Source, frequency: dict[str, int]) -> dict[str, tuple[str, ...] | None]:
    """Words that stay whole though a phrase of the table would cut through them: 管理, 的确定 (理发 and 的确 would).

    None for a phrase that is oftener wrong than right and must go.
    """
    parts = _parts(frequency)
    words = source.words
    found: dict[str, tuple[str, ...] | None] = {}
    for phrase in table.phrases:
        wrong = _wrong(table, phrase, frequency, parts)
        if phrase not in source.kept and sum(wrong.values()) > WEIGHT * max(1, frequency.get(phrase, 0)):
            found[phrase] = None
            continue
        for word, times in wrong.items():
            if times >= LEAST:
                found[word] = words.get(word) or _apart(table, word, words)
    return found


def _wrong(table: Table, phrase: str, frequency: dict[str, int], parts: Parts) -> dict[str, float]:
    """Word or pair of words -> how often the phrase is met by mistake from its middle on: 管理 + 发展."""
    heads, tails = parts
    total = sum(frequency.values())
    wrong: dict[str, float] = defaultdict(float)
    for place in range(1, len(phrase)):
        before, after = phrase[:place], phrase[place:]
        follow = {word: frequency[word] for word in heads[after]}
        for word in tails[before]:
            if word not in table.phrases:
                wrong[word] += frequency[word] * sum(follow.values()) / total
        for word, times in follow.items():
            wrong[before + word] += frequency.get(before, 0) * times / total
    return wrong


def _apart(table: Table, pair: str, words: Words) -> tuple[str, ...]:
    """Values of 的确定 as 的 + 确定."""
    for place in range(1, len(pair) - 1):
        before, after = pair[:place], pair[place:]
        if (place == 1 or before in words) and after in words:
            return (*table.values(before), *words[after])
    return (table.plain.get(pair[0], pair[0]), *table.values(pair[1:]))


def _parts(frequency: dict[str, int]) -> Parts:
    """Words by how they begin and by how they end, themselves left out."""
    heads: dict[str, list[str]] = defaultdict(list)
    tails: dict[str, list[str]] = defaultdict(list)
    for word in frequency:
        for place in range(1, len(word)):
            heads[word[:place]].append(word)
            tails[word[place:]].append(word)
    return heads, tails


def lines(table: Table) -> list[str]:
    """The phrases in groups, one group a line: `重chóng -庆,-新`; first those without any deviation: ` 管理,的确定`."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for phrase, values in table.phrases.items():
        usual = [table.plain.get(character, character) for character in phrase]
        keys = {(c, v) for c, v, u in zip(phrase, values, usual, strict=True) if v != u}
        for key in keys:
            shown = ["-" if (c, v) == key else c for c, v in zip(phrase, values, strict=True)]
            groups[key].append("".join(shown))
        if not keys:
            groups["", ""].append(phrase)
    return [f"{key[0]}{key[1]} {','.join(sorted(groups[key]))}" for key in sorted(groups)]
