"""A row of the table has no figure in the text.

What: 数据表或数据文件里有一行，报告正文里没有对应的数字。
Why: 每一行都要能回到原句；没有来处的数字不能公开。
Wrong: 数据表里手工加了一行“满意率 99%”
Right: 删去这一行；正文里确有这个数字而没有识别出来的，在 seeds/报告名.yml 里写“增加”
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.reports import report_pages
from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK402", "row-without-figure", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Rows of the table page and of the data file whose anchor the text lacks."""
    for report in report_pages(docs, paths):
        known = {mark.id for mark in report.figures}
        for line in report.lines:
            if line.id not in known:
                place = report.table.at(line.offset)
                what = f"这一行（{line.shown}）在正文里没有对应的数字"
                yield RULE.at(place, what, "删去这一行，或重新转换这份报告", report.table.line(place.line))
        for row in report.rows or ():
            if row.id not in known:
                place = Place(f"{docs.folder}/{report.data_file}")
                yield RULE.at(place, f"数据“{row.name} {row.raw}”在正文里没有对应的数字", "重新转换这份报告")
