"""A text becomes a report: headings, points, sentences, title and head, whatever way an office writes them."""

import cProfile
from collections import Counter
from pathlib import Path

import pytest
import yaml

from gongkai.companion import HeadingCorrection
from gongkai.findings import Place
from gongkai.parse import RULES, findings, report
from gongkai.parse.numbering import number
from gongkai.parse.sentences import sentences
from reading import assert_whole, outline, parsed, source

CASES = Path(__file__).with_name("cases")
SEED = Path(__file__).parents[1] / "seeds" / "000_08dcf3201d913eac.txt"


def cases(name):
    return [
        pytest.param(case, id=case.get("name") or case["text"][:20])
        for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    ]


def texts(read, paragraphs):
    return [paragraph.span.of(read.source.text) for paragraph in paragraphs]


@pytest.mark.parametrize("case", cases("parse_outlines"))
def test_outline_holds_the_headings_and_no_others(case):
    read = parsed(case["text"])
    assert outline(read) == case["outline"]
    assert_whole(read)


@pytest.mark.parametrize("case", cases("parse_reports"))
def test_whole_report_is_read(case):
    read = parsed(case["text"])
    assert outline(read) == case["outline"]
    assert (read.title, read.issuer, read.year) == (case["title"], case["issuer"], case["year"])
    kinds = Counter(paragraph.kind.value for _, paragraph in read.paragraphs())
    assert kinds.pop("front", 0) == case["front"]
    assert kinds - Counter(text=kinds["text"]) == case["kinds"]
    assert_whole(read)


@pytest.mark.parametrize("case", cases("parse_heads"))
def test_head_is_told_apart(case):
    read = parsed(case["text"])
    assert read.title == case["title"]
    assert texts(read, read.front) == case.get("front", [])
    assert (read.issuer, read.year) == (case["issuer"], case["year"])
    assert_whole(read)


@pytest.mark.parametrize("case", cases("parse_points"))
def test_points_and_items_are_cut(case):
    read = parsed(f"清溪县2022年工作总结\n一、主要情况\n{case['text']}\n二、下步打算\n继续努力。\n")
    text = read.source.text
    section = read.body.sections[0]
    shown = [
        f"{one.kind.value} {one.marker}: {one.span.of(text)}" + (f" | {one.lead.span.of(text)}" if one.lead else "")
        for one in section.paragraphs
    ]
    assert shown == case["cut"]
    assert_whole(read)


@pytest.mark.parametrize("case", cases("parse_sentences"))
def test_sentences_respect_quotes_and_brackets(case):
    text = case["text"]
    assert [one.span.of(text) for one in sentences(text, 0, len(text))] == case["sentences"]


def test_sentences_are_found_inside_a_piece_of_a_text():
    text = "甲“乙。丙。丁”戊。"
    assert [one.span.of(text) for one in sentences(text, 2, 6)] == ["乙。", "丙。"]


def test_seed_is_read_as_a_person_reads_it():
    read = parsed(SEED.read_text(encoding="utf-8"))
    assert read.title == "云阳县人民政府办公室关于2022年法治政府建设情况的报告"
    assert (read.issuer, read.year, read.front) == ("云阳县人民政府办公室", 2022, ())
    assert len(read.title_spans) == 2
    assert outline(read) == (
        "# 一、履行推进法治建设第一责任人职责情况\n"
        "# 二、法治政府建设示范创建的主要举措和成效\n"
        "## （一）聚焦务实创新推进“放管服”改革\n"
        "## （二）聚焦科学民主规范重大行政决策\n"
        "## 聚焦公开透明提升政务公开效能?\n"
        "# 三、存在的问题\n"
        "# 四、下步工作打算\n"
    )
    points = [one for _, one in read.paragraphs() if one.kind.value == "point"]
    assert len(points) == 22
    assert sum(1 for one in points if one.lead) == 19
    assert [one.number_lost for one in read.headings()].count(True) == 1


def test_levels_follow_the_style_of_numbers():
    read = parsed("清溪县2022年工作总结\n1.甲事\n做了甲事。\n（1）乙事\n做了乙事。\n2.丙事\n做了丙事。\n")
    assert [(one.level, one.depth) for one in read.headings()] == [(3, 1), (4, 2), (3, 1)]


def test_heading_without_number_stands_one_level_below_the_one_above():
    read = parsed(
        "某局工作总结\n一、甲事\n乙事较好\n做了乙事，成效明显。\n丙事较好\n做了丙事，成效明显。\n二、丁事\n做了丁事。\n"
    )
    assert [(one.level, one.depth) for one in read.headings()] == [(1, 1), (2, 2), (2, 2), (1, 1)]


