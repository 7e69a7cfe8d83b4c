"""Reading aids: opened in the flow of the page, seen at once, remembered, shared by address, taken back in one press."""

import pytest
from windows import until

from conftest import REPORT, TABLE, serving
from gongkai.inspection import STRICT

LOOK = """() => [getComputedStyle(document.querySelector('article p')).fontSize,
    getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('article')).lineHeight]"""
CHOSEN = "() => { const chosen = {...document.documentElement.dataset}; delete chosen.speech; return chosen; }"
KEPT = "() => JSON.parse(localStorage.getItem('gongkai') || '{}')"


def opened(window, base, name=REPORT, **options):
    page = window(**options).open(base + name)
    page.click("button:has-text('无障碍')")
    page.wait_for_selector("#aids")
    return page


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.innerText")


def test_opens_above_the_page_and_gives_the_focus_back(window, base):
    page = opened(window, base)
    opener = page.locator("button:has-text('无障碍')")
    assert focused(page) == "aids"
    assert opener.get_attribute("aria-expanded") == "true"
    box, header = page.locator("#aids").bounding_box(), page.locator("header.site").bounding_box()
    assert box["y"] + box["height"] <= header["y"] + 1
    page.keyboard.press("Tab")
    assert focused(page).endswith("标准")
    page.keyboard.press("Escape")
    assert page.locator("#aids").count() == 0
    assert focused(page) == "无障碍"
    assert opener.get_attribute("aria-expanded") == "false"


def test_every_group_is_named_and_says_what_is_chosen(window, base):
    page = opened(window, base)
    tree = page.locator("#aids").aria_snapshot()
    for legend in ("字号", "颜色", "行距", "朗读速度", "辅助"):
        assert f'group "{legend}"' in tree
    page.click("#aids button:has-text('特大')")
    assert 'button "✓ 特大" [pressed]' in page.locator("#aids").aria_snapshot()
    assert page.locator("#aids [aria-pressed=true]").count() == 4


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("特大", "size", "150"),
        ("最大", "size", "200"),
        ("黑底黄字", "scheme", "black-yellow"),
        ("米色底", "scheme", "cream"),
        ("很宽", "leading", "wider"),
    ],
)
def test_choice_is_seen_kept_on_the_next_page_and_taken_back(window, base, words, name, value):
    page = opened(window, base)
    before = page.evaluate(LOOK)
    page.click(f"#aids button:has-text('{words}')")
    after = page.evaluate(LOOK)
    assert after != before
    page.goto(base + "fzzf/2021/sfj/index.html")
    assert page.evaluate(CHOSEN)[name] == value
    assert page.evaluate(LOOK)[:2] == after[:2]
    page.click("text=恢复原样")
    assert page.evaluate(LOOK)[:2] == before[:2]
    assert page.evaluate(KEPT) == {"aids": "open"}


def test_text_grows_to_two_hundred_percent(window, base):
    plain = window().open(base + REPORT).evaluate(LOOK)[0]
    large = window().open(base + REPORT + "?size=200").evaluate(LOOK)[0]
    assert float(large[:-2]) >= 1.85 * float(plain[:-2])
    assert float(large[:-2]) >= 30


def test_choices_hold_before_anything_is_painted(window, base):
    browser = window()
    browser.context.add_init_script('localStorage.setItem(\'gongkai\', \'{"scheme": "dark", "size": "150"}\')')
    page = browser.context.new_page()
    page.route("**/gongkai.js", lambda route: route.abort())
    page.goto(base + REPORT)
    assert page.evaluate(CHOSEN) | {"js": ""} == {"scheme": "dark", "size": "150", "js": ""}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 27)"


def test_address_gives_another_person_the_same_view(window, base):
    page = window().open(base + REPORT + "?mode=elder&size=125&scheme=cream&leading=wide")
    mine = page.evaluate(LOOK)
    page.goto(base + REPORT)
    assert page.evaluate(LOOK) == mine
    page.goto(base + REPORT + "?mode=&size=&scheme=&leading=")
    assert page.evaluate(KEPT) == {}


