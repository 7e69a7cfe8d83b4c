"""A folded text -> terms.

Han bigrams (年休 休假), words of letters and digits (98.8, hpv), numbers with what they count (21.75天, 7264号), and
keys of numbers that name a document (#办发2018115, #000014349201900007).
"""

from __future__ import annotations

import re
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
RUN = re.compile(f"[{HAN}]+")
# hpv, 98.8, 12345, iso9001
WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*")
# 21.75天, 7264号, 98.8%
COUNTED = re.compile(f"(?P<number>[0-9]+(?:\\.[0-9]+)*)(?P<counted>[{HAN}%])")
# 国办发(2018(115号, 国办发2018第115号: brackets of any kind are ( by now
DOCUMENT = re.compile(f"(?P<body>[{HAN}]{{2}})[( ]*(?P<year>(?:19|20)[0-9]{{2}})[( ]*年?第?(?P<number>[0-9]{{1,5}})号")
# the same as a reader types it: 国办发2018-115, 国办发(2018(115
ASKED = re.compile(
    f"(?P<body>[{HAN}]{{1,2}})[( ]*(?P<year>(?:19|20)[0-9]{{2}})"
    "(?:[( -]+第?|年?第)(?P<number>[0-9]{1,5})(?![0-9年月日.%])"
)
# 000014349/2019-00007, 0571-88888888, 11500235008650139r/2023-00012
JOINED = re.compile(r"[0-9a-z]+(?:[/_-][0-9a-z]+)+|[0-9]{7,}")
LEAST = 7
"""Digits that make a joined number a key: telephone numbers have seven."""


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring Han characters, left out those with 的, which says nothing."""
    return [pair for run in RUN.findall(text.replace("的", " ")) for pair in map(add, run, run[1:])]


def words(text: str) -> Iterator[str]:
    """Words of letters and digits, and numbers with what they count."""
    for word in WORD.findall(text):
        if len(word) <= 24:
            yield word
    for found in COUNTED.finditer(text):
        yield found["number"] + found["counted"]


def keys(text: str, pattern: re.Pattern[str] = DOCUMENT) -> Iterator[str]:
    """Keys of the documents and numbers that a text names; 国办发〔2018〕115号 gives #办发2018115.

    Two characters of the series are enough and are met in running text, where nobody knows where the series begins.
    """
    for found in pattern.finditer(text) if pattern is not DOCUMENT or "号" in text else ():
        yield "#" + found["body"] + found["year"] + found["number"].lstrip("0")
    for number in JOINED.findall(text):
        plain = re.sub("[/_-]", "", number)
        if sum(c.isdigit() for c in plain) >= LEAST and len(plain) <= 40:
            yield "#" + plain


def shard(term: str, shards: int) -> int:
    """Which shard holds a term: FNV-1a of its UTF-16 code units."""
    value = 0x811C9DC5
    for unit in term:
        value = ((value ^ ord(unit)) * 0x01000193) & 0xFFFFFFFF
    return value % shards
