"""Windows of the browser, which note what goes wrong while a page is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from gongkai.inspection.faults import Fault

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response

    from gongkai.inspection.modes import Mode

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
_FORGET = "try { localStorage.clear(); } catch (error) { /* a page without storage */ }"
_SETTLE = 60
"""Milliseconds for scripts that are loaded on demand."""
_OWN_HOST = "127.0.0.1"
# these are noted as what they are; the console only repeats them
_REPEATED = ("Failed to load resource", "Content Security Policy")


class Tab:
    """An open page with what went wrong in it."""

    def __init__(self, page: Page, name: str, mode: Mode) -> None:
        self.page, self.name, self.mode = page, name, mode
        self.notes: list[tuple[str, str]] = []
        self._ears: tuple[tuple[Any, Any], ...] = (
            ("console", self._hear),
            ("pageerror", self._fail),
            ("request", self._watch),
            ("response", self._judge),
        )
        listen: Any = page.on
        for event, ear in self._ears:
            listen(event, ear)

    def ask(self, probe: str, *values: Any) -> Any:
        """What a probe of probes.js says: `tab.ask("small", 44)`."""
        return self.page.evaluate("([name, values]) => inspection[name](...values)", [probe, list(values)])

    def fault(self, rule: str, element: str = "", about: str = "") -> Fault:
        """A fault of this page in this mode."""
        return Fault(self.name, self.mode.label, rule, element, about)

    def close(self) -> list[Fault]:
        """Listen no more; what went wrong while the page was open. Its window is used for the next page."""
        self.notes += [_barred(what) for what in self.page.evaluate("window.inspection ? inspection.blocked : []")]
        for event, ear in self._ears:
            self.page.remove_listener(event, ear)
        return [self.fault(rule, what) for rule, what in dict.fromkeys(self.notes)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in _REPEATED):
            self.notes.append(("script-error", message.text[:120]))

    def _fail(self, error: Error) -> None:
        self.notes.append(("script-error", str(error)[:120]))

    def _watch(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != _OWN_HOST:
            self.notes.append(("outside-request", f"{parts.scheme}://{parts.netloc}"))

    def _judge(self, answer: Response) -> None:
        if answer.status >= 400:
            self.notes.append(("dead-load", urlsplit(answer.url).path))


def _barred(what: str) -> tuple[str, str]:
    """The rule that something breaks which the policy did not let through: `img-src https://maps.example/a.png`."""
    place = urlsplit(what.partition(" ")[2])
    inside = not place.netloc or place.hostname == _OWN_HOST
    return "blocked" if inside else "outside-request", what


class Windows:
    """Windows of one browser, one for each way of looking; nothing is remembered from page to page."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._browser, self._base = browser, base
        self._pages: dict[str, Page] = {}

    def open(self, name: str, mode: Mode, *, script: bool = True) -> Tab:
        """A page of the site in a mode, without its scripts when asked; the page opened so before is gone."""
        tab = Tab(self._page(mode.options | ({} if script else {"java_script_enabled": False})), name, mode)
        tab.page.goto(f"{self._base}{name}{mode.query}", wait_until="load")
        if mode.query:
            tab.page.wait_for_timeout(_SETTLE)
        return tab

    def close(self) -> None:
        """Close all windows."""
        for page in self._pages.values():
            page.context.close()
        self._pages.clear()

    def _page(self, options: dict[str, Any]) -> Page:
        key = repr(sorted(options.items()))
        if key not in self._pages:
            context = self._browser.new_context(reduced_motion="reduce", **options)
            context.add_init_script(_FORGET)
            context.add_init_script(PROBES)
            self._pages[key] = context.new_page()
        return self._pages[key]
