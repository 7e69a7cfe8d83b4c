"""Pages of docs/ that a build would change or stop at, found by making them as a build does: GK510 to GK513."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.findings import Place
from gongkai.web import unfit
from gongkai.web.suspicion import deepest, suspicious

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from gongkai.checks.docs import Page
    from gongkai.findings import Finding

_MOST_LINES = 5


def findings(pages: Iterable[Page], config: Path) -> Iterator[Finding]:
    """What these pages may not hold, each with the first line that has it; plain pages cost next to nothing."""
    odd = [page for page in pages if suspicious(page.front.body)]
    if not odd:
        return
    from gongkai.web.trial import Trial

    trial = Trial(config)
    for page in odd:
        for found in trial.unfit(page.front.body):
            yield _finding(page, found)


def _finding(page: Page, found: unfit.Unfit) -> Finding:
    before = page.front.body_line - 1
    if found.rule is unfit.NESTED:
        lines = [deepest(page.front.body)]
    else:
        lines = found.lines(page.prose) or found.lines(page.front.body)
    lines = [before + line for line in lines]
    if not lines:
        return found.rule.at(Place(page.file), found.what, found.mend)
    return found.rule.at(Place(page.file, lines[0]), found.what + _also(lines[1:]), found.mend, page.line(lines[0]))


def _also(lines: list[int]) -> str:
    """（第 5、9 行也有）"""
    more = f"，共 {len(lines) + 1} 行" if len(lines) > _MOST_LINES else ""
    return f"（第 {'、'.join(map(str, lines[:_MOST_LINES]))} 行也有{more}）" if lines else ""
