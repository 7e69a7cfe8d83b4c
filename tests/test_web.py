"""Pages between Markdown and template: safe, accessible, tied to their figures."""

from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from gongkai.rows import COLUMNS, Row
from gongkai.settings import settings
from gongkai.web import charts, figures, indicators, links, metadata, notes, outputs, tables, titles, unfit
from gongkai.web.article import article
from gongkai.web.catalogue import Catalogue, Kind, entry
from gongkai.web.highlights import highlights
from gongkai.web.rawhtml import RawHtml
from gongkai.web.suspicion import suspicious
from gongkai.web.tree import parse, render

CASES = Path(__file__).parent / "cases"
ATTACKS = yaml.safe_load((CASES / "web_attacks.yml").read_text(encoding="utf-8"))
EXTENSIONS = ["tables", "attr_list", "footnotes", "admonition", "pymdownx.details", "pymdownx.superfences", "toc"]


def row(**known):
    blank = {column.key: "" for column in COLUMNS} | {"line": 1, "column": 1, "kind": "数量", "section": "一、"}
    return Row(**{**blank, **known})


def item(src="tzgg/a.md", **meta):
    front = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return entry(src, src.replace(".md", ".html"), f"---\n{front}---\n\n# 标题\n" if meta else "# 标题\n")[0]


def written(text):
    raw = RawHtml()
    made = article(Markdown(extensions=[raw, *EXTENSIONS]).convert(text), item(), (), lambda _: None)
    return made.lead + made.body, [*map(str, map(unfit.tag, raw.shown())), *made.removed]


@pytest.mark.parametrize("case", ATTACKS, ids=[case["text"][:40] for case in ATTACKS])
def test_nothing_dangerous_reaches_a_page(case):
    shown, told = written(case["text"])
    assert [part for part in case["never"] if part in shown] == []
    if "reads" in case:
        assert "".join(parse(shown).text.split()) == "".join(case["reads"].split())
    if "told" in case:
        assert case["told"] in " ".join(told)
    if case.get("quiet"):
        assert told == []
    assert suspicious(case["text"]) or told == []


def test_tree_gives_back_what_it_was_given():
    text = '<p>a &lt; b &amp; c<br><a id="x"></a><b>粗</b></p><img src="a.png" alt="图&quot;">'
    assert render(parse(text)) == text


def test_an_anchor_in_the_title_still_leads_to_the_page():
    shown, _ = written('# <a id="f-aaaaaaaa"></a>[10件](i.html#r-aaaaaaaa)实事\n\n正文。')
    assert parse(shown).find("span")[0].attributes == {"id": "f-aaaaaaaa"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("某局", "某局"),
        ("2022", "2022"),
        ("[公开, 2022]", "公开、2022"),
        ("{a: b}", ""),
        ("[[公开]]", ""),
        ("[{a: b}]", ""),
        (f"[{'甲, ' * 101}]", ""),
        (f"0x{'f' * 5000}", ""),
        ("", ""),
    ],
)
def test_only_plain_values_and_short_lists_are_shown(written, shown):
    assert item(来源=written).value("来源") == shown
    assert item(标题=written).title == (shown or "标题")


@pytest.mark.parametrize(
    ("written", "words"), [("[办结率, 受理]", ["办结率", "受理"]), ("5", []), ("办结率", []), ("[5, {a: b}]", [])]
)
def test_a_list_that_is_none_names_nothing(written, words):
    assert item(重点数据=written).listed("重点数据") == words


@pytest.mark.parametrize(
    ("title", "issuer", "pieces"),
    [
        (
            "云阳县人民政府办公室关于2022年法治政府建设情况的报告",
            "云阳县人民政府办公室",
            ["云阳县人民政府办公室", "关于2022年", "法治政府建设情况的报告"],
        ),
        ("关于印发《关于2022年工作的意见》的通知", "", ["关于印发", "《关于2022年工作的意见》的通知"]),
        ("2022年报告：指标表", "", ["2022年报告：", "指标表"]),
        ("查报告，查数据", "", ["查报告，", "查数据"]),
        ("政务公开", "", ["政务公开"]),
        ("《关于印发办法的通知》解读", "", ["《关于印发办法的通知》解读"]),
    ],
)
def test_titles_turn_at_a_meaning(title, issuer, pieces):
    assert titles.segments(title, issuer) == pieces


