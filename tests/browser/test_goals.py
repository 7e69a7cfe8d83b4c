"""What every page keeps to, in numbers: structure, weight, Tab stops, text that is never cut, nothing that moves."""

import gzip
from collections import Counter

import pytest

from built import Page
from conftest import TEMPLATES
from gongkai.inspection.narrow import LARGE, SPACED

KIB = 1000


@pytest.mark.parametrize("name", TEMPLATES)
def test_headings_names_and_tables_are_in_order(window, base, name):
    found = window().open(base + name).evaluate("probe.structure()")
    assert found == {"h1": 1, "jumps": 0, "doubled": [], "unnamed": 0, "untold": 0, "tables": []}


def test_titles_tell_all_pages_apart(site):
    titles = Counter("".join(Page(site.read(name)).titles) for name in site.pages())
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("view", ["desktop", "phone"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_text_is_cut_however_it_is_spaced_or_enlarged(window, base, name, view):
    page = window(view).open(base + name)
    assert page.evaluate("inspection.clipped()") == []
    page.evaluate("css => inspection.restyle(css)", SPACED)
    assert page.evaluate("inspection.clipped()") == []
    page.evaluate("css => inspection.restyle(css)", LARGE)
    assert page.evaluate("inspection.clipped()") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_at_400_percent_nothing_sticks_and_nothing_scrolls_sideways(window, base, name):
    page = window(viewport={"width": 320, "height": 256}).open(base + name)
    assert page.evaluate("probe.stuck()") == 0
    assert page.evaluate("inspection.sideways()") == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_moves(window, base, name):
    assert window().open(base + name).evaluate("probe.moving()") == 0


@pytest.mark.parametrize("name", TEMPLATES)
def test_page_is_light_and_asks_for_little(window, base, name):
    browser = window("phone", has_touch=True, is_mobile=True)
    answers = []
    browser.context.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright takes no builtin
    browser.open(base + name)
    sizes = Counter()
    for answer in answers:
        sizes[answer.request.resource_type] += len(gzip.compress(answer.body(), 6))
    assert sum(answer.request.resource_type != "image" for answer in answers) <= 6
    assert sizes.total() <= 40 * KIB
    assert sizes["stylesheet"] <= 12 * KIB
    assert sizes["script"] <= 12 * KIB
    assert sizes["font"] == 0


@pytest.mark.parametrize(("view", "most"), [("desktop", 12), ("phone", 7)])
@pytest.mark.parametrize("name", TEMPLATES)
def test_few_stops_before_the_text(window, base, name, view, most):
    page = window(view).open(base + name)
    stops = 0
    while stops <= most + 1:
        page.keyboard.press("Tab")
        if page.evaluate("!document.activeElement || document.querySelector('main').contains(document.activeElement)"):
            break
        stops += 1
    assert stops <= most
