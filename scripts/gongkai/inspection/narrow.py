"""Narrow windows and large text: nothing scrolls sideways, nothing sticks, no text is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongkai.inspection.modes import ELDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gongkai.inspection.faults import Fault
    from gongkai.inspection.window import Tab

# WCAG 1.4.12
SPACED = (
    "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    "p{margin-bottom:2em!important}"
)
# WCAG 1.4.4
LARGE = "html{font-size:200%!important}"


def faults(tab: Tab) -> Iterator[Fault]:
    """What is lost on a page at 320 px, then with wider spacing, then with text of 200 %, too.

    The text of 长辈版 is large already.
    """
    yield from (tab.fault("stuck-bar", element) for element in tab.ask("stuck"))
    yield from _lost(tab)
    for css in (SPACED,) if tab.mode.state is ELDER else (SPACED, LARGE):
        tab.ask("restyle", css)
        yield from _lost(tab)


def cut(tab: Tab) -> Iterator[Fault]:
    """Text that is cut off on a page when spaced wider, at any width."""
    tab.ask("restyle", SPACED)
    yield from (tab.fault("clipped", element) for element in tab.ask("clipped"))


def _lost(tab: Tab) -> Iterator[Fault]:
    yield from (tab.fault("sideways", element) for element in tab.ask("sideways"))
    yield from (tab.fault("clipped", element) for element in tab.ask("clipped"))
