"""Which pages of a site are looked at: one of each kind, the largest, and an even sample of the rest.

`<body class="indicators">` is of the kind indicators; a page without a class is of the kind of its folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# <body class="document">
_KIND = re.compile(r"<body[^>]*\bclass=\"(?P<kind>[\w-]+)")


def pages(folder: Path) -> list[str]:
    """Addresses of all pages of a site, the home page first."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return sorted(found, key=lambda name: (name != "index.html", name))


def sample(folder: Path, names: list[str], most: int) -> list[str]:
    """At most so many of the pages, in their order; the same for the same site."""
    if len(names) <= most:
        return names
    kinds: dict[str, str] = {}
    for name in names:
        kinds.setdefault(_kind(folder, name), name)
    largest = max(names, key=lambda name: ((folder / name).stat().st_size, name))
    chosen = list(dict.fromkeys([*kinds.values(), largest]))[:most]
    rest = [name for name in names if name not in chosen]
    wanted = most - len(chosen)
    chosen += [rest[number * len(rest) // wanted] for number in range(wanted)]
    return [name for name in names if name in chosen]


def _kind(folder: Path, name: str) -> str:
    found = _KIND.search((folder / name).read_text(encoding="utf-8", errors="replace"))
    return found["kind"] if found else name.rpartition("/")[0]