def test_what_is_taken_back_stays_so_however_the_page_is_come_to_again(window, base):
    page = window().open(base + REPORT + "?mode=elder&size=200&scheme=dark")
    assert page.url == base + REPORT
    page.click("header a:has-text('普通版')")
    page.click("button:has-text('无障碍')")
    page.click("text=恢复原样")
    for come in (page.reload, lambda: page.goto(base + TABLE), page.go_back):
        come()
        assert {"mode", "size", "scheme"}.isdisjoint(page.evaluate(CHOSEN))


def test_target_in_an_address_with_choices_is_still_marked(window, base):
    target = window().open(base + REPORT).locator("a.fig").first.get_attribute("id")
    page = window().open(f"{base}{REPORT}?size=150#{target}")
    assert page.url == f"{base}{REPORT}#{target}"
    assert page.evaluate("document.querySelector(':target').id") == target
    assert page.evaluate("document.activeElement.id") == target


def test_two_windows_keep_each_others_choices(window, base):
    browser = window()
    first = browser.open(base + REPORT)
    second = browser.context.new_page()
    second.goto(base + TABLE)
    first.evaluate("gongkai.choose('size', '150')")
    until(second, "document.documentElement.dataset.size === '150'")
    second.evaluate("gongkai.choose('scheme', 'cream')")
    until(first, "document.documentElement.dataset.scheme === 'cream'")
    assert first.evaluate(KEPT) == {"size": "150", "scheme": "cream"}
    second.evaluate("gongkai.choose('size', '')")
    until(first, "!document.documentElement.dataset.size")


def test_page_that_the_browser_kept_whole_follows_what_was_chosen_since(window, base):
    page = window().open(base + REPORT)
    page.evaluate("localStorage.setItem('gongkai', '{\"mode\": \"elder\"}')")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.get_attribute("html", "data-mode") == "elder"
    assert page.locator(".elder-bar").count() == 1


def test_nothing_is_kept_before_a_choice(window, base):
    browser = window()
    page = browser.open(base + REPORT)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert browser.context.cookies() == []


@pytest.mark.parametrize(
    "query",
    [
        "size=999&scheme=%3Cscript%3E",
        "__proto__=elder&constructor=x",
        "mode=" + "x" * 4000,
        "size=%E0%A4%A&&&===&mode",
        "hasOwnProperty=1&toString=open",
    ],
)
def test_hostile_address_does_nothing(window, base, query):
    browser = window()
    page = browser.open(base + REPORT + "?" + query)
    assert page.evaluate(CHOSEN) == {"js": ""}
    assert page.evaluate("gongkai.query()") == ""
    assert browser.errors == []


def test_unknown_value_in_the_address_leaves_what_was_chosen(window, base):
    page = window().open(base + REPORT + "?size=200")
    page.goto(base + REPORT + "?size=1")
    assert page.evaluate(CHOSEN)["size"] == "200"


@pytest.mark.parametrize("kept", ["{", "[]", "null", '"x"', '{"size": {}, "scheme": ["dark"], "__proto__": 1}', "7"])
def test_spoilt_storage_does_nothing(window, base, kept):
    browser = window()
    page = browser.open(base + REPORT)
    page.evaluate("kept => localStorage.setItem('gongkai', kept)", kept)
    page.reload()
    assert page.evaluate(CHOSEN) == {"js": ""}
    page.click("button:has-text('无障碍')")
    page.click("#aids button:has-text('特大')")
    assert page.evaluate(CHOSEN)["size"] == "150"
    assert browser.errors == []


