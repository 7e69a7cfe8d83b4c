"""Walk through a page with Tab: where it goes, whether one sees where one is, what it never reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from gongkai.inspection.faults import Fault
    from gongkai.inspection.window import Tab

MOST = 2000
"""A page with more stops is not walked to its end."""
_STRIDE = 25
"""Tabs pressed before the page is asked whether the walk has come round."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk from the page's beginning; elements are told by selector and first words."""

    stops: tuple[str, ...]
    unseen: tuple[str, ...]
    """Off the screen, or hidden, when they had focus."""
    covered: tuple[str, ...]
    ringless: tuple[str, ...]
    """Looked the same with and without focus."""
    unreached: tuple[str, ...]
    trap: str
    """The stop that the walk came back to before its end; empty when there is none."""
    whole: bool


def walk(page: Page) -> Walk:
    """Press Tab on a page that holds the probes until the walk has come round."""
    whole = False
    for _ in range(0, MOST, _STRIDE):
        for _ in range(_STRIDE):
            page.keyboard.press("Tab")
        whole = page.evaluate("inspection.walked()")
        if whole:
            break
    found = page.evaluate("inspection.walk()")
    stops = found["stops"]
    return Walk(
        tuple(stop["name"] for stop in stops),
        tuple(stop["name"] for stop in stops if stop["unseen"]),
        tuple(stop["name"] for stop in stops if stop["covered"]),
        tuple(stop["name"] for stop in stops if not stop["ring"] and not stop["unseen"]),
        tuple(found["left"]) if whole else (),
        found["trap"],
        whole,
    )


def faults(tab: Tab) -> Iterator[Fault]:
    """What a walk through a page finds wrong."""
    found = walk(tab.page)
    told = {
        "focus-unseen": found.unseen,
        "focus-covered": found.covered,
        "focus-without-ring": found.ringless,
        "not-reached": () if found.trap else found.unreached,
        "trap": (found.trap,) if found.trap else (),
    }
    for rule, elements in told.items():
        yield from (tab.fault(rule, element) for element in elements)
    if not found.whole:
        yield tab.fault("too-many-stops")


def skip_works(tab: Tab) -> bool:
    """Whether the first stop is a link that is seen and leads past the header; the page must be fresh."""
    tab.page.keyboard.press("Tab")
    first = tab.ask("focus")
    if not (first["jumps"] and first["shown"]):
        return False
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_timeout(30)
    tab.page.keyboard.press("Tab")
    return bool(tab.ask("focus")["past"])
