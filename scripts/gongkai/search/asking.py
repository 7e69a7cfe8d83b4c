"""The words of questions for the browser: lexicon/asking.yml -> assets/asking.js, `gongkai.asking = {…}`."""

from __future__ import annotations

import json
from typing import Any

from gongkai.words import Entry, load

_KEYS = ("kind", "unit", "heading", "years")


def asking() -> dict[str, list[list[str]]]:
    """Group -> rows of [pattern, kind, unit, heading, years], trailing blanks dropped, in the file's order."""
    return {group: [_row(entry) for entry in entries] for group, entries in load("asking").items()}


def script() -> str:
    """The asset's text."""
    packed: Any = json.dumps(asking(), ensure_ascii=False, separators=(",", ":"))
    return f"gongkai.asking = {packed};\n"


def _row(entry: Entry) -> list[str]:
    row = [entry.word or entry.pattern, *(entry[key] for key in _KEYS)]
    while not row[-1]:
        row.pop()
    return row
