"""axe finds nothing, A to AAA contrast, on any page kind in any scheme, width and state.

`make test` takes a sample in which every kind meets every scheme, width and state; `make test-all` takes all.
A state must first be seen to change the page: a state that was never entered would always look clean.
"""

from pathlib import Path

import axe_playwright_python

from conftest import TEMPLATES

AXE = (Path(axe_playwright_python.__file__).with_name("axe.min.js")).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AAA = ["color-contrast-enhanced", "target-size", "identical-links-same-purpose"]
# axe reads -webkit-text-fill-color, which Chromium does not force: these rules judge colours that nobody sees
BLIND_WHEN_FORCED = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
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


def test_axe_finds_nothing(window, base, combination):
    name, scheme, width, state = combination
    wishes, address = SCHEMES[scheme]
    query = "&".join(filter(None, [address, STATES[state]]))
    browser = window(viewport=dict(zip(("width", "height"), WIDTHS[width], strict=True)), **wishes)
    entered = query not in {"", "mode=elder" if name == "zhangbei/index.html" else ""} and scheme != "forced-colours"
    if entered:
        plain = window(viewport=dict(zip(("width", "height"), WIDTHS[width], strict=True))).open(base + name)
        before = plain.evaluate(LOOK)
    page = browser.open(f"{base}{name}?{query}" if query else base + name)
    page.wait_for_timeout(100)
    if entered:
        assert page.evaluate(LOOK) != before, "the state changed nothing that can be seen"
    page.evaluate(AXE)
    rules = {rule: {"enabled": True} for rule in AAA}
    if scheme == "forced-colours":
        rules |= {rule: {"enabled": False} for rule in BLIND_WHEN_FORCED}
    found = page.evaluate(
        "o => axe.run(document, o)",
        {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules, "resultTypes": ["violations"]},
    )["violations"]
    assert [(hit["id"], [node["html"][:120] for node in hit["nodes"][:3]]) for hit in found] == []
    assert browser.errors == []
