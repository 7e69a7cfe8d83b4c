"""The second process that makes an index: reads words and folder, then records, from its input, and ends with them.

The input is read by a thread of its own, so that whoever sends is never kept waiting. When it ends before None came,
the sender has given up, and nothing more is written.
"""

from __future__ import annotations

import pickle
import signal
import threading
from functools import partial
from queue import SimpleQueue
from typing import Any

from gongkai.search.index import Index
from gongkai.search.making import write


class _GaveUp:
    """Came instead of more records."""


def main() -> None:
    """Make the index; Ctrl+C is for the sender, who then closes the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    came: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_read, args=(came,), daemon=True).start()
    first = came.get()
    if first is _GaveUp:
        return
    words, folder = first
    index = Index(words, partial(write, folder))
    while (record := came.get()) is not None:
        if record is _GaveUp:
            return
        index.add(record)
    index.finish()


def _read(came: SimpleQueue[Any]) -> None:
    with open(0, "rb", closefd=False) as stream:
        try:
            sent: object = stream
            while sent is not None:
                sent = pickle.load(stream)  # noqa: S301 - from the process that started this one
                came.put(sent)
        except (EOFError, pickle.UnpicklingError):
            came.put(_GaveUp)
