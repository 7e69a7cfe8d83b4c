"""Nothing is lost and nothing invented: every character that is not blank stands in exactly one block, in order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.parse import findings
from gongkai.sources import read
from reading import assert_whole, outline, parsed

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "seeds", ROOT / "tests" / "reports", ROOT.parent / "shared" / "dev" / "reports")
REPORTS = sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))

MARKS = [
    "一、",
    "（一）",
    "(二)",
    "1.",
    "2、",
    "（1）",
    "①",
    "②",
    "第一，",
    "第一部分 ",
    "Ⅰ、",
    "1.1 ",
    "一是",
    "二是",
    "首先，",
    "其次，",
]
WORDS = [
    "总体情况",
    "主动公开",
    "存在的问题",
    "抓好落实",
    "12345热线",
    "“一件事”套餐",
    "《条例》",
    "（试行）",
    "清溪县人民政府",
]
FACTS = ["公开信息12条", "办结率达98.8%", "完成投资1.2亿元", "各项工作顺利完成，成效明显", "比上年增长12.3%，居全市第1"]
ODD = [
    "“",
    "”",
    "《",
    "（",
    "）",
    '"',
    "\u3000",
    "\t",
    "\u00a0",
    "——",
    "●",
    "\u200b",
    "\0",
    "\ud800",
    "\r",
    "\x85",
    "\u2028",
    "A",
    "-",
]
LINES = [
    "各位代表：",
    "来源：",
    "2023年1月10日",
    "索引号：A1",
    "单位：万元",
    "指标 数量 单位",
    "公开 12 3 4",
    "目录",
    "附件：1.表",
    "",
    "　",
]

mark = st.sampled_from(["", *MARKS])
phrase = st.lists(st.sampled_from([*WORDS, *FACTS, *ODD]), min_size=1, max_size=4).map("".join)
sentence = st.builds(
    lambda *parts: "".join(parts), mark, phrase, st.sampled_from(["。", "；", "：", "，", "！", "", "。”"])
)
line = st.one_of(st.lists(sentence, min_size=1, max_size=5).map("".join), st.sampled_from(LINES))
grammar = st.lists(line, max_size=25).map("\n".join)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_real_reports_are_whole(path):
    source, flaws = read(path, path.name)
    assert flaws == []
    whole = parsed(source.text)
    assert_whole(whole)
    assert whole.title
    assert outline(whole)


def test_seed_is_among_the_reports():
    assert ROOT / "seeds" / "000_08dcf3201d913eac.txt" in REPORTS


@given(grammar)
def test_texts_made_of_real_pieces_are_whole(text):
    whole = parsed(text)
    assert_whole(whole)
    findings(whole, "a.txt")


@given(st.text(st.characters(), max_size=300))
def test_any_text_is_whole(text):
    whole = parsed(text)
    assert_whole(whole)
    findings(whole, "a.txt")


@given(grammar)
def test_reading_twice_gives_the_same(text):
    assert parsed(text) == parsed(text)


@given(grammar, st.integers(0, 6), st.sampled_from([*WORDS, *FACTS]))
def test_corrections_lose_nothing(text, level, words):
    from gongkai.companion import HeadingCorrection

    correction = HeadingCorrection.model_validate({"原文": words, "级别": level})
    whole = parsed(text, [correction])
    assert_whole(whole)
    if level == 0:
        assert all(one.text.rstrip("。：；") != words for one in whole.headings())
