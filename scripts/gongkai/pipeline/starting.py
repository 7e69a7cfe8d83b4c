"""A whole small site of an imaginary county, to begin one's own from."""

from __future__ import annotations

import shutil
from importlib import resources
from typing import TYPE_CHECKING

from gongkai import fingerprint
from gongkai.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def new_site(folder: Path) -> list[str]:
    """Write the sample site into an empty or missing folder; its files, sorted. UsageError when there is something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} 已经有内容。请给一个不存在的或空的文件夹。")
    with resources.as_file(resources.files("gongkai") / "new_site") as source:
        shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return list(fingerprint.names(folder))
