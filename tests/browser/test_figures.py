"""Figure, row, sentence, back: by plain links, marked where they lead."""

from itertools import pairwise

import pytest

from conftest import REPORT, TABLE

GROUND = "e => getComputedStyle(e).backgroundColor"


@pytest.mark.parametrize("view", ["desktop", "phone"])
def test_there_and_back_by_clicks_without_javascript(window, base, view):
    page = window(view, java_script_enabled=False).open(base + REPORT)
    figure = page.locator("a.fig", has_text="98.1%")
    number = figure.get_attribute("id").removeprefix("f-")
    figure.click()
    assert page.url == f"{base}{TABLE}#r-{number}"
    row = page.locator("tr:target")
    assert "12345热线办结率" in row.inner_text()
    page.locator("tr:target .back").click()
    assert page.url == f"{base}{REPORT}#f-{number}"
    page.locator("a.fig:target").click()
    page.locator("tr:target .c-value a").click()
    assert page.url == f"{base}{REPORT}#f-{number}"


def test_the_row_looked_up_and_the_sentence_are_marked_and_in_sight(window, base):
    page = window().open(base + REPORT)
    number = page.locator("a.fig", has_text="98.1%").get_attribute("id").removeprefix("f-")
    page = window().open(f"{base}{TABLE}#r-{number}")
    other = page.locator("tbody tr:not(:target) td").first.evaluate(GROUND)
    assert page.locator("tr:target td").first.evaluate(GROUND) != other
    assert page.locator("tr:target").evaluate("e => e.getBoundingClientRect().top") > 100
    page = window().open(f"{base}{REPORT}#f-{number}")
    assert page.locator(".sentence:has(:target)").inner_text().startswith("建立“12345”热线统一受理")
    assert page.locator(".sentence:has(:target)").evaluate(GROUND) != page.locator(
        ".sentence:not(:has(:target))"
    ).first.evaluate(GROUND)


def test_focus_goes_where_the_link_led(window, base):
    page = window().open(base + REPORT)
    page.locator("a.fig", has_text="98.1%").click()
    page.wait_for_url("**#r-*", wait_until="load")
    assert page.evaluate("document.activeElement === document.querySelector('tr:target')")


def test_margin_notes_stand_beside_their_paragraph(window, base):
    page = window().open(base + REPORT)
    text, note = (page.locator(f".noted >> nth=1 >> {part}").bounding_box() for part in ("p >> nth=0", ".aside-note"))
    assert note["x"] > text["x"] + text["width"]
    assert abs(note["y"] - text["y"]) < 40
    phone = window("phone").open(base + REPORT)
    assert phone.locator(".aside-note").nth(1).inner_text().strip().startswith("本段")
    assert not phone.locator(".aside-note ul").nth(1).is_visible()


def test_print_button_comes_with_javascript_and_prints(window, base):
    page = window().open(base + REPORT)
    page.evaluate("window.print = () => { window.printed = true }")
    page.click("button >> text=打印")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize("width", [1280, 1600])
def test_margin_notes_do_not_run_into_each_other(window, base, width):
    page = window(viewport={"width": width, "height": 900}).open(base + REPORT)
    boxes = [note.bounding_box() for note in page.locator(".aside-note").all()]
    assert len(boxes) > 3
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] < below["y"]
        assert above["x"] + above["width"] <= width


def test_way_back_to_the_table_is_the_figure_itself(window, base):
    page = window().open(base + REPORT)
    figure = page.locator("a.fig", has_text="98.1%")
    number = figure.get_attribute("id").removeprefix("f-")
    page = window().open(f"{base}{REPORT}#f-{number}")
    shown = "e => getComputedStyle(e, '::after').content"
    assert "回到表中" in page.locator("a.fig:target").evaluate(shown)
    assert page.locator("a.fig:not(:target)").first.evaluate(shown) in {"none", "normal"}
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}{TABLE}#r-{number}")
    page.go_back()
    assert page.url == f"{base}{REPORT}#f-{number}"


def test_margin_notes_say_names_and_values_and_no_addresses(window, base):
    page = window().open(base + REPORT)
    assert "indicators.html" not in page.locator("article").inner_text()
    first = page.locator(".aside-note li a").first
    shown = [first.evaluate("(e, part) => getComputedStyle(e, part).content", part) for part in ("::before", "::after")]
    assert shown == ['"中心组学法"', '"5次"']
    assert first.get_attribute("aria-label") == "中心组学法 5次"
