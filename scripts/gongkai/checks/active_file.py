"""A file in docs/ that a browser would run.

What: docs/ 里有网页、脚本、样式文件，或者带脚本的图。
Why: 这类文件会绕过页面的安全规则，也能替换本站自己的脚本，所以生成网站时不放进去，链接到它的地方会打不开。
Wrong: docs/tzgg/baoming.html
Right: docs/tzgg/baoming.md，附件用 PDF、Word、Excel、CSV、图片等格式
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.active import is_active
from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK506", "active-file", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Web pages, scripts, styles and drawings with a script, below docs/."""
    for path in sorted(docs.files if paths is None else docs.files & paths):
        if is_active(docs.root / path):
            place = Place(f"{docs.folder}/{path}")
            yield RULE.at(place, "这类文件能在读者的浏览器里运行，不会放进网站", "改写成 .md 页面，或者换成 PDF、图片")
