"""A link leads to a file or picture that is not there.

What: 链接的附件或图片不在 docs/ 里。
Why: 读者下载不到附件，看不到图片。附件要和页面一起推送。
Wrong: [报名表](附件1.docx)，而这个文件没有推送
Right: [报名表（Word，23 kB）](baoming-biao.docx)，文件放在同一个文件夹
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.links import inside, leads_to, likeliest
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK503", "dead-attachment", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Links to files other than pages, and pictures, that are not below docs/."""
    for page in docs.chosen(paths):
        for link in page.links:
            target = inside(link.target)
            if target is None or not target.path or target.path.startswith("/"):
                continue
            path = leads_to(page.path, target.path)
            last = path.rpartition("/")[2]
            if path in docs.files or "." not in last or last.endswith((".md", ".html", ".htm")):
                continue
            place = page.at(link.offset)
            what = "图片" if link.image else "附件"
            mend = likeliest(path, page.path, docs)
            yield RULE.at(place, f"{what}“{link.target}”不在 docs/ 里", mend, page.line(place.line))
