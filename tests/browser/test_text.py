"""Chinese text on screen: length and height of lines, what may begin a line, clauses that hang, no missing glyph."""

import html
import re
import subprocess
from itertools import pairwise

import pytest

from built import ROOT
from conftest import REPORT, TEMPLATES

STAFF, CLAUSES = "about/bangzhu.html", "zcwj/2017/0520-guanggao.html"
LENGTHS = """() => [...document.querySelectorAll('article p, .lead p')].filter(p => p.innerText.length > 60 && p.checkVisibility())
    .map(p => { const s = getComputedStyle(p), size = parseFloat(s.fontSize);
        return {letters: p.clientWidth / size, size, height: parseFloat(s.lineHeight) / size, align: s.textAlign, rule: s.lineBreak}; })"""
BREAKS = r"""() => { const found = [];
    for (const p of document.querySelectorAll('article p, article li, .lead p')) {
        const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT); let top = null, before = '';
        for (let node; (node = walk.nextNode());) for (let place = 0; place < node.data.length; place++) {
            const letter = node.data[place]; if (/\s/.test(letter)) continue;
            const range = document.createRange(); range.setStart(node, place); range.setEnd(node, place + 1);
            const box = range.getBoundingClientRect(); if (!box.height) continue;
            const mark = node.parentElement.closest('sup');
            const turned = mark ? box.bottom > top + 40 : top !== null && box.top > top + 12;
            if (turned && (mark || /[。，、；：？！）》」』”’％%]/.test(letter) || /[（《「『“‘]/.test(before) ||
                /[\d.]/.test(before) && /[%％件项条次个笔人余万亿元年月日]/.test(letter))) found.push(p.innerText.slice(0, 30));
            if (!mark) top = box.top; before = letter;
        } }
    return found; }"""


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name != "404.html"])
@pytest.mark.parametrize(
    ("view", "query", "least", "most"), [("desktop", "", 26, 40), ("phone", "", 17, 20), ("narrow", "size=200", 8, 12)]
)
def test_lines_hold_what_an_eye_can_follow(window, base, name, view, query, least, most):
    page = window(view).open(f"{base}{name}?{query}")
    for line in page.evaluate(LENGTHS):
        assert least <= line["letters"] <= most
        assert line["size"] >= 17
        assert line["height"] >= 1.75
        assert line["align"] == "start"
        assert line["rule"] == "strict"


@pytest.mark.parametrize("width", [320, 360, 414, 768, 1280])
@pytest.mark.parametrize("name", [REPORT, STAFF, CLAUSES, "about/accessibility.html"])
def test_no_line_begins_or_ends_wrongly(window, base, name, width):
    page = window(viewport={"width": width, "height": 800}).open(base + name)
    assert page.evaluate(BREAKS) == []


@pytest.mark.parametrize("view", ["desktop", "phone"])
def test_second_line_of_a_clause_stands_under_its_words(window, base, view):
    page = window(view).open(base + STAFF)
    lefts = page.evaluate("""() => { const node = document.querySelector('.hang-3').firstChild;
        const left = place => { const r = document.createRange(); r.setStart(node, place); r.setEnd(node, place + 1);
            return r.getBoundingClientRect(); };
        const first = left(3); let place = 4; while (left(place).top < first.top + 12) place++;
        return [first.left, left(place).left]; }""")
    assert abs(lefts[0] - lefts[1]) <= 2


def test_number_of_an_article_is_bold(window, base):
    page = window().open(base + STAFF)
    assert page.locator(".clause > b").all_inner_texts() == ["第一条", "第二条"]
    assert page.evaluate("getComputedStyle(document.querySelector('.clause > b')).fontWeight") == "700"


def test_headings_of_staff_never_skip_a_level(window, base):
    page = window().open(base + STAFF)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_pictures_and_links_of_staff_have_words(window, base):
    page = window().open(base + STAFF)
    words = page.evaluate("[...document.querySelectorAll('main img')].map(i => i.alt)")
    assert words[:3] == ["停车场入口的指示牌", "只写了标题的指示牌", "图片，没有文字说明"]
    assert all(words)
    named = page.evaluate(
        "[...document.querySelectorAll('main a[href]')].map(a => a.ariaLabel || a.textContent || a.querySelector('img').alt)"
    )
    assert all(named)
    assert "看停车办法" in page.evaluate("document.querySelector('a[href*=parking] img').alt")
    assert "（外部网站）" in page.evaluate("document.querySelector('a[href*=parking]').innerText")


def test_one_chinese_font_is_enough(site):
    letters = set()
    for name in site.pages():
        letters |= set(re.sub(r"<[^>]+>", "", html.unescape(site.read(name))))
    for path in [*ROOT.glob("scripts/gongkai/web/styles/*.css"), *ROOT.glob("scripts/gongkai/web/scripts/*.js")]:
        letters |= set(path.read_text(encoding="utf-8"))
    shown = sorted(letter for letter in letters if letter.isprintable() and not letter.isspace())
    wanted = " ".join(f"{ord(letter):x}" for letter in shown)
    found = subprocess.run(
        ["fc-list", f"Noto Sans CJK SC:charset={wanted}"], capture_output=True, text=True, check=True
    )
    assert found.stdout, [letter for letter in shown if not _has(letter)]


def _has(letter):
    return subprocess.run(
        ["fc-list", f"Noto Sans CJK SC:charset={ord(letter):x}"], capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_list_of_fonts_ends_in_a_kind(window, base, media):
    page = window().open(base + STAFF)
    page.emulate_media(media=media)
    families = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].map(e => getComputedStyle(e).fontFamily))]"
    )
    assert families
    assert all(re.search(r"(?:sans-serif|serif|monospace)$", family) for family in families)
