"""Reading aloud with a voice of cardboard: whole, in order, marked; and what happens when the voice does not do its work."""

import re
from pathlib import Path

import pytest
import yaml
from axe import faults
from windows import until

from conftest import REPORT, TABLE

SPEECH = Path(__file__).with_name("speech.js").read_text(encoding="utf-8")
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "spoken.yml").read_text(encoding="utf-8"))
NO_VOICE = "这台设备没有中文语音，不能朗读。可以在系统设置里添加中文语音。"
SAID = "speech.said.map(each => each.text)"
SHOWN = """() => [...document.querySelectorAll('main .banner :is(h2, p), main article :is(p, li, td, tbody th, caption, h2, h3, pre, summary)')]
    .filter(e => e.checkVisibility() && !e.closest('.aside-note, .unseen') && !e.querySelector('p, li, h2, h3')).map(e => e.innerText).join('').replace(/\\s/g, '')"""
# numbers of footnotes are not said in the middle of a sentence
TEXT = """() => { const main = document.querySelector('main').cloneNode(true); main.querySelectorAll('.footnote-ref').forEach(e => e.remove());
    return main.textContent.replace(/\\s/g, ''); }"""
UNAVAILABLE = "朗读不可用"
LOADED = "() => new Promise(done => gongkai.load('aloud.js', done))"
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
    page.evaluate(LOADED)
    said = page.evaluate("texts => texts.map(text => gongkai.spoken(text).text)", [case[0] for case in CASES])
    assert {case[0]: got for case, got in zip(CASES, said, strict=True) if got != case[-1]} == {}
    assert len(CASES) >= 120


def test_places_lead_back_to_the_text(window, base):
    page = window().open(base + REPORT)
    page.evaluate(LOADED)
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
    text = page.evaluate(TEXT)
    place = 0
    for piece in marked:
        found = text.find(re.sub(r"\s", "", piece), place)
        assert found >= 0, piece
        place = found + len(re.sub(r"\s", "", piece))
    assert {each["lang"] for each in page.evaluate("speech.said")} == {"zh-CN"}
    assert max(map(len, said)) <= 120
    share = len(re.sub(r"\s", "", "".join(marked))) / len(page.evaluate(SHOWN))
    assert 0.95 <= share <= 1.05
    assert page.evaluate("speech.cancels") == 1, "only when the reader is loaded, never between two sentences"
    assert page.browser_window.errors == []


def test_said_words_are_about_as_many_as_the_words_shown(talk):
    page = talk(view="phone")
    start(page)
    said = re.sub(r"\s", "", "".join(finished(page)))
    shown = re.sub(r"\s", "", page.evaluate("document.querySelector('main article').innerText"))
    assert 0.9 <= len(said) / len(shown) <= 1.2


def test_a_row_is_said_with_the_heads_of_its_cells(talk):
    page = talk(STAFF)
    start(page)
    said = finished(page)
    assert "白天，首小时：三元，以后每小时：两元，说明：八时至二十时" in said
    page = talk(TABLE)
    start(page)
    assert [each for each in finished(page) if each.startswith("中心组学法，数值：五次，二零二二年…")]


def test_heads_of_words_are_said_until_the_columns_are_known(talk):
    page = talk("data/codebook.html")
    start(page)
    said = finished(page)
    assert len([each for each in said if "含义：" in each]) == 2
    assert said[-1] == "value_max，数值上限，范围的上限：“五至十个”的 十。"


def test_a_repealed_document_says_so_first(talk):
    page = talk("zcwj/2017/0520-guanggao.html")
    start(page)
    assert finished(page)[:2] == ["已废止", "本文件自二零二二年三月一日起废止，不再作为办事依据。"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("一是加强学习。二是抓好落实！", ["一是加强学习。", "二是抓好落实！"]),
        ("会议指出：“要从严。要从实。”随后散会。", ["会议指出：“要从严。要从实。”", "随后散会。"]),
        ("印发《办法（试行）》。", ["印发《办法（试行）》。"]),
        (
            "甲" * 30 + "，" + "乙" * 20 + "1，371项" + "丙" * 20 + "。",
            ["甲" * 30 + "，", "乙" * 20 + "1，371项" + "丙" * 20 + "。"],
        ),
        ("丙" * 57 + "98.8%" + "丁" * 20, ["丙" * 57, "98.8%" + "丁" * 20]),
        ("2%、" * 20, ["2%、" * 20]),
    ],
)
def test_sentences_are_cut_at_marks_and_never_in_a_figure(window, base, text, pieces):
    page = window().open(base + REPORT)
    page.evaluate(LOADED)
    page.evaluate("text => document.querySelector('main article').replaceChildren(gongkai.make('p', {}, text))", text)
    assert page.evaluate("gongkai.sentences().map(each => each.text)") == pieces


