"""The text of a record in chunks that are loaded one by one, and the files of a record.

A record's file: a line of fields, the hashes of its chunks, its summary; of 常见问题 also the question as others put
it, and a line for each document that the answer rests on. A chunk's file: a line a block (anchor, heading when it is
another one than before, text) and, after `@`, a line an indicator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.search.record import QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.search.record import Fact, Record

_BLANKS = re.compile(r"[\s\ud800-\udfff]+")
# 。」 ！ ？ ；: where a long block may be cut
_END = re.compile(r"[。！？；!?;][”’」』）)]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of a long one."""

    block: int
    anchor: str
    heading: str
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of its section."""
        return self.text == self.heading


Chunk = tuple[Piece, ...]


def plain(text: str) -> str:
    """Text on one line; halves of characters, which no file can hold, go."""
    return _BLANKS.sub(" ", text).strip()


def chunks(record: Record, size: int) -> tuple[Chunk, ...]:
    """The record's blocks in chunks of about `size` characters; a heading stays with what it heads."""
    found: list[list[Piece]] = [[]]
    length = 0
    for piece in _pieces(record, size):
        full = length + len(piece.text) > size * 4 // 3 or (piece.is_heading and length > size * 2 // 3)
        if found[-1] and full and not all(one.is_heading for one in found[-1]):
            found.append([])
            length = 0
        found[-1].append(piece)
        length += len(piece.text)
    return tuple(tuple(chunk) for chunk in found)


def _pieces(record: Record, size: int) -> Iterator[Piece]:
    for number, block in enumerate(record.blocks):
        text, heading = plain(block.text), plain(block.heading)
        for part in _parts(text, size):
            yield Piece(number, block.anchor, heading, part)


def _parts(text: str, size: int) -> Iterator[str]:
    start = 0
    while len(text) - start > size * 4 // 3:
        ends = [found.end() for found in _END.finditer(text, start + size // 3, start + size)]
        end = ends[-1] if ends else start + size
        yield text[start:end]
        start = end
    if text[start:]:
        yield text[start:]


def chunk_text(record: Record, chunk: Chunk) -> str:
    """The content of a chunk's file."""
    lines, heading = [], ""
    numbers: dict[int, int] = {}
    for place, piece in enumerate(chunk):
        numbers.setdefault(piece.block, place)
        lines.append(f"{piece.anchor}\t{'' if piece.heading == heading else piece.heading}\t{piece.text}")
        heading = piece.heading
    lines += [
        _fact_line(numbers[fact.block], fact)
        for fact in record.facts
        if fact.block in numbers and any(fact.raw in p.text for p in chunk if p.block == fact.block)
    ]
    return "\n".join(lines)


def _fact_line(place: int, fact: Fact) -> str:
    fields = (fact.name, fact.raw, fact.value, fact.unit, fact.qualifier, fact.period, fact.row_url, fact.sentence)
    return "\t".join([f"@{place}", *map(plain, fields)])


def record_text(record: Record, hashes: list[str]) -> str:
    """The content of a record's file."""
    fields = (
        *(record.url, record.title, record.kind, record.column, record.year, record.date, record.agency),
        *(record.number_text, record.index_number, record.validity, "1" if record.sample else ""),
    )
    lines = ["\t".join(map(plain, fields)), "".join(hashes), plain(record.summary)]
    if record.kind == QUESTION:
        lines.append("\t".join(map(plain, record.otherwise)))
        lines += ["\t".join(map(plain, (each.title, each.url, each.state))) for each in record.grounds]
    return "\n".join(lines)
