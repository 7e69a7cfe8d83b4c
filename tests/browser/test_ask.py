"""问一问: a conversation with the site's own documents, quoted; refusals that guide; an address that can be shared."""

import re
from pathlib import Path

import pytest
from axe import faults
from hostile import ADDRESSES, BLANK, WORDS
from test_search_page import SUBMIT, safe

from built import Page
from conftest import serving
from gongkai.inspection import STRICT
from gongkai.inspection.keyboard import walk

PAGE = "ask/index.html"
SPEECH = Path(__file__).with_name("speech.js").read_text(encoding="utf-8")
FIGURE, OFTEN, NOTHING = "云江县12345热线办结率是多少", "小狗怎么登记", "县长电话是多少"
SCHEMES = ["light", "bw", "black-yellow", "blue-yellow", "cream", "dark"]
BOX = "#talked > li:first-child .answer"


def opened(window, base, query="", **options):
    page = window(**options).open(f"{base}{PAGE}{query}")
    if "q=" in query:
        answered(page)
    return page


def answered(page):
    page.locator(BOX).wait_for()
    return page.locator(BOX)


def put(page, question):
    page.fill("#question", question)
    page.keyboard.press("Enter")
    page.locator("#talked > li:first-child h3", has_text=question).wait_for()
    return answered(page)


def plain(text):
    return re.sub(r"\s", "", text)


def words(site, url):
    """The text of a page."""
    return plain(re.sub(r"<[^>]*>", "", site.read(url).partition("<main")[2]))


def test_answer_is_a_sentence_of_the_page_that_it_leads_to(window, site, base):
    page = opened(window, base)
    box = put(page, FIGURE)
    quoted = box.locator("blockquote").inner_text()
    assert plain(quoted) in words(site, "fzzf/2022/bgs/index.html")
    assert box.locator("mark").inner_text() == "98.1%"
    assert "这是 2022 年度的数。" in box.inner_text()
    assert "由程序从原文摘出，不是人工答复" in box.inner_text()
    assert "云江县人民政府办公室，2023-01-16" in box.inner_text()
    box.locator("text=看原文这一句").click()
    page.wait_for_load_state()
    assert page.url.startswith(base + "fzzf/2022/bgs/index.html?m=")
    assert "98.1%" in "".join(page.locator("main mark.hit").all_inner_texts())


def test_figure_leads_to_its_row(window, base):
    page = opened(window, base, f"?q={FIGURE}")
    page.click("text=看数据表这一行")
    page.wait_for_load_state()
    assert "98.1" in page.inner_text("tr:target")


def test_focus_stays_in_the_field_and_the_answer_is_said(window, base):
    page = opened(window, base)
    box = put(page, FIGURE)
    assert page.evaluate("document.activeElement.id") == "question"
    assert box.evaluate("e => e.closest('[role=log]').getAttribute('aria-labelledby')") == "talk-head"
    assert page.locator("[role=log]").count() == 1


def test_conversation_grows_with_the_latest_on_top(window, base):
    page = opened(window, base)
    for question in (FIGURE, NOTHING, OFTEN):
        put(page, question)
    assert [text.strip() for text in page.locator("#talked h3").all_inner_texts()] == [
        f"问：{each}" for each in (OFTEN, NOTHING, FIGURE)
    ]
    put(page, FIGURE)
    assert page.locator("#talked > li").count() == 3
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_further_questions_are_answered(window, base):
    page = opened(window, base, f"?q={FIGURE}")
    further = page.locator(BOX + " .actions button:not(.if-speech)").all_inner_texts()
    assert further
    for question in further:
        page.locator("#talked button", has_text=question).last.click()
        page.locator("#talked > li:first-child h3", has_text=question).wait_for()
        assert answered(page).locator("blockquote").count() == 1, question
        assert page.evaluate("document.activeElement.innerText") == f"问：{question}"


def test_examples_have_answers(window, base):
    page = opened(window, base)
    examples = page.locator("#examples a")
    assert examples.count() == 3
    for number in range(3):
        examples.nth(number).click()
        page.locator("#talked > li:first-child h3", has_text=examples.nth(number).inner_text()).wait_for()
        assert answered(page).locator("blockquote").count() == 1


@pytest.mark.parametrize("question", [OFTEN, "養狗要辦什麼手續", "养狗要办什么手续？"])
def test_what_the_office_has_answered_itself_comes_first(window, site, base, question):
    page = opened(window, base, f"?q={question}")
    box = page.locator(BOX)
    assert "常见问题里这样答" in box.inner_text()
    quoted = box.locator("blockquote").inner_text()
    first = re.search(
        r"</h1>.*?<article.*?<p[^>]*>(.*?)</p>", site.read("about/cjwt/2023/0104-yangquan.html"), re.DOTALL
    )
    assert plain(quoted) == plain(re.sub(r"<[^>]*>", "", first[1]))
    grounds = box.locator(".cited", has_text="依据").inner_text()
    assert grounds == "依据：云江县城区犬只管理办法（现行有效）、中华人民共和国动物防疫法"
    assert page.locator(BOX + " >> text=云江县城区犬只管理办法").get_attribute("href").endswith("1108-quanzhi.html")


