"""A report's tables joined into one: headings become group rows, rows tell their kind and number."""

import pytest

from gongkai.rows import COLUMNS, Row
from gongkai.web import figures, groups, indicators, tables
from gongkai.web.catalogue import entry
from gongkai.web.tree import parse, render


def row(**known):
    blank = {column.key: "" for column in COLUMNS} | {"line": 1, "column": 1, "year": "2022", "period": "2022年"}
    return Row(**{**blank, **known})


def table(*rows, heads=("指标", "数值")):
    def line(tag, cells):
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

    body = "".join(line("td", cells) for cells in rows)
    return f"<table><thead>{line('th', heads)}</thead><tbody>{body}</tbody></table>"


def joined(html):
    root = parse(html)
    tables.improve(root, "标题")
    groups.join(root, "指标表", "2022")
    return root


def group_rows(root):
    return [line.text for line in root.find("tr") if "group" in line.classes]


def test_tables_under_headings_become_one():
    root = joined(
        f'<h2 id="a">一、总体</h2>{table(("甲", "1"), ("乙", "2"))}\n<h2 id="b">二、措施</h2>\n<h3 id="c">（一）改革</h3>{table(("丙", "3"))}'
    )
    assert len(root.find("table")) == 1
    assert group_rows(root) == ["一、总体 （2项）", "二、措施 （一）改革 （1项）"]
    assert [head.attributes["id"] for head in root.find("h2", "h3")] == ["a", "b", "c"]
    assert [line.find("th", "td")[0].text for line in root.find("tr")[1:]] == [
        *("一、总体 （2项）", "甲", "乙"),
        *("二、措施 （一）改革 （1项）", "丙"),
    ]
    assert root.find("caption")[0].text == "指标表（3项）"
    assert "unseen" not in root.find("caption")[0].classes


@pytest.mark.parametrize(
    "between",
    ["<p>这些数另行统计。</p>", table(("丁", "4", "件"), heads=("指标", "数值", "单位"))],
    ids=["a paragraph", "another table"],
)
def test_what_stands_between_keeps_its_place(between):
    root = joined(f'<h2 id="a">一、</h2>{table(("甲", "1"))}{between}<h2 id="b">二、</h2>{table(("乙", "2"))}')
    words = root.text
    assert words.index("甲") < min(words.index("这些") if "这些" in words else 99, words.index("乙"))
    assert len(root.find("table")) == len(parse(between).find("table")) + 2


def test_a_table_without_headings_stays_as_it_is():
    root = joined(table(("甲", "1")))
    assert group_rows(root) == []
    assert root.find("caption")[0].text == "标题"


def test_words_between_are_never_lost():
    html = f'<p>前</p><h2 id="a">一、</h2><p>中</p>{table(("甲", "1"))}<h2 id="b">二、</h2>'
    assert [word for word in ("前", "一、", "中", "甲", "二、") if word not in joined(html).text] == []


@pytest.mark.parametrize(
    ("shown", "value", "number"),
    [
        ("5", "5", None),
        ("35万余", "350000", "350000"),
        ("三分之二", "2/3", "0.666667"),
        ("12∶47", "12:47", ""),
        ("1,371", "1371", "1371"),
        ("缺", "", ""),
    ],
)
def test_rows_tell_their_kind_and_number(shown, value, number):
    root = joined(
        f'<h2 id="a">一、</h2>{table(("<a id=r-aaaaaaaa></a>甲", f"<a href=index.html#f-aaaaaaaa>{shown}</a>"))}'
    )
    figures.tie(root)
    groups.describe(root, {"aaaaaaaa": row(id="aaaaaaaa", kind="比率", value=value)})
    line = root.find("tr")[-1]
    assert line.attributes["data-kind"] == "比率"
    assert line.elements[1].attributes.get("data-value") == number


def test_figures_of_a_text_are_described_and_tell_another_period():
    root = parse(
        '<p>共<a id="f-aaaaaaaa"></a><a href="indicators.html#r-aaaaaaaa">5件</a>、<a id="f-bbbbbbbb"></a><a href="indicators.html#r-bbbbbbbb">6件</a>。</p>'
    )
    figures.tie(root)
    rows = [row(id="aaaaaaaa", name="甲"), row(id="bbbbbbbb", name="“乙”", period="截至2022年6月")]
    figures.describe(root, {each.id: each for each in rows})
    first, second = figures.figures(root)
    assert (first.attributes["aria-description"], first.attributes.get("data-period")) == ("甲，看表", None)
    assert (second.attributes["aria-description"], second.attributes["data-period"]) == ("“乙”，看表", "截至2022年6月")
    assert "5件" in render(first)


def report(issuer, year):
    return entry(f"a/{year}/{issuer}.md", "", f"---\n发布机构: {issuer}\n年度: {year}\n---\n\n# 标题\n")[0]


ONE = report("甲局", 2022)


@pytest.mark.parametrize(
    ("others", "missing", "only"),
    [
        ([], "2021", "本站只有2022年的报告，不能与上年比较。"),
        ([("乙局", 2022)], "2021", "本站只有2022年的报告，不能与上年比较。"),
        ([("乙局", 2021)], "2021", "本站只有甲局2022年的报告，不能与上年比较。"),
        ([("甲局", 2021)], "", ""),
        ([("甲局", 2019)], "2021", ""),
    ],
)
def test_what_there_is_to_compare_with(others, missing, only):
    known = [ONE, *(report(*other) for other in others)]
    assert indicators.last_year_missing(ONE, known) == missing
    assert indicators.only_year(ONE, known) == only


def test_a_report_without_a_year_is_compared_with_nothing():
    none = report("甲局", "")
    assert indicators.last_year_missing(none, [none]) == indicators.only_year(none, [none]) == ""
