"""Everybody reads it: keyboard, narrow screens, large text, fingers, dark, forced colours."""

import pytest

from conftest import REPORT, TABLE, TEMPLATES

LARGE = "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}"


def test_dark_is_dark(window, base):
    light = window(color_scheme="light").open(base + REPORT).evaluate("probe.colours()")
    assert window(color_scheme="dark").open(base + REPORT).evaluate("probe.colours()") != light


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(window, base, name):
    page = window("narrow").open(base + name)
    assert page.evaluate("probe.sideways()") <= 1
    page.evaluate(LARGE, "html{font-size:200%}")
    assert page.evaluate("probe.sideways()") <= 1
    page.evaluate(LARGE, SPACED)
    assert page.evaluate("probe.sideways()") <= 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_fingers_find_every_control(window, base, name):
    page = window("phone", has_touch=True, is_mobile=True).open(base + name)
    assert page.evaluate("probe.small(44)") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_text_is_small_and_no_line_long(window, base, name):
    for view in ("desktop", "phone"):
        page = window(view).open(base + name)
        assert page.evaluate("probe.tiny()") == []
        lines = page.evaluate("probe.lines()")
        assert lines["longest"] <= 40
        assert lines["split"] == []


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("name", ["index.html", REPORT, "tzgg/2023/0105-tingche.html", "404.html"])
def test_keyboard_reaches_everything_and_shows_where_it_is(window, base, name, view):
    page = window(view).open(base + name)
    stops = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate("probe.stop()")
        if stop is None or stop["again"]:
            break
        stops.append(stop)
    assert [stop["href"] for stop in stops[:2]] == ["#main", "#columns"]
    assert [stop["name"] for stop in stops if not stop["ring"] or not stop["seen"]] == []
    assert page.evaluate("probe.unreached()") == []


def test_skip_link_leads_past_the_header(window, base):
    page = window().open(base + REPORT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_bars_and_lines_survive_forced_colours(window, base):
    page = window(forced_colors="active", color_scheme="dark").open(base + TABLE)
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.locator(".bar").first.evaluate("e => getComputedStyle(e).fill") != canvas
    assert page.locator("thead th").first.evaluate("e => getComputedStyle(e).borderBottomColor") != canvas


def test_cards_on_a_phone_are_still_a_table(window, base):
    page = window("phone").open(base + TABLE)
    assert page.locator("table.cards tbody tr:not(.group)").first.evaluate("e => getComputedStyle(e).display") == "grid"
    tree = page.locator("table.cards").first.aria_snapshot()
    assert "- table" in tree
    assert 'rowheader "中心组学法"' in tree
    assert 'columnheader "数值"' in tree


def test_nothing_moves_when_the_page_has_loaded(window, base):
    page = window().open(base + TABLE)
    shift = """() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 300); })"""
    assert page.evaluate(shift) == 0
