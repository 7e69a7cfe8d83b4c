"""Ids of indicators that survive an added neighbour: made from sentence, raw text and repetition, 3a9c1e02."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gongkai.model import Figure, Span


class Ids:
    """Hands out the ids of one report."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of_all(self, sentence: str, figures: Iterable[Figure]) -> dict[Span, str]:
        """An id for each figure of a sentence, indicator or not, so that a new indicator moves no other's id."""
        key = _digest("".join(sentence.split()))
        return {figure.span: self._of(f"{key}\n{figure.raw}") for figure in figures}

    def _of(self, key: str) -> str:
        self._seen[key] += 1
        return _digest(f"{key}\n{self._seen[key]}")[:8]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
