"""With the keyboard alone, from the question to the document; what changes on the way is said."""

import re

from test_search_page import settled

FOCUS = "document.activeElement.innerText.trim()"
STATUS = "document.getElementById('status').textContent"


def tab_to(page, selector, *, back=False):
    """Press Tab until the focus is on such an element."""
    for _ in range(80):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate("document.activeElement.checkVisibility()")
            return
    raise AssertionError(f"no way to {selector}")


def said(page, pattern):
    """The words of the live region, once they are there."""
    for _ in range(60):
        if re.search(pattern, page.evaluate(STATUS)):
            return page.evaluate(STATUS)
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.evaluate(STATUS)!r} was said instead of {pattern}")


def searched(window, base, words, view="desktop"):
    browser = window(view)
    page = browser.open(base + "index.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/search/index.html" in address)
    settled(page)
    return browser, page


def test_from_the_field_to_the_words_in_the_document(window, base):
    browser, page = searched(window, base, "认领率")
    said(page, r"^找到 \d+ 条")
    tab_to(page, "#hits h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "?m=" in address)
    assert page.locator("main mark.hit").first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the next key starts at the words"
    assert browser.errors == []


def test_choices_keep_the_focus_and_say_what_is_left(window, base):
    _, page = searched(window, base, "管理办法")
    before = said(page, "^找到")
    tab_to(page, "#choices [data-key=validity] [data-value=废止]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "validity=" in address)
    settled(page)
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "page"
    assert said(page, "^找到") != before
    tab_to(page, "#choices [data-key=validity] [data-value='']", back=True)
    page.keyboard.press("Enter")
    said(page, f"^{before}$")


def test_choices_unfold_on_a_phone(window, base):
    _, page = searched(window, base, "管理办法", "phone")
    tab_to(page, "#choices summary")
    page.keyboard.press("Enter")
    tab_to(page, "#choices [data-key=validity] [data-value=废止]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "validity=" in address)
    settled(page)
    assert page.evaluate(FOCUS) == "筛选：已废止"
    assert not page.is_visible("#choices nav")
    tab_to(page, "#hits h2 a")


def test_order_and_pages(window, base):
    _, page = searched(window, base, "云江县")
    tab_to(page, "#sort")
    page.keyboard.press("Enter")
    said(page, "最新的在前")
    assert page.evaluate("document.activeElement.id") == "sort"
    assert page.evaluate(FOCUS) == "按相关排"
    tab_to(page, "#pages a[rel=next]")
    page.keyboard.press("Enter")
    said(page, "第 2 页")
    assert page.evaluate("document.activeElement.id") == "asked"
    tab_to(page, "#hits h2 a")


def test_nothing_found_is_said_and_leads_on(window, base):
    _, page = searched(window, base, "量子纠缠")
    said(page, "^没有找到“量子纠缠”")
    tab_to(page, "#none [data-ask]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/ask/index.html?q=" in address)


def test_answer_above_the_results_is_said_and_reached(window, base):
    _, page = searched(window, base, "12345办结率是多少")
    words = said(page, "原文里这样说")
    assert words.startswith("找到")
    assert "98.1%" in words
    tab_to(page, "#answer a")


def test_questions_and_further_questions(window, base):
    browser = window()
    page = browser.open(base + "ask/index.html")
    tab_to(page, "#question")
    page.keyboard.type("云江县12345热线办结率是多少")
    page.keyboard.press("Enter")
    page.locator("[role=log] .answer blockquote").wait_for()
    assert page.evaluate("document.activeElement.id") == "question"
    tab_to(page, ".answer .actions button:not(.if-speech)")
    words = page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    page.locator("#talked > li:first-child h3", has_text=words).wait_for()
    assert page.evaluate(FOCUS) == f"问：{words}"
    tab_to(page, "#question", back=True)
    assert browser.errors == []
