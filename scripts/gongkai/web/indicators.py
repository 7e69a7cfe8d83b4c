"""The rows that stand beside a page, how a reader sees a value (35万余 条), and what it can be compared with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.rows import Row, from_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from gongkai.web.catalogue import Entry


def beside(page: Path) -> list[Row]:
    """The rows of indicators.json in the folder of a Markdown file; none when it is missing or broken."""
    try:
        return from_json((page.parent / "indicators.json").read_bytes())[1]
    except (OSError, ValueError, json.JSONDecodeError):
        return []


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as printed large, and its unit as printed small."""

    number: str
    unit: str


def shown(row: Row) -> Shown:
    """35万余条 -> 35万余 条; the raw text stays whole when the unit does not close it."""
    if row.unit and row.raw.endswith(row.unit) and row.raw != row.unit:
        return Shown(row.raw[: -len(row.unit)], row.unit)
    if row.unit == "%" and row.raw.endswith("％"):
        return Shown(row.raw[:-1], row.unit)
    return Shown(row.raw, "")


def last_year_missing(report: Entry, reports: Iterable[Entry]) -> str:
    """The year before a report's, when no report of the same body for it is there; else empty."""
    if not (report.year.isascii() and report.year.isdigit()):
        return ""
    before = str(int(report.year) - 1)
    issuer = report.value("发布机构")
    known = {other.year for other in reports if other.value("发布机构") == issuer}
    return "" if before in known else before


def only_year(report: Entry, reports: Iterable[Entry]) -> str:
    """本站只有2022年的报告，不能与上年比较。 Empty when there is more; the body is named beside others' years."""
    issuer = report.value("发布机构")
    years = {(other.value("发布机构"), other.year) for other in reports}
    if not report.year or {year for body, year in years if body == issuer} != {report.year}:
        return ""
    alone = {year for _, year in years} == {report.year}
    return f"本站只有{'' if alone else issuer}{report.year}年的报告，不能与上年比较。"
