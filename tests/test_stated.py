"""Metadata that a report itself states; nothing is guessed."""

from pathlib import Path

import pytest
import yaml

from gongkai import pages
from gongkai.companion import Companion
from gongkai.pages.stated import stated
from marked import reading

CASES = yaml.safe_load((Path(__file__).with_name("cases") / "stated.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["lines"][1])
def test_lines_around_the_text_state_metadata(case):
    assert stated(reading("\n".join(case["lines"])).report) == case["states"]


def test_companion_goes_before_the_report():
    read = reading("= 报告\n~ 清府〔2020〕14号\n~ 索引号：A1\n正文。")
    companion = Companion.model_validate({"索引号": "B2"})
    place, _ = pages.placed(read.report, companion, "")
    front = pages.facts(read, companion, place).front_matter()
    assert (front["发文字号"], front["索引号"]) == ("清府〔2020〕14号", "B2")
