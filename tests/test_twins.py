"""What is written twice because a script and a template cannot share it: both copies say the same."""

import json
import re

from built import ROOT

WEB = ROOT / "scripts" / "gongkai" / "web"


def read(name):
    return (WEB / name).read_text(encoding="utf-8")


def listed(text, name):
    """The value of `var NAME = …;` in a script whose pieces are JSON but for the quotes of keys."""
    found = re.search(rf"var {name} = (.*?);\n", text, re.DOTALL)[1]
    return json.loads(re.sub(r"(?m)([{,]\s*)(\w+):(?=\s)", r'\1"\2":', found))


def choices():
    return listed(read("scripts/settings.js"), "CHOICES")


def groups():
    return {name: options for _, name, options in listed(read("scripts/aids.js"), "GROUPS")}


def test_icons_of_the_large_bar_are_drawn_as_those_of_the_pages():
    drawn = listed(read("scripts/elder.js"), "DRAWN")
    icons = dict(re.findall(r'"(\w+)": \'(.*?)\',\n', read("theme/partials/icons.html")))
    assert len(drawn) == 4
    assert {name: f'<path d="{path}"/>' for name, path in drawn.items()} == {name: icons[name] for name in drawn}


def test_large_bar_steps_through_the_sizes_that_can_be_chosen_and_calls_them_the_same():
    sizes, said = listed(read("scripts/elder.js"), "SIZES"), listed(read("scripts/elder.js"), "SAID")
    assert sizes == ["", *choices()["size"]] == [value for value, _ in groups()["size"]]
    assert said == dict(groups()["size"])


def test_reading_aids_offer_only_what_can_be_chosen_and_nearly_all_of_it():
    aids = [(name, value) for name, value, _ in listed(read("scripts/aids.js"), "AIDS")]
    offered = {(name, value) for name, options in groups().items() for value, _ in options if value} | set(aids)
    known = {(name, value) for name, values in choices().items() for value in values}
    assert offered <= known
    # the rest is asked for elsewhere: by the header, the reader's own speed button, or an address
    assert {name for name, _ in known - offered} == {"mode", "scheme", "speed", "aids"}
    assert known - offered >= {("scheme", "light"), ("mode", "elder")}


def test_every_scheme_that_can_be_chosen_has_colours_of_its_own():
    sheet = read("styles/tokens.css")
    assert [
        name
        for name in choices()["scheme"]
        if f'[data-scheme="{name}"]' not in sheet and f"[data-scheme={name}]" not in sheet
    ] == []
