from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai.frontmatter import FrontMatterError, split

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "front_matter.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["good"], ids=lambda case: case["name"])
def test_front_matter_is_read(case):
    front = split(case["text"])
    assert front.values == case["values"]
    assert front.body == case.get("body", front.body)
    text = case["text"].removeprefix("\ufeff").replace("\r\n", "\n")
    assert "".join(text.splitlines(keepends=True)[front.body_line - 1 :]) == front.body


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda case: case["name"])
def test_flaw_is_told_with_its_place(case):
    with pytest.raises(FrontMatterError) as caught:
        split(case["text"])
    assert case["says"] in caught.value.what
    assert caught.value.line == case.get("line", caught.value.line)
    assert caught.value.column == case.get("column", caught.value.column)


@given(st.text(st.sampled_from("-\n: 标a[]{}'\"#&*!|>%@`?,\t"), max_size=60))
def test_any_text_is_read_or_refused(text):
    with suppress(FrontMatterError):
        front = split("---\n" + text)
        assert ("---\n" + text).endswith(front.body)
