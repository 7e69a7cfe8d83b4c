"""Write files so that a reader, or a killed process, never leaves or sees half of one.

`Batch` collects what a step makes, puts all of it beside its destinations under temporary names, and only then
moves it over; a journal lets the next run finish a move that was cut off.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

_SUFFIX = ".gongkai-new"


def sha256(data: bytes) -> str:
    """Hex digest."""
    return hashlib.sha256(data).hexdigest()


def same(path: Path, data: bytes) -> bool:
    """Whether the file is there and holds just these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def write(path: Path, data: bytes) -> bool:
    """Put `data` into `path` in one step; False when it was there already."""
    if same(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + _SUFFIX)
    fresh.write_bytes(data)
    fresh.replace(path)
    return True


@dataclass(slots=True)
class Batch:
    """Files that belong together and appear together."""

    journal: Path
    """Where the list of moves is kept while they are made: `.cache/convert.json`."""
    _files: dict[Path, bytes] = field(default_factory=dict)

    def add(self, path: Path, data: bytes) -> None:
        """Take a file in; nothing is written yet."""
        self._files[path] = data

    def commit(self) -> list[Path]:
        """Write all that differs from what is there; the paths written, sorted."""
        changed = sorted(path for path, data in self._files.items() if not same(path, data))
        moves = {}
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(path.name + _SUFFIX)
            fresh.write_bytes(self._files[path])
            moves[str(fresh)] = str(path)
        if moves:
            write(self.journal, json.dumps(moves, ensure_ascii=False).encode())
            finish(self.journal)
        return changed


def finish(journal: Path) -> None:
    """Make the moves that a journal lists and that were not made yet; harmless when there is none."""
    try:
        moves = json.loads(journal.read_bytes())
    except (OSError, ValueError):
        return
    for fresh, path in moves.items():
        if Path(fresh).exists():
            os.replace(fresh, path)  # noqa: PTH105 - both are strings of the journal
    journal.unlink(missing_ok=True)


def swap(fresh: Path, place: Path) -> None:
    """Put the folder `fresh` where `place` is; the old folder is removed afterwards.

    Killed between the two moves, the old folder stands whole beside its place and `restore` brings it back.
    """
    old = _old(place)
    restore(place)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def restore(place: Path) -> None:
    """Undo a `swap` that was cut off half-way, and clear what it left."""
    old = _old(place)
    if old.exists():
        if place.exists():
            shutil.rmtree(old)
        else:
            old.rename(place)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.gongkai-old")