def test_without_storage_links_carry_the_choices(window, base):
    browser = window()
    browser.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get: () => { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = browser.open(base + REPORT + "?size=150&mode=elder")
    page.click("footer a >> text=政策文件")
    page.wait_for_url(base + "zcwj/index.html?mode=elder&size=150")
    page.click("header a:has-text('普通版')")
    assert page.url == base + "zcwj/index.html?size=150"
    page.reload()
    assert page.evaluate(CHOSEN) | {"js": ""} == {"size": "150", "js": ""}
    assert browser.errors == []


def test_from_a_disk(window, site):
    browser = window()
    page = browser.open((site.folder / REPORT).as_uri())
    page.click("button:has-text('无障碍')")
    page.click("#aids button:has-text('蓝底黄字')")
    page.goto((site.folder / "index.html").as_uri())
    assert page.evaluate(CHOSEN)["scheme"] == "blue-yellow"
    assert browser.errors == []


def test_ruler_follows_pointer_focus_and_arrow_keys(window, base):
    page = window().open(base + REPORT + "?ruler=line")
    page.wait_for_selector(".ruler")
    page.locator("article p").first.scroll_into_view_if_needed()
    page.mouse.move(400, 300)
    assert abs(page.locator(".ruler i").nth(0).bounding_box()["height"] - 300) < 40
    before = page.evaluate("scrollY")
    line = page.evaluate("parseFloat(getComputedStyle(document.elementFromPoint(400, 300)).lineHeight)")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(100)
    assert abs(page.evaluate("scrollY") - before - line) <= 1
    page.evaluate("scrollTo(0, 0)")
    page.focus("a:has-text('数据表（27项）')")
    page.wait_for_timeout(100)
    box = page.locator("text=数据表（27项）").bounding_box()
    assert abs(page.locator(".ruler i").nth(0).bounding_box()["height"] - box["y"]) < 40
    assert page.locator(".ruler").get_attribute("aria-hidden") == "true"
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    page.wait_for_url("**/indicators.html")


def test_big_caption_repeats_what_is_pointed_at_and_what_is_read(window, base):
    page = window().open(base + REPORT + "?caption=on")
    page.wait_for_selector(".caption", state="attached")
    page.hover("article h2 >> nth=0")
    assert page.inner_text(".caption") == page.inner_text("article h2 >> nth=0")
    assert float(page.locator(".caption p").evaluate("e => getComputedStyle(e).fontSize")[:-2]) >= 36
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('gongkai:sentence', {detail: {text: '共接热线4924件', start: 4, end: 9}}))"
    )
    assert page.inner_text(".caption mark") == "4924件"
    assert page.locator(".caption").get_attribute("aria-hidden") == "true"
    page.keyboard.press("End")
    page.wait_for_timeout(200)
    last = page.locator("footer.site").bounding_box()
    assert last["y"] + last["height"] <= page.locator(".caption").bounding_box()["y"] + 1


@pytest.mark.parametrize("view", ["desktop", "narrow"])
def test_big_caption_turns_over_so_that_the_words_read_are_seen(window, base, view):
    page = window(view).open(base + REPORT + "?caption=on")
    page.wait_for_selector(".caption", state="attached")
    text = (
        "建立热线统一受理、按责转办、限时督办、办结反馈机制，全年共接热线信息4924件，办结率98.8%，先后两次获市级通报表扬。"
        * 2
    )
    for start in range(0, len(text) - 3, 3):
        page.evaluate(
            "([text, start]) => document.dispatchEvent(new CustomEvent('gongkai:sentence', {detail: {text, start, end: start + 3}}))",
            [text, start],
        )
        assert page.inner_text(".caption mark") == text[start : start + 3]
        assert page.evaluate(
            "document.querySelector('.caption mark').getBoundingClientRect().bottom <= document.querySelector('.caption p').getBoundingClientRect().bottom + 6"
        )


@pytest.mark.parametrize("height", [400, 600, 800])
def test_big_caption_and_bar_leave_most_of_a_low_window(window, base, height):
    page = window(viewport={"width": 1280, "height": height}).open(base + REPORT + "?caption=on&mode=elder&size=200")
    page.wait_for_selector(".caption", state="attached")
    assert not page.locator(".caption").is_visible()
    page.focus("header .name a")
    assert page.locator(".caption").bounding_box()["y"] >= 0.5 * height


def test_big_caption_never_covers_the_focus(window, base):
    page = window("phone").open(base + REPORT + "?caption=on")
    page.wait_for_selector(".caption", state="attached")
    page.keyboard.press("Tab")
    top = page.locator(".caption").bounding_box()["y"]
    for _ in range(60):
        page.keyboard.press("Tab")
        bottom = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert bottom <= top + 1 or page.evaluate("document.activeElement === document.body")


