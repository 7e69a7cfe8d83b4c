"""Write files so that a reader, or a killed process, never leaves or sees half of one.

`Batch` puts what a step makes into a folder of its own and only then moves all of it over; a journal lets the next
run finish a move that was cut off. `swap` exchanges a whole folder: site/.
"""

from __future__ import annotations

import ctypes
import filecmp
import hashlib
import json
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.errors import BusyError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOURNAL = "moves.json"


def sha256(data: bytes) -> str:
    """Hex digest."""
    return hashlib.sha256(data).hexdigest()


Content = bytes | Path
"""What a file shall hold: bytes, or a file on the same disk that holds them because they are many."""


def same(path: Path, data: Content) -> bool:
    """Whether the file is there and holds just this."""
    try:
        if isinstance(data, Path):
            return filecmp.cmp(path, data, shallow=False)
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def write(path: Path, data: bytes) -> bool:
    """Put `data` into `path` in one step; False when it was there already."""
    if same(path, data):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.gongkai-new")
    fresh.write_bytes(data)
    fresh.replace(path)
    return True


class Batch:
    """Files that belong together and appear together; nothing of them is held in memory.

    `stage` is a folder on the same disk, kept for this alone: `.cache/convert`.
    """

    def __init__(self, stage: Path) -> None:
        finish(stage)
        self._stage = stage
        self._moves: dict[Path, Path] = {}
        self._count = 0

    def add(self, path: Path, data: Content) -> bool:
        """Take a file in; False when its place holds just this already. The last of two for one path wins."""
        self._moves.pop(path, None)
        if same(path, data):
            return False
        self._stage.mkdir(parents=True, exist_ok=True)
        self._count += 1
        fresh = self._stage / f"{self._count:07d}"
        if isinstance(data, Path):
            data.rename(fresh)
        else:
            fresh.write_bytes(data)
        self._moves[path] = fresh
        return True

    def commit(self) -> list[Path]:
        """Move all into place; the paths that changed, sorted."""
        if self._moves:
            moves = {str(fresh): [str(path), _digest(path)] for path, fresh in self._moves.items()}
            write(self._stage / _JOURNAL, json.dumps(moves, ensure_ascii=False).encode())
        finish(self._stage)
        changed = sorted(self._moves)
        self._moves = {}
        return changed


def finish(stage: Path) -> None:
    """Make the moves of a batch that was cut off while moving; drop one that was cut off before.

    A place that somebody changed since is left as it is.
    """
    journal = stage / _JOURNAL
    try:
        moves = json.loads(journal.read_bytes())
    except (OSError, ValueError):
        moves = {}
    for fresh, (to, known) in moves.items():
        path = Path(to)
        if Path(fresh).exists() and _digest(path) == known:
            path.parent.mkdir(parents=True, exist_ok=True)
            Path(fresh).replace(path)
    shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; BusyError when another process holds it. A killed process holds nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as lock:
        try:
            if sys.platform == "win32":
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BusyError("另一个 gongkai 正在这个站点里运行。等它结束后再试。") from None
        yield


def _digest(path: Path) -> str | None:
    """Hash of a file; None when there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def swap(fresh: Path, place: Path) -> None:
    """Put the folder `fresh` where `place` is, in one step where the system can; the old folder is removed afterwards.

    Where it cannot, and when killed between its two moves, the old folder stands whole beside its place and `restore`
    brings it back.
    """
    old = _old(place)
    restore(place)
    if place.exists() and _exchanged(fresh, place):
        fresh.rename(old)
    else:
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


def _exchanged(one: Path, other: Path) -> bool:
    """Whether Linux exchanged two folders in one step (renameat2 with RENAME_EXCHANGE)."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    here, exchange = -100, 2
    return bool(rename(here, bytes(one), here, bytes(other), exchange) == 0)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.gongkai-old")
