"""One report, read: file -> source -> report -> every number judged -> corrected by what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai.companion import companion
from gongkai.findings import Place, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from gongkai.companion import Companion
    from gongkai.findings import Finding
    from gongkai.model import Reading, Report


@dataclass(frozen=True, slots=True)
class Opened:
    """A report before its numbers are looked for."""

    report: Report
    companion: Companion
    file: str
    """Its path to print."""
    beside: str
    """Path of its .yml to print."""
    lines: Mapping[str, int]
    """Line of each key of the .yml."""

    def reading(self) -> tuple[Reading, list[Finding]]:
        """The report with every number judged, and the corrections that did not fit."""
        from gongkai import extract

        reading = extract.reading(self.report)
        line = self.lines.get("指标修正", self.lines.get("indicators", 0))
        return extract.corrected(reading, self.companion.indicators, self.beside, line)


def opened(path: Path, file: str) -> tuple[Opened | None, list[Finding]]:
    """A report opened and parsed, and what is wrong so far; None when the file cannot be read. `file` is printed."""
    from gongkai import parse, sources

    source, findings = sources.read(path, file)
    if source is None:
        return None, findings
    beside = file.rpartition(".")[0] + ".yml"
    said, lines, more = companion(path.with_suffix(".yml"), beside)
    report = parse.report(source, said.headings)
    place = Place(beside, lines.get("标题修正", lines.get("headings", 0)))
    doubts = parse.findings(report, file, said.headings, place)
    return Opened(report, said, file, beside, lines), [*findings, *more, *doubts]


def read(path: Path) -> tuple[Reading | None, list[Finding]]:
    """A report with every number judged, and what is wrong with it; None when the file cannot be read."""
    report, findings = opened(path, path.as_posix())
    if report is None:
        return None, findings
    reading, more = report.reading()
    return reading, in_order([*findings, *more])


def exchange(reading: Reading) -> dict[str, Any]:
    """A report as read, for machines (design contract 12)."""
    from gongkai import extract

    return extract.exchange(reading)
