"""Pages of a report: escapes, addresses, parts, tables, the ledger of problems and plans, the account of numbers."""

import re
from dataclasses import replace
from pathlib import Path

import pypinyin
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gongkai import extract, pages, parse, sources
from gongkai.companion import Companion
from gongkai.frontmatter import split
from gongkai.model import Span
from gongkai.pages import escape, inline, parts
from gongkai.rows import from_csv, from_json
from marked import account, reading
from rendered import ENGINES, page, seen, tight

CASES = Path(__file__).with_name("cases")
EMPTY = Companion.model_validate({})
REPORT = """
= 云阳县人民政府办公室关于2022年
= 法治政府建设情况的报告
~ 云府办〔2023〕9号
{2022年}，县政府办公室坚持依法行政。
# 一、履行推进法治建设第一责任人职责情况
一是强化组织领导。定期召开党组会{6次|党组会|6|次}。
二是推进“放管服”。主动评价数量{35万余条|“好差评”主动评价|350000|条|over}、好评率{99.99%|好评率|99.99|%}的事项居首，建立“{1+42+478}”三级服务体系。
| 指标	2021年	2022年
| 收件	{5件|收件|5|件}
# 二、主要举措和成效
## （一）主动公开
公开{3条|公开信息|3|条}，办结{三分之二|办结|2/3}。
## （二）依申请公开
受理{4件|受理|4|件}。
# 三、存在的问题
主要有以下问题：
一是信息联通有待加强。
二是不够严格。
# 四、下步工作打算
## （一）抓好普法。
## （二）做好服务。
一是创新。深化改革。
> 云阳县人民政府办公室
> {2023年1月20日}
"""


def cases(name):
    return yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))


def made(marked=REPORT, companion=None, **words):
    read = reading(marked, **{"issuer": "云阳县人民政府办公室", **words})
    companion = companion or EMPTY
    place, _ = pages.placed(read.report, companion, "seeds/test.txt")
    found = pages.files(read, pages.facts(read, companion, place), account(read))
    return {path.removeprefix(f"{place.folder}/"): data for path, data in found.items()}


def body(name, *args, **words):
    return split(made(*args, **words)[name].decode()).body


@pytest.mark.parametrize(("text", "markdown"), cases("escape"))
def test_only_what_could_be_markup_is_escaped(text, markdown):
    assert escape.literal(text) == markdown


@pytest.mark.parametrize(("text", "markdown"), cases("opening"))
def test_only_an_opening_mark_is_escaped_at_the_start(text, markdown):
    assert escape.opening(escape.literal(text)) == markdown


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", [pair[0] for name in ("escape", "opening") for pair in cases(name)])
def test_escaped_text_shows_as_it_was(engine, text):
    assert seen(ENGINES[engine](escape.opening(escape.literal(text)))) == tight(text)


def test_address_before_our_markup_is_no_link():
    assert body("index.md", "= 报告\n一是见www.a.cn。完。").endswith("**一是见www\\.a.cn**。完。\n")


@pytest.mark.parametrize(("issuer", "slug"), cases("addresses")["slugs"])
def test_slug_is_the_initials_of_the_issuer(issuer, slug):
    assert pages.address.slug_of(issuer) == slug


@pytest.mark.parametrize(("title", "column", "kind", "genre"), cases("addresses")["columns"])
def test_column_and_type_by_the_title(title, column, kind, genre):
    place, _ = pages.placed(reading(f"= {title}\n正文。").report, EMPTY, "seeds/a.txt")
    assert (place.column, place.type, place.genre) == (column, kind, genre)


def test_address_of_a_report():
    place, findings = pages.placed(reading(REPORT, issuer="云阳县人民政府办公室").report, EMPTY, "seeds/a.txt")
    assert (place.folder, place.column_name, findings) == ("fzzf/2022/yyxrmzfbgs", "法治政府建设", [])


def test_companion_decides_the_address():
    said = Companion.model_validate({"栏目": "gzbg", "短名": "bgs", "年度": 2021})
    place, findings = pages.placed(reading(REPORT, issuer=None, year=None).report, said, "seeds/a.txt")
    assert (place.folder, findings) == ("gzbg/2021/bgs", [])


def test_report_without_issuer_and_year_has_a_place_and_a_finding():
    place, findings = pages.placed(
        reading("= 工作情况报告\n正文。", issuer=None, year=None).report, EMPTY, "seeds/a.txt"
    )
    assert place.folder == "gzbg/wzmnd/gzqkbg"
    assert [(f.code, f.place.file) for f in findings] == [("GK606", "seeds/a.txt")]
    assert "发布机构和年度" in findings[0].what


