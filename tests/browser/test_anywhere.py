"""The site opens from a sub-path and from a disk, under a strict policy, and asks nobody else for anything."""

import pytest

from conftest import PREFIX, TEMPLATES, serving
from gongkai.inspection import STRICT

LINKS = "[...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])"


def crawl(window, start, root):
    """Follow every link of the site from a page; the pages seen."""
    todo, done = [start], set()
    page = window.open(start)
    while todo:
        address = todo.pop()
        done.add(address)
        page.goto(address)
        found = page.evaluate(LINKS)
        todo += [
            link
            for link in dict.fromkeys(found)
            if link.startswith(root) and link.endswith(".html") and link not in {*todo, *done}
        ]
    return done


def test_over_http_below_a_sub_path(window, base, site):
    browser = window()
    assert len(crawl(browser, base + "index.html", base)) == len(site.pages()) - 1
    assert (browser.outside, browser.failed, browser.errors) == ([], [], [])


def test_from_a_disk(window, site):
    browser = window()
    root = site.folder.as_uri()
    assert len(crawl(browser, f"{root}/index.html", root)) == len(site.pages()) - 1
    assert (browser.outside, browser.failed, browser.errors) == ([], [], [])


def test_nothing_is_blocked_by_a_strict_policy(window, site):
    with serving(site.folder, STRICT) as address:
        browser = window()
        page = browser.open(address)
        for name in TEMPLATES:
            page.emulate_media(media="screen")
            page.goto(address + name)
            page.emulate_media(media="print")
            assert page.evaluate("inspection.blocked") == [], name
            assert page.evaluate("getComputedStyle(document.body).lineBreak") == "strict", name
        assert browser.errors == []


def test_missing_page_at_depth_is_dressed_and_leads_home(window, base):
    browser = window()
    page = browser.open(base + "no/such/page.html")
    assert page.inner_text("h1") == "没有这个页面"
    assert page.evaluate("getComputedStyle(document.body).lineBreak") == "strict"
    links = page.evaluate(
        "[...document.querySelectorAll('a[href]')].filter(a => a.protocol !== 'tel:').map(a => a.pathname)"
    )
    assert all(link.startswith(PREFIX) for link in links)
    page.click("main a >> text=首页")
    assert page.url == base + "index.html"


# what scripts add are controls only: buttons to read aloud and print, and those that filter and sort a table
CONTROLS_AWAY = (
    "document.querySelectorAll('.actions li:has(> button), .filter, .order').forEach((control) => control.remove());"
)


# these say that they need scripts; test_search_page and test_ask have what they offer then
@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in {"search/index.html", "ask/index.html"}])
def test_same_text_without_javascript(window, base, name):
    live = window().open(base + name).evaluate(CONTROLS_AWAY + "inspection.text()")
    page = window(java_script_enabled=False).open(base + name)
    still = page.evaluate("document.querySelector('main').innerText.replace(/\\s/g, '')")
    assert live == still
    assert (
        page.evaluate("[...document.querySelectorAll('button')].filter(b => b.checkVisibility() && !b.form).length")
        == 0
    )