def test_readings_over_characters_and_hidden_words_are_not_said(window, base):
    page = window().open(base + REPORT)
    page.evaluate(LOADED)
    page.evaluate("""() => {
        const ruby = gongkai.make('ruby', {}, '政', gongkai.make('rt', {}, 'zhèng'));
        const words = gongkai.make('p', {}, ruby, '务公开', gongkai.make('span', {class: 'unseen'}, '看不见'), gongkai.make('button', {}, '按钮'));
        document.querySelector('main article').replaceChildren(words, gongkai.make('p', {class: 'print-only'}, '打印件'));
    }""")
    assert page.evaluate("gongkai.sentences().map(each => each.text)") == ["政务公开"]


def test_caption_hears_every_sentence_and_word(talk):
    page = talk(query="?caption=on")
    page.evaluate(
        "heard = []; document.addEventListener('gongkai:sentence', event => heard.push(event.detail.text.slice(event.detail.start, event.detail.end)))"
    )
    start(page)
    finished(page)
    heard = page.evaluate("heard")
    assert len([word for word in heard if word]) == len(page.evaluate("speech.said"))
    assert not page.locator(".caption").is_visible()


def test_a_figure_is_one_word_of_the_caption(talk):
    page = talk(wish="{hold: true}")
    page.evaluate(
        """document.querySelector('main article').replaceChildren(gongkai.make('p', {}, '98.8%的人满意'));
        heard = []; document.addEventListener('gongkai:sentence', event => heard.push(event.detail.text.slice(event.detail.start, event.detail.end)))"""
    )
    start(page)
    until(page, "heard.length > 1")
    assert page.evaluate("heard") == ["", "98.8%"]


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


def test_enter_on_a_block_reads_from_there(talk):
    page = talk(wish="{hold: true}")
    start(page)
    assert page.locator("article p[tabindex]").count() == 0
    page.click(".aloud >> text=点哪读哪")
    target = page.locator("article p").nth(4)
    target.focus()
    page.keyboard.press("Enter")
    until(page, "speech.said.length > 1")
    assert target.inner_text().startswith(page.evaluate("speech.said.at(-1).marked")[:6])
    page.keyboard.press("Escape")
    assert page.locator("article [tabindex='0']").count() == 0


def test_pinyin_in_the_middle_loses_no_sentence_and_no_mark(talk):
    page = talk(wish="{hold: true}")
    start(page)
    page.evaluate("gongkai.choose('pinyin', 'on')")
    page.wait_for_selector("article .py ruby")
    until(page, "gongkai.pinyin && !gongkai.pinyin.busy()")
    expected = page.evaluate("gongkai.sentences()[1].text")
    page.evaluate("gongkai.aloud.next()")
    until(page, "speech.said.length > 1")
    assert page.evaluate("speech.said.at(-1).marked") == expected
    assert page.evaluate("[...CSS.highlights.get('reading')].every(range => range.startContainer.isConnected)")


def test_browser_without_highlights_marks_the_block(talk):
    page = talk()
    page.evaluate("delete window.Highlight")
    before = page.inner_text("article")
    start(page)
    finished(page)
    assert {each["blocks"] for each in page.evaluate("speech.said")} == {1}
    assert page.inner_text("article") == before
    assert page.locator("[data-being-read]").count() == 0


