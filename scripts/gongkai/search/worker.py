"""The second process that makes an index: its input is words and folder, records, and None after the last.

The input is read by a thread of its own, so that whoever sends is never kept waiting. It stays open until the index is
made: when it ends before, the sender has given up or is dead, and nothing more may be written, for the folder may be
another build's by then.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import Any

from gongkai.search.index import Index
from gongkai.search.making import write


def main() -> None:
    """Make the index; Ctrl+C is for the sender, who then ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    came: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_read, args=(came,), daemon=True).start()
    words, folder = came.get()
    index = Index(words, partial(write, folder))
    while record := came.get():
        index.add(record)
    index.finish()


def _read(came: SimpleQueue[Any]) -> None:
    with open(0, "rb", closefd=False) as stream, suppress(EOFError, pickle.UnpicklingError):
        while True:
            came.put(pickle.load(stream))  # noqa: S301 - from the process that started this one
    os._exit(1)