def test_reading_aids_stay_off_the_paper(window, base):
    page = window().open(base + REPORT + "?aids=open&ruler=line&caption=on&mode=elder")
    page.wait_for_selector(".caption", state="attached")
    assert page.locator("#aids, .ruler, .caption, .elder-bar").count() == 4
    page.emulate_media(media="print")
    for part in page.locator("#aids, .ruler, .caption, .elder-bar").all():
        assert not part.is_visible()


def test_large_pointer_is_a_file_of_the_site(window, base):
    browser = window()
    page = browser.open(base + REPORT + "?pointer=large")
    assert "assets/pointer.svg" in page.locator("article p").first.evaluate("e => getComputedStyle(e).cursor")
    assert browser.failed == []


def test_shortcut_keys_only_when_asked_for_and_never_while_typing(window, base):
    page = opened(window, base)
    page.keyboard.press("1")
    assert "size" not in page.evaluate(CHOSEN)
    page.click("#aids button:has-text('快捷键')")
    assert "1 放大" in page.inner_text("#aids .keys")
    page.keyboard.press("1")
    assert page.evaluate(CHOSEN)["size"] == "125"
    page.keyboard.press("4")
    assert page.evaluate(CHOSEN)["ruler"] == "line"
    page.evaluate("document.querySelector('main').append(gongkai.make('input', {id: 'typed'}))")
    page.focus("#typed")
    page.keyboard.press("1")
    assert page.input_value("#typed") == "1"
    assert page.evaluate(CHOSEN)["size"] == "125"
    page.focus("#aids")
    page.keyboard.press("0")
    assert page.evaluate(KEPT) == {"aids": "open"}


def test_copied_address_holds_the_choices(window, base):
    browser = window()
    browser.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = browser.open(base + TABLE + "?kind=%E6%AF%94%E7%8E%87&size=150&aids=open#main")
    page.click("text=复制这些设置的网址")
    page.wait_for_timeout(200)
    copied = "navigator.clipboard.readText()"
    assert page.evaluate(copied) == base + TABLE + "?kind=%E6%AF%94%E7%8E%87&size=150#main"
    assert page.inner_text("#status") == "已复制"
    page.click("text=恢复原样")
    page.click("text=复制这些设置的网址")
    page.wait_for_timeout(200)
    assert page.evaluate(copied) == base + TABLE + "?kind=%E6%AF%94%E7%8E%87#main"


def test_without_javascript_the_control_leads_to_the_statement(window, base):
    page = window(java_script_enabled=False).open(base + REPORT)
    page.click("header a:has-text('无障碍')")
    assert page.url == base + "about/accessibility.html"


def test_aids_that_do_not_come_are_told(window, base):
    browser = window()
    page = browser.context.new_page()
    page.route("**/aids.js", lambda route: route.abort())
    page.goto(base + REPORT)
    page.click("button:has-text('无障碍')")
    page.wait_for_timeout(300)
    assert "没有读到" in page.inner_text("#status")


def test_system_wishes_are_honoured_until_something_is_chosen(window, base):
    ground = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.body).color"
    assert window(color_scheme="dark").open(base + REPORT).evaluate(ground) == "rgb(20, 24, 27)"
    assert window(color_scheme="dark").open(base + REPORT + "?scheme=light").evaluate(ground) == "rgb(255, 255, 255)"
    assert window(contrast="more").open(base + REPORT).evaluate(ink) == "rgb(0, 0, 0)"
    assert window(contrast="more").open(base + REPORT + "?scheme=cream").evaluate(ink) != "rgb(0, 0, 0)"


def test_strict_policy_blocks_nothing_with_all_aids_on(window, site):
    with serving(site.folder, STRICT) as address:
        browser = window()
        page = browser.open(
            address
            + REPORT
            + "?aids=open&ruler=cross&caption=on&pointer=large&pinyin=on&script=hant&mode=elder&keys=on"
        )
        page.wait_for_selector(".caption", state="attached")
        page.mouse.move(200, 300)
        page.wait_for_timeout(300)
        assert browser.errors == []
        assert browser.outside == []
