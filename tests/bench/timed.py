"""Build a site and tell what its index cost: `python tests/bench/timed.py MKDOCS.YML INTO [here|aside]`, one line of JSON.

CPU seconds of the build and of the index, wall seconds of the build and of those in which it worked on the index or
waited for it, and the peaks of memory of both processes, added. Run as a process of its own, so that they are the build's. `here` and
`aside` say which process makes the index, instead of letting the size of the site decide.
"""

import json
import resource
import sys
import time
from pathlib import Path

from gongkai.search import making
from gongkai.web import engine, searching


class Clock:
    """Adds up CPU seconds and wall seconds of what it wraps."""

    def __init__(self):
        self.seconds = self.wall = 0.0

    def wrap(self, function):
        def timed(*given, **named):
            start = time.process_time(), time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                self.seconds += time.process_time() - start[0]
                self.wall += time.perf_counter() - start[1]

        return timed


def main():
    clock = Clock()
    searching.record = clock.wrap(searching.record)
    for maker in (making.Here, making.Aside):
        for step in ("__init__", "wait"):
            setattr(maker, step, clock.wrap(getattr(maker, step)))
    making.Index.add, making.Index.finish = clock.wrap(making.Index.add), clock.wrap(making.Index.finish)
    making.Aside.add, making.Aside.finish = clock.wrap(making.Aside.add), clock.wrap(making.Aside.finish)
    if sys.argv[3:]:
        making.LEAST = {"here": sys.maxsize, "aside": 0}[sys.argv[3]]
    start = time.process_time(), time.perf_counter()
    engine.build(Path(sys.argv[1]), Path(sys.argv[2]))
    whole, wall = time.process_time() - start[0], time.perf_counter() - start[1]
    own, other = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    beside = other.ru_utime + other.ru_stime
    peak = (own.ru_maxrss + other.ru_maxrss) / 1024
    print(
        json.dumps(
            {
                "whole": whole + beside,
                "index": clock.seconds + beside,
                "beside": beside,
                "wall": wall,
                "kept": clock.wall,
                "peak": peak,
                "peaks": [own.ru_maxrss, other.ru_maxrss],
            }
        )
    )


if __name__ == "__main__":
    main()
