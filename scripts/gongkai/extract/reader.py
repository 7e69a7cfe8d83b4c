"""Read the numbers of a report: find them, judge them, name those that are indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.extract.figures import figures
from gongkai.extract.indicators import indicators
from gongkai.extract.tables import Tables
from gongkai.model import Reading

if TYPE_CHECKING:
    from gongkai.model import Report


def reading(report: Report) -> Reading:
    """The report with every number judged and its indicators named."""
    tables = Tables.of(report)
    found = figures(report, tables)
    return Reading(report, tuple(found), tuple(indicators(report, found, tables)))
