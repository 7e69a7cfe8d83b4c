"""Which encoding a text file is in, and how sure that is: EF BB BF ... -> utf-8-sig, certain."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The 3,755 everyday characters of GB 2312 stand in two bytes from B0A1 to D7F9; 的 is B5C4, 县 is CFD8.
_EVERYDAY = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1\xa3][\xa1-\xfe]|[\x09\x0a\x0d\x20-\x7e]")
_SURE = 0.95
_LIKELY = 0.80
_ENOUGH = 40


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was in."""

    text: str
    encoding: str
    certain: bool
    """False when another encoding is possible."""


@dataclass(frozen=True, slots=True)
class Undecodable:
    """No encoding fits; where the one that fits longest breaks off."""

    encoding: str
    offset: int
    """Byte offset of the first byte that does not fit."""
    line: int
    """Line of that byte, from 1."""


def decoded(data: bytes) -> Decoded | Undecodable:
    """The text of a file without NULs: by its mark, as strict UTF-8, as strict GB18030, or by statistics."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, certain=True)
    first = _strict(data, "utf-8", certain=True)
    if isinstance(first, Decoded):
        return first
    second = _strict(data, "gb18030", certain=False)
    if isinstance(second, Undecodable):
        return _guessed(data) or max(first, second, key=lambda failure: failure.offset)
    share = _everyday_share(data)
    if share >= _LIKELY:
        return Decoded(second.text, "gb18030", certain=share >= _SURE and len(data) >= _ENOUGH)
    return _guessed(data) or Undecodable("gb18030", 0, 1)


def _strict(data: bytes, encoding: str, *, certain: bool) -> Decoded | Undecodable:
    try:
        return Decoded(data.decode(encoding), encoding, certain)
    except UnicodeDecodeError as error:
        return Undecodable(encoding, error.start, _lines_before(data, error.start, encoding))


def _lines_before(data: bytes, offset: int, encoding: str) -> int:
    before = data[:offset].decode(encoding, "replace")
    return len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _everyday_share(data: bytes) -> float:
    """How much of the file is everyday Chinese in GB bytes; GBK prose has 0.98, Big5 or Latin prose under 0.8."""
    held = sum(len(found) for found in _EVERYDAY.findall(data))
    return held / len(data)


def _guessed(data: bytes) -> Decoded | None:
    """Big5, the one other encoding in which Chinese offices hand in text, when the statistics speak for it."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(data[:200_000], cp_isolation=["big5", "gb18030"]).best()
    if best is None or best.encoding != "big5":
        return None
    guess = _strict(data, "big5", certain=False)
    return guess if isinstance(guess, Decoded) else None
