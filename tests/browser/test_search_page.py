"""The search page: an address that can be shared, results that are said, choices and the way back, and no results."""

import re

import pytest
from axe import faults
from hostile import ADDRESSES, BLANK, WORDS

from conftest import serving
from gongkai.inspection import STRICT
from gongkai.inspection.keyboard import walk

PAGE = "search/index.html"
SETTLED = """document.getElementById('results').getAttribute('aria-busy') !== 'true'
    && ['results', 'none', 'told'].some(id => !document.getElementById(id).hidden)"""
SUBMIT = """([id, text]) => {
    const field = document.getElementById(id);
    field.value = text;
    field.form.requestSubmit();
}"""
CHOICE = "#choices [data-key='{}'] [data-value='{}']"


def asked(window, base, query, **options):
    page = window(**options).open(f"{base}{PAGE}?{query}")
    settled(page)
    return page


def settled(page):
    """Wait until there are results, or until it is said that there are none."""
    for _ in range(60):
        if page.evaluate(SETTLED):
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing was said within three seconds")


def safe(page, browser):
    """Nothing of what was asked became markup, script or width; nothing of the program shows."""
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(img, script, iframe, [onerror], [style])").count() == 0
    assert page.evaluate("inspection.sideways()") == []
    assert not re.search(r"undefined|NaN|\[object|native code", page.inner_text("main"))
    assert browser.errors == []


def titles(page):
    return page.locator("#hits h2 a, #numbered h2 a").all_inner_texts()


def test_field_of_any_page_leads_to_results_in_a_plain_address(window, base):
    page = window().open(base + "tzgg/2023/0105-tingche.html")
    page.keyboard.press("/")
    page.keyboard.type("户外广告")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/index\.html\?q="))
    settled(page)
    assert page.input_value("#q") == "户外广告"
    assert page.inner_text("h1") == "“户外广告”的搜索结果"
    assert "户外广告" in "".join(titles(page)[:3])
    assert page.title().startswith("“户外广告”的搜索结果 · ")


def test_results_are_said(window, base):
    page = asked(window, base, "q=办结率")
    words = page.inner_text("#found")
    assert re.match(r"找到 \d+ 条，最相关的在前", words)
    page.locator("[role=status]", has_text=words).wait_for(state="attached", timeout=1000)


def test_result_quotes_the_sentence_with_the_words_marked_and_leads_there(window, base):
    page = asked(window, base, "q=认领率")
    hit = page.locator("#hits > li", has=page.locator("mark")).first
    assert "认领" in hit.locator(".excerpt").inner_text()
    hit.locator("h2 a").click()
    page.wait_for_load_state()
    assert page.locator("main mark.hit").count() > 0
    assert page.locator("main mark.hit").first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    )


def test_choices_narrow_and_the_back_button_widens(window, base):
    page = asked(window, base, "q=管理办法")
    whole = page.inner_text("#found")
    page.click(CHOICE.format("validity", "废止"))
    settled(page)
    assert page.inner_text("#found") != whole
    assert "validity=" in page.url
    assert "q=" in page.url
    assert page.locator(CHOICE.format("validity", "废止")).get_attribute("aria-current") == "page"
    assert set(page.locator("#hits .badge").all_inner_texts()) == {"已废止"}
    page.go_back()
    page.locator("#found", has_text=whole).wait_for()


def test_each_choice_says_how_many_it_leaves(window, base):
    page = asked(window, base, "q=管理办法")
    total = re.search(r"\d+", page.inner_text("#found"))[0]
    counted = page.locator("#choices [data-key='year'] li:not([hidden]) b")
    counted.first.wait_for()
    assert counted.first.inner_text() == total
    assert "0" not in counted.all_inner_texts()
    one = page.locator("#choices [data-key='year'] li:not([hidden]) a").nth(1)
    number = one.locator("b").inner_text()
    assert one.get_attribute("aria-label").endswith(f"，{number}条")
    one.click()
    page.locator("#found", has_text=f"找到 {number} 条").wait_for()
    assert counted.first.inner_text() == total


