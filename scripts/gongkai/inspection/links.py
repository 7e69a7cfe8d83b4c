"""The HTML of the pages as text: links within the site that lead nowhere, and titles that pages share.

`<a href="../nb/2022.html#r-3a9c1e02">` needs the file nb/2022.html and in it an id r-3a9c1e02.
"""

from __future__ import annotations

import posixpath
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from gongkai.inspection.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STATE = "网页文件"


class Links:
    """The links of a site's pages; each file is read once."""

    def __init__(self, folder: Path, below: str) -> None:
        self._folder, self._below = folder, below
        self._read: dict[str, _Page] = {}

    def faults(self, names: list[str]) -> Iterator[Fault]:
        """Dead links of the pages, and titles that one of them shares with an earlier one."""
        titles: dict[str, str] = {}
        for name in names:
            page = self._page(name)
            if titles.setdefault(page.title, name) != name:
                yield Fault(name, _STATE, "same-title", f"{page.title}（{titles[page.title]}）")
            for link in dict.fromkeys(page.links):
                rule = self._judged(name, link)
                if rule:
                    yield Fault(name, _STATE, rule, link)

    def _judged(self, name: str, link: str) -> str:
        """The rule that a link breaks; empty when it leads somewhere."""
        try:
            parts = urlsplit(link)
        except ValueError:
            return "dead-link"
        if parts.scheme or parts.netloc:
            return ""
        target = self._target(name, unquote(parts.path))
        path = self._folder / target
        if path.is_dir():
            target, path = f"{target}/index.html".lstrip("/"), path / "index.html"
        if target.startswith("..") or not path.is_file():
            return "dead-link"
        wanted = unquote(parts.fragment)
        if wanted and wanted != "top" and target.endswith(".html") and wanted not in self._page(target).ids:
            return "dead-anchor"
        return ""

    def _target(self, name: str, path: str) -> str:
        if not path:
            return name
        if path.startswith("/"):
            inside = path.startswith(self._below)
            return posixpath.normpath(path.removeprefix(self._below)) if inside else f"..{path}"
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))

    def _page(self, name: str) -> _Page:
        if name not in self._read:
            self._read[name] = _Page((self._folder / name).read_text(encoding="utf-8", errors="replace"))
        return self._read[name]


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self._words: list[str] = []
        self._titled = False
        self.feed(text)

    @cached_property
    def title(self) -> str:
        return "".join(self._words).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self._titled = tag == "title" and not self._words
        self.ids.update(filter(None, (known.get("id"), known.get("name") if tag == "a" else None)))
        target = known.get("href") if tag in {"a", "area", "link"} else known.get("src")
        if target:
            self.links.append(target)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the library's signature
        self._titled = False

    def handle_data(self, data: str) -> None:
        if self._titled:
            self._words.append(data)
