"""长辈版: one step from every page, large, nothing lost, kept, and left in one press."""

import pytest

from conftest import REPORT, TABLE, TEMPLATES
from gongkai.web.elder import in_words

SIZES = """() => [...document.querySelectorAll('main p, main li, main td, main th, main a, main dd')]
    .filter(e => e.checkVisibility() && e.innerText.trim()).map(e => parseFloat(getComputedStyle(e).fontSize))"""
LEAST = """() => Math.min(...[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() &&
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => parseFloat(getComputedStyle(e).fontSize)))"""
TEXT = "document.querySelector('main').innerText.replace(/\\s/g, '').length"
PHONE = {"has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in {"index.html", "zhangbei/index.html"}])
def test_every_page_turns_large_in_one_press_and_back_in_one(window, base, name):
    page = window("phone", **PHONE).open(base + name)
    before = page.evaluate(TEXT)
    page.click("header a:has-text('长辈版')")
    assert min(page.evaluate(SIZES)) >= 24
    assert page.evaluate(LEAST) >= 22
    assert page.evaluate(TEXT) >= 0.97 * before
    assert page.evaluate("inspection.sideways()") == []
    assert page.evaluate("inspection.small(44)") == []
    page.click("header a:has-text('普通版')")
    assert page.evaluate(TEXT) == before
    assert page.locator(".elder-bar").count() == 0


def test_home_leads_to_its_own_home_and_the_next_pages_stay_large(window, base):
    page = window("phone", **PHONE).open(base + "index.html")
    page.click("header a:has-text('长辈版')")
    page.wait_for_url(base + "zhangbei/index.html")
    page.click("main a:has-text('政策文件')")
    page.wait_for_url(base + "zcwj/index.html")
    assert min(page.evaluate(SIZES)) >= 24
    page.click("header .name a")
    page.wait_for_url(base + "zhangbei/index.html")
    page.click("header a:has-text('普通版')")
    page.wait_for_url(base + "index.html")
    assert page.evaluate("localStorage.length") == 0
    assert page.get_attribute("header .name a", "href") == "index.html"


def test_its_home_puts_the_telephone_first_then_large_blocks_then_two_news(window, base):
    page = window("phone", **PHONE).open(base + "zhangbei/index.html")
    blocks = page.locator(".blocks a").all_inner_texts()
    assert blocks[0].startswith("打 12345")
    assert 3 <= len(blocks) <= 6
    assert page.locator(".blocks a").first.get_attribute("href") == "tel:12345"
    assert page.locator(".latest li").count() == 2
    assert "2023年1月16日" in page.inner_text(".latest")
    assert all(box["height"] >= 80 for box in [link.bounding_box() for link in page.locator(".blocks a").all()])


def test_its_home_takes_choices_from_the_address(window, base):
    page = window("phone", **PHONE).open(base + "zhangbei/index.html?scheme=bw&size=150")
    chosen = page.evaluate("({...document.documentElement.dataset})")
    assert (chosen["mode"], chosen["scheme"], chosen["size"]) == ("elder", "bw", "150")


def test_its_home_is_large_without_javascript_too(window, base):
    page = window("phone", java_script_enabled=False).open(base + REPORT)
    page.click("header a:has-text('长辈版')")
    page.wait_for_url(base + "zhangbei/index.html")
    assert min(page.evaluate(SIZES)) >= 24
    page.click("header a:has-text('普通版')")
    page.wait_for_url(base + "index.html?mode=")


@pytest.mark.parametrize("view", ["desktop", "phone", "narrow"])
@pytest.mark.parametrize("name", [REPORT, TABLE, "index.html"])
def test_one_column_in_every_width_and_at_the_largest_size(window, base, name, view):
    page = window(view).open(base + name + "?mode=elder&size=200")
    assert page.evaluate("inspection.sideways()") == []
    assert page.evaluate("inspection.clipped()") == []
    lefts = page.evaluate(
        "[...new Set([...document.querySelectorAll('main article > p, main article > .noted > p')].map(e => Math.round(e.getBoundingClientRect().left)))]"
    )
    assert len(lefts) <= 1


def test_lines_and_main_controls_are_generous(window, base):
    page = window("phone", **PHONE).open(base + REPORT + "?mode=elder")
    line = page.locator("article p").first.evaluate(
        "e => parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize)"
    )
    assert line >= 1.8
    small = page.evaluate(
        "[...document.querySelectorAll('.button, .elder-bar > *, header .tools a, header .tool')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect()).filter(b => Math.min(b.width, b.height) < 59.5).length"
    )
    assert small == 0


def test_bar_enlarges_calls_and_goes_back(window, base):
    page = window("phone", **PHONE).open(base + "index.html")
    page.goto(base + REPORT + "?mode=elder")
    bar = page.locator("nav.elder-bar")
    assert bar.get_attribute("aria-label") == "长辈版工具"
    assert bar.locator("a").get_attribute("href") == "tel:12345"
    for size in ("125", "150", "200", None):
        bar.locator("button:has-text('放大')").click()
        assert page.get_attribute("html", "data-size") == size
    bar.locator("button:has-text('返回')").click()
    page.wait_for_url(base + "index.html")


def test_bar_covers_neither_the_end_of_the_page_nor_the_focus(window, base):
    page = window("phone", **PHONE).open(base + REPORT + "?mode=elder")
    top = page.locator("nav.elder-bar").bounding_box()["y"]
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(e => e.closest('.elder-bar') || e === document.body ? null : e.getBoundingClientRect().bottom)(document.activeElement)"
        )
        assert box is None or box <= top + 1
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(100)
    footer = page.locator("footer.site").bounding_box()
    assert footer["y"] + footer["height"] <= top + 1


