"""The card of a figure: by a resting mouse and by Tab, never by touch; it can be entered, dismissed and copied from."""

import pytest
from axe import faults

from conftest import REPORT, TABLE

FIGURE = "a.fig >> text=98.1%"
OPEN = "document.querySelectorAll('.card').length"
INSIDE = """() => {
  const box = document.querySelector(".card").getBoundingClientRect();
  const link = document.querySelector(".card").previousSibling.getBoundingClientRect();
  return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight &&
    (box.bottom <= link.top + 1 || box.top >= link.bottom - 1);
}"""
# the boxes of all text of the article but the card's
BOXES = """() => [...document.querySelectorAll("article .fig, article p")].filter((e) => !e.closest(".card"))
  .map((e) => [...e.getClientRects()].map((r) => [r.x, r.y, r.width, r.height])).flat(2)"""


def rest_on(page, what=FIGURE):
    page.hover(what)
    page.wait_for_selector(".card", timeout=2000)


def tab_to(page, what=FIGURE):
    """Focus the figure by the Tab key, from the one before."""
    page.evaluate(
        "what => [...document.querySelectorAll('article a.fig')].find((e, n, all) => all[n + 1].textContent === what).focus()",
        "98.1%",
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "98.1%"


def test_card_says_name_value_year_and_place(window, base):
    page = window().open(base + REPORT)
    assert page.evaluate(OPEN) == 0
    rest_on(page)
    lines = [line.strip() for line in page.locator(".card").inner_text().split("\n") if line.strip()]
    assert lines[:2] == ["12345热线办结率", "98.1%"]
    facts = page.evaluate("[...document.querySelectorAll('.card dl > *')].map((e) => e.textContent)")
    assert facts == ["年度", "2022", "上年", "缺 本站没有2021年的报告", "位置", "二、（一）第二点"]
    page.click(".card a")
    page.wait_for_url(base + TABLE + "#r-*")


def test_figure_is_described_before_any_script(window, base):
    page = window(java_script_enabled=False).open(base + REPORT)
    assert page.locator(FIGURE).get_attribute("aria-description") == "12345热线办结率，看表"


def test_card_waits_and_does_not_open_for_a_passing_mouse(window, base):
    page = window().open(base + REPORT)
    page.hover(FIGURE)
    page.wait_for_timeout(100)
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    assert page.evaluate(OPEN) == 0


def test_pointer_may_move_into_the_card_and_leaving_closes_it(window, base):
    page = window().open(base + REPORT)
    rest_on(page)
    page.hover(".card dl")
    page.wait_for_timeout(600)
    assert page.evaluate(OPEN) == 1
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.evaluate(OPEN) == 0


def test_tab_opens_it_and_leads_through_it(window, base):
    page = window().open(base + REPORT)
    tab_to(page)
    assert page.evaluate(OPEN) == 1
    for words in ("看表中这一行", "复制这句话", "2万余条"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == words
    assert page.locator(".card").get_attribute("aria-label") == "“好差评”主动评价"


@pytest.mark.parametrize("tabs", [0, 1, 2])
def test_escape_closes_it_and_keeps_the_place(window, base, tabs):
    page = window().open(base + REPORT)
    tab_to(page)
    for _ in range(tabs):
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.evaluate(OPEN) == 0
    assert page.evaluate("document.activeElement.textContent") == "98.1%"


def test_focus_moved_by_a_link_opens_nothing(window, base):
    page = window().open(base + REPORT)
    number = page.locator(FIGURE).get_attribute("id")
    page = window().open(f"{base}{REPORT}#{number}")
    assert page.evaluate("document.activeElement.textContent") == "98.1%"
    assert page.evaluate(OPEN) == 0


def test_touch_follows_the_link_at_once(window, base):
    page = window("phone", has_touch=True, is_mobile=True).open(base + REPORT)
    page.evaluate(
        "new MutationObserver((all) => { window.cards = all.some((m) => [...m.addedNodes].some((n) => n.className === 'card')) }).observe(document.body, {childList: true, subtree: true})"
    )
    page.tap(FIGURE)
    page.wait_for_url(base + TABLE + "#r-*")
    assert not page.evaluate("window.cards")


@pytest.mark.parametrize("refused", [False, True], ids=["clipboard", "refused"])
def test_sentence_is_copied_without_the_card_in_it(window, base, refused):
    page = window().open(base + REPORT)
    page.evaluate(
        """refused => {
          const fake = { writeText: (text) => { window.copied = text; return refused ? Promise.reject() : Promise.resolve(); } };
          Object.defineProperty(navigator, "clipboard", { value: fake });
          document.execCommand = () => { window.byHand = document.activeElement.value; return true; };
        }""",
        refused,
    )
    rest_on(page)
    page.click(".card button")
    page.wait_for_selector(".card button >> text=已复制")
    sentence = page.evaluate("window.byHand" if refused else "window.copied")
    assert sentence.startswith("建立“12345”热线统一受理")
    assert sentence.endswith("办结率达98.1%。")


def opened_in_turn(made, address):
    """The id of each figure with its card open, the clock put forward past the wait; what BOXES said before."""
    made.context.clock.install()
    page = made.open(address)
    for number in page.evaluate("[...document.querySelectorAll('article .fig')].map((e) => e.id)"):
        page.mouse.move(1, 1)
        page.keyboard.press("Escape")
        assert page.evaluate(OPEN) == 0
        page.evaluate("id => document.getElementById(id).scrollIntoView({block: 'nearest'})", number)
        before = page.evaluate(BOXES)
        page.hover(f"#{number}")
        page.clock.run_for(400)
        assert page.evaluate(OPEN) == 1, number
        yield page, number, before


@pytest.mark.parametrize("size", ["", "200"])
@pytest.mark.parametrize("view", ["desktop", "narrow"])
def test_card_stays_in_the_window_off_its_figure_and_moves_no_text(window, base, size, view):
    seen = 0
    for page, number, before in opened_in_turn(window(view), f"{base}{REPORT}?size={size}"):
        seen += 1
        assert page.evaluate(INSIDE), number
        if view == "desktop" and not size:
            assert max(abs(a - b) for a, b in zip(page.evaluate(BOXES), before, strict=True)) < 0.6, number
    assert seen == 27


def test_card_fits_at_four_hundred_percent(window, base):
    page = window(viewport={"width": 320, "height": 256}).open(base + REPORT)
    rest_on(page)
    assert page.evaluate(INSIDE)


def test_card_without_popover_is_a_plain_element(window, base):
    made = window()
    made.context.add_init_script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover;")
    page = made.open(base + REPORT)
    page.hover(FIGURE)
    page.wait_for_timeout(500)
    assert page.evaluate(OPEN) == 1


@pytest.mark.parametrize("scheme", ["light", "dark", "black-yellow"])
def test_axe_finds_nothing_with_a_card_open(window, base, scheme):
    page = window().open(f"{base}{REPORT}?scheme={scheme}")
    rest_on(page)
    assert faults(page) == []
