"""Two files have names that are equal but for case.

What: docs/ 里有两个文件（或文件夹）的名字只差大小写。
Why: 在 Windows 和 macOS 上它们是同一个文件，一个会盖掉另一个，取下项目的同事会丢内容。
Wrong: 同一个文件夹里有 Nb.md 和 nb.md
Right: 改成 nb-2021.md 和 nb-2022.md
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK508", "names-collide", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Files that another file's name, or the name of its folder, meets when case is ignored; the later ones."""
    for path, other in _collisions(docs.files):
        if paths is None or paths & {path, other}:
            place = Place(f"{docs.folder}/{path}")
            yield RULE.at(place, f"名字与“{docs.folder}/{other}”只差大小写", "给其中一个换个名字")


def _collisions(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A path and the one before it that it meets: P.md and p.md, a/x.md and A/y.md."""
    first: dict[str, tuple[str, str]] = {}
    for path in sorted(files):
        for name in accumulate(path.split("/"), lambda above, part: f"{above}/{part}"):
            written, owner = first.setdefault(_folded(name), (name, path))
            if written != name:
                yield path, owner
                break


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