def test_first_hits_stand_before_the_others_come_and_do_not_move(window, base):
    browser = window()
    browser.context.add_init_script(
        """window.seen = []; addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
            const all = [...document.querySelectorAll("#hits > li")];
            if (all.length && seen.length < 2 && (!seen.length || seen[0].length < all.length))
                seen.push(all.map(e => [e.innerText, e.getBoundingClientRect().top]));
        }).observe(document.getElementById("hits"), {childList: true}));"""
    )
    page = asked(lambda: browser, base, "q=云江县")
    first, whole = page.evaluate("seen")
    assert (len(first), len(whole)) == (5, 20)
    assert whole[:5] == first


def test_shared_address_gives_the_same_to_another_reader(window, base):
    page = asked(window, base, "q=管理办法")
    page.click(CHOICE.format("column", "政策文件"))
    settled(page)
    page.click("#sort")
    settled(page)
    other = window().open(page.url)
    settled(other)
    assert titles(other) == titles(page)
    assert other.inner_text("#found") == page.inner_text("#found")
    assert "最新的在前" in other.inner_text("#found")
    dates = other.locator("#hits > li").evaluate_all(
        "all => all.map(e => (e.innerText.match(/\\d{4}-\\d{2}-\\d{2}/) || [''])[0])"
    )
    assert dates == sorted(dates, reverse=True)


def test_choice_that_is_not_offered_counts_and_can_be_taken_back(window, base):
    page = asked(window, base, "q=通知&agency=云江县交通局&type=没有这一类")
    assert page.inner_text("#none h2") == "没有找到“通知”"
    page.click("#wider a")
    settled(page)
    assert "agency" not in page.url
    assert titles(page)
    page = asked(window, base, "q=公告&agency=云江县自来水公司")
    page.click("#wider a")
    settled(page)
    assert page.locator("#choices [aria-current] span").all_inner_texts() == ["全部"] * 5


def test_choice_of_many_values_shows_eight_and_a_button_for_the_others(window, base):
    page = asked(window, base, "q=云江县")
    bodies = page.locator("#choices [data-key='agency'] a:visible")
    more = page.locator("#choices [data-key='agency'] button")
    more.wait_for()
    before = bodies.count()
    others = int(re.search(r"\d+", more.inner_text())[0])
    assert before == 1 + 8, "全部 and eight"
    more.focus()
    page.keyboard.press("Enter")
    assert bodies.count() == before + others
    assert page.evaluate("document.activeElement === document.querySelectorAll(\"[data-key='agency'] a\")[9]")
    page.keyboard.press("Enter")
    settled(page)
    assert "agency=" in page.url
    assert titles(page)


def test_page_behind_the_last_is_the_last(window, base):
    page = asked(window, base, "q=云江县&page=99")
    page.wait_for_url(re.compile(r"page=\d$"))
    settled(page)
    assert titles(page)
    assert page.locator("#pages [aria-current]").inner_text() == page.url[-1]
    page.go_back()
    assert "page=" not in page.url, "the way back leads here again"


def test_twenty_a_page(window, base):
    page = asked(window, base, "q=云江县")
    assert len(titles(page)) == 20
    first = titles(page)
    page.click("#pages a:text('下一页')")
    settled(page)
    assert "page=2" in page.url
    assert not set(first) & set(titles(page))
    assert page.evaluate("document.activeElement.id") == "asked"
    assert "第 2 页" in page.inner_text("#found")


@pytest.mark.parametrize(
    "written", ["云江府发〔2022〕31号", "云江府发(2022)31号", "云江府发[2022]第31号", "云江府发 2022 31 号"]
)
def test_document_number_is_met_however_it_is_written(window, base, written):
    page = asked(window, base, f"q={written}")
    assert re.fullmatch(r"文号对上了 \d 份", page.inner_text("#numbered h2"))
    assert set(page.locator("#numbered .facts mark").all_inner_texts()) == {"云江府发〔2022〕31号"}


def test_no_empty_list_stands_below_a_document_number_that_is_met(window, base):
    page = asked(window, base, "q=云江府发〔2022〕31号")
    page.wait_for_function("document.getElementById('status').textContent.startsWith('找到')")
    assert page.locator("#hits > li").count() == 0
    assert page.locator("#count:visible, #hits:visible").count() == 0
    page = asked(window, base, "q=停车&column=政策文件")
    assert page.locator("#count").is_visible()
    assert page.locator("main [data-ask]").last.is_visible()
    assert page.locator("#hits").is_visible()


