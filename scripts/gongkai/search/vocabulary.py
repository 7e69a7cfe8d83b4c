"""What readers say and what documents say: 年假 -> 带薪年休假, from lexicon/vocabulary/*.yml.

- {say: [年假, 公休假], official: [带薪年休假, 年休假], kind: 简称, source: 《职工带薪年休假条例》}
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from gongkai.search.fold import fold
from gongkai.words import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KINDS = {"简称": True, "俗称": False, "同义": True, "旧称": True}
"""Whether the official word is met by the other one, too, when it stands alone."""
KEYS = {"say", "official", "kind", "source"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class VocabularyError(Exception):
    """An entry is not as it must be; says file and entry."""


@cache
def vocabulary(*more: Path) -> Mapping[str, tuple[str, ...]]:
    """Reader's word, folded -> official words, folded, likeliest first; a site's own files come first."""
    found: dict[str, dict[str, None]] = {}
    for path in [*more, *sorted((FOLDER / "vocabulary").glob("*.yml"))]:
        for entry in entries(path):
            for say, official in _directions(entry):
                found.setdefault(say, {}).update(dict.fromkeys(official))
    return MappingProxyType({say: tuple(official) for say, official in found.items()})


def entries(path: Path) -> Iterable[dict[str, Any]]:
    """The entries of a file; VocabularyError when one is wrong."""
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path.name}: {error}") from None
    for number, entry in enumerate(loaded or [], 1):
        if not isinstance(entry, dict) or set(entry) != KEYS or entry["kind"] not in KINDS:
            raise VocabularyError(f"{path.name}: entry {number}: say, official, kind, source are wanted")
        for key in ("say", "official"):
            words = entry[key]
            if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
                raise VocabularyError(f"{path.name}: entry {number}: {key}: a list of words is wanted")
        yield entry


def _directions(entry: dict[str, Any]) -> Iterable[tuple[str, list[str]]]:
    say = [fold(word) for word in entry["say"]]
    official = [fold(word) for word in entry["official"]]
    for word in say:
        yield word, [other for other in official if other != word]
    if entry["kind"] == "同义":
        for word in official:
            yield word, [other for other in [*official, *say] if other != word]
    elif KINDS[entry["kind"]] and len(official) == 1:
        yield official[0], [word for word in say if word != official[0]]