def test_report_without_any_name_takes_that_of_its_file():
    report = reading("正文。", issuer=None, name="000_08DC报告.txt").report
    assert pages.placed(report, EMPTY, "seeds/a.txt")[0].slug == "000-08dc"


def test_two_reports_of_one_issuer_get_places_of_their_own():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    one, findings = pages.settled([("seeds/b.txt", place), ("seeds/a.txt", place)])
    assert one["seeds/a.txt"].slug == place.slug
    assert re.fullmatch(rf"{place.slug}-[0-9a-f]{{4}}", one["seeds/b.txt"].slug)
    assert [(f.code, f.place.file) for f in findings] == [("GK605", "seeds/b.txt")]
    more, _ = pages.settled([("seeds/a.txt", place), ("seeds/b.txt", place), ("seeds/aa.txt", place)])
    assert {name: more[name] for name in one} == one


def test_given_slug_goes_before_a_made_one():
    read = reading(REPORT).report
    made, _ = pages.placed(read, EMPTY, "")
    given, _ = pages.placed(read, Companion.model_validate({"短名": made.slug}), "")
    found, _ = pages.settled([("seeds/a.txt", made), ("seeds/b.txt", given)])
    assert found["seeds/b.txt"].slug == made.slug
    assert found["seeds/a.txt"].slug != made.slug


def test_new_report_does_not_take_the_place_of_an_old_one():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    given = replace(place, given=True)
    wanted = [("seeds/a.txt", place), ("seeds/b.txt", given), ("seeds/z.txt", place)]
    found, findings = pages.settled(wanted, {place.folder: "z.txt"})
    assert found["seeds/z.txt"] == place
    assert len({each.folder for each in found.values()}) == 3
    assert [(f.code, f.place.file) for f in findings] == [("GK605", "seeds/b.txt"), ("GK605", "seeds/a.txt")]
    assert all("seeds/z.txt" in f.what for f in findings)


def test_report_stays_apart_when_the_other_is_gone():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    both, _ = pages.settled([("seeds/a.txt", place), ("seeds/b.txt", place)])
    apart = both["seeds/b.txt"]
    alone, findings = pages.settled([("seeds/b.txt", place)], {apart.folder: "b.txt"})
    assert (alone, findings) == ({"seeds/b.txt": apart}, [])
    more, findings = pages.settled([("seeds/b.txt", place), ("seeds/c.txt", place)], {apart.folder: "b.txt"})
    assert (more, findings) == ({"seeds/b.txt": apart, "seeds/c.txt": place}, [])


def test_place_of_a_report_that_cannot_be_read_is_not_taken():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    found, findings = pages.settled([("seeds/a.txt", place)], {place.folder: "unread.txt"})
    assert found["seeds/a.txt"].folder.startswith(f"{place.folder}-")
    assert "unread.txt" in findings[0].what


def test_windows_can_hold_every_slug(monkeypatch):
    monkeypatch.setattr(pypinyin, "lazy_pinyin", lambda *_, **__: list("con"))
    assert pages.address.slug_of("某") == "con-1"


def test_text_page_reads_as_a_person_would_write_it(golden):
    golden("small/index.md", made()["index.md"])


def test_table_page_shows_number_reading_and_sentence(golden):
    golden("small/indicators.md", made()["indicators.md"])


def test_ledger_numbers_problems_and_plans(golden):
    golden("small/ledger.md", made()["ledger.md"])


def test_account_of_numbers_gives_reasons(golden):
    golden("small/numbers.md", made()["numbers.md"])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["index.md", "indicators.md", "ledger.md", "numbers.md"])
def test_every_page_renders_without_stray_markup(engine, name):
    rendered = ENGINES[engine](body(name))
    assert not re.search(r"\*\*|\]\(|\\|\| |&#", "".join(page(rendered).pieces))


def test_every_row_and_figure_lead_to_each_other():
    files = made()
    rows = from_json(files["indicators.json"])[1]
    text, table = files["index.md"].decode(), files["indicators.md"].decode()
    assert len(rows) == 7
    for row in rows:
        assert f'<a id="f-{row.id}"></a>[{row.raw}](indicators.md#r-{row.id})' in text
        assert re.search(rf'<a id="r-{row.id}"></a>.* \| \[[^]]+\]\(index\.md#f-{row.id}\) \|', table)
        assert row.address == f"fzzf/2022/yyxrmzfbgs/index.html#f-{row.id}"


