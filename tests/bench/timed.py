"""Build a site and tell what its index cost: `python tests/bench/timed.py MKDOCS.YML INTO`, one line of JSON.

Run as a process of its own, so that the peak of memory is the build's.
"""

import json
import resource
import sys
import time
from pathlib import Path

from gongkai.web import engine, plugin, searching


class Clock:
    """Adds up CPU seconds of what it wraps."""

    def __init__(self):
        self.seconds = 0.0

    def wrap(self, function):
        def timed(*given, **named):
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.seconds += time.process_time() - start

        return timed


def main():
    clock = Clock()
    searching.record = clock.wrap(searching.record)
    # numbers the records, makes the index and writes its files
    plugin.GongkaiPlugin.on_post_build = clock.wrap(plugin.GongkaiPlugin.on_post_build)
    start = time.process_time()
    engine.build(Path(sys.argv[1]), Path(sys.argv[2]))
    whole = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"whole": whole, "index": clock.seconds, "peak": peak}))


if __name__ == "__main__":
    main()
