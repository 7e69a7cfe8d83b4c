"""Reading aloud with a voice of cardboard: whole, in order, marked; and what happens when the voice does not do its work."""

import re
from pathlib import Path

import pytest
import yaml

from conftest import REPORT, TABLE

SPEECH = Path(__file__).with_name("speech.js").read_text(encoding="utf-8")
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "spoken.yml").read_text(encoding="utf-8"))
NO_VOICE = "这台设备没有中文语音，不能朗读。可以在系统设置里添加中文语音。"
SAID = "speech.said.map(each => each.text)"
SHOWN = """() => [...document.querySelectorAll('main article :is(p, li, td, th, caption, h2, h3, pre, summary)')]
    .filter(e => e.checkVisibility() && !e.closest('.aside-note') && !e.querySelector('p, li')).map(e => e.innerText).join('').replace(/\\s/g, '')"""
STAFF = "tzgg/2023/0105-tingche.html"


@pytest.fixture
def talk(window, base):
    def open_(name=REPORT, wish="{}", query="", **options):
        browser = window(**options)
        browser.context.add_init_script(f"window.speechWish = {wish};\n{SPEECH}")
        page = browser.open(base + name + query)
        page.browser_window = browser
        return page

    return open_


def start(page):
    page.click("[data-aloud]")
    page.wait_for_selector(".aloud")


def finished(page):
    page.wait_for_selector(".aloud >> text=读完了。", timeout=20_000)
    return page.evaluate(SAID)


def test_figures_are_said_rightly(window, base):
    page = window().open(base + REPORT)
    page.evaluate("() => new Promise(done => gongkai.load('aloud.js', done))")
    said = page.evaluate("texts => texts.map(text => gongkai.spoken(text).text)", [case[0] for case in CASES])
    assert {case[0]: got for case, got in zip(CASES, said, strict=True) if got != case[-1]} == {}
    assert len(CASES) >= 100


def test_places_lead_back_to_the_text(window, base):
    page = window().open(base + REPORT)
    page.evaluate("() => new Promise(done => gongkai.load('aloud.js', done))")
    found = page.evaluate("gongkai.spoken('办结率达98.8%，')")
    assert len(found["places"]) == len(found["text"])
    assert found["places"][found["text"].index("百")] == 4
    assert found["places"][-1] == 9


@pytest.mark.parametrize("name", [REPORT, TABLE, STAFF, "about/accessibility.html"])
def test_whole_article_is_said_once_in_order_and_marked(talk, name):
    page = talk(name)
    start(page)
    said = finished(page)
    marked = page.evaluate("speech.said.map(each => each.marked)")
    assert all(marked)
    text = page.evaluate("document.querySelector('main article').textContent.replace(/\\s/g, '')")
    place = 0
    for piece in marked:
        found = text.find(re.sub(r"\s", "", piece), place)
        assert found >= 0, piece
        place = found + len(re.sub(r"\s", "", piece))
    assert {each["lang"] for each in page.evaluate("speech.said")} == {"zh-CN"}
    assert max(map(len, said)) <= 120
    share = len(re.sub(r"\s", "", "".join(marked))) / len(page.evaluate(SHOWN))
    assert 0.9 <= share <= 1.1
    assert page.browser_window.errors == []


def test_table_is_said_cell_by_cell_with_the_heads_that_short_cells_need(talk):
    page = talk(STAFF)
    start(page)
    said = finished(page)
    assert "首小时：三元" in said
    assert "份数：一" in said


def test_caption_hears_every_sentence_and_word(talk):
    page = talk(query="?caption=on")
    page.evaluate(
        "heard = []; document.addEventListener('gongkai:sentence', event => heard.push(event.detail.text.slice(event.detail.start, event.detail.end)))"
    )
    start(page)
    finished(page)
    heard = page.evaluate("heard")
    assert len([word for word in heard if word]) == len(page.evaluate("speech.said"))
    assert page.inner_text(".caption")