@pytest.mark.parametrize("question", ["养猫要登记吗", "装空调要办手续吗", "停车要办什么手续"])
def test_another_question_gets_none_of_these_answers(window, base, question):
    assert "常见问题里这样答" not in opened(window, base, f"?q={question}").inner_text(BOX)


def test_refusal_says_where_to_turn(window, base):
    page = opened(window, base, f"?q={NOTHING}")
    box = page.locator(BOX)
    assert box.inner_text().startswith("没有找到")
    assert box.locator("blockquote").count() == 0
    assert box.locator("a[href='tel:12345']").count() == 1
    box.locator("a", has_text="的搜索结果").click()
    page.wait_for_load_state()
    assert page.input_value("#q") == NOTHING
    assert "/search/index.html" in page.url


def test_address_keeps_the_last_question_and_back_works(window, base):
    page = opened(window, base)
    put(page, FIGURE)
    put(page, OFTEN)
    other = opened(window, base, page.url.removeprefix(base + PAGE))
    assert plain(other.inner_text(BOX)) == plain(page.inner_text(BOX))
    page.go_back()
    page.locator("#talked > li:first-child h3", has_text=FIGURE).wait_for()
    assert page.input_value("#question") == FIGURE
    page.go_back()
    assert page.url == base + PAGE
    assert page.input_value("#question") == ""


def test_empty_question_is_told(window, base):
    page = opened(window, base)
    page.click("form button")
    assert page.inner_text("#told") == "请输入要问的话，至少一个字。"
    assert page.evaluate("document.activeElement.id") == "question"


@pytest.mark.parametrize("missing", ["answer.js", "shown.js", "search.js", "asking.js"])
def test_missing_files_are_told_and_tried_again(window, base, missing):
    browser = window()
    browser.context.route(f"**/assets/{missing}", lambda route: route.abort())
    page = opened(lambda: browser, base, f"?q={FIGURE}")
    assert page.inner_text(BOX).startswith("没有读到")
    page.click("text=再试一次")
    answered(page)
    assert page.evaluate("document.activeElement.id") == "question"


@pytest.mark.parametrize("question", WORDS, ids=range(len(WORDS)))
def test_any_question_is_safe(window, base, question):
    browser = window("narrow")
    page = opened(lambda: browser, base)
    page.evaluate(SUBMIT, ["question", question])
    answered(page)
    safe(page, browser)
    page.reload()
    answered(page)
    safe(page, browser)


@pytest.mark.parametrize("question", BLANK, ids=range(len(BLANK)))
def test_question_that_nobody_sees_is_empty(window, base, question):
    browser = window()
    page = opened(lambda: browser, base)
    page.evaluate(SUBMIT, ["question", question])
    assert page.inner_text("#told") == "请输入要问的话，至少一个字。"
    assert browser.errors == []


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_any_address_is_safe(window, base, address):
    browser = window("narrow")
    page = browser.open(f"{base}{PAGE}?{address}")
    if page.input_value("#question"):
        answered(page)
    safe(page, browser)


def test_without_javascript_the_ways_are_there(window, base):
    page = window(java_script_enabled=False).open(base + PAGE)
    assert "回答要用到 JavaScript" in page.inner_text("noscript, main")
    assert page.locator("main :is(form, #question, #examples):visible").count() == 0
    assert page.locator("main a[href='tel:12345']").first.is_visible()
    page.click("#ways >> text=政策文件")
    assert page.inner_text("h1") == "政策文件"


def test_from_a_disk(window, site):
    browser = window()
    page = browser.open(f"{(site.folder / PAGE).as_uri()}?q={FIGURE}")
    assert "98.1%" in answered(page).inner_text()
    put(page, OFTEN)
    page.locator(BOX + " >> text=看原文这一句").click()
    page.wait_for_load_state()
    assert page.url.startswith("file:")
    assert (browser.outside, browser.failed, browser.errors) == ([], [], [])


def test_strict_policy_blocks_nothing(window, site):
    with serving(site.folder, STRICT) as address:
        browser = window()
        page = opened(lambda: browser, address)
        put(page, FIGURE)
        put(page, NOTHING)
        assert page.evaluate("inspection.blocked") == []
        assert (browser.outside, browser.errors) == ([], [])


def test_answer_is_read_aloud(window, base):
    browser = window()
    browser.context.add_init_script(f"window.speechWish = {{}};\n{SPEECH}")
    page = opened(lambda: browser, base, f"?q={FIGURE}")
    page.click(BOX + " .if-speech")
    page.wait_for_timeout(600)
    assert "百分之九十八点一" in "".join(page.evaluate("speech.said.map(each => each.text)"))