TABLE = """<h2>一、总体情况</h2><table><thead><tr><th>指标</th><th align="right">数值</th><th>年度</th><th align="center">说明</th></tr></thead>
<tbody><tr><td>办结率</td><td align="right">98.8%</td><td>2022</td><td align="center">按期</td></tr>
<tr><td>接件</td><td align="right">35万余</td><td>2021</td><td align="center"></td></tr></tbody></table>"""


def improved(text, title="页"):
    root = parse(text)
    tables.improve(root, title)
    return root


def test_table_gets_caption_scope_and_classes():
    root = improved(TABLE)
    table = root.find("table")[0]
    assert table.find("caption")[0].text == "一、总体情况"
    assert [cell.attributes["scope"] for cell in table.find("th")] == ["col"] * 4 + ["row"] * 2
    assert [cell.text for cell in table.find("td") if "number" in cell.classes] == ["98.8%", "35万余"]
    assert [cell.text for cell in table.find("td") if "date" in cell.classes] == ["2022", "2021"]
    assert "to-center" in table.find("td")[2].classes
    assert not [node for node in table.walk() if "align" in node.attributes or "style" in node.attributes]


def test_a_sentence_that_begins_with_a_year_is_no_date():
    root = improved(
        "<table><thead><tr><th>数字</th><th>句</th></tr></thead><tbody><tr><td>9</td><td>2022年，县政府</td></tr></tbody></table>"
    )
    assert [cell.classes for cell in root.find("td")] == [[]]


def test_rows_that_become_cards_keep_their_roles():
    table = improved(TABLE).find("table")[0]
    assert "cards" in table.classes
    roles = {node.tag: node.attributes.get("role") for node in table.walk()}
    assert roles | {"th": ""} == {
        "caption": None,
        "thead": "rowgroup",
        "tbody": "rowgroup",
        "tr": "row",
        "td": "cell",
        "th": "",
    }
    assert table.find("td")[0].attributes["data-head"] == "数值"


