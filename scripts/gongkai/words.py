"""Read the words of the field from lexicon/NAME.yml, once, strictly, each with an example that the tests run.

A file maps groups to entries; `keys` names what entries may carry besides word, pattern, example, never:

    keys: [qualifier]
    before:
      - {word: 不足, qualifier: under, example: 不足5件}
      - {pattern: '不(?:少|低)于', qualifier: at_least, example: 不少于40学时, never: 不多于40学时}
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from gongkai.frontmatter import FrontMatterError, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).with_name("lexicon")
_OWN = ("word", "pattern", "example", "never")


class LexiconError(Exception):
    """A lexicon file is not as it must be; a fault of ours, so never caught. Says file, group and entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the field, or a regular expression, and what is known of it."""

    word: str
    """Literal text; empty when the entry has a pattern."""
    pattern: str
    """Regular expression; empty when the entry has a word."""
    example: str
    """Real text in which the entry is found."""
    never: str = ""
    """Text in which it must not be found; empty when there is none."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the file's own keys say: {"qualifier": "under"}."""

    @property
    def expression(self) -> str:
        """The entry as a regular expression."""
        return self.pattern or re.escape(self.word)

    def __getitem__(self, key: str) -> str:
        """The value of one of the file's own keys; empty when the entry leaves it out."""
        return self.values.get(key, "")


@cache
def load(name: str) -> Mapping[str, tuple[Entry, ...]]:
    """The groups of lexicon/NAME.yml, entries in the file's order; LexiconError when its shape is wrong."""
    path = FOLDER / f"{name}.yml"
    try:
        raw, _ = load_yaml(path.read_text(encoding="utf-8"))
    except FrontMatterError as error:
        raise LexiconError(f"{path.name}:{error.line}: {error.what}") from None
    keys = raw.pop("keys", [])
    if not isinstance(keys, list) or not all(isinstance(key, str) and key not in _OWN for key in keys):
        raise LexiconError(f"{path.name}: keys: a list of new names is wanted")
    groups = {group: tuple(_entries(path.name, group, entries, keys)) for group, entries in raw.items()}
    return MappingProxyType(groups)


@cache
def words(name: str, group: str) -> tuple[str, ...]:
    """The literal words of a group, longest first; LexiconError when an entry of it is a pattern."""
    entries = _group(name, group)
    if any(entry.pattern for entry in entries):
        raise LexiconError(f"{name}.yml: {group}: holds patterns, not only words")
    return tuple(sorted((entry.word for entry in entries), key=len, reverse=True))


@cache
def alternation(name: str, group: str) -> str:
    """Patterns in the file's order, then words longest first, joined by | for use inside a group: `不足|近`."""
    entries = _group(name, group)
    patterns = [entry.pattern for entry in entries if entry.pattern]
    literal = sorted((entry.word for entry in entries if entry.word), key=len, reverse=True)
    return "|".join([*patterns, *map(re.escape, literal)])


def _group(name: str, group: str) -> tuple[Entry, ...]:
    try:
        return load(name)[group]
    except KeyError:
        raise LexiconError(f"{name}.yml: no group {group}") from None


def _entries(file: str, group: str, entries: Any, keys: list[str]) -> Iterable[Entry]:
    if not isinstance(entries, list) or not entries:
        raise LexiconError(f"{file}: {group}: a list of entries is wanted")
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        where = f"{file}: {group}: entry {number}"
        found = _entry(where, entry, keys)
        if found.expression in seen:
            raise LexiconError(f"{where}: {found.expression} stands here twice")
        seen.add(found.expression)
        yield found


def _entry(where: str, entry: Any, keys: list[str]) -> Entry:
    if not isinstance(entry, dict) or not all(isinstance(v, str) and v for v in entry.values()):
        raise LexiconError(f"{where}: keys with text (in quotes when it looks like a number) are wanted")
    unknown = set(entry) - set(_OWN) - set(keys)
    if unknown:
        raise LexiconError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    if ("word" in entry) == ("pattern" in entry) or "example" not in entry:
        raise LexiconError(f"{where}: word or pattern, and example, are wanted")
    found = Entry(
        word=entry.get("word", ""),
        pattern=entry.get("pattern", ""),
        example=entry["example"],
        never=entry.get("never", ""),
        values=MappingProxyType({key: entry[key] for key in keys if key in entry}),
    )
    try:
        re.compile(found.expression)
    except re.error as error:
        raise LexiconError(f"{where}: {error}") from None
    return found
