"""A symbolic link in docs/ leads out of it.

What: docs/ 里有指向别处的符号链接（快捷方式）。
Why: 跟着它会把本机别处的文件发布出去，所以生成网站时不放进去。
Wrong: docs/fujian.pdf 链接到 /home/yonghu/fujian.pdf
Right: 把 fujian.pdf 这个文件本身复制到 docs/ 里
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK507", "link-out-of-docs", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Symbolic links to files and folders that are not below docs/."""
    for path in sorted(docs.strays if paths is None else docs.strays & paths):
        place = Place(f"{docs.folder}/{path}")
        yield RULE.at(place, "这个符号链接指向 docs/ 以外，不会放进网站", "删掉链接，把文件本身复制过来")
