"""Faults that stop a command: wrong use (exit 2) and settings that cannot be read."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class GongkaiError(Exception):
    """Root: a message in Chinese that says where, what, and how to mend it."""


class UsageError(GongkaiError):
    """The command was used wrongly: a path that does not exist, an option that cannot be."""


class SettingsError(GongkaiError):
    """mkdocs.yml or another settings file cannot be read."""


class BusyError(GongkaiError):
    """Another process is at work in the same project."""


def nearest(word: str, known: Iterable[str]) -> str:
    """`，是不是“convert”？` for the known word most like `word`, or an empty string."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"，是不是“{found[0]}”？" if found else ""
