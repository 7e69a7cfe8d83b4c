"""The words of questions as browsers get them: readable for old ones, whole, and consistent."""

import json
import re

import pytest

from gongkai import words
from gongkai.search import asking

ENTRIES = [
    pytest.param(entry, id=f"{group}-{entry.expression[:20]}")
    for group, entries in words.load("asking").items()
    for entry in entries
]
# (?P<name>…) (?<=…) (?<!…): not in the browsers of old phones
TOO_NEW = re.compile(r"\(\?P?<")


@pytest.mark.parametrize("entry", ENTRIES)
def test_pattern_is_readable_by_old_browsers(entry):
    assert not TOO_NEW.search(entry.expression)


def test_each_kind_that_needs_a_sign_is_asked_for_somewhere():
    rows = asking.asking()
    kinds = {row[1] for row in rows["asks"]}
    assert {row[1] for row in rows["holds"]} <= kinds


def test_script_hands_over_the_words():
    text = asking.script()
    assert text.startswith("gongkai.asking = {")
    assert json.loads(text.removeprefix("gongkai.asking = ").rstrip(";\n")) == asking.asking()
