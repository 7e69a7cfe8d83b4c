"""What is wrong, where, and how to mend it: docs/a.md:12:5 GK101 错误 这个数字不在正文里。"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(Enum):
    """How sure a finding is: certain, likely, or a matter of taste."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def label(self) -> str:
        """The word that staff read."""
        return {"error": "错误", "warning": "警告", "advice": "建议"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file of the project."""

    file: str
    """Path relative to the project, with forward slashes: `docs/fzzf/index.md`."""
    line: int = 0
    """Counted from 1; 0 when the finding is about the whole file."""
    column: int = 0
    """Counted from 1; 0 when the finding is about the whole line."""

    def __str__(self) -> str:
        return ":".join([self.file, *(str(part) for part in (self.line, self.column) if part)])


@dataclass(frozen=True, slots=True)
class Finding:
    """问题: one flaw in what somebody wrote or handed in."""

    code: str
    """Stable: GK101. `gongkai explain GK101` tells more."""
    severity: Severity
    place: Place
    what: str
    """The flaw, one sentence."""
    mend: str
    """The cure, one sentence."""
    excerpt: str = ""
    """The line that holds the flaw, when showing it helps."""

    def as_record(self) -> dict[str, Any]:
        """The finding for machines, one JSON object a line (design contract 12)."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.what,
            "cure": self.mend,
        }

    def __str__(self) -> str:
        head = f"{self.place} {self.code} {self.severity.label} {self.what}"
        return "\n".join([head, *self._picture(), f"    改法：{self.mend}"])

    def _picture(self) -> list[str]:
        """The excerpt with a caret under the column; full-width characters take two cells."""
        if not self.excerpt:
            return []
        start = max(0, self.place.column - 31) if self.place.column else 0
        shown = self.excerpt[start : start + 60]
        lines = [f"    │ {shown}"]
        if self.place.column:
            before = shown[: self.place.column - 1 - start]
            lines.append("    │ " + "".join(" " if ord(c) < 0x2E80 else "　" for c in before) + "^")
        return lines


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for; every code that Gongkai prints has one, and `gongkai explain` shows it."""

    code: str
    """Stable: GK101. The hundreds: 1 sources, 2 reading, 3 front matter, 4 figures, 5 links, 6 files, 7 search."""
    name: str
    """The flaw, not the cure, in English: figure-not-in-text."""
    severity: Severity
    doc: str
    """Chinese text under the heads `What:`, `Why:`, `Wrong:`, `Right:`; for a check, its module's docstring."""

    def at(self, place: Place, what: str, mend: str, excerpt: str = "") -> Finding:
        """A finding of this rule."""
        return Finding(self.code, self.severity, place, what, mend, excerpt)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, place and code, each once."""
    return sorted(set(findings), key=lambda f: (f.place, f.code, f.what))
