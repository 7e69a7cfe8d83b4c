"""Titles turn where the meaning is whole."""

from pathlib import Path

import pytest
import yaml

from gongkai.web.titles import segments

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "titles.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_title_turns_at_its_meaning(case):
    title = case["title"].replace("|", "")
    assert segments(title, case["issuer"]) == case["title"].split("|")