def test_traditional_script_and_pinyin_reach_the_answer(window, base):
    page = opened(window, base, f"?q={FIGURE}&script=hant&pinyin=on")
    page.locator(BOX + " rt").first.wait_for(state="attached")
    assert "熱" in page.locator(BOX).inner_text()


def test_conversation_is_printed_without_furniture(window, base):
    page = opened(window, base, f"?q={FIGURE}")
    page.emulate_media(media="print")
    assert page.locator(BOX + " blockquote").is_visible()
    assert page.locator("#talked h3").is_visible()
    assert not page.locator("form, #examples, #ways, #talked button").locator("visible=true").count()


@pytest.mark.parametrize("name", [PAGE, "search/index.html"])
def test_page_without_a_question_prints_where_to_look(window, base, name):
    page = window().open(base + name)
    page.emulate_media(media="print")
    assert page.locator("#ways a").count() == page.locator("#ways a >> visible=true").count() > 5


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(window, base, scheme, view):
    page = opened(window, base, f"?q={FIGURE}&scheme={scheme}", view=view)
    put(page, NOTHING)
    put(page, OFTEN)
    assert faults(page) == []
    if view == "phone":
        assert page.evaluate("inspection.small(44)") == []
        assert page.evaluate("inspection.sideways()") == []


def test_elder_answers_say_dates_in_words(window, base):
    page = opened(window, base, f"?q={FIGURE}&mode=elder")
    date = page.locator(BOX + " .cited time").first
    written = date.get_attribute("datetime")
    year, month, day = map(int, written.split("-"))
    assert date.inner_text() == f"{year}年{month}月{day}日"
    page.evaluate("gongkai.choose('mode', '')")
    assert f"，{written}。" in page.locator(BOX + " .cited").first.inner_text()


def test_elder_answers_are_large_and_whole(window, base):
    page = opened(window, base, f"?q={FIGURE}&mode=elder", view="phone")
    put(page, NOTHING)
    assert faults(page) == []
    assert page.evaluate("inspection.sideways()") == []
    sizes = page.evaluate(
        "[...document.querySelectorAll('main :is(p, li, a, small, button, input)')].filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 22
    heights = page.evaluate(
        "[...document.querySelectorAll('form :is(input, button), #talked button, #talked .facts a')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 60


@pytest.mark.parametrize("view", ["desktop", "phone"])
def test_keyboard_reaches_everything(window, base, view):
    page = opened(window, base, f"?q={FIGURE}", view=view)
    found = walk(page)
    assert (found.unseen, found.covered, found.ringless, found.unreached, found.trap) == ((), (), (), (), "")


def test_page_is_linked_where_people_look_for_it(site):
    for name, links in (("index.html", 1), ("search/index.html", 3), ("zhangbei/index.html", 2)):
        found = [link for link in Page(site.read(name)).all("a") if link.get("href", "").endswith("ask/index.html")]
        assert len(found) == links, name


SAID = "question => new Promise(done => gongkai.answer(question, done)).then(made => made.found ? made.words : '')"


@pytest.mark.parametrize(
    "question",
    [
        # another subject than the sentence's
        *("春节放几天假", "停车办法什么时候施行", "护士招聘多少人", "猫要打疫苗吗", "身份证丢了怎么办", "停水补偿吗"),
        # stopped articles of a paper in force in part; a reading of what is not in force yet; another year
        *("市场摊位费由谁定", "残疾人停车要钱吗", "2022年医保交多少钱"),
        # why a paper was made is no answer
        "遛狗绳子多长",
    ],
)
def test_what_no_paper_in_force_says_is_not_answered(window, base, question):
    page = window().open(base + "ask/index.html")
    page.evaluate("new Promise(done => gongkai.load('answer.js', done))")
    assert page.evaluate(SAID, question) == ""


@pytest.mark.parametrize(
    ("question", "words"),
    [("医保交多少钱", "每人350元"), ("元旦放几天假", "3天"), ("户外广告许可几年", "3年"), ("招聘教师多少人", "32人")],
)
def test_what_a_paper_says_is_answered_without_a_year_of_its_own_making(window, base, question, words):
    page = window().open(f"{base}ask/index.html?q={question}")
    box = page.locator(".answer blockquote")
    box.wait_for()
    assert words in box.inner_text()
    assert "年度的数" not in page.inner_text(".answer")


@pytest.mark.parametrize(("question", "number"), [("发现火灾打什么电话", "119"), ("我想自杀", "110")])
def test_who_is_in_danger_is_told_whom_to_call_first(window, base, question, number):
    page = window().open(f"{base}ask/index.html?q={question}")
    call = page.locator(f".answer > p:first-child a[href='tel:{number}']")
    call.wait_for()
    assert number in call.inner_text()
