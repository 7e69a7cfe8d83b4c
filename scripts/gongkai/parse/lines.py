"""Cut a text into its lines that are not blank: "　　一、总体情况" -> Line(2, 8, "一、总体情况")."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one, without the blanks around it."""

    start: int
    """Offset of its first character in the source text."""
    end: int
    """Offset behind its last character."""
    text: str
    begins: bool = True
    """False for a piece that does not stand at the beginning of its line: the （二） of （一）…。（二）…。"""


def lines(text: str) -> list[Line]:
    """All lines that hold more than blanks, in order."""
    found = []
    offset = 0
    for raw in text.split("\n"):
        if stripped := raw.strip():
            start = offset + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(stripped), stripped))
        offset += len(raw) + 1
    return found


def piece(line: Line, start: int, end: int, *, begins: bool) -> Line | None:
    """The part of a line between two offsets of its text, without blanks around it; None when it is blank."""
    part = line.text[start:end]
    stripped = part.strip()
    if not stripped:
        return None
    at = line.start + start + len(part) - len(part.lstrip())
    return Line(at, at + len(stripped), stripped, begins)
