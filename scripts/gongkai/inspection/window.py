"""Windows of the browser that let no request leave this machine and note what goes wrong while a page is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from gongkai.inspection.faults import Fault

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, Route

    from gongkai.inspection.modes import Mode

PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
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
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.notes.append(("script-error", str(error)[:120])))
        page.on("response", self._judge)

    def ask(self, probe: str, *values: Any) -> Any:
        """What a probe of probes.js says: `tab.ask("small", 44)`."""
        return self.page.evaluate("([name, values]) => inspection[name](...values)", [probe, list(values)])

    def fault(self, rule: str, element: str = "", about: str = "") -> Fault:
        """A fault of this page in this mode."""
        return Fault(self.name, self.mode.label, rule, element, about)

    def close(self) -> list[Fault]:
        """Close the page; what went wrong while it was open."""
        self.notes += [("blocked", what) for what in self.page.evaluate("window.inspection ? inspection.blocked : []")]
        self.page.close()
        return [self.fault(rule, what) for rule, what in dict.fromkeys(self.notes)]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in _REPEATED):
            self.notes.append(("script-error", message.text[:120]))

    def _judge(self, answer: Response) -> None:
        if answer.status >= 400:
            self.notes.append(("dead-load", urlsplit(answer.url).path))


class Windows:
    """Contexts of one browser, one for each way of looking; nothing is remembered from page to page."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._browser, self._base = browser, base
        self._contexts: dict[str, BrowserContext] = {}

    def open(self, name: str, mode: Mode, *, script: bool = True) -> Tab:
        """A page of the site in a mode; without its scripts when asked."""
        context = self._context(mode.options | ({} if script else {"java_script_enabled": False}))
        tab = Tab(context.new_page(), name, mode)
        _fence(tab)
        tab.page.goto(f"{self._base}{name}{mode.query}", wait_until="load")
        if mode.query:
            tab.page.wait_for_timeout(_SETTLE)
        return tab

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts.values():
            context.close()
        self._contexts.clear()

    def _context(self, options: dict[str, Any]) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in self._contexts:
            context = self._browser.new_context(reduced_motion="reduce", **options)
            context.add_init_script(PROBES)
            self._contexts[key] = context
        return self._contexts[key]


def _fence(tab: Tab) -> None:
    """Refuse every request of a page that leaves this machine, and note it."""

    def judge(route: Route) -> None:
        parts = urlsplit(route.request.url)
        if parts.scheme in {"data", "blob", "about"} or parts.hostname == _OWN_HOST:
            route.continue_()
        else:
            tab.notes.append(("outside-request", f"{parts.scheme}://{parts.netloc}"))
            route.abort()

    tab.page.route("**/*", judge)
