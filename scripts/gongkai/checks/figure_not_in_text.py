"""A number of the table is not what the text says.

What: 数据表里的数字，在报告正文的那句话里找不到，或者写法不一样。
Why: 读者相信表里每个数字都能回到原句。对不上的数字就是错的数字。
Wrong: 正文“办结率达98.8%”，表里写 99.8
Right: 表里写 98.8；要改名称或单位，写在 seeds/报告名.yml 的“指标修正”里再转换
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.reports import report_pages
from gongkai.findings import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs
    from gongkai.checks.reports import ReportPages

RULE = Rule("GK401", "figure-not-in-text", Severity.ERROR, __doc__)
_MEND = "重新转换这份报告（gongkai convert）；要更正，写进 seeds/ 里同名的 .yml 文件"


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Rows whose number, raw text or sentence is not in the report's page."""
    for report in report_pages(docs, paths):
        yield from _text_against_data(report)
        yield from _table_against_text(report)


def _text_against_data(report: ReportPages) -> Iterator[Finding]:
    rows = {row.id: row for row in report.rows or ()}
    for mark in report.figures:
        row = rows.get(mark.id)
        if row is None:
            continue
        place = report.text.at(mark.offset)
        if mark.shown != row.raw:
            what = f"正文这里是“{mark.shown}”，数据里“{row.name}”的原文是“{row.raw}”"
            yield RULE.at(place, what, _MEND, report.text.line(place.line))
        elif row.raw not in row.sentence or not report.says(row.sentence):
            what = f"数据里“{row.name}”的原句在正文中找不到：{row.sentence[:40]}"
            yield RULE.at(place, what, _MEND, report.text.line(place.line))


def _table_against_text(report: ReportPages) -> Iterator[Finding]:
    figures = {mark.id: mark for mark in report.figures}
    for line in report.lines:
        figure = figures.get(line.id)
        if figure and line.shown not in figure.shown:
            place = report.table.at(line.offset)
            what = f"表里写“{line.shown}”，正文里是“{figure.shown}”"
            yield RULE.at(place, what, _MEND, report.table.line(place.line))
