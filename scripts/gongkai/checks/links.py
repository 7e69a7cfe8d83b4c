"""Where a link leads: ../nb/index.md#一总体情况 seen from fzzf/a.md is nb/index.md and 一总体情况."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from gongkai.checks.docs import Docs

# https: tel: mailto: //host
_OUTSIDE = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)")


@dataclass(frozen=True, slots=True)
class Target:
    """An address within the site, percent signs decoded."""

    path: str
    """Empty for a link within the page."""
    anchor: str


def inside(address: str) -> Target | None:
    """The target when the address stays in the site; None for outside ones (https:, tel:, mailto:)."""
    if _OUTSIDE.match(address):
        return None
    path, _, anchor = address.partition("#")
    return Target(unquote(path.partition("?")[0]), unquote(anchor))


def leads_to(page: str, path: str) -> str:
    """Path below docs/ that a relative address means on a page; it starts with `../` when it leaves docs/."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def likeliest(path: str, page: str, docs: Docs) -> str:
    """The cure for a dead address: the file most likely meant, as an address from the page, or how to look for it."""
    for wanted in (re.sub(r"\.html?$", ".md", path), posixpath.join(path, "index.md"), f"{path}.md"):
        if wanted != path and wanted in docs.files:
            return f"改成 {_from(page, wanted)}"
    lower = {name.lower(): name for name in docs.files}
    found = lower.get(path.lower()) or next(iter(get_close_matches(path, sorted(docs.files), n=1, cutoff=0.8)), None)
    if found:
        return f"是不是 {_from(page, found)}？"
    return "检查地址是否写错，或者文件是否已经改名、移走"


def _from(page: str, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(page) or ".")
