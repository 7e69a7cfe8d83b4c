"""The tables behind 拼音 and 简繁 as data: whole, small, and said to be from whom. What they say is tested in a browser."""

import gzip
import re
from pathlib import Path

import pytest
import yaml

from gongkai.web import assets

WEB = Path(assets.__file__).parent
ROOT = WEB.parents[2]
FIRST, SHIFT = 0x4E00, 0x100
# phrases: "…"
PART = re.compile(r'^(?P<name>\w+): "(?P<text>[^"\\]*)",?$', re.MULTILINE)
# tone mark or none: běi, lü, ng
READING = re.compile(r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ̀̄́̌ế]+")
LIMITS = {"pinyin": 60_000, "hant": 15_000}


def text(name):
    return (WEB / "theme" / "assets" / f"{name}.js").read_text(encoding="utf-8")


def parts(name):
    return {part["name"]: part["text"] for part in PART.finditer(text(name))}


def characters(steps):
    found, code = [], FIRST
    for step in steps:
        code += ord(step) - SHIFT
        found.append(chr(code))
    return found


@pytest.mark.parametrize("name", LIMITS)
def test_table_is_small_and_names_its_origin(name):
    assert len(gzip.compress(text(name).encode(), 6)) <= LIMITS[name]
    head = text(name).splitlines()[0]
    assert "Copyright" in head
    assert "License" in head
    assert f"assets/{name}.js" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_every_character_has_a_reading():
    data = parts("pinyin")
    readings = data["values"].split(" ")
    known = characters(data["steps"])
    assert len(known) == len(set(known)) == len(data["numbers"]) > 6_700
    assert max(ord(number) - SHIFT for number in data["numbers"]) == len(readings) - 1
    assert [reading for reading in readings if not READING.fullmatch(reading)] == []


def test_every_character_has_another_traditional_form():
    data = parts("hant")
    known = characters(data["steps"])
    assert len(known) == len(set(known)) == len(data["values"]) > 2_000
    assert [c for c, form in zip(known, data["values"], strict=True) if c == form] == []


@pytest.mark.parametrize("name", LIMITS)
def test_phrases_stand_in_groups_once_each(name):
    groups = [group.split(" ") for group in parts(name)["phrases"].split("|")]
    assert {len(group) for group in groups} == {2}
    heads = [head for head, _ in groups]
    assert len(heads) == len(set(heads))
    for head, phrases in groups:
        shown = phrases.split(",")
        assert len(shown) == len(set(shown))
        assert all(("-" in phrase) == bool(head) and len(phrase) > 1 for phrase in shown)


@pytest.mark.parametrize(("name", "least"), [("pinyin", 40), ("hant", 30)])
def test_cases_are_written_once(name, least):
    cases = yaml.safe_load((ROOT / "tests" / "cases" / f"{name}.yml").read_text(encoding="utf-8"))
    assert len({case for case, _ in cases}) == len(cases) >= least
