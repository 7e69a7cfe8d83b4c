"""One hash for a whole folder: by content for what goes into a build, by size and time for what came out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.files import sha256

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def names(root: Path) -> Iterator[str]:
    """Every file below a folder but Python's caches, sorted, with forward slashes."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(root).as_posix()


def contents(root: Path) -> str:
    """Hash of names and bytes; of its bytes for a single file."""
    if root.is_file():
        return sha256(root.read_bytes())
    return _hash(f"{name} {sha256((root / name).read_bytes())}" for name in names(root))


def listing(root: Path) -> str:
    """Hash of names, sizes and times: tells that a file was touched without reading it."""
    return _hash(f"{name} {(stat := (root / name).stat()).st_size} {stat.st_mtime_ns}" for name in names(root))


def _hash(lines: Iterator[str]) -> str:
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape"))
