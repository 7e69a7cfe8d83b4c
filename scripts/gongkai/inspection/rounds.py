"""The rounds that an inspector makes of one page: axe in many modes, the keyboard, narrow windows, no scripts."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from gongkai.inspection import axe, bare, keyboard, narrow
from gongkai.inspection.modes import AIDS, DESKTOP, ELDER, FORCED, LIGHT, NARROW, PAGE, PHONE, STATES, Mode, modes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from gongkai.inspection.faults import Fault
    from gongkai.inspection.modes import Choice
    from gongkai.inspection.window import Tab, Windows

_FINGER = 44
"""Pixels of CSS that a target has at least on a phone (WCAG 2.5.5)."""
_MISSING = "404.html"
"""It says which address was asked for, which only a script knows."""
# where the keyboard walks: the page at both widths, what opens and what changes at one
_WALKS = (Mode(), Mode(width=PHONE), Mode(state=AIDS), Mode(width=PHONE, state=ELDER))


class Rounds:
    """All rounds of one page."""

    def __init__(self, windows: Windows, name: str, row: int, *, full: bool) -> None:
        self._windows, self._name = windows, name
        self._modes = modes(row, full=full)
        self._walks = _WALKS if full else (*_WALKS[:1], _WALKS[1 + row % 3])
        self._pieces: list[str] = []
        self._always: set[str] = set()
        """States in which the page is without being asked: the home page of 长辈版."""
        self.loads = 0

    def faults(self) -> list[Fault]:
        """What all rounds find, each fault once."""
        rounds = (self._looks(), self._walked(), self._skips(), self._narrow(), self._bare())
        return list(dict.fromkeys(chain(*rounds)))

    def _open(self, mode: Mode, *, script: bool = True) -> _Opened:
        self.loads += 1
        return _Opened(self._windows.open(self._name, mode, script=script))

    def _looks(self) -> Iterator[Fault]:
        """What axe finds in every mode, and whether the mode was entered at all; on phones the size of the targets."""
        plain = {width: self._plain(width) for width in (DESKTOP, PHONE)}
        for mode in self._modes:
            with self._open(mode) as opened:
                idle = set(_idle(opened.tab, *plain[mode.width])) - self._always
                yield from (opened.tab.fault("state-not-entered", name) for name in sorted(idle))
                yield from axe.run(opened.tab)
                if mode.width is PHONE:
                    yield from (opened.tab.fault("small-target", name) for name in opened.tab.ask("small", _FINGER))
                elif mode.scheme is LIGHT:
                    yield from narrow.cut(opened.tab)
            yield from opened.faults

    def _plain(self, width: Choice) -> tuple[str, str]:
        with self._open(Mode(width=width)) as opened:
            self._pieces = opened.tab.ask("pieces")
            self._always = {state.label for state in STATES if state.query and opened.tab.ask("chosen", state.query)}
            return opened.tab.ask("colours"), opened.tab.ask("shape")

    def _walked(self) -> Iterator[Fault]:
        for mode in self._walks:
            with self._open(mode) as opened:
                yield from keyboard.faults(opened.tab)
            yield from opened.faults

    def _skips(self) -> Iterator[Fault]:
        with self._open(Mode()) as opened:
            if not keyboard.skip_works(opened.tab):
                yield opened.tab.fault("skip-link-broken")

    def _narrow(self) -> Iterator[Fault]:
        for state in STATES:
            with self._open(Mode(width=NARROW, state=state)) as opened:
                yield from narrow.faults(opened.tab)

    def _bare(self) -> Iterator[Fault]:
        if self._name == _MISSING:
            return
        with self._open(Mode(width=PHONE), script=False) as opened:
            yield from bare.faults(opened.tab, self._pieces)


class _Opened:
    """A page that is closed in the end; then `faults` says what went wrong while it was open."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.faults: list[Fault] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.faults = self.tab.close()


def _idle(tab: Tab, colours: str, shape: str) -> Iterator[str]:
    """Choices of a mode that changed nothing; a mode that was never entered would always look clean."""
    scheme, state = tab.mode.scheme, tab.mode.state
    recoloured = tab.ask("forced") if scheme is FORCED else scheme is LIGHT or tab.ask("colours") != colours
    if not recoloured:
        yield scheme.label
    if state is not PAGE and tab.ask("shape") == shape:
        yield state.label
