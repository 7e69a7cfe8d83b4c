"""The style sheets: every colour a token, every pair of tokens with enough contrast in all six schemes."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from gongkai.web import assets

WEB = Path(assets.__file__).parent
MADE = assets.files()
STYLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((WEB / "styles").glob("*.css"))}
TOKENS = STYLES["tokens"]
RULES = "\n".join(text for name, text in STYLES.items() if name not in {"tokens", "print"})
# --paper: #ffffff;
TOKEN = re.compile(r"--(?P<name>\w+): (?P<value>#[0-9a-f]{6})")
BLOCK = re.compile(r"(?P<where>[^{}]*)\{(?P<inside>[^{}]*)\}")
SCHEMES = ["light", "dark", "bw", "black-yellow", "blue-yellow", "cream"]
TEXT = [
    *[("ink", ground) for ground in ("paper", "stone", "stone2", "mark", "target", "read")],
    *[("ink2", ground) for ground in ("paper", "stone", "stone2", "target")],
    *[(link, ground) for link in ("link", "visited") for ground in ("paper", "stone", "stone2", "target", "mark")],
    ("brand", "paper"),
    ("brand", "stone"),
    ("onbrand", "brand"),
    ("focusink", "focus"),
    *[(state, f"{state}bg") for state in ("ok", "mod", "rep", "exp", "fut")],
]
CONTROLS = [
    *[("line", ground) for ground in ("paper", "stone")],
    *[("figline", ground) for ground in ("paper", "stone", "stone2", "target", "read")],
    *[("brand", ground) for ground in ("paper", "stone", "stone2", "target")],
    ("sealrule", "paper"),
]


def schemes():
    found = {}
    more_contrast = TOKENS.index("@media (prefers-contrast: more)")
    for block in BLOCK.finditer(TOKENS):
        tokens = {m["name"]: m["value"] for m in TOKEN.finditer(block["inside"])}
        for name in re.findall(r'data-scheme="([\w-]+)"', block["where"]):
            found[name] = tokens
        if ":not([data-scheme])" in block["where"]:
            found["more contrast" if block.start() > more_contrast else "system dark"] = tokens
    return found


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_all_schemes_are_there_with_all_tokens():
    found = schemes()
    assert sorted(found) == sorted([*SCHEMES, "system dark", "more contrast"])
    assert {frozenset(tokens) for tokens in found.values()} == {frozenset(found["light"])}
    assert found["system dark"] == found["dark"]
    assert found["more contrast"] == found["bw"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_seven_to_one(scheme):
    tokens = schemes()[scheme]
    weak = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_and_chart_parts_have_three_to_one(scheme):
    tokens = schemes()[scheme]
    weak = {pair: round(contrast(tokens[pair[0]], tokens[pair[1]]), 2) for pair in CONTROLS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_every_colour_is_a_token():
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)a?\(", RULES) == []
    used = set(re.findall(r"var\(--(\w+)\)", RULES))
    sizes = {"sans", "song", "small", "body", "prose", "h3", "h2", "h1", "number", "leading", "gap"}
    sizes |= {"captionground", "captionink", "captionmark", "caption", "bar"}
    assert used - sizes <= set(schemes()["light"])


def test_every_piece_is_used_once():
    assert sorted(assets.STYLES) == sorted(STYLES)
    assert sorted(piece for pieces in assets.SCRIPTS.values() for piece in pieces) == sorted(
        path.relative_to(WEB / "scripts").as_posix()[:-3] for path in (WEB / "scripts").rglob("*.js")
    )


def test_nothing_moves_or_comes_from_elsewhere():
    forbidden = r"\b(?:animation|transition|@keyframes|@import|@font-face|scroll-behavior|url\((?!.pointer\.svg))"
    assert re.findall(forbidden, MADE["assets/gongkai.css"]) == []
    assert "justify;" not in MADE["assets/gongkai.css"]
    assert "italic" not in MADE["assets/gongkai.css"]


def test_style_sheet_and_scripts_are_small():
    sizes = {name: len(gzip.compress(text.encode(), 6)) for name, text in MADE.items()}
    assert sizes["assets/gongkai.css"] <= 12_000
    assert sizes["assets/settings.js"] + sizes["assets/gongkai.js"] <= 8_000
    assert max(sizes.values()) <= 12_000


def test_comments_are_left_out_and_nothing_else():
    assert not re.search(r"^ |/\*|^//", MADE["assets/gongkai.js"], re.MULTILINE)
    assert MADE["assets/gongkai.js"].count('"use strict"') == len(assets.SCRIPTS["gongkai.js"])
    assert MADE["assets/gongkai.css"].count("{") == MADE["assets/gongkai.css"].count("}")


def test_scripts_share_one_object_and_each_of_its_names_is_given_once():
    given = Counter()
    for path in (WEB / "scripts").rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        own = text.partition("window.gongkai = {")[2]
        given.update(
            {
                *re.findall(r"\bgongkai\.(\w+) = (?!gongkai\.\w+ \|\|)", text),
                *re.findall(r"^ {4}(\w+): ", own, re.MULTILINE),
            }
        )
    assert {"choose", "search", "answer", "words"} <= set(given)
    assert [name for name, times in given.items() if times > 1] == []


def test_scripts_are_classic():
    for script in [*(WEB / "scripts").rglob("*.js"), *(WEB / "theme" / "assets").glob("*.js")]:
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(?:import|export)\b|\bfetch\(|XMLHttpRequest|\beval\(|innerHTML", text, re.MULTILINE)
