import re

import pytest

from gongkai.explain import HEADS, page, parts
from gongkai.pipeline import checking

RULES = checking.rules()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_every_rule_has_what_why_wrong_right(rule):
    assert list(parts(rule)) == list(HEADS)
    text = page(rule)
    assert text.startswith(rule.code)
    for words in (parts(rule)["What"], parts(rule)["Why"]):
        assert re.search("[\u4e00-\u9fff]{4}", words), words


def test_codes_are_used_once():
    from gongkai import companion, extract, pages, parse, sources
    from gongkai.checks import registry

    codes = [
        r.code for r in (*sources.RULES, *parse.RULES, *extract.RULES, *pages.RULES, *registry.RULES, companion.BROKEN)
    ]
    assert len(codes) == len(set(codes))
