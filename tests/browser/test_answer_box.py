"""The answer above search results: only when it is sure, quoted, said politely, and nothing moves under a reader."""

import pytest
from axe import faults
from hostile import WORDS
from test_ask import SCHEMES, plain, words
from test_search_page import SUBMIT, asked, safe, settled

SURE = "12345办结率是多少"


def boxed(window, base, query, **options):
    page = asked(window, base, query, **options)
    page.locator("#answer .answer").wait_for()
    return page


def unanswered(page):
    page.wait_for_timeout(900)
    return not page.locator("#answer .answer").count()


def test_sure_question_is_answered_above_the_results(window, site, base):
    page = boxed(window, base, f"q={SURE}")
    box = page.locator("#answer")
    assert box.locator("h2").inner_text().startswith("原文里这样说")
    assert plain(box.locator("blockquote").inner_text()) in words(site, "fzzf/2022/bgs/index.html")
    assert box.locator("mark").inner_text() == "98.1%"
    assert "这是 2022 年度的数。" in box.inner_text()
    assert (
        page.evaluate("document.getElementById('answer').compareDocumentPosition(document.getElementById('hits'))") == 4
    )
    page.locator("#status", has_text="原文里这样说").wait_for(state="attached", timeout=1000)
    assert page.locator("#status", has_text="找到").count() == 1


def test_name_of_an_indicator_alone_is_enough(window, base):
    page = boxed(window, base, "q=“好差评”主动评价")
    assert page.locator("#answer mark").count() == 1


@pytest.mark.parametrize("query", ["规范性文件", "法治政府", "停车", "办证", "云江府发〔2022〕5号", "装空调要办手续吗"])
def test_vague_query_gets_no_answer(window, base, query):
    assert unanswered(asked(window, base, f"q={query}"))


def test_further_pages_get_no_answer(window, base):
    page = boxed(window, base, f"q={SURE}")
    page.evaluate(
        """query => new Promise(done => gongkai.search(query, {}, results => {
            document.getElementById("answer").dispatchEvent(new CustomEvent("asked", {detail: {query, results, page: 2}}));
            done();
        }))""",
        SURE,
    )
    assert unanswered(page)


def test_often_asked_question_ranks_first_and_is_answered(window, base):
    page = boxed(window, base, "q=小狗怎么登记")
    assert page.locator("#hits h2 a").first.inner_text() == "养狗要办什么手续？"
    assert page.locator("#answer h2").inner_text().startswith("常见问题里这样答")


def test_answer_goes_with_its_question(window, base):
    page = boxed(window, base, f"q={SURE}")
    page.fill("#q", "规范性文件")
    page.keyboard.press("Enter")
    settled(page)
    assert unanswered(page)
    page.go_back()
    page.locator("#answer .answer").wait_for()


def delayed(window, base):
    """A page with results whose answer comes late."""
    browser = window("phone")
    waiting = []
    browser.context.route("**/assets/answer.js", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright takes no builtin
    page = browser.open(base + "search/index.html")
    page.fill("#q", SURE)
    page.keyboard.press("Enter")
    settled(page)
    return page, waiting


def test_reader_who_has_scrolled_keeps_the_line(window, base):
    page, waiting = delayed(window, base)
    page.locator("#hits > li").first.wait_for()
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(300)
    top = "document.querySelector('#hits > li').getBoundingClientRect().top"
    before = page.evaluate(top)
    waiting[0].continue_()
    page.locator("#answer .answer").wait_for(state="attached")
    page.wait_for_timeout(300)
    assert abs(page.evaluate(top) - before) <= 1


def test_focused_result_stays_where_it_is(window, base):
    page, waiting = delayed(window, base)
    link = page.locator("#hits h2 a").first
    link.focus()
    page.wait_for_timeout(200)
    before = link.evaluate("e => e.getBoundingClientRect().top")
    waiting[0].continue_()
    page.locator("#answer .answer").wait_for(state="attached")
    page.wait_for_timeout(300)
    assert abs(link.evaluate("e => e.getBoundingClientRect().top") - before) <= 1
    assert link.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize("query", WORDS, ids=range(len(WORDS)))
def test_any_query_is_safe(window, base, query):
    browser = window()
    page = browser.open(base + "search/index.html")
    page.evaluate(SUBMIT, ["q", query[:190] + "是多少"])
    settled(page)
    page.wait_for_timeout(400)
    safe(page, browser)


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(window, base, scheme, view):
    page = boxed(window, base, f"q={SURE}&scheme={scheme}", view=view)
    assert faults(page) == []
    if view == "phone":
        assert page.evaluate("inspection.small(44)") == []
        assert page.evaluate("inspection.sideways()") == []


def test_no_results_lead_to_asking_with_the_same_words(window, base):
    page = asked(window, base, "q=量子纠缠")
    page.click("#none [data-ask]")
    page.wait_for_load_state()
    assert page.input_value("#question") == "量子纠缠"
