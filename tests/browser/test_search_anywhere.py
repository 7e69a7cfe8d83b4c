"""Search, suggestions, answers and marks on arrival: from a disk, and at any place of a server."""

import re
from contextlib import contextmanager
from urllib.parse import unquote

import pytest
from test_search_box import typed
from test_search_page import settled

from gongkai.inspection import serve

SURE, FIGURE = "12345办结率是多少", "98.1%"


PLACES = {"root": "/", "below": "/some/sub/"}
FOLDERS = {"disk": "site", "odd disk": "政务 公开#1?%41"}


@contextmanager
def placed(folder, place, into):
    """The address of a site at a place."""
    if place in PLACES:
        with serve(folder, PLACES[place]) as address:
            yield address
    else:
        link = into / FOLDERS[place]
        link.symlink_to(folder, target_is_directory=True)
        yield f"{link.as_uri()}/"


@pytest.fixture(params=[*PLACES, *FOLDERS])
def opened(request, window, site, tmp_path):
    """A window and the address of the site; afterwards nothing has failed or left the place."""
    browser = window()
    with placed(site.folder, request.param, tmp_path) as address:
        yield browser, address
    assert (browser.outside, browser.failed, browser.errors) == ([], [], [])


def at_marks(page, address, words):
    """The page has come from the site and shows the words marked in its first window."""
    page.wait_for_url(lambda now: "?m=" in now)
    assert page.url.startswith(address)
    assert words in "".join(page.locator("main mark.hit").all_inner_texts())
    box = page.locator("main mark.hit").first.bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]


def test_suggestion_leads_to_its_page(opened):
    browser, address = opened
    page = browser.open(address + "tzgg/2023/0105-tingche.html")
    typed(page, "规范性文件管理办法")
    title = page.inner_text("#q-0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda now: "tingche" not in now)
    assert page.url.startswith(address)
    heading = page.inner_text("h1").replace("示例", "").strip()
    assert heading
    assert title.startswith(heading)


def test_question_to_answer_to_the_words_in_the_document_and_back(opened):
    browser, address = opened
    page = browser.open(address + "fzzf/2022/bgs/index.html")
    page.fill("#q", SURE)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda now: "search/index.html" in now)
    settled(page)
    page.locator("#answer .answer").wait_for()
    page.click("#answer >> text=看原文这一句")
    at_marks(page, address, FIGURE)
    page.go_back()
    settled(page)
    assert page.input_value("#q") == SURE
    page.locator("#hits h2 a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith(address)


def test_narrowed_results_and_their_pages(opened):
    browser, address = opened
    page = browser.open(f"{address}search/index.html?q=云江县")
    settled(page)
    page.click("#pages a[rel=next]")
    page.wait_for_url(re.compile("page=2"))
    settled(page)
    page.click("#choices [data-key=year] li:not([hidden]) a[data-value]:not([data-value=''])")
    page.wait_for_url(re.compile("year="))
    settled(page)
    assert page.url.startswith(f"{address}search/index.html?q=")
    assert unquote(page.url).startswith(f"{unquote(address)}search/index.html?q=云江县")


def test_questions_are_answered(opened):
    browser, address = opened
    page = browser.open(f"{address}ask/index.html?q=云江县{SURE}")
    page.locator(".answer blockquote").wait_for()
    page.click(".answer >> text=看数据表这一行")
    page.wait_for_url(re.compile("#r-"))
    assert page.url.startswith(address)
    assert "98.1" in page.inner_text("tr:target")


def test_without_javascript_every_page_leads_to_lists_of_all(window, site):
    browser = window(java_script_enabled=False)
    with serve(site.folder, "/some/sub/") as address:
        page = browser.open(address + "index.html")
        page.fill("#q", "办结率")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search/index\.html\?q="))
        assert "搜索要用到 JavaScript" in page.inner_text("main noscript")
        links = page.locator("#ways a").evaluate_all("all => all.map(one => [one.innerText, one.href])")
        assert len(links) > 5
        for words, link in links:
            assert link.startswith(address), words
            assert page.goto(link).ok, words
            assert page.locator("main a").count(), words
    assert browser.failed == []
