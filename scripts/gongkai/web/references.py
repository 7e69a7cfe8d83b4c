"""Which documents name which: 被替代: [zcwj/2022/b.md] of one is 替代 of the other, though only one side says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from gongkai.web.catalogue import Entry

_KEYS = ("替代", "被替代", "解读对象", "失效依据", "修改", "相关")


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as another names it."""

    text: str
    """What is printed: its title, or the words of who named it when it is not on the site."""
    entry: Entry | None


class References:
    """All that the pages of a site name in their front matter, both ways; each page's front matter is read once."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._named_by: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for item in entries.values():
            for key in _KEYS:
                for path in dict.fromkeys(_words(item.meta.get(key))):
                    if path in entries and path != item.src:
                        self._named_by[key, path].append(item)

    def names(self, item: Entry, key: str) -> list[Reference]:
        """What a page names under a key, in its order."""
        return [self.to(words) for words in dict.fromkeys(_words(item.meta.get(key))) if words != item.src]

    def to(self, words: str) -> Reference:
        """The document of a path below docs/, or words that are none."""
        found = self._entries.get(words)
        return Reference(found.title if found else words, found)

    def named_by(self, item: Entry, key: str) -> list[Entry]:
        """Pages that name this one under a key, newest first."""
        return sorted(
            self._named_by.get((key, item.src), ()), key=lambda other: (other.published, other.src), reverse=True
        )

    def successors(self, item: Entry) -> list[Reference]:
        """What replaces a document: its 被替代, and whatever says 替代 of it."""
        return _each_once([*self.names(item, "被替代"), *map(_known, self.named_by(item, "替代"))])

    def predecessors(self, item: Entry) -> list[Reference]:
        """What a document replaces: its 替代, and whatever says 被替代 of it."""
        return _each_once([*self.names(item, "替代"), *map(_known, self.named_by(item, "被替代"))])


def _known(item: Entry) -> Reference:
    return Reference(item.title, item)


def _each_once(found: Iterable[Reference]) -> list[Reference]:
    return list({(each.entry.src if each.entry else each.text): each for each in found}.values())


def _words(value: Any) -> Iterator[str]:
    """The texts in a value: one text, a list of them, a list of mappings with 依据."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _words(part.get("依据") if isinstance(part, dict) else part)
