"""axe finds nothing, A to AAA contrast, on any page kind in any scheme, width and state.

`make test` takes a sample in which every kind meets every scheme, width and state; `make test-all` takes all.
A state must first be seen to change the page: a state that was never entered would always look clean.
"""

import pytest
from axe import faults

from conftest import TEMPLATES

# name -> what the browser asks for, what the address asks for
SCHEMES = {
    "light": ({"color_scheme": "light"}, ""),
    "dark": ({"color_scheme": "dark"}, ""),
    "more-contrast": ({"contrast": "more"}, ""),
    "forced-colours": ({"forced_colors": "active", "color_scheme": "dark"}, ""),
    "bw": ({}, "scheme=bw"),
    "black-yellow": ({}, "scheme=black-yellow"),
    "blue-yellow": ({}, "scheme=blue-yellow"),
    "cream": ({}, "scheme=cream"),
    "dark-chosen": ({}, "scheme=dark"),
}
WIDTHS = {"desktop": (1280, 800), "tablet": (768, 1024), "phone": (360, 740), "narrow": (320, 568)}
STATES = {"page": "", "aids": "aids=open", "elder": "mode=elder", "large": "size=200&leading=wider"}
LOOK = """() => JSON.stringify([
    [document.documentElement, document.body, ...document.querySelectorAll('h1, main p, main td, main a')].slice(0, 40)
        .map(e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor, s.fontSize, s.lineHeight]; }),
    [...document.querySelectorAll('button')].filter(e => e.checkVisibility()).length])"""


def combinations(whole):
    kinds, widths, states = list(TEMPLATES), list(WIDTHS), list(STATES)
    if whole:
        return [
            (kind, scheme, width, state) for kind in kinds for scheme in SCHEMES for width in widths for state in states
        ]
    return [
        (kind, scheme, widths[(row + column) % len(widths)], states[(row + column // 2 + row // 4) % len(states)])
        for row, kind in enumerate(kinds)
        for column, scheme in enumerate(SCHEMES)
    ]


def pytest_generate_tests(metafunc):
    if "combination" in metafunc.fixturenames:
        chosen = combinations(metafunc.config.getoption("--whole-matrix"))
        metafunc.parametrize("combination", chosen, ids=["-".join(each) for each in chosen])


def test_sample_meets_every_pair():
    chosen = combinations(whole=False)
    for kind in TEMPLATES:
        mine = [each for each in chosen if each[0] == kind]
        assert {each[1] for each in mine} == set(SCHEMES)
        assert {each[2] for each in mine} == set(WIDTHS)
        assert {each[3] for each in mine} == set(STATES)
    assert {(each[1], each[3]) for each in chosen} == {(scheme, state) for scheme in SCHEMES for state in STATES}
    assert {(each[1], each[2]) for each in chosen} == {(scheme, width) for scheme in SCHEMES for width in WIDTHS}


@pytest.fixture(scope="session")
def plain(pool, base):
    """How a page of a width looks when nothing is asked for."""
    looks = {}

    def look(name, width):
        if (name, width) not in looks:
            window = pool.window(viewport=size(width))
            looks[name, width] = window.open(base + name).evaluate(LOOK)
            window.close()
        return looks[name, width]

    return look


def size(width):
    return dict(zip(("width", "height"), WIDTHS[width], strict=True))


def test_axe_finds_nothing(window, plain, base, combination):
    name, scheme, width, state = combination
    wishes, address = SCHEMES[scheme]
    query = "&".join(filter(None, [address, STATES[state]]))
    browser = window(viewport=size(width), **wishes)
    page = browser.open(f"{base}{name}?{query}" if query else base + name)
    if state == "aids":
        page.wait_for_selector("#aids")
    forced = scheme == "forced-colours"
    if query not in {"", "mode=elder" if name == "zhangbei/index.html" else ""} and not forced:
        assert page.evaluate(LOOK) != plain(name, width), "the state changed nothing that can be seen"
    assert faults(page, forced=forced) == []
    assert browser.errors == []