def test_every_item_of_the_ledger_leads_to_its_words():
    files = made()
    found = re.findall(r'<a id="[pq]-(\w{8})"></a>.*\(index\.md#s-(\w{8})\)', files["ledger.md"].decode())
    assert len(found) == 4
    assert all(here == there and f'<a id="s-{there}"></a>' in files["index.md"].decode() for here, there in found)


def test_repeated_words_get_anchors_of_their_own():
    text = body("ledger.md", "= 报告\n# 一、存在的问题\n人手不足。\n人手不足。")
    assert len(set(re.findall(r'id="(p-\w+)"', text))) == 2


def test_plans_begin_where_the_text_turns_to_them():
    marked = "= 报告\n# 三、存在的问题和下一步工作打算\n一是不足。\n下一步，将改进。\n加强学习。"
    text = body("ledger.md", marked)
    assert re.findall(r'id="([pq])-\w+"></a>(.+?) \[', text) == [
        ("p", "一是不足。"),
        ("q", "下一步，将改进。"),
        ("q", "加强学习。"),
    ]


def test_report_without_problems_says_so():
    text = body("ledger.md", "= 报告\n# 一、工作情况\n很好。")
    assert "这份报告里没有找到专门写存在的问题的部分。" in text
    assert "这份报告里没有找到专门写下步打算的部分。" in text


@pytest.mark.parametrize(("heading", "expected"), cases("parts"))
def test_heading_names_its_parts(heading, expected):
    assert [part.value for part in parts.named(heading)] == expected


def test_report_without_indicators_has_pages_all_the_same():
    files = made("= 报告\n正文。")
    assert "没有找到指标" in files["indicators.md"].decode()
    assert from_csv(files["indicators.csv"]) == []


def test_numeral_that_nothing_accounts_for_lowers_the_coverage():
    read = reading("= 报告\n共{6次|会|6|次}，{7}，8。")
    place, _ = pages.placed(read.report, EMPTY, "")
    files = pages.files(read, pages.facts(read, EMPTY, place), account(read))
    text = files[f"{place.folder}/numbers.md"].decode()
    assert "共有 2 处数字：1 处是指标，1 处不是" in text
    assert "已说明的占 66.7%，还有 1 个数字没有说明。" in text


def test_renamed_report_keeps_its_own_title_as_a_line():
    text = body("index.md", "= 旧标题\n正文。", Companion.model_validate({"标题": "新标题"}))
    assert text == "# 新标题\n\n旧标题\n\n正文。\n"


def test_front_matter_holds_only_what_is_known():
    said = Companion.model_validate({"发布日期": "2023-01-20", "关键词": ["公开", "a: b"], "摘要": "# 不是注释"})
    front = split(made(companion=said)["index.md"].decode()).values
    assert (
        " ".join(front)
        == "标题 类型 发布机构 年度 发文字号 体裁分类 成文日期 发布日期 关键词 摘要 源文件 源校验 指标数 元数据校验 正文校验"
    )
    assert (front["发布日期"], front["关键词"], front["摘要"]) == ("2023-01-20", ["公开", "a: b"], "# 不是注释")


@pytest.mark.parametrize(
    "title", ["null", "2022", "a: b", "“引”", "- x", "x #y", "x:", "\u2028x\x7f", '《办法》: "二"', "1_0", "是"]
)
def test_any_title_survives_the_front_matter(title):
    made_page = pages.meta.page({"标题": title, "年度": 2022}, "# x\n")
    assert split(made_page.decode()).values["标题"] == title


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_front_matter_holds_any_text(title, keywords):
    values = {"标题": title, "关键词": tuple(keywords), "数据校验": {"a.csv": title}}
    front = split(pages.meta.page(values, "# x\n").decode())
    known = {key: value for key, value in front.values.items() if key in values}
    assert known == {key: list(v) if isinstance(v, tuple) else v for key, v in values.items() if v}
    assert front.values["元数据校验"] == pages.meta.head_hash(known)
    assert front.body == "# x\n"


def test_figure_cut_by_a_table_gap_stays_whole():
    text = body("index.md", "= 报告\n| 收入  支出\n| {5  000元|收入|5000|元}  6")
    assert re.search(r"\| <a id=\"f-\w+\"></a>\[5  000元\]\(\S+\) \| 6 \|", text)