@pytest.mark.parametrize("view", ["desktop", "phone", "narrow"])
def test_bar_stays_low_and_its_words_whole_at_the_largest_size(window, base, view):
    page = window(view).open(base + REPORT + "?mode=elder&size=200&caption=on")
    page.wait_for_selector(".caption", state="attached")
    page.focus("header .name a")
    bar, caption = page.locator("nav.elder-bar").bounding_box(), page.locator(".caption").bounding_box()
    assert bar["height"] <= 120
    assert abs(caption["y"] + caption["height"] - bar["y"]) <= 1
    lines = page.evaluate(
        "[...document.querySelectorAll('.elder-bar span')].map(e => e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).fontSize))"
    )
    assert len(lines) == 4
    assert max(lines) < 2
    assert (
        min(page.evaluate("[...document.querySelectorAll('.elder-bar > *')].map(e => e.clientWidth - e.scrollWidth)"))
        >= 0
    )
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(100)
    footer = page.locator("footer.site").bounding_box()
    assert footer["y"] + footer["height"] <= caption["y"] + 1


def test_metadata_is_a_short_block(window, base):
    page = window("phone", **PHONE).open(base + REPORT + "?mode=elder")
    rows = page.evaluate("[...document.querySelectorAll('dl.block div')].map(e => e.getBoundingClientRect().height)")
    assert len(rows) == 8
    assert sorted(rows)[len(rows) // 2] < 60


def test_dates_are_said_in_words_and_come_back(window, base):
    page = window().open(base + REPORT)
    short = page.inner_text("dl.block time >> nth=0")
    page.click("header a:has-text('长辈版')")
    assert page.inner_text("dl.block time >> nth=0") == "2023年1月10日"
    page.click("header a:has-text('普通版')")
    assert page.inner_text("dl.block time >> nth=0") == short == "2023-01-10"


def test_name_is_among_the_first_stops(window, base):
    page = window("phone").open(base + REPORT)
    names = []
    for _ in range(6):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.innerText.trim()"))
    assert "长辈版" in names[:5]


@pytest.mark.parametrize("date", ["2023-01-16", "2022-12-05", "2022年度", "2022-12", "2023-01-16 09:00"])
def test_dates_are_said_as_the_home_of_its_own_says_them(window, base, date):
    page = window().open(base + REPORT)
    page.evaluate(
        "date => document.querySelector('main').append(gongkai.make('time', {datetime: date, id: 'd'}, date))", date
    )
    page.click("header a:has-text('长辈版')")
    assert page.inner_text("#d") == in_words(date)
