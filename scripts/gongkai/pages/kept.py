"""What staff added to the front matter of a converted page, and whether they changed what Gongkai wrote there.

A key that is not ours (审核, 更正), or one of ours that the report and its .yml do not give (发布日期), is theirs: it
is kept, word for word, when the page is written anew.
"""

from __future__ import annotations

import re

from gongkai.companion import Companion
from gongkai.frontmatter import FrontMatter, FrontMatterError, load_yaml, split
from gongkai.pages import meta

_TABLES = ("类型", "源文件", "源校验", "报告", "指标数", "问题数", "打算数", "数字数", "报告数", meta.DATA)
WRITTEN = frozenset(_TABLES) | {field.alias for field in Companion.model_fields.values() if field.alias}
"""Keys that Gongkai may write."""
_CHECKSUMS = frozenset({meta.BODY, meta.HEAD})
# # 2023-02-01 补录
_COMMENT = re.compile(r"[ \t]*#")
# 年度: 2022  # 已与档案核对
_BEHIND = re.compile(r"[ \t]+#")


class KeptError(ValueError):
    """The front matter holds something that would be lost; carries its line in the file."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def body_holds(page: FrontMatter) -> bool:
    """Whether a converted page's body is as it was written."""
    return page.values.get(meta.BODY) == meta.body_hash(page.body)


def own_keys(page: FrontMatter, new: FrontMatter | None) -> frozenset[str] | None:
    """The keys that Gongkai wrote into a converted page; None when a person changed one of them.

    `new` is the page as made now: it tells keys of ours from the same keys added by staff.
    """
    candidates = [WRITTEN & page.values.keys()]
    if new:
        candidates.append(candidates[0] & new.values.keys())
    for keys in candidates:
        if page.values.get(meta.HEAD) == meta.head_hash({key: page.values[key] for key in keys}):
            return keys
    return None


def untouched(page: FrontMatter) -> bool:
    """Whether a converted page holds just what was written: no other text, no changed value, no key of staff."""
    ours = page.values.keys() <= WRITTEN | _CHECKSUMS
    return ours and own_keys(page, None) is not None and body_holds(page)


def edited_key(page: FrontMatter, new: FrontMatter) -> str:
    """The one key of ours that a person changed or removed; empty when that cannot be known.

    It is the key with which the checksum holds again, once its value is as made now.
    """
    found = page.values
    shared = WRITTEN & found.keys() & new.values.keys()
    for key in sorted(new.values.keys() & WRITTEN):
        if found.get(key) != new.values[key]:
            for keys in (WRITTEN & found.keys(), shared):
                whole = {name: found[name] for name in keys} | {key: new.values[key]}
                if found.get(meta.HEAD) == meta.head_hash(whole):
                    return key
    return ""


def merged(old: bytes, data: bytes) -> bytes:
    """The page as made now, with what staff added to the front matter of the old one. KeptError when that fails."""
    try:
        page, new = split(old.decode("utf-8-sig")), split(data.decode())
    except (FrontMatterError, UnicodeDecodeError):
        return data
    own = own_keys(page, new)
    ours = (WRITTEN if own is None else own) | new.values.keys() | _CHECKSUMS
    lines = old.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")[: page.body_line - 2]
    kept = _lines(page, lines, ours)
    if not kept:
        return data
    _must_hold(page, kept, ours)
    head, mark, rest = data.decode().partition(f"\n{meta.HEAD}: ")
    return "".join([head, "\n", "\n".join(kept), mark, rest]).encode()


def _lines(page: FrontMatter, lines: list[str], ours: frozenset[str] | set[str]) -> list[str]:
    """The lines of staff's keys, each with the comments above it."""
    order = sorted(page.lines.items(), key=lambda pair: pair[1])
    kept: list[str] = []
    comments = lines[1 : order[0][1] - 1] if order else []
    ends = [*(line - 1 for _, line in order[1:]), len(lines)]
    for (key, line), end in zip(order, ends, strict=True):
        block = lines[line - 1 : end]
        after: list[str] = []
        while block and (not block[-1].strip() or _COMMENT.match(block[-1])):
            after.insert(0, block.pop())
        if key not in ours:
            kept += [*comments, *block]
        elif any(_COMMENT.match(text) for text in (*comments, *block)) or _comment_behind(block):
            raise KeptError(line)
        comments = after
    if any(text.strip() for text in comments):
        kept += comments
    return [text for text in kept if text.strip()]


def _comment_behind(block: list[str]) -> bool:
    """Whether a comment stands behind a value: without it the block means the same."""
    return any(
        _meaning([*block[:i], text[: mark.start()], *block[i + 1 :]]) == _meaning(block)
        for i, text in enumerate(block)
        for mark in _BEHIND.finditer(text)
    )


def _meaning(block: list[str]) -> object:
    try:
        return load_yaml("\n".join(block))[0]
    except FrontMatterError:
        return None


def _must_hold(page: FrontMatter, kept: list[str], ours: frozenset[str] | set[str]) -> None:
    theirs = {key: value for key, value in page.values.items() if key not in ours}
    try:
        values, _ = load_yaml("\n".join(kept))
    except FrontMatterError as error:
        raise KeptError(error.line) from None
    if values != theirs:
        raise KeptError(min(page.lines[key] for key in theirs) if theirs else 1)
