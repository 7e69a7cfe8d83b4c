"""A small site indexed and asked from Python."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.cli import gongkai
from gongkai.commands import run
from gongkai.search import Block, Fact, Options, Record, build, search
from gongkai.search import shards as form
from gongkai.search.engine import ask, counts
from gongkai.search.opened import Index
from gongkai.search.ranking import ranking
from gongkai.search.shards import Posting

WORDS = {
    "领养": ("收养",),
    "年假": ("带薪年休假", "年休假"),
    "老人": ("老年人",),
    "娃": ("子女",),
    "怎么办": ("登记",),
    "公司辞退我": ("解除劳动合同",),
}


def record(title, *paragraphs, **more):
    blocks = tuple(Block(f"p-{number}", "", text) for number, text in enumerate(paragraphs))
    return Record(0, f"{title}.html", title, blocks=blocks, **more)


RECORDS = [
    record("殡葬管理条例", "为了加强殡葬管理，制定本条例。", date="2012-01-01", year="2012", kind="行政法规"),
    record(
        "中国公民收养子女登记办法", "收养人应当到登记机关办理收养登记。", date="2013-01-01", year="2013", kind="规章"
    ),
    record(
        "职工带薪年休假条例",
        "职工连续工作1年以上的，享受带薪年休假。月计薪天数为21.75天。",
        date="2014-01-01",
        year="2014",
        agency="国务院",
        number_text="国务院令〔2007〕514号",
        index_number="000014349/2019-00007",
        kind="行政法规",
    ),
    record("政府督查工作条例", "县级以上人民政府应当加强督查。", date="2015-01-01", year="2015", kind="行政法规"),
    record("老年人优待办法（旧）", "老年人乘车免费。", validity="废止", date="2016-01-01", year="2016", kind="规章"),
    record("老年人优待办法（新）", "老年人乘车免费。", validity="有效", date="2016-01-01", year="2016", kind="规章"),
    record("关于市政务服务的通知", "办理收养登记的，到政务服务中心。", date="2017-01-01", year="2017", kind="通知"),
    record("劳动合同法", "用人单位解除劳动合同的，应当支付补偿。", date="2018-01-01", year="2018", kind="法律"),
    replace(
        record("县政府2022年工作报告", "一年来做了许多工作。", "办结率达98.8%。", date="2023-01-01", year="2023"),
        facts=(Fact(1, "办结率达98.8%。", "办结率", "98.8%", "98.8", "%", "", "2022年", "indicators.html#r-1"),),
    ),
]


def written(folder, records, words=WORDS):
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in build(records, words).items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return written(tmp_path_factory.mktemp("site") / "search", RECORDS)


@pytest.fixture(scope="module")
def index(site):
    return Index(site)


def titles(index, query, **options):
    return [hit.title for hit in ask(index, query, Options(**options)).hits]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("殡葬管理条例", "殡葬管理条例"),
        ("殯葬管理", "殡葬管理条例"),
        ("殡葬管里", "殡葬管理条例"),
        ("政付督查", "政府督查工作条例"),
        ("督条", "政府督查工作条例"),
        ("收子办", "中国公民收养子女登记办法"),
        ("zhengfuducha", "政府督查工作条例"),
        ("zfdc", "政府督查工作条例"),
        ("领养手续", "中国公民收养子女登记办法"),
        ("年假", "职工带薪年休假条例"),
        ("国务院令[2007]514号", "职工带薪年休假条例"),
        ("国务院令2007年第514号文件", "职工带薪年休假条例"),
        ("000014349/2019-00007", "职工带薪年休假条例"),
        ("000014349 2019-00007", "职工带薪年休假条例"),
        ("21.75天", "职工带薪年休假条例"),
        ("国务院 休假", "职工带薪年休假条例"),
        ("９８．８％", "县政府2022年工作报告"),
        ("我家娃要登记", "中国公民收养子女登记办法"),
        ("老人坐车", "老年人优待办法（新）"),
        ("公司把我辞退", "劳动合同法"),
        ("辞退我的公司", "劳动合同法"),
    ],
)
def test_the_page_that_is_meant_comes_first(index, query, title):
    assert titles(index, query)[0] == title


def test_a_repealed_document_comes_after_the_one_in_force(index):
    assert titles(index, "老年人优待办法")[:2] == ["老年人优待办法（新）", "老年人优待办法（旧）"]


def test_a_number_finds_what_bears_it_and_nothing_of_its_parts(tmp_path):
    pages = [record(f"云江府发布会{number}", f"云江府发布第{number}号消息。") for number in range(6)]
    pages += [replace(record("停车办法", "停车要交费。"), number_text="云江府发〔2022〕31号")]
    pages += [record("停车办法解读", "《停车办法》（云江府发〔2022〕31号）说了什么。")]
    found = search(written(tmp_path, pages), "云江府发[2022]31号")
    assert {hit.title for hit in found.hits} == {"停车办法", "停车办法解读"}


def test_a_reader_s_word_is_told_with_what_it_means(index):
    assert ask(index, "领养孩子", Options()).said == (("领养", ("收养",)),)


def test_a_word_that_many_documents_say_is_no_reader_s_word(tmp_path):
    pages = [record(f"公告{number}", "领养的动物要登记。") for number in range(6)] + list(RECORDS)
    assert ask(Index(written(tmp_path, pages)), "领养手续", Options()).said == ()


def test_half_of_a_reader_s_word_says_nothing(index):
    assert ask(index, "公司登记", Options()).said == ()
    assert ask(index, "公司停业怎么办", Options()).said == ()


def test_a_reader_s_word_across_two_other_words_is_not_meant(tmp_path):
    pages = [record(f"关于考核的通知{number}", "提高质量，加强考核。") for number in range(5)]
    pages.append(record("关于提高考核质量的通知", "提高考核质量。"))
    pages.append(record("普通高等学校招生办法", "招生全国统一考试。"))
    index = Index(written(tmp_path / "search", pages, {"高考": ("招生",)}))
    assert ask(index, "提高考核", Options()).said == ()
    assert ask(index, "高考分数", Options()).said == (("高考", ("招生",)),)


def test_the_sentence_is_quoted_with_its_marks_and_place(index):
    (hit, *_) = ask(index, "月计薪天数", Options()).hits
    assert hit.excerpt.anchor == "p-0"
    assert hit.excerpt.sentence == "月计薪天数为21.75天。"
    assert hit.excerpt.marks == ((0, 5),)


def test_an_indicator_is_shown_with_its_row(index):
    (hit, *_) = ask(index, "办结率", Options()).hits
    (fact,) = hit.excerpt.facts
    assert (fact.raw, fact.period, fact.row_url, fact.anchor) == ("98.8%", "2022年", "indicators.html#r-1", "p-1")


def test_a_typo_is_answered_with_what_was_meant(index):
    assert ask(index, "政付督查", Options()).suggestion == "政府督查"
    assert ask(index, "政府督查", Options()).suggestion == ""


def test_results_can_be_narrowed_and_sorted_by_date(index):
    assert titles(index, "收养登记") == ["中国公民收养子女登记办法", "关于市政务服务的通知"]
    assert titles(index, "收养登记", by_date=True) == ["关于市政务服务的通知", "中国公民收养子女登记办法"]
    assert titles(index, "收养登记", filters={"type": "通知"}) == ["关于市政务服务的通知"]
    assert titles(index, "收养登记", filters={"type": "通知", "year": "2013"}) == []


def test_each_choice_is_counted_as_it_would_narrow(index):
    found = counts(index, "收养登记", Options())
    assert found["type"] == {"规章": 1, "通知": 1}
    found = counts(index, "收养登记", Options(filters={"type": "通知"}))
    assert (found["type"], found["year"]) == ({"规章": 1, "通知": 1}, {"2017": 1})


def test_pages_of_results_are_cut_from_one_ranking(index):
    assert titles(index, "条例", limit=2) + titles(index, "条例", limit=2, offset=2) == titles(index, "条例", limit=4)


@pytest.mark.parametrize(
    "query",
    [
        *(
            "",
            " ",
            "，",
            "的",
            "怎么",
            "😀",
            "<script>alert(1)</script>",
            "a" * 10000,
            "休假" * 5000,
            "[(*+?^$\\",
            "\x00\x1f",
        ),
        *("\ud800休假", "__proto__", "constructor", "%00", "' OR 1=1", "〔〕第号", "=领养", "#办发", "~zheng'fu"),
    ],
)
def test_any_query_is_answered_or_finds_nothing(index, query):
    found = ask(index, query, Options())
    assert found.total >= len(found.hits)


# any code point, halves of a pair among them, between words that the index holds
ANY = st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None)
PART = st.one_of(ANY, st.text(ANY, max_size=20), st.sampled_from(["收养", "12", "〔2011〕", "怎么", "条例", "\u200b"]))
HIDDEN = ["__proto__", "constructor", "\ud800", "", "2012"]


@given(
    st.lists(PART, max_size=8).map("".join),
    st.dictionaries(st.sampled_from(["year", "type", "__proto__", "\x00"]), st.sampled_from(HIDDEN)),
    st.integers(0, 10**9),
    st.booleans(),
)
def test_no_text_breaks_the_search(index, query, filters, offset, by_date):
    found = ask(index, query, Options(3, offset, filters, by_date))
    assert len(found.hits) <= min(3, max(0, found.total - offset))
    assert set(counts(index, query, Options(filters=filters))) <= {"column", "year", "agency", "type", "validity"}
    for hit in found.hits:
        ends = [0, *(place for mark in hit.excerpt.marks for place in mark), len(hit.excerpt.sentence)]
        assert ends == sorted(ends)


def test_what_nobody_sees_does_not_part_words(index):
    plain = ask(index, "收养登记", Options())
    assert plain.hits
    assert ask(index, "收\u200b养\u00ad登\ufe0f\u202e记\ufeff", Options()).hits == plain.hits


def test_the_command_shows_nothing_that_a_terminal_obeys(site, capsys):
    assert run(gongkai, ["search", "\x1b[31m鸵鸟\x07\udcff\u202e" + "鸵" * 9999, "--site", str(site.parent)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("没有找到“[31m鸵鸟鸵")
    assert len(out) < 250


def test_the_same_records_give_the_same_bytes():
    assert build(RECORDS, WORDS) == build(list(RECORDS), dict(WORDS))


def test_a_changed_page_changes_its_own_files_and_the_shards_of_its_terms():
    before = build(RECORDS, WORDS)
    changed = replace(RECORDS[0], blocks=(Block("p-0", "", "为了加强殡葬管理，制定本条例。鸵鸟"),))
    after = build([changed, *RECORDS[1:]], WORDS)
    families = sorted({name.split("-")[0] for name in before.keys() ^ after.keys()})
    shards = [name for name in families if name.startswith("s")]
    assert len(shards) <= 1 + len("鸵鸟")
    assert set(families) - set(shards) <= {"r0", "c0_0", "dr0", "ds0"}


def test_names_tell_contents_so_that_two_builds_never_mix():
    for name, data in build(RECORDS, WORDS).items():
        stem, payload = form.payload(data)
        assert name == f"{stem}.js"
        assert data == form.script(stem, payload)


def test_a_long_page_is_cut_at_blocks_and_led_to_its_chunk(tmp_path):
    long = record(
        "大全",
        *[f"第{number}段讲的是别的事情，与人无关，写得很长很长很长很长。" * 4 for number in range(40)],
        "鸵鸟归谁养？",
    )
    index = Index(written(tmp_path / "search", [long]))
    (hit,) = ask(index, "鸵鸟", Options()).hits
    assert (hit.excerpt.anchor, hit.excerpt.sentence) == ("p-40", "鸵鸟归谁养？")
    assert len(list(tmp_path.glob("search/c0_*"))) > 3


def test_frequent_terms_have_tails_that_filters_reach(tmp_path):
    many = [record(f"公告{number}", "停水。", year=str(2000 + number % 3)) for number in range(1200)]
    index = Index(written(tmp_path / "search", many))
    found = ask(index, "停水", Options(limit=1))
    assert (found.more, found.total) == (True, ranking()["index"]["head"])
    found = ask(index, "停水", Options(limit=1, filters={"year": "2001"}))
    assert found.total == 400
    assert ask(index, "停", Options(filters={"year": "2001"})).hits == ()
    assert ask(index, "公", Options(1, filters={"year": "2001"})).total > 0


postings = st.dictionaries(
    st.integers(0, 30000), st.tuples(st.integers(0, 3), st.integers(1, 7), st.integers(0, 90)), min_size=1, max_size=60
).map(lambda found: [Posting(document, *rest) for document, rest in sorted(found.items())])


@given(postings, st.integers(1, 50))
def test_entries_are_read_as_they_were_written(written, most):
    head, tail = form.entry(list(map(form.packed, written)), most)
    first = form.read(head)
    rest = form.read(tail).postings if tail else ()
    assert first.count == len(written)
    assert first.whole == (not tail)
    assert sorted((*first.postings, *rest), key=lambda one: one.document) == written
    assert all(
        form.impact_of(form.packed(one)) >= form.impact_of(form.packed(other))
        for one in first.postings
        for other in rest
    )


@given(st.lists(st.integers(0, 10**7)))
def test_numbers_are_read_as_they_were_written(values):
    assert form.numbers("".join(map(form.number, values))) == values


def test_lines_keep_terms_and_readers_words_apart():
    content = "\n".join(
        [
            form.line("收养", "C#"),
            form.line("98.8", "D#"),
            form.line("税", "E#"),
            form.line("领养", "F#", ("收养", "抱养")),
        ]
    )
    assert form.lines(content) == ({"收养": "C#", "98.8": "D#", "税": "E#"}, {"领养": "收养,抱养 F#"})


def test_the_command_says_what_the_page_would(site, capsys):
    assert run(gongkai, ["search", "政付督查", "--site", str(site.parent)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("您要找的是不是：政府督查\n1. 政府督查工作条例\n")
    assert run(gongkai, ["search", "领养", "--json", "--limit", "1", "--site", str(site.parent)]) == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["title"] == "中国公民收养子女登记办法"


def test_the_command_takes_several_words_and_tells_validity_as_pages_do(site, capsys):
    assert run(gongkai, ["search", "老年人", "乘车", "--site", str(site.parent)]) == 0
    several = capsys.readouterr().out
    assert run(gongkai, ["search", "老年人 乘车", "--site", str(site.parent)]) == 0
    assert capsys.readouterr().out == several
    assert "1. 老年人优待办法（新）\n   2016-01-01  现行有效\n" in several
    assert "2. 老年人优待办法（旧）\n   2016-01-01  已废止\n" in several


def test_the_command_tells_when_there_is_no_index(tmp_path, capsys):
    assert run(gongkai, ["search", "年假", "--site", str(tmp_path)]) == 2
    assert "gongkai build" in capsys.readouterr().err


def test_the_folder_can_be_asked_directly(site):
    assert search(site, "殡葬").total == 1