def test_wide_table_scrolls_in_a_named_box_that_takes_focus():
    head = "".join(f"<th>第{n}列</th>" for n in range(8))
    body = "".join("<td>文字</td>" for _ in range(8))
    box = improved(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{body}</tr></tbody></table>", "一览").elements[0]
    assert (box.attributes["role"], box.attributes["tabindex"]) == ("region", "0")
    caption = box.find("caption")[0]
    assert box.attributes["aria-labelledby"] == caption.attributes["id"]
    assert (caption.text, caption.classes) == ("一览", [])


def test_empty_head_gets_a_name_for_those_who_hear():
    root = improved(
        "<table><thead><tr><th></th><th>数</th></tr></thead><tbody><tr><td>甲</td><td>1</td></tr></tbody></table>"
    )
    assert [cell.text for cell in root.find("th")][:2] == ["项目", "数"]


FIGURES = (
    '<p><strong>一是接件</strong>。共接<a id="f-aaaaaaaa"></a><a href="indicators.html#r-aaaaaaaa">4924件</a>，办结率达'
    '<a id="f-bbbbbbbb"></a><a href="indicators.html#r-bbbbbbbb">98.8%</a>。受表扬。</p>'
)


def test_anchor_and_link_become_one_figure():
    root = parse(FIGURES)
    figures.tie(root)
    found = figures.figures(root)
    assert [(link.attributes["id"], link.attributes["href"], link.text) for link in found] == [
        ("f-aaaaaaaa", "indicators.html#r-aaaaaaaa", "4924件"),
        ("f-bbbbbbbb", "indicators.html#r-bbbbbbbb", "98.8%"),
    ]
    assert len(root.find("a")) == 2


def test_the_sentence_of_a_figure_is_one_piece():
    root = parse(FIGURES)
    figures.tie(root)
    assert [node.text for node in root.find("span")] == ["共接4924件，办结率达98.8%。"]


def test_full_stop_inside_quotes_does_not_end_a_sentence():
    root = parse('<p>称“很好。”达<a id="f-aaaaaaaa"></a><a href="i.html#r-aaaaaaaa">9件</a>。完。</p>')
    figures.tie(root)
    assert root.find("span")[0].text == "称“很好。”达9件。"


def test_row_takes_the_id_of_its_anchor_and_knows_the_way_back():
    root = improved(
        "<table><thead><tr><th>指标</th><th>数值</th><th>报告原句</th></tr></thead><tbody><tr>"
        '<td><a id="r-aaaaaaaa"></a>接件</td><td><a href="index.html#f-aaaaaaaa">4924</a></td><td>共接<b>4924件</b></td></tr></tbody></table>'
    )
    figures.tie(root)
    line = root.find("tr")[1]
    assert line.attributes["id"] == "r-aaaaaaaa"
    assert [(link.text, link.attributes["href"]) for link in line.find("a")] == [
        ("4924", "index.html#f-aaaaaaaa"),
        ("回到正文", "index.html#f-aaaaaaaa"),
    ]


def test_an_anchor_before_a_paragraph_marks_all_of_it():
    root = parse('<ol><li><a id="p-aaaaaaaa"></a>一是不够。</li></ol>')
    figures.tie(root)
    assert root.find("li")[0].attributes["id"] == "p-aaaaaaaa"
    assert root.find("a") == []


def test_margin_note_lists_the_rows_of_its_paragraph():
    root = parse(FIGURES)
    figures.tie(root)
    rows = {
        "aaaaaaaa": row(name="热线信息", raw="4924件", unit="件"),
        "bbbbbbbb": row(name="办结率", raw="98.8%", unit="%"),
    }
    notes.annotate(root, rows)
    note = next(node for node in root.walk() if "aside-note" in node.classes)
    assert note.find("p")[0].text == "本段2项数据，看表"
    assert [link.attributes.get("aria-label") for link in note.find("ul")[0].find("a")] == ["热线信息 4924件"]
    assert note.find("li")[1].attributes["data-name"] == "还有1项"
    assert note.text.strip() == "本段2项数据，看表"


def test_figures_without_rows_get_no_note():
    root = parse(FIGURES)
    figures.tie(root)
    notes.annotate(root, {})
    assert "本段" not in root.text


@pytest.mark.parametrize(
    ("raw", "unit", "number", "shown"),
    [
        ("35万余条", "条", "35万余", "条"),
        ("98.8％", "%", "98.8", "%"),
        ("第1", "", "第1", ""),
        ("近百件", "件", "近百", "件"),
        ("件", "件", "件", ""),
    ],
)
def test_value_parts_from_its_unit(raw, unit, number, shown):
    seen = indicators.shown(row(raw=raw, unit=unit))
    assert (seen.number, seen.unit) == (number, shown)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="a.csv">CSV</a>', "CSV（12 kB）"),
        ('<a href="a.pdf">附件</a>', "附件（PDF，1.4 MB）"),
        ('<a href="%E9%99%84.doc">附件</a>', "附件（DOC，800 B）"),
        ('<a href="gone.pdf">附件</a>', "附件"),
        ('<a href="b.html">页</a>', "页"),
        ('<a href="https://www.gov.cn/">国务院</a>', "国务院"),
        ('<a href="https://x.example/">地图</a>', "地图（外部网站）"),
        ('<a href="tel:12345">12345</a>', "12345"),
    ],
)
def test_links_say_where_they_lead(html, text):
    sizes = {"a.csv": 11_800, "a.pdf": 1_400_000, "附.doc": 800}
    root = parse(html)
    links.explain(root, sizes.get)
    assert root.text == text


