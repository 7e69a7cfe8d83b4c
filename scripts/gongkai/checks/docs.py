"""docs/ as the checks see it: every page with its front matter, links, anchors and ids, and every other file.

`见[2022年报告](fzzf/2022/a/index.md#f-1a2b3c4d)` -> Link(target="fzzf/2022/a/index.md#f-1a2b3c4d", line=1, column=2).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from gongkai.anchors import heading_id, unique
from gongkai.findings import Place
from gongkai.frontmatter import FrontMatter, FrontMatterError, split
from gongkai.strays import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# [文字](地址) ![图](地址 "题") [文字](<有 空格的地址>)
_INLINE = re.compile(
    r"(?<!\\)(?P<image>!)?\[(?P<text>(?:\\.|[^\[\]\\]){0,400})\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+[\"'][^\n]*?[\"'])?\s*\)"
)
# [名]: 地址
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>(?!\^)[^\]\n]+)\]:[ \t]*<?(?P<target>[^\s>]+)>?", re.MULTILINE)
# <a id="f-1a2b3c4d"></a>
_ID = re.compile(r"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*[\"']?(?P<id>[^\s\"'<>]+)[^<>]*>")
# ## 一、总体情况 {#zongti}
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>[^\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_OWN_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[^\s{}]+)[^{}\n]*\}")
_FENCE = re.compile(
    r"^(?P<fence> {0,3}(?P<mark>`{3,}|~{3,}))[^\n]*\n.*?(?:^ {0,3}(?P=mark)[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(?P<ticks>`{1,8})(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture of a page."""

    target: str
    image: bool
    text: str
    offset: int
    """Where it begins in the body."""


@dataclass(frozen=True)
class Page:
    """A Markdown file of docs/."""

    path: str
    """Below docs/, forward slashes: fzzf/2022/yyx/index.md."""
    file: str
    """As findings print it: docs/fzzf/2022/yyx/index.md."""
    text: str
    front: FrontMatter
    fault: FrontMatterError | None
    """Set when the front matter could not be read; `front` then holds the whole text as body."""

    def at(self, offset: int) -> Place:
        """The place of an offset of the body, for findings."""
        body = self.front.body
        line = body.count("\n", 0, offset)
        column = offset - (body.rfind("\n", 0, offset) + 1)
        return Place(self.file, self.front.body_line + line, column + 1)

    @property
    def type(self) -> object:
        """What the front matter says under 类型, of whatever kind; empty when it says nothing."""
        values = self.front.values
        return values.get("类型", values.get("type", ""))

    def key(self, name: str) -> Place:
        """The place of a front-matter key."""
        return Place(self.file, self.front.lines.get(name, 1))

    def line(self, number: int) -> str:
        """A line of the file, from 1; empty when there is none."""
        lines = self.text.split("\n", number)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @cached_property
    def prose(self) -> str:
        """The body with code blanked out, offsets kept."""
        blank = lambda found: re.sub(r"[^\n]", " ", found[0])  # noqa: E731 - one use, one line
        return _CODE.sub(blank, _FENCE.sub(blank, self.front.body))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links and pictures in reading order."""
        inline = [
            Link(m["angle"] if m["angle"] is not None else m["bare"], bool(m["image"]), m["text"], m.start())
            for m in _INLINE.finditer(self.prose)
        ]
        defined = [
            Link(m["target"], image=False, text=m["name"], offset=m.start()) for m in _DEFINED.finditer(self.prose)
        ]
        return tuple(sorted(inline + defined, key=lambda link: link.offset))

    @cached_property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """Ids that the page sets itself, with their offsets: anchors and {#id} of headings."""
        found = [(m["id"], m.start()) for m in _ID.finditer(self.prose)]
        for heading in _HEADING.finditer(self.prose):
            own = _OWN_ID.search(heading["text"])
            if own:
                found.append((own["id"], heading.start()))
        return tuple(sorted(found, key=lambda pair: pair[1]))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that a link may name: those the page sets, and those that its headings get."""
        taken = {name for name, _ in self.ids}
        for heading in _HEADING.finditer(self.prose):
            if not _OWN_ID.search(heading["text"]):
                unique(heading_id(_plain(heading["text"])), taken)
        return frozenset(taken)


@dataclass(frozen=True)
class Docs:
    """All of docs/."""

    root: Path
    seeds: Path
    """Folder of the reports as received."""
    pages: Mapping[str, Page]
    """By path below docs/."""
    files: frozenset[str]
    """Every file below docs/, pages too."""
    folder: str
    """As findings print it: docs."""
    strays: frozenset[str] = frozenset()
    """Symbolic links, to files or folders, that lead out of docs/; they are not read as pages."""

    def chosen(self, paths: frozenset[str] | None) -> Iterator[Page]:
        """The pages to be checked, in order of path; all when nothing was chosen."""
        for path in sorted(self.pages):
            if paths is None or path in paths:
                yield self.pages[path]

    def read(self, path: str) -> bytes:
        """The bytes of a file below docs/."""
        return (self.root / path).read_bytes()


def _plain(heading: str) -> str:
    """A heading's text as a reader sees it: links, tags, emphasis and backslashes gone."""
    text = _INLINE.sub(lambda m: m["text"], heading)
    text = re.sub(r"<[^<>]*>", "", text)
    text = re.sub(r"(?<!\\)(\*\*|__|\*|`)", "", text)
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


def docs(root: Path, project: Path, seeds: Path) -> Docs:
    """What stands in the docs folder `root` of a project; a broken page has a fault that GK301 reports."""
    folder = shown(root, project)
    below = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if _is_seen(path, root)}
    files = [name for name, path in below.items() if path.is_file()]
    strays = frozenset(name for name, path in below.items() if path.is_symlink() and leaves(path, root))
    pages = {name: _page(root, name, folder) for name in files if name.endswith(".md") and name not in strays}
    return Docs(root, seeds, pages, frozenset(files), folder, strays)


def shown(root: Path, project: Path) -> str:
    """The docs folder as findings print it: docs."""
    return root.relative_to(project).as_posix() if root.is_relative_to(project) else root.as_posix()


def _is_seen(path: Path, root: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(root).parts)


def _page(root: Path, path: str, folder: str) -> Page:
    file = f"{folder}/{path}"
    try:
        text = (root / path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        fault = FrontMatterError("这个文件不是 UTF-8 编码", 1)
        text = error.object.decode("utf-8", "replace")
        return Page(path, file, text, FrontMatter({}, {}, text, 1), fault)
    try:
        return Page(path, file, text, split(text), None)
    except FrontMatterError as error:
        return Page(path, file, text, FrontMatter({}, {}, text, 1), error)