def test_heading_span_holds_number_words_and_closing_mark():
    read = parsed("某局工作总结\n　　（一） 主动公开。　全年公开12条。\n（二）依申请公开。全年答复3件。\n")
    first = next(read.headings())
    assert first.span.of(read.source.text) == "（一） 主动公开。"
    assert (first.number, first.text, first.run_in) == ("（一）", "主动公开", True)
    [body] = read.body.sections[0].paragraphs
    assert body.span.of(read.source.text) == "全年公开12条。"


@pytest.mark.parametrize(
    "written", ["一百零一、甲", "2022年，甲", "十件实事", "第一书记", "12.3%增长", "（2022年）", "100、甲", "III型"]
)
def test_words_that_only_look_numbered_are_not(written):
    assert number(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("十二、甲", 12),
        ("二十、甲", 20),
        ("二十一、甲", 21),
        ("㈢甲", 3),
        ("⑿甲", 12),
        ("⒒甲", 11),
        ("⑳甲", 20),
        ("㉑甲", 21),
        ("❸甲", 3),
        ("Ⅳ、甲", 4),
        ("IX.甲", 9),
        ("１２、甲", 12),
        ("第十一章 甲", 11),
        ("\u200b三、甲", 3),
    ],
)
def test_value_of_a_number(written, value):
    assert number(written).value == value


def correction(text, level):
    return HeadingCorrection.model_validate({"原文": text, "级别": level})


def test_correction_makes_a_line_a_heading():
    text = "某局工作总结\n一、甲事\n做了甲事。乙事如下。\n关于乙事的一些情况和我们的一些想法。\n做了乙事。\n二、丙事\n做了丙事。\n"
    read = parsed(text, [correction("关于乙事的一些情况和我们的一些想法", 2)])
    assert outline(read) == "# 一、甲事\n## 关于乙事的一些情况和我们的一些想法\n# 二、丙事\n"
    assert_whole(read)


def test_correction_makes_a_heading_text():
    text = "某局工作总结\n一、甲事\n（一）乙事。做了乙事。\n（二）丙事。做了丙事。\n"
    read = parsed(text, [correction("（二） 丙事", 0)])
    assert outline(read) == "# 一、甲事\n## （一）乙事~\n"
    assert_whole(read)


def test_correction_moves_a_heading():
    text = "某局工作总结\n一、甲事\n做了甲事。\n二、乙事\n做了乙事。\n"
    read = parsed(text, [correction("二、乙事。", 2)])
    assert [(one.text, one.level, one.depth) for one in read.headings()] == [("甲事", 1, 1), ("乙事", 2, 2)]


def test_correction_names_a_lost_heading_and_so_settles_it():
    text = "某局工作总结\n一、甲事\n做了甲事。\n乙事较好\n做了乙事，成效明显。\n三、丙事\n做了丙事。\n"
    assert [one.number_lost for one in parsed(text).headings()] == [False, True, False]
    assert [one.number_lost for one in parsed(text, [correction("乙事较好", 1)]).headings()] == [False, False, False]


@pytest.mark.parametrize(
    ("wrong", "fits"),
    [
        (correction("丁事", 1), False),
        (correction("丁事", 0), False),
        (correction("甲事", 1), True),
        (correction("乙事", 0), True),
        (correction("甲事", 3), False),
    ],
)
def test_correction_that_fits_nothing_is_a_finding(wrong, fits):
    read = parsed("某局工作总结\n一、甲事\n做了甲事。\n二、乙事\n做了乙事。\n", [wrong])
    given = Place("seeds/报告.yml", 7)
    found = [one for one in findings(read, "seeds/报告.txt", [wrong], given) if one.code == "GK218"]
    assert [one.place for one in found] == ([] if fits else [given])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("清溪县司法局2022年工作总结\n一、甲事\n做了甲事。\n二、乙事\n做了乙事。\n", []),
        ("一、甲事\n做了甲事。\n", ["GK211:1", "GK216:1", "GK217:1"]),
        ("清溪县司法局2022年工作总结\n做了甲事。\n", ["GK212:0"]),
        ("清溪县司法局2022年工作总结\n一、甲事\n做了甲事。\n三、丙事\n做了丙事。\n", ["GK214:4"]),
        ("清溪县司法局2022年工作总结\n二、乙事\n做了乙事。\n三、丙事\n做了丙事。\n", ["GK214:2"]),
        ("清溪县司法局2022年工作总结\n一、甲事\n做了甲事。\n一、乙事\n做了乙事。\n", ["GK215:4"]),
        ("清溪县司法局2022年工作总结\n一、甲事\n甲。\n二、乙事\n乙。\n二、丙事\n丙。\n", ["GK215:6"]),
        ("清溪县司法局2022年工作总结\n一、甲事\n甲。\n乙事较好\n做了乙事，成效明显。\n三、丙事\n丙。\n", ["GK213:4"]),
        ("清溪县司法局2022年工作总结\n一、甲\n1.子。有子。\n2.丑。有丑。\n二、乙\n3.寅。有寅。\n4.卯。有卯。\n", []),
        ("清溪县司法局2022年工作总结\n一、甲\n1.子。有子。\n2.丑。有丑。\n二、乙\n1.寅。有寅。\n2.卯。有卯。\n", []),
    ],
)
def test_doubts_are_findings_with_their_line(text, codes):
    found = findings(parsed(text), "seeds/报告.txt")
    assert [f"{one.code}:{one.place.line}" for one in found] == codes
    assert all(one.what and one.mend for one in found)


