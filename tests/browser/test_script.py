"""拼音 and 简繁: right readings and forms, over any page, and the page as it was when they are switched off."""

from pathlib import Path

import pytest
import yaml
from axe import faults
from windows import until

from conftest import REPORT, TABLE

CASES = Path(__file__).parents[1] / "cases"
PINYIN, HANT = (yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")) for name in ("pinyin", "hant"))
READY = {
    "pinyin": "!!document.querySelector('main h1 rt') && !gongkai.pinyin.busy()",
    "script": "document.documentElement.lang === 'zh-Hant'",
}
# every text node and shown attribute in order
STATE = """() => { const out = [document.title, document.documentElement.lang];
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) { const node = walk.currentNode;
        if (node.closest && node.closest('#status, script')) continue;
        out.push(node.nodeType === 3 ? node.data : node.cloneNode().outerHTML); }
    return out.filter(text => !/^<html|^<script|assets.(script|pinyin|hant).js/.test(text)); }"""
PLAIN = """() => { const copy = document.querySelector('main').cloneNode(true);
    copy.querySelectorAll('rt, .told').forEach(rt => rt.remove()); return copy.textContent; }"""


def switch(page, name, value):
    page.evaluate("([name, value]) => gongkai.choose(name, value)", [name, value])
    if value:
        until(page, READY[name])


def both(page):
    switch(page, "script", "hant")
    switch(page, "pinyin", "on")


@pytest.fixture
def opened(window, base):
    def page(name=REPORT, query="", **options):
        return window(**options).open(f"{base}{name}{query}")

    return page


def test_characters_are_read_by_phrase(opened):
    page = opened()
    switch(page, "pinyin", "on")
    read = """texts => { const table = gongkai.table(gongkai.tables.pinyin);
        return texts.map(text => table(text).filter((value, place) => value !== text[place]).join(' ')); }"""
    found = page.evaluate(read, [text for text, _ in PINYIN])
    assert [[text, read] for (text, _), read in zip(PINYIN, found, strict=True)] == PINYIN


def test_characters_are_written_by_phrase(opened):
    page = opened()
    switch(page, "script", "hant")
    written = (
        "texts => { const table = gongkai.table(gongkai.tables.hant); return texts.map(text => table(text).join('')); }"
    )
    found = page.evaluate(written, [text for text, _ in HANT])
    assert [[text, form] for (text, _), form in zip(HANT, found, strict=True)] == HANT


@pytest.mark.parametrize("name", [REPORT, TABLE, "index.html", "fzzf/2022/bgs/ledger.html", "404.html"])
@pytest.mark.parametrize("order", [["pinyin"], ["script"], ["pinyin", "script"], ["script", "pinyin"]])
def test_switched_off_the_page_is_as_it_was(opened, name, order):
    page = opened(name)
    before = page.evaluate(STATE)
    for choice in order:
        switch(page, choice, {"pinyin": "on", "script": "hant"}[choice])
    assert page.evaluate(STATE) != before
    for choice in order:
        switch(page, choice, "")
    assert page.evaluate(STATE) == before


def test_pinyin_loses_no_text_and_leaves_no_character_out(opened):
    page = opened()
    before = page.evaluate(PLAIN)
    switch(page, "pinyin", "on")
    assert page.evaluate(PLAIN) == before
    bare = "() => [...document.querySelectorAll('main .py')].flatMap(py => [...py.childNodes]).filter(n => n.nodeType === 3 && /[一-龥]/.test(n.data)).length"
    assert page.evaluate(bare) == 0
    assert page.locator("main h1 rt").all_inner_texts()[:5] == ["yún", "jiāng", "xiàn", "rén", "mín"]


def test_paper_shows_the_text_alone(opened):
    page = opened()
    page.emulate_media(media="print")
    size = "getComputedStyle(document.querySelector('article p')).fontSize"
    before = page.evaluate(size)
    switch(page, "pinyin", "on")
    assert not page.locator("main rt").first.is_visible()
    assert page.evaluate(size) == before


def test_a_reader_below_the_text_gets_all_of_it(opened):
    page = opened()
    page.evaluate("document.querySelector('#main').hidden = true; gongkai.choose('pinyin', 'on')")
    until(page, READY["pinyin"])
    page.evaluate("document.querySelector('#main').hidden = false")
    assert page.locator("#main rt").count() > 500


def test_pinyin_over_traditional_script_is_read_from_the_original(opened):
    page = opened()
    switch(page, "pinyin", "on")
    read = page.locator("main rt").all_inner_texts()
    switch(page, "script", "hant")
    until(page, READY["pinyin"])
    assert page.locator("main rt").all_inner_texts() == read
    assert "雲江縣" in page.evaluate(PLAIN)


def test_copied_text_has_no_pinyin(opened):
    page = opened()
    copied = "() => { getSelection().selectAllChildren(document.querySelector('article')); return getSelection().toString(); }"
    before = page.evaluate(copied)
    switch(page, "pinyin", "on")
    assert page.evaluate(copied) == before
    assert len(before) > 300


def test_screen_readers_hear_each_character_once(opened):
    page = opened()
    before = page.locator("main").aria_snapshot()
    switch(page, "pinyin", "on")
    squeezed = "".join(page.locator("main h1").aria_snapshot().split())
    assert "yún" not in page.locator("main").aria_snapshot()
    assert "云江县人民政府办公室" in squeezed
    assert "云江县人民政府办公室" in before


def test_choices_hold_on_the_next_page_and_from_an_address(opened):
    page = opened(query="?pinyin=on&script=hant")
    until(page, READY["pinyin"])
    until(page, READY["script"])
    assert page.locator(".told").inner_text() == "繁體由程式轉換，以簡體原文為準。"
    page.locator("main a[href*=indicators]").first.click()
    until(page, READY["pinyin"])
    until(page, READY["script"])


def test_what_is_not_prose_stays(opened):
    page = opened(TABLE)
    kept = """() => [...document.querySelectorAll('[href], [id], [name], [value], [download]')]
        .map(e => ['href', 'id', 'name', 'value', 'download'].map(n => e.getAttribute(n))).filter(v => !/assets/.test(v[0]))
        .filter(v => v[1] !== 'note-script')"""
    digits = "() => document.querySelector('main').textContent.replace(/[^0-9.%]/g, '')"
    before = page.evaluate(kept), page.evaluate(digits)
    switch(page, "script", "hant")
    assert (page.evaluate(kept), page.evaluate(digits)) == before


def test_texts_of_scripts_and_spoken_names_follow_but_not_what_is_typed(opened):
    page = opened()
    page.evaluate("""() => document.querySelector('#main').append(
        gongkai.make('input', {id: 'i', placeholder: '请输入发文字号', 'aria-label': '发文'}), gongkai.make('textarea', {id: 't'}, '发展'),
        gongkai.make('p', {id: 'p'}, '发展'), gongkai.make('p', {id: 'own', translate: 'no'}, '发展'))""")
    page.fill("#i", "发展")
    switch(page, "script", "hant")
    page.evaluate("document.querySelector('#p').textContent = '关系'; document.querySelector('#i').title = '办公'")
    until(page, "document.querySelector('#i').title === '辦公'")
    assert page.locator("#p").inner_text() == "關係"
    assert page.locator("#own").inner_text() == "发展"
    assert page.input_value("#i") == page.input_value("#t") == "发展"
    assert page.get_attribute("#i", "placeholder") == "請輸入發文字號"
    switch(page, "script", "")
    assert page.locator("#p").inner_text() == "关系"
    assert page.get_attribute("#i", "title") == "办公"


def test_hostile_texts_stay_texts(opened):
    page = opened()
    hostile = "<img src=x onerror=alert(1)>重庆</rt><script>发展</script>&lt;𠮷\u0000\u202e|,-\\"
    page.evaluate(
        "text => { const p = gongkai.make('p', {id: 'p'}); p.textContent = text; document.querySelector('#main').prepend(p); }",
        hostile,
    )
    before = page.evaluate("document.querySelector('#p').textContent")
    count = page.locator("img, main script").count()
    both(page)
    assert page.locator("img, main script").count() == count
    assert page.locator("#p rt").all_inner_texts() == ["chóng", "qìng", "fā", "zhǎn"]
    switch(page, "pinyin", "")
    switch(page, "script", "")
    assert page.evaluate("document.querySelector('#p').textContent") == before


def test_target_and_focus_stay(opened):
    page = opened(TABLE)
    target = page.evaluate("document.querySelector('main tr a[id], main [id^=r-]').id")
    page.evaluate("id => { location.hash = id; }", target)
    until(page, "document.activeElement !== document.body")
    where = "() => [document.querySelector(':target').id, document.activeElement.id || document.activeElement.tagName]"
    before = page.evaluate(where)
    both(page)
    assert page.evaluate(where) == before


@pytest.mark.parametrize(
    ("scheme", "choice"),
    [
        *[("light", ["pinyin"]), ("light", ["script"])],
        *[(scheme, ["pinyin", "script"]) for scheme in ("light", "dark", "black-yellow")],
    ],
)
def test_axe_finds_nothing(opened, scheme, choice):
    page = opened(query=f"?scheme={scheme}")
    for name in choice:
        switch(page, name, {"pinyin": "on", "script": "hant"}[name])
    assert faults(page) == []


@pytest.mark.parametrize("view", ["desktop", "phone", "narrow"])
@pytest.mark.parametrize("name", [REPORT, TABLE])
def test_pinyin_fits(opened, name, view):
    page = opened(name, view=view)
    switch(page, "pinyin", "on")
    assert page.evaluate("inspection.sideways()") == []
    assert page.evaluate("probe.tiny()") == []
    # a reading never reaches into the line above
    over = """() => [...document.querySelectorAll('main p, main h1, main h2, main td')].filter(block => {
        const boxes = [...block.querySelectorAll('ruby')].filter(e => e.checkVisibility()).map(ruby => {
            const range = document.createRange(); range.selectNode(ruby.firstChild);
            return [ruby.querySelector('rt').getBoundingClientRect(), range.getBoundingClientRect()]; });
        return boxes.some(([rt], place) => boxes.slice(0, place).some(([, base]) => base.bottom > rt.top + 4 && base.top < rt.top
            && base.left < rt.right && base.right > rt.left)); }).map(block => block.textContent.slice(0, 20))"""
    assert page.evaluate(over) == []


def test_long_page_is_done_in_slices(opened):
    page = opened()
    page.evaluate("""() => { const article = document.querySelector('article'); const all = [...article.childNodes];
        for (let i = 0; i < 20; i++) all.forEach(node => article.append(node.cloneNode(true)));
        window.tasks = []; new PerformanceObserver(list => list.getEntries().forEach(e => tasks.push(Math.round(e.duration)))).observe({type: 'longtask'}); }""")
    page.wait_for_timeout(300)
    page.evaluate("tasks.length = 0; gongkai.choose('pinyin', 'on')")
    until(page, READY["pinyin"])
    page.wait_for_timeout(200)
    count, tasks = page.locator("main rt").count(), page.evaluate("tasks")
    print(f"{count} characters, tasks over 50 ms: {tasks}")
    assert count > 10_000
    assert max(tasks, default=0) <= 200


@pytest.mark.parametrize(
    ("file", "name", "told"),
    [
        ("pinyin", "pinyin", "拼音没有读到。"),
        ("hant", "script", "繁体没有读到。"),
        ("script", "pinyin", "拼音没有读到。"),
    ],
)
def test_says_what_could_not_be_read(opened, file, name, told):
    page = opened()
    page.route(f"**/assets/{file}.js", lambda route: route.abort())
    page.evaluate("([name, value]) => gongkai.choose(name, value)", [name, {"pinyin": "on", "script": "hant"}[name]])
    page.wait_for_selector(".told")
    assert page.locator(".told").inner_text() == told
    until(page, f"document.querySelector('#status').textContent === '{told}'")


def test_works_from_a_disk_and_breaks_no_policy(window, site):
    made = window()
    made.context.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))"
    )
    page = made.open((site.folder / REPORT).as_uri())
    both(page)
    assert page.evaluate("broken") == []
    assert made.errors == made.failed == made.outside == []


def test_nothing_of_it_is_loaded_before_it_is_asked_for(opened):
    page = opened()
    asked = "performance.getEntriesByType('resource').map(e => e.name.split('/').pop())"
    assert not {"script.js", "pinyin.js", "hant.js"} & set(page.evaluate(asked))
    switch(page, "script", "hant")
    assert {"script.js", "hant.js"} <= set(page.evaluate(asked))
    assert "pinyin.js" not in page.evaluate(asked)