TABLES = [
    (["收入 支出"], "收入 支出"),
    (["第五项", "内容 数量", "许可 甲"], "第五项\n\n| 内容 | 数量 |\n| --- | --- |\n| 许可 | 甲 |"),
    (["甲 乙 丙", "丁 戊"], "甲 乙 丙\n\n丁 戊"),
    (["甲 乙", "小计", "丙 丁", "合计"], "| 甲 | 乙 |\n| --- | --- |\n| 小计 |  |\n| 丙 | 丁 |\n\n合计"),
    (
        ["内容 数量", "许可 {5|许可|5}", "第六项", "内容 数量", "处罚 {6|处罚|6}"],
        "| 内容 | 数量 |\n| --- | --- |\n| 许可 | 5 |\n\n第六项\n\n| 内容 | 数量 |\n| --- | --- |\n| 处罚 | 6 |",
    ),
    (["维持 3，纠正 1", "维持 2，纠正 0"], "维持 3，纠正 1\n\n维持 2，纠正 0"),
    (["甲\t乙 丙\t丁", "1\t2 3\t4"], "| 甲 | 乙 丙 | 丁 |\n| --- | --- | --- |\n| 1 | 2 3 | 4 |"),
]


@pytest.mark.parametrize(("lines", "markdown"), TABLES)
def test_lines_with_as_many_cells_make_a_table(lines, markdown):
    marked = "\n".join(f"| {line}" for line in lines)
    text = re.sub(r"<a id=\S+</a>\[(\d)\]\(\S+\)", r"\1", body("index.md", f"= 报告\n{marked}"))
    assert text == f"# 报告\n\n{markdown}\n"


def test_table_that_begins_with_figures_has_an_empty_head():
    text = body("index.md", "= 报告\n| 收件 {5|收件|5}\n| 办结 {4|办结|4}")
    assert "|  |  |\n| --- | --- |\n| 收件 | <a id=" in text


WINDOWS = [
    ("办结率达98.8%。", "98.8%", "办结率达", "。"),
    ("今年以来，共接12345热线信息4924件，办结率达98.8%，先后两次获市级通报表扬。", "98.8%", "…办结率达", "，先后两次获市级通报表扬。"),
    ("推出94项“一件事”套餐服务，减材料75%、压时限97%。", "75%", "推出94项“一件事”套餐服务，减材料", "、压时限97%。"),
    ("公共服务事项252项，乡镇（街道）政务服务事项2887项，实现同一事项无差别受理。", "252项", "公共服务事项", "，乡镇（街道）政务服务事项2887项…"),
    ("推进率达到百分之百以后的长句子里没有任何标点一直写到数字98.8%还在继续写下去没有标点也不停止还在继续写下去没有标点也不停止", "98.8%", "…的长句子里没有任何标点一直写到数字", "还在继续写下去没有标点也不…"),
    ("前面有一个很长很长很长很长的英文单词Administration1234567890共98.8%。", "98.8%", "…共", "。"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure", "before", "after"), WINDOWS)
def test_window_is_cut_at_a_mark_and_never_in_a_number(sentence, figure, before, after):
    start = sentence.index(figure)
    assert inline.window(sentence, Span(start, start + len(figure)), Span(0, len(sentence))) == (before, after)


@pytest.mark.parametrize(
    ("raw", "before", "after"), [("98.8%", "达", "的"), ("+5", "增", "。"), ("6次", "开", "。"), ("“五”", "个", "个")]
)
def test_bold_closes_in_every_engine(raw, before, after):
    text = before + inline.bold(raw, before, after) + after
    for engine in ENGINES.values():
        assert f"<strong>{raw}</strong>" in engine(text)


def test_column_has_a_first_page():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    (found,) = pages.column_pages([place, place]).items()
    assert found[0] == "fzzf/index.md"
    assert split(found[1].decode()).values == {"标题": "法治政府建设", "类型": "栏目"}


def test_settings_name_the_column():
    place, _ = pages.placed(reading(REPORT).report, EMPTY, "")
    assert "# 法治报告\n" in pages.column_pages([place], {"fzzf": "法治报告"})["fzzf/index.md"].decode()


@pytest.mark.parametrize("column", ["../x", "/fzzf", "a//b", "栏目", "a b"])
def test_column_cannot_leave_the_docs_folder(column):
    with pytest.raises(ValueError, match="栏目"):
        Companion.model_validate({"栏目": column})


@pytest.mark.parametrize("name", ["index.md", "indicators.md", "ledger.md", "numbers.md", "indicators.csv"])
def test_pages_of_the_seed(golden, name):
    path = next((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    read = extract.reading(parse.report(sources.read(path, path.name)[0]))
    place, _ = pages.placed(read.report, EMPTY, "")
    made = pages.files(read, pages.facts(read, EMPTY, place), extract.ledger(read))
    golden(f"seed/{name}", made[f"{place.folder}/{name}"])