def test_pause_keeps_the_place_and_buttons_move_by_sentence(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.wait_for_timeout(150)
    first = page.evaluate(SAID)[-1]
    page.click(".aloud >> text=下一句")
    page.wait_for_timeout(150)
    second = page.evaluate(SAID)[-1]
    assert second != first
    page.click(".aloud >> text=暂停")
    page.wait_for_timeout(100)
    count = len(page.evaluate(SAID))
    page.click(".aloud >> text=继续")
    page.wait_for_timeout(150)
    assert page.evaluate(SAID)[count:] == [second]
    page.click(".aloud >> text=上一句")
    page.wait_for_timeout(150)
    assert page.evaluate(SAID)[-1] == first


def test_click_on_a_sentence_reads_from_there(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.click(".aloud >> text=点哪读哪")
    target = page.locator("article p").nth(4)
    target.click(position={"x": 20, "y": 15})
    page.wait_for_timeout(200)
    marked = page.evaluate("speech.said.at(-1).marked")
    assert target.inner_text().startswith(marked[:6])


def test_escape_stops_and_leaves_no_mark(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.wait_for_timeout(100)
    page.keyboard.press("Escape")
    assert page.locator(".aloud").count() == 0
    assert page.evaluate("CSS.highlights.size") == 0
    count = len(page.evaluate(SAID))
    page.wait_for_timeout(300)
    assert len(page.evaluate(SAID)) == count


def test_speed_is_said_kept_and_used(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.click(".aloud >> text=语速：标准")
    page.wait_for_timeout(100)
    assert page.evaluate("speech.said.at(-1).rate") == 1.25
    page.reload()
    start(page)
    page.wait_for_timeout(100)
    assert page.evaluate("speech.said[0].rate") == 1.25


@pytest.mark.parametrize(
    "voices",
    [
        "[]",
        "[{name: 'English', lang: 'en-US', localService: true}]",
        "[{name: '网上', lang: 'zh-CN', localService: false}]",
    ],
)
def test_no_voice_of_its_own_is_told_and_the_control_stays(talk, voices):
    page = talk(wish=f"{{voices: {voices}}}")
    start(page)
    page.wait_for_selector(f".aloud >> text={NO_VOICE}", timeout=5000)
    assert page.inner_text("#status") == NO_VOICE
    assert page.locator("[data-aloud]").is_visible()
    assert page.evaluate(SAID) == []


def test_voices_that_come_late_and_twice_are_waited_for(talk):
    page = talk(wish="{voices: []}")
    start(page)
    page.wait_for_timeout(400)
    page.evaluate(
        """speech.voices = [{name: '粤', lang: 'zh-HK', localService: true}, {name: '普', lang: 'zh-CN', localService: true}];
        speechSynthesis.dispatchEvent(new Event('voiceschanged')); speechSynthesis.dispatchEvent(new Event('voiceschanged'))"""
    )
    said = finished(page)
    assert len(said) == len(page.evaluate("gongkai.sentences(document.querySelector('main article'))"))
    assert {each["voice"] for each in page.evaluate("speech.said")} == {"普"}


def test_error_at_once_is_told(talk):
    page = talk(wish="{mode: 'error'}")
    start(page)
    page.wait_for_selector(".aloud >> text=朗读没有成功")
    assert page.inner_text(".aloud button >> nth=0") == "从头读"


def test_silence_is_noticed(talk):
    page = talk(wish="{mode: 'silent'}")
    page.clock.install()
    start(page)
    page.clock.run_for(4500)
    assert "朗读没有成功" not in page.inner_text(".aloud")
    page.clock.run_for(4500)
    assert "朗读没有成功" in page.inner_text(".aloud")


def test_a_sentence_that_never_ends_is_said_again_and_reading_goes_on(talk):
    page = talk(wish="{stuckAt: 3}")
    page.clock.install()
    start(page)
    page.clock.run_for(60_000)
    said = finished(page)
    assert said[2] == said[3]
    assert len(said) == len(page.evaluate("gongkai.sentences(document.querySelector('main article'))")) + 1


def test_leaving_the_page_stops_the_voice(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.wait_for_timeout(100)
    before = page.evaluate("speech.cancels")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("speech.cancels") == before + 1


def test_without_speech_or_script_there_is_no_control(window, base):
    browser = window()
    browser.context.add_init_script("Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    assert not browser.open(base + REPORT).locator("[data-aloud]").is_visible()
    assert not window(java_script_enabled=False).open(base + REPORT).locator("[data-aloud]").is_visible()


def test_reading_aids_and_the_large_bar_start_it_too(talk):
    page = talk(query="?mode=elder&aids=open", wish="{hold: true}")
    page.click("nav.elder-bar >> text=朗读")
    page.wait_for_selector(".aloud >> text=暂停")
    page.click("nav.elder-bar >> text=朗读")
    page.wait_for_selector(".aloud >> text=继续")
    page.click("#aids >> text=听一句试试")
    page.wait_for_timeout(100)
    assert page.evaluate(SAID)[-1] == "政务服务便民热线幺二三四五，办结率百分之九十八点八。"
