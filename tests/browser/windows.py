"""Windows of the tests' browser: each notes what leaves the machine and what goes wrong.

A page costs three times as much in a new window as in one that has shown a page before, so windows are used again:
emptied, with the size and wishes of the next test. A test that touches `window.context` gets one of its own.
"""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Error

from gongkai.inspection.window import PROBES

VIEWS = {"desktop": (1280, 800), "phone": (360, 740), "narrow": (320, 568)}
_OWN = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
# what a page can be asked for after it was opened; all else makes another kind of window
_WISHES = {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}
_FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch (error) { /* has none */ } }"


class Pool:
    """Windows that are not in use, by kind."""

    def __init__(self, browser):
        self._browser, self._idle = browser, {}

    def window(self, view="desktop", **options):
        width, height = VIEWS[view]
        size = options.pop("viewport", {"width": width, "height": height})
        wishes = {name: options.pop(name, plain) for name, plain in _WISHES.items()}
        return Window(self, options, size, wishes)

    def take(self, options):
        """A page that has forgotten everything, alone in its context."""
        idle = self._idle.get(repr(sorted(options.items())), [])
        return idle.pop() if idle else self.context(options).new_page()

    def give_back(self, options, page):
        try:
            page.evaluate(_FORGET)
            page.unroute_all()
            page.emulate_media(media="null")
            page.mouse.move(0, 0)
            page.goto("about:blank")
        except Error:
            page.context.close()
            return
        self._idle.setdefault(repr(sorted(options.items())), []).append(page)

    def context(self, options):
        made = self._browser.new_context(**options)
        if options.get("java_script_enabled", True):
            made.add_init_script(PROBES)
            made.add_init_script(_OWN)
        return made


class Window:
    def __init__(self, pool, options, size, wishes):
        self._pool, self._options, self._size, self._wishes = pool, options, size, wishes
        self._context, self._pages, self._ears = None, [], {}
        self._shared = True
        self.outside, self.failed, self.errors = [], [], []

    @property
    def context(self):
        """The window's own context, which no other test gets."""
        self._shared = False
        if not self._context:
            self._context = self._pool.context(self._options)
        return self._context

    def open(self, address):
        page = self._page()
        page.goto(address, wait_until="load")
        return page

    def close(self):
        first = next(iter(self._pages), None)
        if self._shared and first and not first.is_closed():
            for event, ear in self._ears.items():
                first.remove_listener(event, ear)
            for page in self._pages[1:]:
                page.close()
            self._pool.give_back(self._options, first)
        elif self._context:
            self._context.close()

    def _page(self):
        if self._context:
            page = self._context.new_page()
        else:
            page = self._pool.take(self._options)
            self._context = page.context
        page.set_viewport_size(self._size)
        page.emulate_media(**self._wishes)
        self._ears = {"console": self._note, "pageerror": self._fail, "request": self._watch}
        self._ears |= {"requestfailed": self._miss, "response": self._judge}
        for event, ear in self._ears.items():
            page.on(event, ear)
        self._pages.append(page)
        return page

    def _note(self, message):
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _fail(self, error):
        self.errors.append(str(error))

    def _watch(self, request):
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "file", "about"} and parts.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def _miss(self, request):
        # aborted: the page was left before it came
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(request.url)

    def _judge(self, answer):
        if answer.status >= 400:
            self.failed.append(answer.url)


def until(page, condition):
    """Wait; Playwright's own waiting evaluates strings, which the policy of the pages forbids."""
    for _ in range(300):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never came true: {condition}")
