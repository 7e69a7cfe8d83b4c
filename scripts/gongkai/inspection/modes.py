"""How each page is looked at: colours x width x state, `?scheme=black-yellow&mode=elder` on a phone.

Every page meets all colours at all widths; the state goes round, so that three pages meet every combination.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the reader or the reader's system chooses."""

    label: str
    query: str = ""
    """What the address asks for: mode=elder."""
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What the browser asks for."""


LIGHT = Choice("浅色", options={"color_scheme": "light"})
FORCED = Choice("系统强制配色", options={"color_scheme": "dark", "forced_colors": "active"})
SCHEMES = (
    LIGHT,
    Choice("深色", options={"color_scheme": "dark"}),
    Choice("黑底黄字", "scheme=black-yellow"),
    FORCED,
)
DESKTOP = Choice("电脑", options={"viewport": {"width": 1280, "height": 800}})
PHONE = Choice("手机", options={"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True})
NARROW = Choice("放大400%", options={"viewport": {"width": 320, "height": 256}})
WIDTHS = (DESKTOP, PHONE)
PAGE = Choice("网页")
AIDS = Choice("打开无障碍工具", "aids=open")
ELDER = Choice("长辈版", "mode=elder")
STATES = (PAGE, AIDS, ELDER)


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of looking at a page."""

    scheme: Choice = LIGHT
    width: Choice = DESKTOP
    state: Choice = PAGE

    @property
    def label(self) -> str:
        """浅色·手机·长辈版."""
        return "·".join(choice.label for choice in (self.scheme, self.width, self.state))

    @property
    def query(self) -> str:
        """What stands behind the address, with its question mark."""
        asked = [choice.query for choice in (self.scheme, self.width, self.state) if choice.query]
        return f"?{'&'.join(asked)}" if asked else ""

    @property
    def options(self) -> dict[str, Any]:
        """What the browser's context is made with."""
        return {**self.scheme.options, **self.width.options, **self.state.options}


def modes(row: int, *, full: bool = False) -> list[Mode]:
    """The modes in which axe looks at the page with that number; all of them when `full`."""
    pairs = [(scheme, width) for scheme in SCHEMES for width in WIDTHS]
    if full:
        return [Mode(scheme, width, state) for scheme, width in pairs for state in STATES]
    return [Mode(*pair, STATES[(row + place) % len(STATES)]) for place, pair in enumerate(pairs)]