def test_sentence_is_brought_into_sight_only_when_out_of_it(talk):
    page = talk(query="?caption=on", wish="{hold: true}", view="phone")
    start(page)
    until(page, "speech.said.length > 0")
    for _ in range(12):
        count = page.evaluate("speech.said.length")
        page.evaluate("gongkai.aloud.next()")
        until(page, f"speech.said.length > {count}")
        top, bottom, foot = page.evaluate("""() => {
            const boxes = [...CSS.highlights.get('reading')].map(range => range.getBoundingClientRect());
            return [boxes[0].top, boxes.at(-1).bottom, document.querySelector('.caption').getBoundingClientRect().top];
        }""")
        assert top >= 0
        assert bottom <= foot + 1
    where = page.evaluate("scrollY")
    page.evaluate("gongkai.aloud.previous()")
    page.wait_for_timeout(150)
    assert page.evaluate("scrollY") == where


def test_axe_finds_nothing_with_the_bar_open(talk):
    for view, query in [("desktop", "?scheme=black-yellow"), ("phone", "?mode=elder"), ("phone", "?aids=open")]:
        page = talk(query=query, view=view, wish="{hold: true}")
        start(page)
        page.click(".aloud >> text=点哪读哪")
        until(page, "CSS.highlights.size > 0")
        assert faults(page) == []
        least = 60 if "elder" in query else 44
        assert min(page.evaluate("[...document.querySelectorAll('.aloud button')].map(e => e.offsetHeight)")) >= least
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
    page.wait_for_selector(f"#status >> text={NO_VOICE}", state="attached")
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
    assert len(said) == len(page.evaluate("gongkai.sentences()"))
    assert {each["voice"] for each in page.evaluate("speech.said")} == {"普"}


def test_stop_and_doubled_presses_while_voices_are_late_leave_one_reading_or_none(talk):
    page = talk(wish="{voices: [], hold: true}")
    start(page)
    page.keyboard.press("Escape")
    page.evaluate("speech.voices = [{name: '普', lang: 'zh-CN', localService: true}]")
    page.wait_for_timeout(600)
    assert page.evaluate(SAID) == []
    assert page.locator(".aloud").count() == 0
    page.evaluate("speech.voices = []")
    start(page)
    page.click(".aloud >> text=下一句")
    page.click(".aloud >> text=下一句")
    page.evaluate("speech.voices = [{name: '普', lang: 'zh-CN', localService: true}]")
    page.wait_for_timeout(600)
    assert len(page.evaluate(SAID)) == 1


def test_error_at_once_is_told(talk):
    page = talk(wish="{mode: 'error'}")
    start(page)
    page.wait_for_selector(f".aloud >> text={UNAVAILABLE}")
    assert page.inner_text(".aloud button >> nth=0") == "从头读"
    assert page.browser_window.errors == []


def test_silence_is_noticed_after_four_seconds(talk):
    page = talk(wish="{mode: 'silent'}")
    # else the clock goes on by itself beside run_for
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    start(page)
    page.clock.run_for(3500)
    assert UNAVAILABLE not in page.inner_text(".aloud")
    page.clock.run_for(1000)
    assert UNAVAILABLE in page.inner_text(".aloud")


def test_a_sentence_that_never_ends_is_said_again_and_reading_goes_on(talk):
    page = talk(wish="{stuckAt: 3}")
    page.clock.install()
    start(page)
    page.clock.run_for(60_000)
    said = finished(page)
    assert said[2] == said[3]
    assert len(said) == len(page.evaluate("gongkai.sentences()")) + 1


def test_an_end_that_is_not_told_is_noticed_and_nothing_is_said_twice(talk):
    page = talk(wish="{deafAt: 3}")
    page.clock.install()
    start(page)
    page.clock.run_for(10_000)
    assert len(finished(page)) == len(page.evaluate("gongkai.sentences()"))


def test_leaving_the_page_stops_the_voice_and_coming_back_finds_it_at_rest(talk):
    page = talk(wish="{hold: true}")
    start(page)
    until(page, "speech.said.length > 0")
    before = page.evaluate("speech.cancels")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("speech.cancels") == before + 1
    assert page.evaluate("speechSynthesis.speaking") is False
    assert page.locator(".aloud").count() == 0


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
    page.click("#aids-aloud >> text=下一句")
    until(page, "speech.said.length > 1")
    page.click("#aids >> text=听一句试试")
    page.wait_for_timeout(100)
    assert page.evaluate(SAID)[-1] == "政务服务便民热线幺二三四五，办结率百分之九十八点八。"
