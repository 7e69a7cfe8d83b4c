"""A built index, opened: its root, and its files by letter and number."""

from __future__ import annotations

import json
import math
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gongkai.search import shards as form

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = 64
"""Files whose hashes a page of the directory holds."""
FACETS = ("column", "year", "agency", "type", "validity")
"""What results can be narrowed by, in the order of the facet files."""
FACET_PAGE = 1024
"""Documents of a facet file."""


class Index:
    """The files below search/; each is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root: Mapping[str, Any] = json.loads(form.payload((folder / "index.js").read_bytes())[1])
        self.rules: Mapping[str, Any] = self.root["rules"]
        self._read: dict[str, str] = {}

    def file(self, letter: str, number: int) -> str:
        """The content of a numbered file; empty when there is none."""
        page, place = divmod(number, PAGE)
        hashes = self.root["pages"][letter]
        directory = self.take(f"d{letter}{page}-{hashes[page * 4 : page * 4 + 4]}")
        found = directory[place * 4 : place * 4 + 4]
        return "" if found == "----" else self.take(f"{letter}{number}-{found}")

    def take(self, name: str) -> str:
        """The content of a file by its full name."""
        if name not in self._read:
            self._read[name] = form.payload((self.folder / f"{name}.js").read_bytes())[1]
        return self._read[name]

    def values(self, document: int) -> tuple[str, ...]:
        """A document's values, in the order of FACETS."""
        page, place = divmod(document, FACET_PAGE)
        columns = zip(FACETS, self._columns(page), strict=True)
        return tuple(self.root["facets"][name][column[place]] for name, column in columns)

    def _columns(self, page: int) -> list[list[int]]:
        return self._facets.setdefault(page, [form.numbers(line) for line in self.file("f", page).split("\n")])

    @cached_property
    def _facets(self) -> dict[int, list[list[int]]]:
        return {}

    @cached_property
    def frequent(self) -> dict[str, int]:
        """The most frequent bigrams, with their rank."""
        text = self.root["frequent"]
        return {text[place : place + 2]: place for place in range(0, len(text), 2)}

    def weight(self, count: int) -> float:
        """What a term that so many documents hold says: the rarer, the more; rounded, to be the same anywhere."""
        rarity = math.log(1 + (self.root["documents"] - count + 0.5) / (count + 0.5))
        return max(1, math.floor(1000 * rarity + 0.5)) / 1000
