"""A figure of the text has no row in the table or the data.

What: 正文里链接着数据表的数字，数据表或数据文件里没有那一行。
Why: 读者点数字会落空，下载的数据也会少这一项。
Wrong: 正文有 [98.8%](indicators.md#r-3a9c1e02)，表里没有这一行
Right: 重新转换，让正文、数据表和数据文件一致
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.reports import report_pages
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK403", "figure-without-row", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Linked figures whose row the table page or the data file lacks."""
    for report in report_pages(docs, paths):
        places = {"数据表": {line.id for line in report.lines}}
        if report.rows is not None:
            places["数据文件"] = {row.id for row in report.rows}
        for mark in report.figures:
            lacking = [name for name, ids in places.items() if mark.id not in ids]
            if lacking:
                place = report.text.at(mark.offset)
                what = f"“{mark.shown}”在{'和'.join(lacking)}里没有对应的一行"
                yield RULE.at(place, what, "重新转换这份报告（gongkai convert）", report.text.line(place.line))