def rate(name, value, **more):
    return row(id=name, name=name, value=value, raw=f"{value}%", unit="%", kind="比率", **more)


def test_rates_are_drawn_from_high_to_low_on_a_whole_axis():
    chart = charts.charts([rate("甲", "61.66"), rate("乙", "98.8"), rate("丙", "100")])[0]
    assert [(mark.name, mark.share) for mark in chart.marks] == [("丙", "100"), ("乙", "98.8"), ("甲", "61.66")]
    assert chart.axis == ("0", "50%", "100%")


@pytest.mark.parametrize(
    "rows",
    [
        [rate("甲", "98.8")],
        [rate("甲", "100"), rate("乙", "100")],
        [rate("甲", "120"), rate("乙", "98")],
        [
            row(name="甲", value="5", unit="件"),
            row(name="乙", value="8", unit="个"),
            row(name="丙", value="9", unit="人"),
        ],
        [row(name="甲", value="5", unit="件"), row(name="乙", value="8", unit="件")],
        [row(name="甲", value="2/3", unit=""), row(name="乙", value="12:47:41", unit="")],
        [
            row(name=name, value=value, unit="件", kind="变化")
            for name, value in (("甲", "5"), ("乙", "6"), ("丙", "7"))
        ],
        [],
    ],
    ids=["one", "all full", "over the axis", "units differ", "two only", "no decimals", "changes", "none"],
)
def test_no_chart_that_says_nothing(rows):
    assert charts.charts(rows) == []


def test_counts_of_one_sentence_and_unit_are_compared():
    rows = [
        row(id=n, name=n, value=v, raw=f"{v}条", unit="条", sentence="公开…")
        for n, v in (("甲", "47"), ("乙", "20"), ("丙", "753"))
    ]
    chart = charts.charts(rows)[0]
    assert [(mark.name, mark.share) for mark in chart.marks] == [("丙", "100.00"), ("甲", "6.24"), ("乙", "2.66")]


def test_a_whole_and_its_parts_are_not_drawn_side_by_side():
    rows = [row(id="w", name="总数", value="9", unit="件", sentence="s")]
    rows += [row(id=n, name=n, value=n, unit="件", sentence="s", part_of="w") for n in ("2", "3", "4")]
    assert charts.charts(rows) == []


def test_ranks_are_dots():
    ranks = [row(id=n, name=n, value=v, raw=f"第{v}", kind="名次") for n, v in (("甲", "1"), ("乙", "3"))]
    chart = charts.charts(ranks)[0]
    assert (chart.shape, [mark.share for mark in chart.marks], chart.axis) == (
        "dots",
        ["1", "3"],
        ("1", "2", "3", "4", "5"),
    )


def test_named_figures_go_before_an_automatic_choice():
    rows = [rate("甲", "90"), rate("乙", "80"), row(id="x", name="丙", value="5000")]
    assert [found.name for found in highlights(rows, ["丙", "甲"])] == ["丙", "甲"]
    assert [found.name for found in highlights(rows, ["没有"])] == ["甲", "乙", "丙"]


def test_automatic_figures_are_spread_over_sections():
    rows = [rate(f"率{n}", str(50 + n), section="一、") for n in range(9)] + [rate("末", "40", section="二、")]
    found = highlights(rows, [])
    assert len(found) == 6
    assert found[-1].name == "末"


SETTINGS = settings(
    {"站点": {"演示站点": True}, "栏目": [{"名称": "通知公告", "目录": "tzgg", "类别": "信息公开"}]}, "mkdocs.yml"
)


def site(*entries):
    return Catalogue.of(entries, SETTINGS.columns)


def test_metadata_block_has_eight_fields_and_no_guess():
    report = item("fzzf/2022/a/index.md", 类型="法治政府建设年报", 发布机构="某县人民政府", 源文件="a.txt")
    found = {field.label: field.value for field in metadata.block(report)}
    assert list(found) == ["索引号", "发文字号", "主题分类", "体裁分类", "发布机构", "有效性", "成文日期", "发布日期"]
    assert found["有效性"] == "不适用（报告）"
    assert found["发布机构"] == "某县人民政府"
    assert {found[label] for label in ("索引号", "发文字号", "成文日期", "发布日期")} == {"原件未载明"}


