"""Converting loses and invents nothing (design contract 2): the page's text is the report's, whatever stands in it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai import extract, pages, parse, sources
from gongkai.companion import Companion
from gongkai.frontmatter import split
from marked import account, reading, source
from rendered import ENGINES, page, seen, tight

ROOT = Path(__file__).parents[1]
EMPTY = Companion.model_validate({})
# what some Markdown engine, somewhere, takes for markup; blanks of every kind; characters that engines drop
HOSTILE = [
    *"*_`[]<>&#+-=|~:!{}\\^$()./\"'@%;,1a报率“（", "**", "__", "``", "~~", "==", "^^", "![", "](", "[^1]", "[x]: /u",
    "[ ] ", "[TOC]", "*[HTML]: x", "&nbsp;", "&#42;", "&lt;b>", "<b>", "<!-- x -->", "</div>", "<script>", "<a id=x>",
    ":smile:", "---", "***", "===", "!!! note", "??? note", "/// note", "```", "~~~ x", "- ", "+ ", "* ", "> ", "# ",
    "1. ", "2) ", ": ", "    ", "\t", "\u3000", "\xa0", "http://a.cn/a_b*c", "www.a_b.cn", "a_b@c.cn", "{: .x}", "{#i}",
    "[[x]]", "++ctrl+c++", "{++x++}", "{>>x<<}", "$a$", "\\(a\\)", "=== \"t\"", "#!py x", "https://x.cn/**", "||", "|-|",
    "\x00", "\x02", "\x0b", "\x1f", "\x85", "\u2028", "\u200b", "\ufeff", "\ufffe", "🙂", "⑴", "𠮷",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_characters="\n\r{}|", exclude_categories=["Cs"])), min_size=1, max_size=12).map("".join)  # fmt: skip
NUMBERS = st.sampled_from(
    ["{98.8%|办结率|98.8|%}", "{-5件|增量|-5|件}", "{[9]件|件数|9|件}", "{2022年}", "{5*3|积|15}"]
)
LINE = st.lists(st.one_of(TEXT.map(lambda t: t.translate({123: "｛", 125: "｝", 124: "¦", 10: " ", 13: " "})), NUMBERS), min_size=1, max_size=6).map("".join)  # fmt: skip
WORDS = st.sampled_from(["\n", "\n\n", "某县司法局", "关于2022年", "工作情况的报告", "一、", "（一）", "1. ", "一是", "二是", "。", "：", "办结率达98.8%", "共56件", "\t", "  ", "2023年1月20日", "存在的问题", "“", "《", "（"])  # fmt: skip
MARK = st.sampled_from(["", "", "", "一是", "= ", "~ ", "# ", "## ", "| ", "| ", "> "])
MARKED = st.lists(st.tuples(MARK, LINE).map("".join), min_size=1, max_size=12).map("\n".join)


def body(made):
    return split(made.decode()).body


def text_page(read, companion=EMPTY):
    place, _ = pages.placed(read.report, companion, "seeds/test.txt")
    made = pages.files(read, pages.facts(read, companion, place), account(read))
    return body(made[f"{place.folder}/index.md"])


def expected(report):
    """The report's text, its title first: a page begins with it even when the source has a line before it."""
    text = report.source.text
    rest, cursor = [], 0
    for span in report.title_spans:
        rest.append(text[cursor : span.start])
        cursor = span.end
    title = "".join(span.of(text) for span in report.title_spans) or "test"
    return tight(title) + tight("".join([*rest, text[cursor:]]))


@settings(max_examples=150)
@given(MARKED)
@pytest.mark.parametrize("engine", ENGINES)
def test_text_of_a_page_is_the_text_of_its_report(engine, marked):
    read = reading(marked)
    assert seen(ENGINES[engine](text_page(read))) == expected(read.report)


@settings(max_examples=100)
@given(MARKED)
def test_page_holds_no_markup_but_its_own(marked):
    read = reading(marked)
    allowed = {"h1", "h2", "h3", "p", "a", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    for engine in ENGINES.values():
        tags = page(engine(text_page(read))).tags
        assert {tag for tag, _ in tags} <= allowed
        ours = [attrs for tag, attrs in tags if tag == "a" and not attrs.get("href", "").startswith(("http", "ftp"))]
        assert all(set(a) == {"id"} or a["href"].startswith(("indicators.md#r-", "mailto:")) for a in ours)


REPORTS = [
    *sorted(ROOT.glob("seeds/*.txt")),
    *sorted(ROOT.glob("tests/reports/*.txt")),
    *sorted((ROOT.parent / "shared/dev/reports").glob("d*.txt")),
]


def read(source):
    return extract.reading(parse.report(source))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("engine", ENGINES)
def test_text_of_a_real_report_is_kept(engine, path):
    source, _ = sources.read(path, path.name)
    made = read(source)
    assert seen(ENGINES[engine](text_page(made))) == expected(made.report)


@settings(max_examples=100)
@given(st.lists(st.one_of(TEXT, WORDS), min_size=1, max_size=15).map("".join))
def test_text_that_was_parsed_is_kept(text):
    made = read(source(text.replace("\r", "\n")))
    for engine in ENGINES.values():
        assert seen(engine(text_page(made))) == expected(made.report)
