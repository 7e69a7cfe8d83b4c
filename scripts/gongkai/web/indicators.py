"""The rows that stand beside a page, and how a reader sees a value: 35万余 条."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.rows import Row, from_json

if TYPE_CHECKING:
    from pathlib import Path


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
