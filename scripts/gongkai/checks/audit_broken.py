"""The record of an accessibility audit cannot be read.

What: 无障碍声明旁边的 audit.yml 读不出来，或者少了内容。
Why: 声明里的检测结果表来自这个文件；读不出来，声明就只能写“还没有检测”。
Wrong: 用记事本改了 audit.yml，少了一个引号
Right: 运行 gongkai audit --write，重新写出这个文件
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from gongkai import audited
from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK306", "audit-broken", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Records beside the chosen statements that are not what `gongkai audit` writes."""
    for page in docs.chosen(paths):
        file = posixpath.join(posixpath.dirname(page.path), audited.FILE)
        if page.front.values.get("类型") != audited.LABEL or file not in docs.files or file in docs.strays:
            continue
        try:
            audited.record(docs.read(file).decode("utf-8-sig"))
        except UnicodeDecodeError:
            yield RULE.at(Place(f"{docs.folder}/{file}", 1), "这个文件不是 UTF-8 编码", "运行 gongkai audit --write")
        except audited.RecordError as error:
            place = Place(f"{docs.folder}/{file}", error.line)
            yield RULE.at(place, f"检测记录读不出来：{error.what}", "运行 gongkai audit --write，重新写出这个文件")
