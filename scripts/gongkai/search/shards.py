"""The files of the index: how entries of terms are written and read back.

A shard is lines. A bigram's entry follows it at once, that of any other term after a blank; a reader's word stands with
the official words that it means: `收养C4b`, `98.8 D0`, `=领养=收养 C4b`. An entry is groups of documents of one
impact, best first: a letter for the impact, then gaps between document numbers in digits of base 39, each with a
character from U+0100 on for the chunk where the term is strongest, when that is not the first: `Cb4Ă`. `!2k` before the
groups says how many documents hold the term when the rest of them is in the tail.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"
"""One for each impact: four of the title by eight of the body."""
DIGITS = "".join(chr(c) for c in range(35, 127) if chr(c) not in LETTERS and chr(c) != "\\")
STOP = 39
"""Digits below this one end a number."""
MORE = len(DIGITS) - STOP
CHUNK = 0x100
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


@dataclass(frozen=True, slots=True)
class Posting:
    """A document that holds a term."""

    document: int
    title: int
    """0 when the title does not hold it, else 1-3: the shorter the title, the more."""
    body: int
    """0-7: how strongly the text holds it."""
    chunk: int = 0
    """The chunk in which it is strongest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a shard knows of a term."""

    count: int
    """Documents that hold the term, those in the tail included."""
    postings: tuple[Posting, ...]
    whole: bool = True
    """Whether nothing is left for the tail."""
    official: tuple[str, ...] = ()
    """For a reader's word: what documents say."""


def number(value: int) -> str:
    """Digits of a whole number."""
    last = DIGITS[value % STOP]
    value //= STOP
    while value:
        value -= 1
        last = DIGITS[STOP + value % MORE] + last
        value //= MORE
    return last


def pack(document: int, impact: int, chunk: int) -> int:
    """A posting as one number, that sorts by document; an index holds millions."""
    return document << 24 | impact << 16 | chunk


def packed(posting: Posting) -> int:
    """The same of a posting."""
    return pack(posting.document, posting.title * 8 + posting.body, posting.chunk)


def impact_of(one: int) -> int:
    """The impact of a packed posting."""
    return one >> 16 & 0xFF


_GAPS = tuple(map(number, range(4096)))
"""Gaps as they are written, as far as they are met often."""


def groups(postings: Sequence[int]) -> str:
    """Packed postings, sorted, as text."""
    if len(postings) == 1:
        one = postings[0]
        chunk = chr(CHUNK + (one & 0xFFFF)) if one & 0xFFFF else ""
        return f"{LETTERS[one >> 16 & 0xFF]}{number(one >> 24)}{chunk}"
    return "".join(map(_group, _by_impact(postings)))


def entry(postings: Sequence[int], most: int) -> tuple[str, str]:
    """Head and tail of a term's entry, of packed and sorted postings; the tail is empty when the head holds all.

    The head has the best documents, of equal ones the latest.
    """
    if len(postings) <= most:
        return groups(postings), ""
    head, tail, left = "", "", most
    for group in _by_impact(postings):
        cut = max(0, len(group) - left)
        left -= len(group) - cut
        head += _group(group[cut:])
        tail += _group(group[:cut])
    return f"!{number(len(postings))}{head}", tail


def _by_impact(postings: Sequence[int]) -> list[list[int]]:
    """Packed postings in groups of one impact, best first."""
    found: dict[int, list[int]] = {}
    for one in postings:
        impact = one & 0xFF0000
        if impact in found:
            found[impact].append(one)
        else:
            found[impact] = [one]
    return [found[impact] for impact in sorted(found, reverse=True)]


def _group(group: Sequence[int]) -> str:
    """Packed postings of one impact as text."""
    if not group:
        return ""
    parts, before = [LETTERS[group[0] >> 16 & 0xFF]], 0
    for one in group:
        document = one >> 24
        gap = document - before
        parts.append(_GAPS[gap] if gap < 4096 else number(gap))
        if one & 0xFFFF:
            parts.append(chr(CHUNK + (one & 0xFFFF)))
        before = document + 1
    return "".join(parts)


def line(term: str, text: str, official: tuple[str, ...] = ()) -> str:
    """An entry with its term."""
    if official:
        return f"={term}={','.join(official)} {text}"
    return f"{term}{text}" if is_bigram(term) else f"{term} {text}"


def is_bigram(term: str) -> bool:
    """Whether a term is a pair of Han characters, so that its entry needs no blank."""
    return len(term) == 2 and term >= "\u3400" and term[1] >= "\u3400"


def read(text: str, official: tuple[str, ...] = ()) -> Entry:
    """The entry that a line holds behind its term."""
    count, place = 0, 0
    if text.startswith("!"):
        count, place = _number(text, 1)
    postings = tuple(_postings(text, place))
    return Entry(count or len(postings), postings, not count, official)


def numbers(text: str) -> list[int]:
    """All numbers of a text that has nothing but digits."""
    found, place = [], 0
    while place < len(text):
        value, place = _number(text, place)
        found.append(value)
    return found


def _number(text: str, place: int) -> tuple[int, int]:
    value = 0
    while (digit := _VALUES[text[place]]) >= STOP:
        value = value * MORE + digit - STOP + 1
        place += 1
    return value * STOP + digit, place + 1


def _postings(text: str, place: int) -> Iterator[Posting]:
    title = body = 0
    document = -1
    while place < len(text):
        impact = LETTERS.find(text[place])
        if impact >= 0:
            title, body, document = impact >> 3, impact & 7, -1
            place += 1
            continue
        gap, place = _number(text, place)
        document += gap + 1
        chunk = 0
        if place < len(text) and ord(text[place]) >= CHUNK:
            chunk = ord(text[place]) - CHUNK
            place += 1
        yield Posting(document, title, body, chunk)


def lines(payload: str) -> tuple[dict[str, str], dict[str, str]]:
    """Of a shard: term -> its entry; reader's word -> official words and, after a blank, its entry."""
    terms, says = {}, {}
    for one in payload.split("\n"):
        if is_bigram(one[:2]):
            terms[one[:2]] = one[2:]
        elif one[:1] == "=":
            say, _, rest = one[1:].partition("=")
            says[say] = rest
        else:
            term, _, rest = one.partition(" ")
            terms[term] = rest
    return terms, says


def script(name: str, payload: str) -> bytes:
    """The file: a call that hands over its content."""
    quoted = json.dumps(payload, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'gongkai.take("{name}",{quoted})\n'.encode("utf-8", "replace")


def payload(data: bytes) -> tuple[str, str]:
    """Name and content of a file."""
    text = data.decode("utf-8")
    name, _, quoted = text[len('gongkai.take("') :].partition('",')
    return name, str(json.loads(quoted.rstrip()[:-1]))