def test_a_figure_is_shown_with_its_year_and_leads_to_its_row(window, base):
    page = asked(window, base, "q=12345热线办结率")
    fact = page.locator(".told-facts a", has_text="办结率").first
    assert "2022年" in fact.inner_text()
    fact.click()
    page.wait_for_load_state()
    assert page.evaluate("document.querySelector(':target').tagName") == "TR"


def test_no_results_help(window, base):
    page = asked(window, base, "q=量子纠缠")
    assert page.inner_text("#none h2") == "没有找到“量子纠缠”"
    assert page.locator("#none a[href='tel:12345']").count() == 1
    page.locator("#status", has_text="没有找到“量子纠缠”").wait_for(state="attached", timeout=1000)


def test_what_is_kept_out_is_not_found(window, base):
    page = asked(window, base, "q=页面里可以写什么")
    assert "页面里可以写什么" not in titles(page)


def test_empty_query_is_told(window, base):
    page = window().open(base + PAGE)
    page.click("form.search button")
    assert page.inner_text("#told") == "请输入要查的词，至少一个字。"
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.parametrize("query", WORDS, ids=range(len(WORDS)))
def test_any_query_is_safe(window, base, query):
    browser = window("narrow")
    page = browser.open(base + PAGE)
    page.evaluate(SUBMIT, ["q", query])
    settled(page)
    safe(page, browser)
    shown = page.inner_text("h1")
    page.reload()
    settled(page)
    assert page.inner_text("h1") == shown
    safe(page, browser)


@pytest.mark.parametrize("query", BLANK, ids=range(len(BLANK)))
def test_query_that_nobody_sees_is_empty(window, base, query):
    browser = window()
    page = browser.open(base + PAGE)
    page.evaluate(SUBMIT, ["q", query])
    assert page.inner_text("#told") == "请输入要查的词，至少一个字。"
    assert browser.errors == []


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_any_address_is_safe(window, base, address):
    browser = window("narrow")
    page = browser.open(f"{base}{PAGE}?{address}")
    if page.input_value("#q"):
        settled(page)
    else:
        assert page.is_visible("#ways")
    safe(page, browser)


def test_what_nobody_sees_goes_from_the_query(window, base):
    page = asked(window, base, "q=%E2%80%AE停%E2%80%8B车%00%1B%EF%BB%BF")
    assert page.inner_text("h1") == "“停车”的搜索结果"
    assert page.locator("#hits mark", has_text="停车").count()


def test_missing_index_is_told(window, site, base):
    browser = window()
    browser.context.route("**/assets/search.js", lambda route: route.abort())
    page = browser.open(f"{base}{PAGE}?q=办结率")
    settled(page)
    assert page.inner_text("#told") == "搜索数据没有读到。请检查网络后再试；也可以按栏目找。"
    assert page.is_visible("#ways")


def test_without_javascript_there_are_columns_years_and_numbers(window, base):
    page = window(java_script_enabled=False).open(f"{base}{PAGE}?q=办结率")
    assert "搜索要用到 JavaScript" in page.inner_text("main")
    assert page.locator("main [data-ask]:visible").count() == 0
    page.click("#ways >> text=2022年")
    assert page.inner_text("h1") == "2022年公开的文件"
    assert "云江府发〔2022〕31号" in page.inner_text("main")


def test_from_a_disk(window, site):
    browser = window()
    page = browser.open(f"{(site.folder / PAGE).as_uri()}?q=办结率")
    settled(page)
    assert titles(page)
    page.click(CHOICE.format("year", "2022"))
    settled(page)
    assert "year=2022" in page.url
    page.locator("#hits h2 a").first.click()
    page.wait_for_load_state()
    assert page.url.startswith("file:")
    assert (browser.outside, browser.failed, browser.errors) == ([], [], [])


def test_strict_policy_blocks_nothing(window, site):
    with serving(site.folder, STRICT) as address:
        browser = window()
        page = asked(lambda: browser, address, "q=办结率")
        page.fill("#q", "规范性文件")
        page.wait_for_timeout(800)
        page.keyboard.press("Enter")
        settled(page)
        page.locator("#hits h2 a").first.click()
        page.wait_for_load_state()
        assert page.evaluate("inspection.blocked") == []
        assert browser.errors == []