def test_every_rule_is_explained():
    for rule in RULES:
        for head in ("What:", "Why:", "Wrong:", "Right:"):
            assert head in rule.doc, rule.code


N = 3000
MONSTERS = {
    "one line of words": lambda n: "公开" * n * 5,
    "one line of sentences": lambda n: "公开信息12条。" * n,
    "headings": lambda n: "".join(f"（{'一二三四五六七八九'[i % 9]}）主动公开\n" for i in range(n)),
    "headings with bodies": lambda n: "".join(f"{i % 90 + 1}.主动公开\n公开12条。\n" for i in range(n)),
    "all styles": lambda n: (
        "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n第一章己\n第一部分庚\nⅠ、辛\n1.1 壬\n第一，癸\n" * (n // 10)
    ),
    "opening brackets": lambda n: "（" * n * 5,
    "nested brackets": lambda n: "（" * n * 5 + "甲。" + "）" * n * 5,
    "quotes the wrong way round": lambda n: "甲”。乙“" * n,
    "brackets with full stops": lambda n: "（。）" * n,
    "NULs": lambda n: "\0" * n * 5,
    "lone surrogates": lambda n: "\ud800" * n * 5,
    "newlines": lambda n: "\n" * n * 5,
    "blanks": lambda n: " " * n * 5 + "甲",
    "points": lambda n: "一是甲；二是乙。" * n,
    "points inside points": lambda n: "：一是甲" * n,
    "items on one line": lambda n: "（一）甲。（二）乙。" * n,
    "short lines": lambda n: "总体情况\n" * n,
    "headings without numbers": lambda n: "总体情况\n全县公开信息，完成各项任务。\n" * n,
    "lost numbers": lambda n: "一、甲\n（一）总体。\n甲乙丙丁。\n总体情况。\n一是甲乙丙。\n" * n,
    "many in one gap": lambda n: "（一）甲\n完成任务。\n" + "总体情况\n全县公开信息，完成各项任务。\n" * n,
    "tables": lambda n: "一、甲 1 2 3\n二、乙\n" * n,
    "cells": lambda n: "甲\n1\n2\n3\n" * n,
    "front lines": lambda n: "来源：\n" * n,
    "contents": lambda n: "目录\n" + "一、甲\n" * n,
    "signatures": lambda n: "清溪县人民政府\n2023年1月1日\n" * n,
    "weak numbers": lambda n: "1 总体情况\n" * n,
    "digits": lambda n: "1." * n * 5,
}


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_are_read_whole(name):
    read = parsed("清溪县工作报告\n" + MONSTERS[name](N))
    assert_whole(read)
    findings(read, "a.txt")
    assert max((one.depth for one in read.headings()), default=0) <= 16


def calls(text):
    profile = cProfile.Profile()
    profile.enable()
    findings(report(source(text)), "a.txt")
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("name", MONSTERS)
def test_work_grows_no_faster_than_the_text(name):
    """Twice the text, at most twice the calls, whatever the machine."""
    once, twice = (calls("清溪县工作报告\n" + MONSTERS[name](n)) for n in (500, 1000))
    assert twice <= 2.2 * once + 2000


def test_ten_million_characters_on_one_line_are_one_paragraph():
    read = parsed("公" * 10_000_000)
    assert [len(one.sentences) for _, one in read.paragraphs()] == [1]


def test_hundred_thousand_headings_are_found():
    read = parsed("清溪县工作报告\n" + "（一）公开\n1.甲事\n做了甲事。\n（二）服务\n" * 33_334)
    assert sum(1 for _ in read.headings()) == 3 * 33_334
