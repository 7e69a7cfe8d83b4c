"""The data file of a report cannot be read.

What: 报告旁边的 indicators.json 读不出来，或者字段不对。
Why: 读者下载的数据、网页上的图和边注都来自这个文件。
Wrong: 用记事本改了 indicators.json，少了一个引号
Right: 不手工改数据文件；要更正，写进 seeds/报告名.yml 再转换
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.checks.reports import report_pages
from gongkai.findings import Finding, Place, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.checks.docs import Docs

RULE = Rule("GK404", "data-broken", Severity.ERROR, __doc__)


def check(docs: Docs, paths: frozenset[str] | None) -> Iterator[Finding]:
    """Data files that are not what `rows.to_json` writes."""
    for report in report_pages(docs, paths):
        if report.rows is None:
            yield RULE.at(Place(f"{docs.folder}/{report.data_file}"), "这个数据文件读不出来", "重新转换这份报告")
