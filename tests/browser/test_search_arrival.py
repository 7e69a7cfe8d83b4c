"""Whoever comes from a result finds the words marked in the paragraph that the link names, in both scripts and with pinyin."""

import re

import pytest

from conftest import REPORT, serving
from gongkai.inspection import STRICT

# what is on a page once a choice has done its work
READY = {"script=hant": "html[lang=zh-Hant]", "pinyin=on": "mark.hit rt"}
MARKED = "[...document.querySelectorAll('mark.hit')].map(e => e.textContent)"


def anchor(site, page, words):
    """The id of the paragraph that holds these words."""
    text = re.sub(r"<(?!p |li |/)[^>]*>|</(?!p>|li>)[^>]*>", "", site.read(page))
    return re.search(rf'<(?:p|li) id="([^"]+)"[^>]*>[^<]*{words}', text)[1]


@pytest.fixture(scope="module")
def place(site):
    return anchor(site, REPORT, "好评率")


def test_words_are_marked_where_the_link_leads(window, base, place):
    page = window().open(f"{base}{REPORT}?m=12345|好评率#{place}")
    assert set(page.evaluate(MARKED)) == {"12345", "好评率"}
    assert page.evaluate("[...document.querySelectorAll('mark.hit')].every(e => e.closest(':target'))")
    assert page.locator("mark.hit").first.evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_mark_reaches_over_links_and_is_blind_to_width_and_case(window, base, place):
    page = window().open(f"{base}{REPORT}?m=办结率达９８#{place}")
    assert "".join(page.evaluate(MARKED)) == "办结率达98"
    assert page.locator("a.fig mark.hit").count() == 1


def test_text_stays_the_same(window, base, place):
    plain = window().open(base + REPORT).evaluate("inspection.text()")
    assert window().open(f"{base}{REPORT}?m=12345|好评率#{place}").evaluate("inspection.text()") == plain


@pytest.mark.parametrize("choice", ["script=hant", "pinyin=on", "pinyin=on&script=hant"])
def test_marks_stay_in_the_other_script_and_below_pinyin(window, base, place, choice):
    page = window().open(f"{base}{REPORT}?m=办结率&{choice}#{place}")
    for shown in [READY[one] for one in choice.split("&")]:
        page.locator(shown).first.wait_for(state="attached")
    marked = page.locator("mark.hit").first.evaluate(
        "e => [...e.querySelectorAll('rt')].forEach(t => t.remove()) || e.textContent"
    )
    assert marked == ("辦結率" if "hant" in choice else "办结率")


@pytest.mark.parametrize(
    "query", ["?m=办结率", "?m=#p-00000000", "?m=%#x", "?m=办结率#%E0%A4%A", "?m=<img src=x>#main", "?m=(.*)#main"]
)
def test_any_address_is_safe(window, base, query):
    browser = window()
    page = browser.open(base + REPORT + query)
    assert page.evaluate(MARKED) == []
    assert browser.errors == []


def test_strict_policy_lets_it_mark(window, site, place):
    with serving(site.folder, STRICT) as address:
        browser = window()
        page = browser.open(f"{address}{REPORT}?m=好评率#{place}")
        assert page.evaluate(MARKED) == ["好评率"]
        assert page.evaluate("inspection.blocked") == []


def test_from_a_disk(window, site, place):
    page = window().open(f"{(site.folder / REPORT).as_uri()}?m=好评率#{place}")
    assert page.evaluate(MARKED) == ["好评率"]


def test_choices_in_the_address_leave_the_words_there(window, base, place):
    page = window().open(f"{base}{REPORT}?m=好评率&scheme=dark#{place}")
    assert "m=" in page.url
    assert "scheme" not in page.url
    assert page.evaluate(MARKED) == ["好评率"]