def test_choices_of_the_reader_go_along_where_nothing_is_kept(window, base):
    browser = window()
    browser.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    page = asked(lambda: browser, base, "q=办结率&mode=elder")
    page.click("#sort")
    settled(page)
    assert "mode=elder" in page.url
    page.locator("#hits h2 a").first.click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.dataset.mode") == "elder"


@pytest.mark.parametrize(
    ("scheme", "query", "view"),
    [
        ("", "办结率", "desktop"),
        ("", "云江府发〔2022〕31号", "phone"),
        ("dark", "云江府发〔2022〕31号", "desktop"),
        ("black-yellow", "办结率", "phone"),
        ("blue-yellow", "量子纠缠", "desktop"),
        ("cream", "办结率", "desktop"),
        ("bw", "量子纠缠", "phone"),
        ("cream", "云江府发〔2022〕31号", "phone"),
    ],
)
def test_axe_finds_nothing(window, base, query, scheme, view):
    page = asked(window, base, f"q={query}&scheme={scheme}", view=view)
    assert faults(page) == []
    if view == "phone":
        assert page.evaluate("inspection.small(44)") == []
        assert page.evaluate("inspection.sideways()") == []


def test_elder_results_say_dates_in_words(window, base):
    page = asked(window, base, "q=停车&mode=elder")
    dates = page.locator("#hits .facts time")
    written = dates.first.get_attribute("datetime")
    assert all(re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", words) for words in dates.all_inner_texts())
    page.evaluate("gongkai.choose('mode', '')")
    assert dates.first.inner_text() == written
    page.evaluate("gongkai.choose('mode', 'elder')")
    page.evaluate(SUBMIT, ["q", "停车管理"])
    page.wait_for_function("document.getElementById('asked').textContent.includes('停车管理')")
    settled(page)
    assert re.fullmatch(r"\d{4}年\d{1,2}月\d{1,2}日", dates.first.inner_text())


@pytest.mark.parametrize("query", ["办结率", "量子纠缠"])
def test_elder_results_are_large_and_whole(window, base, query):
    page = asked(window, base, f"q={query}&mode=elder", view="phone")
    assert faults(page) == []
    assert page.evaluate("inspection.sideways()") == []
    sizes = page.evaluate(
        "[...document.querySelectorAll('main p, main li, main a')].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 22
    heights = page.evaluate(
        "[...document.querySelectorAll('form.search input, form.search button, #choices summary, #sort')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 60


def test_every_control_is_reached_by_tab(window, base):
    page = asked(window, base, "q=云江县")
    found = walk(page)
    assert found.whole
    assert (found.unseen, found.covered, found.ringless, found.unreached, found.trap) == ((), (), (), (), "")


def test_choices_stay_unfolded_while_a_keyboard_comes_and_goes(window, base):
    page = asked(window, base, "q=管理办法", view="phone")
    page.click("#choices summary")
    for height in (300, 740):
        page.set_viewport_size({"width": 360, "height": height})
        page.wait_for_timeout(100)
        assert page.is_visible("#choices nav")
    page.set_viewport_size({"width": 1280, "height": 740})
    page.wait_for_timeout(100)
    assert page.is_visible("#choices nav")
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_timeout(100)
    assert not page.is_visible("#choices nav")


def test_printed_results_are_free_of_encoded_words(window, base):
    page = asked(window, base, "q=12345办结率是多少")
    page.locator("#answer .answer").wait_for()
    page.emulate_media(media="print")
    printed = page.evaluate(
        """[...document.querySelectorAll("main a")].filter(one => one.checkVisibility()
            && getComputedStyle(one, "::after").content !== "none").map(one => one.href)"""
    )
    assert printed, "the place of the answer"
    assert not [address for address in printed if "%" in address]


def test_choices_fold_away_on_a_phone(window, base):
    page = asked(window, base, "q=管理办法", view="phone")
    assert not page.is_visible("#choices nav")
    page.click("#choices summary")
    page.click(CHOICE.format("validity", "有效"))
    settled(page)
    assert "筛选：现行有效" in page.inner_text("#choices summary")
