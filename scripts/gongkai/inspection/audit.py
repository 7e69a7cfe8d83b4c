"""The whole inspection of a site: `inspect(Path("site"), most=20)` -> Audit with its faults and figures."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from gongkai.inspection import axe, chromium, faults, serving
from gongkai.inspection.links import Links
from gongkai.inspection.rounds import Rounds
from gongkai.inspection.sampling import pages, sample
from gongkai.inspection.window import Windows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from gongkai.inspection.faults import Fault

_WORKERS = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """How many faults a property has; the goal is none."""

    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What an inspection found."""

    pages: tuple[str, ...]
    """The pages looked at."""
    whole: int
    """How many pages the site has."""
    loads: int
    """How many times a page was opened and judged."""
    tools: tuple[str, ...]
    """axe-core 4.12.1, Chromium 156.0."""
    faults: tuple[Fault, ...]
    """In order of page; one element in several states is several faults."""
    seconds: float

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Faults of each property: an element of a page counts once for a rule, in however many states it was seen."""
        met = {(fault.page, fault.rule, fault.element): faults.words(fault).property for fault in self.faults}
        counts = list(met.values())
        return tuple(Figure(each.name, each.label, counts.count(each.name)) for each in faults.properties())

    def as_record(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "pages": list(self.pages),
            "whole": self.whole,
            "loads": self.loads,
            "tools": list(self.tools),
            "figures": {figure.name: figure.count for figure in self.figures},
            "seconds": round(self.seconds, 1),
        }


def inspect(
    folder: Path, *, most: int | None = 20, full: bool = False, tick: Callable[[int, int], None] | None = None
) -> Audit:
    """Inspect at most so many pages of a built site (all when None), in a sample of modes or in all (`full`).

    `tick` is told how many pages of how many are done. InspectionError when there is no browser or it gives up.
    """
    started = time.perf_counter()
    chromium.need()
    whole = pages(folder)
    chosen = whole if most is None else sample(folder, whole, most)
    below = serving.prefix(folder)
    with serving.serve(folder, below, serving.STRICT) as base:
        work = _Work(base, chosen, full=full, tick=tick or (lambda _done, _whole: None))
        found = work.done()
    dead = Links(folder, below).faults(chosen)
    return Audit(
        tuple(chosen),
        len(whole),
        work.loads,
        (axe.version(), f"Chromium {work.version}"),
        tuple(chain(*(found[name] for name in chosen), dead)),
        time.perf_counter() - started,
    )


class _Work:
    """The pages still to be looked at, shared by a few browsers."""

    def __init__(self, base: str, names: list[str], *, full: bool, tick: Callable[[int, int], None]) -> None:
        self._base, self._full, self._tick = base, full, tick
        self._queue = deque(enumerate(names))
        self._whole = len(names)
        self._lock = threading.Lock()
        self._found: dict[str, list[Fault]] = {}
        self.loads = 0
        self.version = ""

    def done(self) -> dict[str, list[Fault]]:
        """The faults of each page."""
        workers = max(1, min(_WORKERS, os.cpu_count() or 1, self._whole))
        with ThreadPoolExecutor(workers) as pool:
            try:
                for each in [pool.submit(self._work) for _ in range(workers)]:
                    each.result()
            finally:
                self._queue.clear()
        return self._found

    def _work(self) -> None:
        with chromium.browser() as browser, chromium.complaints():
            self.version = browser.version
            windows = Windows(browser, self._base)
            while self._queue:
                try:
                    row, name = self._queue.popleft()
                except IndexError:
                    break
                rounds = Rounds(windows, name, row, full=self._full)
                self._keep(name, rounds)
            windows.close()

    def _keep(self, name: str, rounds: Rounds) -> None:
        found = rounds.faults()
        with self._lock:
            self._found[name] = found
            self.loads += rounds.loads
            self._tick(len(self._found), self._whole)
