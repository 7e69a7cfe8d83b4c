"""axe finds nothing in any state of search and answers, in any scheme, width and mode; nothing is cut or too small.

A state is entered once and shown in all schemes, each with another width and mode; `make test-all` takes all of them.
"""

import pytest
from axe import faults
from test_ask import FIGURE, NOTHING, OFTEN, answered, put
from test_matrix import LOOK, SCHEMES, WIDTHS
from test_search_box import ARTICLE, typed

from conftest import REPORT

MODES = {"page": {}, "elder": {"mode": "elder"}, "large": {"size": "200", "leading": "wider"}}
NARROW = {"phone", "narrow"}
SEARCH, ASK = "search/index.html", "ask/index.html"


def suggested(page):
    typed(page, "管理办法")
    page.keyboard.press("ArrowDown")


def narrowed(page):
    page.evaluate("document.getElementById('choices').open = true")


def asked(page):
    answered(page)
    put(page, NOTHING)
    put(page, OFTEN)


def told(page):
    page.click("main form button")


# name -> where it begins, what is there when it is ready, what a reader does then
STATES = {
    "empty": (SEARCH, "#ways", None),
    "nothing-typed": (SEARCH, "#ways", told),
    "suggested": (ARTICLE, "#q", suggested),
    "results": (f"{SEARCH}?q=办结率", "#hits > li", None),
    "numbered": (f"{SEARCH}?q=云江府发〔2022〕31号", "#numbered li", None),
    "narrowed": (f"{SEARCH}?q=管理办法&validity=废止", "#hits > li", narrowed),
    "second-page": (f"{SEARCH}?q=云江县&page=2&sort=date", "#pages li", None),
    "corrected": (f"{SEARCH}?q=停车管里办法", "#meant", None),
    "none": (f"{SEARCH}?q=量子纠缠", "#none", None),
    "none-narrowed": (f"{SEARCH}?q=通知&agency=没有这个机构", "#wider", None),
    "answered": (f"{SEARCH}?q=12345办结率是多少", "#answer .answer", None),
    "ask": (ASK, "#ways", None),
    "ask-nothing-typed": (ASK, "#ways", told),
    "answer": (f"{ASK}?q={FIGURE}", ".answer blockquote", None),
    "refusal": (f"{ASK}?q={NOTHING}", ".answer", None),
    "conversation": (f"{ASK}?q={FIGURE}", ".answer", asked),
}


def looks(row, *, whole):
    """Scheme, width, mode: all of them, or each scheme once."""
    widths, modes = list(WIDTHS), list(MODES)
    if whole:
        return [(scheme, width, mode) for scheme in SCHEMES for width in widths for mode in modes]
    return [
        (scheme, widths[(row + column) % len(widths)], modes[(row + column // 2) % len(modes)])
        for column, scheme in enumerate(SCHEMES)
    ]


def enter(page, scheme, width, mode):
    """Show the page in another way, without loading it again."""
    wishes, choice = SCHEMES[scheme]
    page.set_viewport_size(dict(zip(("width", "height"), WIDTHS[width], strict=True)))
    page.emulate_media(**{"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"} | wishes)
    chosen = MODES[mode] | dict(pair.split("=") for pair in choice.split("&") if pair)
    page.evaluate(
        "chosen => { gongkai.reset(); Object.keys(chosen).forEach(name => gongkai.choose(name, chosen[name])); }",
        chosen,
    )
    return chosen


def show(window, base, name):
    """A window in which a state has been entered."""
    address, ready, act = STATES[name]
    browser = window()
    page = browser.open(base + address)
    page.locator(ready).first.wait_for()
    if act:
        act(page)
    return browser, page


def test_sample_meets_every_width_and_mode():
    for row, name in enumerate(STATES):
        chosen = looks(row, whole=False)
        assert {each[0] for each in chosen} == set(SCHEMES), name
        assert {each[1] for each in chosen} == set(WIDTHS), name
        assert {each[2] for each in chosen} == set(MODES), name


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(window, base, request, name):
    browser, page = show(window, base, name)
    seen, found = {}, []
    for look in looks(list(STATES).index(name), whole=request.config.getoption("--whole-matrix")):
        chosen = enter(page, *look)
        if name == "narrowed":
            narrowed(page)
        forced = look[0] == "forced-colours"
        shown = (page.evaluate(LOOK), look[1], forced)
        assert shown not in seen or not chosen, (look, seen.get(shown))
        seen[shown] = look
        assert page.locator(STATES[name][1]).first.is_visible(), look
        found += [(look, *fault) for fault in faults(page, forced=forced)]
        found += [(look, "sideways", each) for each in page.evaluate("inspection.sideways()")]
        if look[1] in NARROW:
            found += [(look, "small", each) for each in page.evaluate("inspection.small(44)")]
    assert found == []
    assert browser.errors == []


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme != "forced-colours"])
def test_marks_on_arrival_can_be_told_and_read(window, base, site, scheme):
    place = site.read(REPORT).partition("好评率")[0].rpartition('id="p-')[2][:8]
    page = window().open(f"{base}{REPORT}?m=好评率#p-{place}")
    enter(page, scheme, "phone", "page")
    mark = page.locator("mark.hit").first
    style = mark.evaluate(
        "e => { const s = getComputedStyle(e), b = getComputedStyle(e.parentElement); "
        "return [s.textDecorationLine, s.fontWeight, s.backgroundColor, b.backgroundColor]; }"
    )
    assert style[:2] == ["underline", "700"], "not by colour alone"
    assert style[2] != style[3]
    assert faults(page) == []
