"""Everybody reads it: keyboard, narrow screens, large text, fingers, dark, forced colours."""

import pytest

from conftest import REPORT, TABLE, TEMPLATES
from gongkai.inspection.keyboard import walk
from gongkai.inspection.narrow import LARGE, SPACED


def test_dark_is_dark(window, base):
    light = window(color_scheme="light").open(base + REPORT).evaluate("probe.colours()")
    assert window(color_scheme="dark").open(base + REPORT).evaluate("probe.colours()") != light


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_scrolls_sideways_on_a_narrow_screen(window, base, name):
    page = window("narrow").open(base + name)
    assert page.evaluate("inspection.sideways()") == []
    page.evaluate("css => inspection.restyle(css)", LARGE)
    assert page.evaluate("inspection.sideways()") == []
    page.evaluate("css => inspection.restyle(css)", SPACED)
    assert page.evaluate("inspection.sideways()") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_fingers_find_every_control(window, base, name):
    page = window("phone", has_touch=True, is_mobile=True).open(base + name)
    assert page.evaluate("inspection.small(44)") == []


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
    found = walk(page)
    assert (found.unseen, found.covered, found.ringless, found.unreached, found.trap) == ((), (), (), (), "")
    assert found.whole
    assert found.stops[0].startswith("a.skip “跳到正文")
    assert len(found.stops) > 10


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
