"""Symbolic links that lead out of a folder: docs/p.txt -> /etc/passwd."""

from __future__ import annotations

import os
from pathlib import Path


def leaves(path: Path, folder: Path) -> bool:
    """Whether what a path stands for, links followed, is outside the folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def link(path: Path, folder: Path) -> Path:
    """The outermost symbolic link on the way from the folder to a path below it; the path when there is none."""
    above = [found for found in path.parents if found.is_relative_to(folder) and found != folder]
    return next((found for found in reversed(above) if found.is_symlink()), path)
