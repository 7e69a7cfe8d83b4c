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
    """A file cannot be read, or an entry is not as it must be; says in Chinese which one."""


def vocabulary(*more: Path) -> Mapping[str, tuple[str, ...]]:
    """Reader's word, folded -> official words, folded, likeliest first; a site's own files come first."""
    shipped = _shipped(FOLDER / "vocabulary")
    own = _read(more)
    found = {say: tuple(dict.fromkeys([*official, *shipped.get(say, ())])) for say, official in own.items()}
    return MappingProxyType({**shipped, **found})


@cache
def _shipped(folder: Path) -> dict[str, tuple[str, ...]]:
    return _read(sorted(folder.glob("*.yml")))


def _read(paths: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for path in paths:
        for entry in entries(path):
            for say, official in _directions(entry):
                found.setdefault(say, {}).update(dict.fromkeys(official))
    return {say: tuple(official) for say, official in found.items()}


def entries(path: Path) -> Iterable[dict[str, Any]]:
    """The entries of a file; VocabularyError when one is wrong."""
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError):
        raise VocabularyError(f"{path.name}：没有这个文件，或者不是 UTF-8 编码") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise VocabularyError(f"{path.name}:{mark.line + 1 if mark else 1}：YAML 写法有误") from None
    if not isinstance(loaded or [], list):
        raise VocabularyError(f"{path.name}：应当一行一条，每条以“- ”开头")
    for number, entry in enumerate(loaded or [], 1):
        if not isinstance(entry, dict) or set(entry) != KEYS or entry["kind"] not in KINDS:
            kinds = "、".join(KINDS)
            raise VocabularyError(
                f"{path.name}：第 {number} 条要写 say、official、kind、source 四项，kind 是 {kinds} 之一"
            )
        for key in ("say", "official"):
            words = entry[key]
            if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
                raise VocabularyError(f"{path.name}：第 {number} 条的 {key} 应当是一列词，如 [年假, 公休假]")
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
