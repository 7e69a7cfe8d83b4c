"""A converted page no longer agrees with its report or its data.

What: 转换出来的页面所依据的报告不见了、换了版本，或者旁边的数据文件缺了、变了。
Why: 页面上的数字要能追到收到的那份报告；对不上就无从核对。
Wrong: 换了 seeds/ 里的报告，没有重新转换
Right: 换了报告以后运行 gongkai convert，把 seeds/ 和 docs/ 一起推送
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from gongkai.checks.derived import checksum, derived_pages
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from gongkai.checks.derived import Derived
    from gongkai.checks.docs import Docs

RULE = Rule("GK612", "derived-page-broken", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Converted pages whose report is gone or another, or whose data files are."""
    seeds = _Seeds(docs.seeds)
    for made in derived_pages(docs, paths):
        if made.source_file and docs.seeds.is_dir():
            yield from _report(seeds.checksums(made.source_file), made)
        yield from _data(docs, made)


class _Seeds:
    """The reports as received by name, looked through once; each is hashed once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, frozenset[str]] = {}

    def checksums(self, name: str) -> frozenset[str]:
        """Checksums of the files of that name; empty when there is none."""
        if name not in self._known:
            self._known[name] = frozenset(_sha256(path.read_bytes()) for path in self._paths.get(name, ()))
        return self._known[name]

    @cached_property
    def _paths(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for path in self._folder.rglob("*"):
            if path.is_file():
                found.setdefault(path.name, []).append(path)
        return found


def _report(found: frozenset[str], made: Derived) -> Iterator[Finding]:
    place = made.page.key("源文件")
    if not found:
        yield RULE.at(
            place, f"源文件“{made.source_file}”不在报告目录里", "把报告放回去，或运行 gongkai convert --prune"
        )
    elif made.source_sha256 not in found:
        yield RULE.at(place, f"源文件“{made.source_file}”已经换了内容", "重新转换：gongkai convert")


def _data(docs: Docs, made: Derived) -> Iterator[Finding]:
    folder = made.page.path.rpartition("/")[0]
    for name, digest in sorted(made.data.items()):
        path = f"{folder}/{name}".lstrip("/")
        if path not in docs.files:
            yield RULE.at(made.page.key("数据校验"), f"数据文件“{name}”不见了", "重新转换：gongkai convert")
        elif checksum(docs.read(path)) != digest:
            yield RULE.at(made.page.key("数据校验"), f"数据文件“{name}”被改过", "重新转换：gongkai convert --force")


def _sha256(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()