def test_meta_tags_name_column_and_article_and_make_nothing_up():
    page = item(标题="停车办法", 发布机构="某县", 发布日期="2023-01-05 09:30", 来源="本机关")
    index = item("tzgg/index.md", 类型="栏目")
    found = dict(metadata.tags(page, site(page, index), "政务公开", "https://a.example/gk/", SETTINGS))
    assert found == {
        "SiteName": "政务公开",
        "SiteDomain": "a.example",
        "SiteIDCode": "演示站点无",
        "ColumnName": "通知公告",
        "ColumnType": "信息公开",
        "ArticleTitle": "停车办法",
        "PubDate": "2023-01-05 09:30",
        "ContentSource": "本机关",
        "Url": "https://a.example/gk/tzgg/a.html",
    }
    column = dict(metadata.tags(index, site(page, index), "政务公开", "", SETTINGS))
    assert column == {
        "ColumnName": "通知公告",
        "ColumnDescription": "通知公告",
        "ColumnKeywords": "通知公告",
        "ColumnType": "信息公开",
    }


def test_title_says_page_column_and_site():
    page = item(标题="停车办法", 发布机构="某县")
    assert metadata.title(page, site(page), "政务公开") == "停车办法 · 通知公告 · 政务公开"


def test_trail_leads_from_home_through_column_and_report():
    report = item("tzgg/2022/a/index.md", 类型="年报", 发布机构="某县", 年度="2022")
    table = item("tzgg/2022/a/indicators.md", 标题="报告：指标表", 类型="指标表")
    index = item("tzgg/index.md", 类型="栏目")
    found = metadata.trail(table, site(report, table, index))
    assert [(step.title, step.url) for step in found] == [
        ("首页", "index.html"),
        ("通知公告", "tzgg/index.html"),
        ("2022年度", "tzgg/2022/a/index.html"),
        ("指标表", ""),
    ]


def test_items_are_listed_newest_first_and_undated_by_year():
    dated = item("tzgg/a.md", 标题="甲", 发布机构="某", 发布日期="2022-05-01")
    newer = item("tzgg/b.md", 标题="乙", 发布机构="某", 发布日期="2023-01-01 10:00")
    undated = item("tzgg/c.md", 标题="丙", 发布机构="某", 年度="2021")
    index = item("tzgg/index.md", 类型="栏目")
    assert [found.title for found in site(dated, newer, undated, index).below(index)] == ["乙", "甲", "丙"]


@pytest.mark.parametrize(
    ("src", "meta", "kind"),
    [
        ("index.md", {}, Kind.HOME),
        ("tzgg/index.md", {"类型": "栏目"}, Kind.COLUMN),
        ("a/indicators.md", {"类型": "指标表", "发布机构": "某"}, Kind.INDICATORS),
        ("a/b.md", {"发布日期": "2023-01-01"}, Kind.DOCUMENT),
        ("a/b.md", {"类型": "说明"}, Kind.PAGE),
        ("a/b.md", {}, Kind.PAGE),
    ],
)
def test_kind_of_a_page(src, meta, kind):
    assert item(src, **meta).kind is kind


def test_broken_front_matter_is_told_with_its_line():
    found, front, fault = entry("a.md", "a.html", "---\n标题: 甲\n标题: 乙\n---\n\n# 丙\n")
    assert fault.line == 3
    assert (found.title, front.body[:3]) == ("丙", "---")


def test_sitemap_has_dates_only_where_they_are_known():
    pages = [item("b.md", 发布日期="2023-01-05 09:30"), item("a.md")]
    found = outputs.sitemap(pages, "https://a.example/")
    assert (
        "<url><loc>https://a.example/a.html</loc></url>\n<url><loc>https://a.example/b.html</loc><lastmod>2023-01-05</lastmod></url>"
        in found
    )
