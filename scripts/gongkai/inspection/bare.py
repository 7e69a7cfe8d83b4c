"""The page without its scripts: whatever is read with them can be read without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.inspection.window import PROBES

if TYPE_CHECKING:
    from gongkai.inspection.faults import Fault
    from gongkai.inspection.window import Tab


def faults(still: Tab, pieces: list[str]) -> list[Fault]:
    """Pieces of text that the page shows with its scripts and that this one, opened without, does not hold."""
    still.page.evaluate(PROBES)
    text = still.ask("text")
    lost = [piece for piece in pieces if piece not in text]
    return [still.fault("text-needs-script", piece[:40]) for piece in dict.fromkeys(lost)]
