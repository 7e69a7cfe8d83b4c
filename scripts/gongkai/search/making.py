"""Make the index while pages are still being rendered: in a process of its own where that pays, else in this one.

Whoever makes it is given records as they come and writes the files of each at once. The second process is started as a
program, not by multiprocessing, which would run the caller's main module again and keep a process of its own.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from functools import partial
from typing import IO, TYPE_CHECKING, Protocol

from gongkai.errors import GongkaiError
from gongkai.search.index import Index

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gongkai.search.record import Record

LEAST = 200
"""Records for which a second process pays: it takes as long to start as it takes to index about half as many."""
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from gongkai.search.worker import main; main()"


class MakingError(GongkaiError):
    """The second process gave up or was ended."""


class Maker(Protocol):
    """Who makes an index."""

    def add(self, record: Record) -> None:
        """Take a record that has its number."""

    def finish(self) -> None:
        """No more records come."""

    def wait(self) -> None:
        """Return when all files are written."""

    def stop(self) -> None:
        """End whatever is still under way; its files are of no use."""


class Here:
    """Makes the index in this process."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], folder: Path) -> None:
        self._index = Index(words, partial(write, folder))
        self.add, self.finish = self._index.add, self._index.finish

    def wait(self) -> None:
        """All is written by now."""

    def stop(self) -> None:
        """Nothing is under way."""


class Aside:
    """Makes the index in a process of its own, which also ends when this one does."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], folder: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this Python, our own program
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        self.add((dict(words), folder))

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def add(self, record: Record | tuple[dict[str, tuple[str, ...]], Path]) -> None:
        """Send a record; that nobody is there any more is told by `finish`, lest a page be blamed."""
        with suppress(OSError):
            pickle.dump(record, self._into)

    def finish(self) -> None:
        """Send that no more come."""
        try:
            pickle.dump(None, self._into)
            self._into.flush()
        except OSError:
            self.wait()

    def wait(self) -> None:
        """Return when the process has ended well; MakingError with what it said, or the signal that ended it."""
        assert self._process.stdout  # noqa: S101 - asked for above
        said = self._process.stdout.read().decode("utf-8", "replace").strip()
        status = self._process.wait()
        self.stop()
        if status:
            raise MakingError(_why(status, said))

    def stop(self) -> None:
        """Kill the process if it still runs."""
        self._process.kill()
        with suppress(OSError):
            self._into.close()
        assert self._process.stdout  # noqa: S101 - asked for above
        self._process.stdout.close()
        self._process.wait()

    @property
    def _into(self) -> IO[bytes]:
        assert self._process.stdin  # noqa: S101 - asked for above
        return self._process.stdin


def begin(words: Mapping[str, tuple[str, ...]], folder: Path, records: int) -> Maker:
    """Begin an index of about so many records in a folder; in this process when another one would not pay."""
    folder.mkdir(parents=True, exist_ok=True)
    if records < LEAST or cores() < 2 or not sys.executable:
        return Here(words, folder)
    return Aside(words, folder)


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write(folder: Path, name: str, data: bytes) -> None:
    """Write a file of the index."""
    (folder / name).write_bytes(data)


def _why(status: int, said: str) -> str:
    """What is told of a process that did not end well; the last line of what it said is the error."""
    if said:
        return f"检索索引没有做成：{said.splitlines()[-1]}"
    ended = f"信号 {-status}" if status < 0 else f"返回值 {status}"
    return f"做检索索引的进程中途被结束（{ended}），多半是内存不够，或者有人结束了它。请关掉一些程序，再做一次"
