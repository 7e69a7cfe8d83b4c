"""The search engines as a page drives them: what they load first, and what a query gives."""

from dataclasses import dataclass
from pathlib import Path

GONGKAI = """query => new Promise(done => {
    const start = performance.now();
    if (!gongkai.search) {
        // as the search page does
        document.head.append(gongkai.make("link", {rel: "preload", as: "script", href: gongkai.root + "search/index.js"}));
    }
    gongkai.load("search.js", () => gongkai.search(query, {limit: 5}, found =>
        done({ms: performance.now() - start, hits: found.failed ? -1 : found.hits.length})));
})"""
PAGEFIND = """async query => {
    const start = performance.now();
    if (!window.engine) {
        window.engine = await import("/pagefind/pagefind.js");
        await engine.init();
    }
    const found = await engine.search(query);
    const hits = await Promise.all(found.results.slice(0, 5).map(one => one.data()));
    return {ms: performance.now() - start, hits: hits.length};
}"""
# the field empties first; then what is said changes when hits come, or when it is said that there are none
MATERIAL = """async query => {
    const field = document.querySelector(".md-search__input");
    const meta = document.querySelector(".md-search-result__meta");
    const hits = () => document.querySelectorAll(".md-search-result__list > li").length;
    const put = value => {
        field.value = value;
        field.dispatchEvent(new Event("input", {bubbles: true}));
        field.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
    };
    const until = async (met, most) => {
        const end = performance.now() + most;
        while (!met() && performance.now() < end) await new Promise(next => setTimeout(next, 2));
    };
    field.focus();
    if (field.value) {
        put("");
        await until(() => !hits(), 5000);
        await new Promise(next => setTimeout(next, 300));
    }
    const before = meta.textContent;
    const start = performance.now();
    put(query);
    await until(() => hits() || meta.textContent !== before, window.asked ? 5000 : 120000);
    window.asked = true;
    return {ms: performance.now() - start, hits: Math.min(5, hits())};
}"""


@dataclass(frozen=True)
class Engine:
    """`first` are the beginnings of addresses that any query needs, `then` those that one query needs."""

    name: str
    site: Path
    page: str
    ask: str
    first: tuple
    then: tuple = ()

    def part(self, address):
        """What an answer of the server belongs to: first, then, or empty when to the page."""
        if address.startswith(self.first):
            return "first"
        return "then" if self.then and address.startswith(self.then) else ""


def gongkai(site):
    # alike.js is loaded by queries that are met badly only
    return Engine(
        "Gongkai",
        site,
        "/index.html",
        GONGKAI,
        ("/assets/search.js", "/search/index.js"),
        ("/search/", "/assets/alike.js"),
    )


def pagefind(site):
    later = tuple(f"/pagefind/{name}/" for name in ("index", "fragment", "filter"))
    names = ("pagefind.", "pagefind-", "wasm.")
    return Engine("Pagefind", site, "/blank.html", PAGEFIND, tuple(f"/pagefind/{name}" for name in names), later)


def material(site):
    return Engine(
        "Material",
        site,
        "/index.html",
        MATERIAL,
        ("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/"),
    )
