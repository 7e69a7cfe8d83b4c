"""Suggestions below the search field: an ARIA combobox by its keys, quiet while somebody composes, gone without scripts."""

import pytest
from axe import faults
from hostile import BLANK, WORDS

from conftest import TEMPLATES

ARTICLE = "tzgg/2023/0105-tingche.html"
# a key as an input method sends it, and what it has composed so far
COMPOSE = """text => { const field = document.getElementById('q'); field.value = text;
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.dispatchEvent(new InputEvent('input', {isComposing: true})); }"""
COMPOSED = "document.getElementById('q').dispatchEvent(new CompositionEvent('compositionend'))"


def typed(page, text):
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator("#q-list:not([hidden])").wait_for()


def field(page, name):
    return page.locator("#q").get_attribute(name)


def test_slash_leads_to_the_field_unless_somebody_types(window, base):
    page = window().open(base + ARTICLE)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("a/b")
    assert page.input_value("#q") == "a/b"


def test_slash_can_be_switched_off(window, base):
    page = window().open(base + ARTICLE + "?keys=off")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_suggestions_are_a_combobox(window, base):
    page = window().open(base + ARTICLE)
    assert (field(page, "role"), field(page, "aria-expanded")) == ("combobox", "false")
    typed(page, "管理办法")
    assert (field(page, "aria-expanded"), field(page, "aria-controls")) == ("true", "q-list")
    assert page.locator("#q-list").get_attribute("role") == "listbox"
    options = page.locator("#q-list [role=option]")
    assert 1 < options.count() <= 6
    page.keyboard.press("ArrowDown")
    assert field(page, "aria-activedescendant") == options.nth(0).get_attribute("id")
    assert options.nth(0).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert [option.get_attribute("aria-selected") for option in options.all()[:2]] == ["false", "true"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert field(page, "aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert field(page, "aria-activedescendant") == options.last.get_attribute("id")


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft"])
def test_keys_of_the_field_leave_the_suggestion(window, base, key):
    page = window().open(base + ARTICLE)
    typed(page, "管理办法")
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    assert field(page, "aria-activedescendant") is None
    assert page.locator("#q-list [aria-selected=true]").count() == 0
    assert page.is_visible("#q-list")
    place = {"Home": 0, "End": 4, "ArrowLeft": 3}[key]
    assert page.evaluate("document.activeElement.selectionStart") == place
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/search/index.html?q=" in address)


def test_number_of_suggestions_is_said(window, base):
    page = window().open(base + ARTICLE)
    typed(page, "管理办法")
    count = page.locator("#q-list [role=option]").count()
    page.locator("#status", has_text=f"{count} 条建议，按上下键选，回车打开").wait_for(state="attached", timeout=1000)


def test_enter_opens_the_suggestion(window, base):
    page = window().open(base + ARTICLE)
    typed(page, "规范性文件管理办法")
    page.keyboard.press("ArrowDown")
    title = page.evaluate("document.getElementById('q-0').firstChild.data")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: ARTICLE not in address)
    assert page.inner_text("h1").replace("示例", "").strip() == title


def test_a_finger_opens_the_suggestion(window, base):
    page = window("phone", has_touch=True, is_mobile=True).open(base + ARTICLE)
    page.tap("#q")
    page.keyboard.type("规范性文件管理办法")
    page.locator("#q-list:not([hidden])").wait_for()
    assert page.evaluate("inspection.small(44)") == []
    page.tap("#q-0")
    page.wait_for_url(lambda address: ARTICLE not in address)


def test_suggestions_tell_numbers_and_the_words_of_documents(window, base):
    page = window().open(base + ARTICLE)
    typed(page, "云江府发2022第31号")
    assert "云江府发〔2022〕31号" in page.locator("#q-list [role=option] small").all_inner_texts()
    page = window().open(base + ARTICLE)
    typed(page, "养狗")
    page.locator("#q-list [role=option]").filter(has_text="搜“").first.click()
    page.wait_for_url("**/search/index.html?q=*")
    assert "养犬" in page.input_value("#q")


def test_escape_closes_and_keeps_words_and_focus(window, base):
    page = window().open(base + ARTICLE)
    typed(page, "管理办法")
    page.keyboard.press("Escape")
    assert page.is_hidden("#q-list")
    assert (page.input_value("#q"), field(page, "aria-expanded")) == ("管理办法", "false")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.locator("#q-list:not([hidden])").wait_for()
    page.keyboard.press("Tab")
    assert page.is_hidden("#q-list")


def test_half_a_word_is_not_searched(window, base):
    page = window().open(base + ARTICLE)
    page.focus("#q")
    page.locator("#q-list").wait_for(state="attached")
    page.evaluate(COMPOSE, "管理办法")
    page.wait_for_timeout(700)
    assert page.is_hidden("#q-list")
    page.evaluate(COMPOSED)
    page.locator("#q-list:not([hidden])").wait_for()


TELL = """text => { const field = document.getElementById('q'); field.value = text;
    field.dispatchEvent(new InputEvent('input')); }"""


def test_any_words_are_safe(window, base):
    browser = window("narrow")
    page = browser.open(base + ARTICLE)
    page.focus("#q")
    page.locator("#q-list").wait_for(state="attached")
    for words in [*WORDS, *BLANK]:
        page.evaluate("document.getElementById('status').textContent = ''")
        page.evaluate(TELL, words)
        if words in BLANK:
            page.wait_for_timeout(400)
            assert page.is_hidden("#q-list")
        else:
            page.locator("#status", has_text="建议").wait_for(state="attached")
        assert page.locator("#q-list :is(img, script, b)").count() == 0
        assert page.evaluate("[window.hacked, inspection.sideways()]") == [None, []]
    assert browser.errors == []


def test_nothing_of_search_is_loaded_before_somebody_wants_it(window, base):
    browser = window()
    asked = []
    browser.context.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    page = browser.open(base + ARTICLE)
    wanted = {"assets/box.js", "assets/search.js", "search/index.js"}
    assert not wanted & set(asked)
    typed(page, "管理办法")
    assert wanted <= set(asked)


@pytest.mark.parametrize(
    ("scheme", "view"),
    [
        ("", "desktop"),
        ("dark", "phone"),
        ("black-yellow", "desktop"),
        ("blue-yellow", "phone"),
        ("cream", "phone"),
        ("bw", "desktop"),
    ],
)
def test_axe_finds_nothing_while_suggestions_are_open(window, base, scheme, view):
    page = window(view).open(f"{base}{ARTICLE}?scheme={scheme}")
    typed(page, "管理办法")
    page.keyboard.press("ArrowDown")
    assert faults(page) == []
    assert page.evaluate("inspection.sideways()") == []


def test_suggestions_fit_at_400_percent(window, base):
    page = window(viewport={"width": 320, "height": 256}).open(base + ARTICLE)
    typed(page, "管理办法")
    assert page.evaluate("inspection.sideways()") == []
    page.keyboard.press("ArrowUp")
    assert page.locator("#q-list [aria-selected=true]").evaluate(
        "e => Math.floor(e.getBoundingClientRect().bottom) <= innerHeight"
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_second_skip_link_leads_to_the_field(window, base, name):
    page = window().open(base + name)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    asks = name == "ask/index.html"
    assert page.evaluate("document.activeElement.innerText") == ("跳到提问" if asks else "跳到搜索")
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert page.evaluate("document.activeElement.id") == ("question" if asks else "q")
    assert page.evaluate("document.activeElement.tabIndex") == 0


@pytest.mark.parametrize("place", [0, 1, 2])
def test_examples_of_the_home_page_are_true(window, base, place):
    page = window().open(base)
    page.locator(".tried a").nth(place).click()
    page.wait_for_load_state()
    page.locator("#hits > li, #numbered li").first.wait_for()


def test_field_works_in_the_home_of_elders(window, base):
    page = window("phone").open(base + "zhangbei/index.html")
    page.fill("#q", "停车")
    page.click("form.search button")
    page.locator("#hits > li").first.wait_for()
    assert page.evaluate("document.documentElement.dataset.mode") == "elder"
