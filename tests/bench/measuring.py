"""Queries put to the engines in turn, in real Chromium: bytes, times, and how long the page was blocked."""

import statistics
from dataclasses import dataclass, field

from server import serving

WATCH = """() => {
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(one => {
        window.longest = Math.max(window.longest, one.duration);
    })).observe({type: "longtask"});
}"""
LONGEST = "() => new Promise(done => setTimeout(() => done(window.longest), 60))"
PATIENCE = 300_000
SLOW_LINE = (1_600_000, 0.15)
"""A phone on a bad day: bits a second, and seconds until an answer begins."""


@dataclass
class Figures:
    """What was seen of an engine: values of each measure."""

    seen: dict = field(default_factory=dict)

    def add(self, measure, value):
        self.seen.setdefault(measure, []).append(value)

    def at(self, measure, share):
        """The value that so many of a hundred stay below."""
        values = sorted(self.seen.get(measure, []))
        return values[min(len(values) - 1, len(values) * share // 100)] if values else None

    def median(self, measure):
        return statistics.median(self.seen[measure]) if self.seen.get(measure) else None


def opened(browser, base, engine, throttled=1):
    """A page of the engine's site with nothing in its cache."""
    page = browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(base.rstrip("/") + engine.page, wait_until="load")
    page.evaluate(WATCH)
    if throttled > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttled})
    return page


def cold(browser, engines, queries, name, line=None, throttled=1):
    """Each query in a window of its own, the engines one after the other."""
    figures = {engine.name: Figures() for engine in engines}
    for query in queries:
        for engine in engines:
            with serving(engine.site) as (server, base):
                page = opened(browser, base, engine, throttled)
                server.line = line
                made = page.evaluate(engine.ask, query)
                _note(figures[engine.name], engine, server.log, made, name)
                figures[engine.name].add(f"{name} longest task", page.evaluate(LONGEST))
                page.context.close()
    return figures


def _note(figures, engine, log, made, name):
    parts = [(engine.part(address), size) for address, size in log]
    for part in ("first", "then"):
        figures.add(f"{name} {part} bytes", sum(size for one, size in parts if one == part))
    figures.add(f"{name} bytes", sum(size for one, size in parts if one))
    figures.add(f"{name} requests", sum(bool(one) for one, _ in parts))
    figures.add(f"{name} ms", made["ms"])
    figures.add(f"{name} found", made["hits"] > 0)


def warm(browser, engines, queries, name, throttled=1):
    """All queries in one window, then all once more: what the second time takes."""
    figures = {engine.name: Figures() for engine in engines}
    for engine in engines:
        with serving(engine.site) as (_, base):
            page = opened(browser, base, engine, throttled)
            for measure in (f"{name}next", f"{name}warm"):
                page.evaluate("() => { window.longest = 0; }")
                for query in queries:
                    figures[engine.name].add(f"{measure} ms", page.evaluate(engine.ask, query)["ms"])
                    figures[engine.name].add(f"{measure} longest task", page.evaluate(LONGEST))
                    page.evaluate("() => { window.longest = 0; }")
            page.context.close()
    return figures


def typing(browser, engine, queries, name, throttled=1):
    """Queries typed into the field of the search page, key by key, and sent."""
    figures = Figures()
    with serving(engine.site) as (_, base):
        for query in queries:
            page = opened(browser, base, engine, throttled)
            page.focus("#q")
            for one in query[:20]:
                page.keyboard.insert_text(one)
                page.wait_for_timeout(80)
            page.wait_for_timeout(600)
            figures.add(f"{name}typing longest task", page.evaluate(LONGEST))
            page.context.close()
    return {engine.name: figures}
