"""A figure and its unit stand on one line, wherever they stand: text, tables, lists, titles, cards, charts."""

import pytest

from conftest import REPORT, TABLE

# where a line turns within a number, or between it and a Chinese character or % behind it
PARTED = r"""() => { const found = [];
    const holder = node => { let e = node.parentElement; while (getComputedStyle(e).display === 'inline') e = e.parentElement; return e; };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let bottom = null, before = '', block = null;
    for (let node; (node = walk.nextNode());) {
        if (node.parentElement.closest('sup, code, pre, svg, .unseen, .bare')) continue;
        if (holder(node) !== block) { block = holder(node); bottom = null; before = ''; }
        for (let place = 0; place < node.data.length; place++) {
            const letter = node.data[place]; if (/\s/.test(letter)) continue;
            const range = document.createRange(); range.setStart(node, place); range.setEnd(node, place + 1);
            const box = range.getBoundingClientRect(); if (!box.height) continue;
            const turned = bottom !== null && box.top > bottom - 4;
            if (turned && (/\d/.test(before) && /[\d.,%％‰\u4e00-\u9fff]/.test(letter) || /[.,]/.test(before) && /\d/.test(letter)))
                found.push(node.data.slice(Math.max(0, place - 9), place) + '|' + node.data.slice(place, place + 4));
            bottom = box.bottom; before = letter;
        } }
    return found; }"""
FREE = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.num, .fig { white-space: normal !important; }');
    document.adoptedStyleSheets = [sheet]; }"""
PAGES = [
    *(REPORT, TABLE, "fzzf/2022/bgs/ledger.html", "fzzf/2022/bgs/numbers.html", "fzzf/2021/sfj/index.html"),
    *("index.html", "fzzf/index.html", "zcwj/index.html", "zcwj/p2.html", "zcwj/youxiao/index.html", "data/index.html"),
    *("tzgg/2023/0112-tingshui.html", "zcwj/2017/0520-guanggao.html", "zcwj/2022/1222-guifanxing.html"),
    *("about/bangzhu.html", "about/accessibility.html", "about/map.html", "zhangbei/index.html"),
]


@pytest.mark.parametrize("width", [320, 375])
def test_no_figure_is_parted_from_its_unit(window, base, site, width):
    page = window(viewport={"width": width, "height": 800}).open(base)
    parted = {}
    for name in [name for name in PAGES if name in site.pages()]:
        page.goto(base + name)
        parted[name] = page.evaluate(PARTED)
    assert len(parted) >= 15
    assert {name: found for name, found in parted.items() if found} == {}


@pytest.mark.parametrize("name", [REPORT, "index.html"])
def test_no_figure_is_parted_in_the_largest_letters(window, base, name):
    page = window("narrow").open(f"{base}{name}?size=200")
    units = [found for found in page.evaluate(PARTED) if not found.endswith("12345|热线信息")]
    assert units == []
    assert page.evaluate("inspection.sideways()") == []


def test_titles_and_text_would_be_parted_if_nothing_held_them(window, base):
    page = window("narrow").open(base + "tzgg/2023/0112-tingshui.html")
    page.evaluate(FREE)
    assert page.evaluate(PARTED) != []
