"""Lists of a column: pages, facets and their counts, addresses that never collide."""

import posixpath
import re
import shutil

import pytest

from built import SAMPLE, build
from gongkai.web import facets, lists
from gongkai.web.catalogue import Catalogue, Entry, Kind
from gongkai.web.facets import Choice

LINK = re.compile(
    r'<li><a href="(?P<url>[^"]+)"(?P<current> aria-current="page")? aria-label="(?P<label>[^"]+)"><span>(?P<words>[^<]+)'
    r"</span><b>(?P<count>\d+)</b></a></li>"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


def titles(page):
    return re.findall(r'<h2><a href="[^"]+">([^<]+)</a>', page)


def links(page):
    return [found.groupdict() for found in LINK.finditer(page)]


def at(page, url):
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), url))


def counts(page):
    found = {}
    for link in links(page):
        found.setdefault(link["label"].partition("：")[0], {})[link["words"]] = int(link["count"])
    return found


def test_facets_count_what_the_column_holds(site):
    states = {
        "全部": 14,
        "现行有效": 6,
        "部分有效": 1,
        "尚未施行": 1,
        "已修改": 1,
        "已失效": 1,
        "已废止": 1,
        "已撤下": 1,
    }
    types = {"全部": 14, "其他公文": 4, "规范性文件": 8, "政策解读": 2}
    years = {"全部": 14, "2023年": 2, "2022年": 6, "2021年": 2, "2020年": 2, "2018年": 1, "2017年": 1}
    assert counts(site.plain("zcwj/index.html")) == {"有效性": states, "类型": types, "年度": years}


def test_a_facet_page_says_what_was_chosen_and_how_to_undo_it(site):
    page = site.plain("zcwj/guifanxingwenjian/youxiao/index.html")
    assert "<title>政策文件：规范性文件，现行有效 · 政策文件 · 政务公开</title>" in page
    assert "规范性文件，现行有效 3份</b>，按发布日期从新到旧" in page
    assert '<a href="../../index.html">清除筛选</a>' in page
    assert [found["words"] for found in links(page) if found["current"]] == ["现行有效", "规范性文件"]
    assert titles(page) == [
        "云江县行政规范性文件管理办法（2022年修正）",
        "云江县城区犬只管理办法",
        "云江县户外广告和招牌管理办法",
    ]
    assert '<span aria-current="page">规范性文件，现行有效</span>' in page


def test_every_link_of_a_facet_leads_to_a_page_with_that_many_items(site):
    checked = 0
    for name in site.pages():
        for found in links(site.plain(name)):
            target = at(name, found["url"])
            held = len(titles(site.plain(target)))
            following = target.replace("index.html", "p2.html")
            if following in site.files():
                held += len(titles(site.plain(following)))
            assert held == int(found["count"]), (name, found)
            checked += 1
    assert checked > 100


def test_a_choice_that_drops_another_says_so(site):
    page = site.plain("zcwj/guifanxingwenjian/youxiao/index.html")
    assert "年度<small>（不限有效性、类型）</small>" in page
    assert "<small>" not in re.search(r'<nav class="facets".*?</nav>', site.plain("zcwj/index.html"), re.DOTALL)[0]


def test_a_column_with_one_value_of_everything_has_no_facets(site):
    assert 'class="facets"' not in site.plain("zwdt/index.html")
    assert "有效性</h2>" not in site.plain("tzgg/index.html")


def test_a_long_list_goes_on_page_by_page(site):
    first, second = site.plain("tzgg/index.html"), site.plain("tzgg/p2.html")
    assert (len(titles(first)), len(titles(second))) == (20, 6)
    assert "<b>共26份</b>，按发布日期从新到旧" in first
    assert "<title>通知公告（第2页） · 通知公告 · 政务公开</title>" in second
    assert '<a href="p2.html" rel="next">下一页</a>' in first
    assert '<a href="index.html" rel="prev">上一页</a>' in second
    assert '<a href="p2.html" aria-current="page" aria-label="第2页">2</a>' in second
    assert "共2页" in second
    assert 'class="pages"' not in site.plain("zcwj/index.html")


def test_pages_of_lists_are_no_documents(site):
    assert "（第2页）" not in site.plain("about/map.html")
    assert "26份" in site.plain("index.html")


def entries(count, **more):
    index = Entry("zcwj/index.md", "zcwj/index.html", Kind.COLUMN, "政策文件", {"类型": "栏目"})
    items = [
        Entry(
            f"zcwj/x/{n:05}.md",
            f"zcwj/x/{n:05}.html",
            Kind.DOCUMENT,
            f"第{n}号",
            {"发布日期": f"2022-01-01 {n}"} | more,
        )
        for n in range(count)
    ]
    return [index, *items]


def made(items, taken=()):
    return lists.listings(Catalogue.of(items, ()), [*(item.src for item in items), *taken])


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, [0]), (1, [1]), (20, [20]), (21, [20, 1]), (40, [20, 20]), (45, [20, 5, 20]), (63, [20, 3, 20, 20])],
)
def test_pages_hold_twenty_and_the_first_is_full(count, sizes):
    parts = lists.cut(entries(count)[1:])
    assert [len(part) for part in parts] == sizes
    assert [item for part in parts for item in part] == entries(count)[1:]


@pytest.mark.parametrize("count", [40, 47, 59])
def test_a_new_item_moves_only_the_first_two_pages(count):
    older = entries(count)[1:][::-1]
    newer = entries(count + 1)[1:][::-1]
    before, after = lists.cut(older), lists.cut(newer)
    assert after[::-1][: len(before) - 2] == before[::-1][: len(before) - 2]


def test_numbers_of_many_pages_are_first_last_and_neighbours():
    found = made(entries(200))
    assert [number.words for number in found["zcwj/p5.md"].numbers] == ["1", "…", "4", "5", "6", "…", "10"]
    assert [number.words for number in found["zcwj/p2.md"].numbers] == ["1", "2", "3", "…", "10"]


def test_every_item_is_reached_by_following_the_pages():
    found, src, seen = made(entries(95)), "zcwj/index.md", []
    while src:
        seen += found[src].items
        src = found[src].after.replace(".html", ".md")
    assert len(seen) == len({item.src for item in seen}) == 95


def test_generated_addresses_give_way_to_staff(tmp_path):
    mixed = entries(25)
    mixed[1] = Entry(mixed[1].src, mixed[1].url, Kind.DOCUMENT, "甲", {"有效性": "废止", "类型": "政策文件"})
    mixed[2] = Entry(mixed[2].src, mixed[2].url, Kind.DOCUMENT, "乙", {"有效性": "有效", "类型": "P2"})
    staff = ["zcwj/feizhi/附件.pdf", "zcwj/P2.md", "zcwj/youxiao.md"]
    found = made(mixed, staff)
    assert {"zcwj/p2-liebiao.md", "zcwj/feizhi-liebiao/index.md", "zcwj/youxiao-liebiao/index.md"} <= set(found)
    assert not {"zcwj/p2.md", "zcwj/feizhi/index.md", "zcwj/youxiao/index.md"} & set(found)
    assert len({item.entry.url for item in found.values()}) == len(found)


def test_two_types_of_one_sound_get_two_addresses():
    mixed = entries(2)
    mixed[1] = Entry("zcwj/a.md", "zcwj/a.html", Kind.DOCUMENT, "甲", {"类型": "公示"})
    mixed[2] = Entry("zcwj/b.md", "zcwj/b.html", Kind.DOCUMENT, "乙", {"类型": "工事"})
    assert {"zcwj/gongshi/index.md", "zcwj/gongshi-liebiao/index.md"} <= set(made(mixed))


def test_what_can_be_chosen_has_at_least_two_values():
    assert list(facets.choices(entries(3, 类型="政策文件", 有效性="有效")[1:])) == [Choice()]


def test_ten_thousand_items_are_each_listed_a_fixed_number_of_times():
    values = ["有效", "废止", "失效"]
    items = [
        Entry(
            f"zcwj/{n}.md",
            f"zcwj/{n}.html",
            Kind.DOCUMENT,
            "文",
            {"类型": f"第{n % 4}类", "年度": 2000 + n % 20, "有效性": values[n % 3]},
        )
        for n in range(10_000)
    ]
    found = made([entries(0)[0], *items])
    assert sum(len(each.items) for each in found.values()) == 5 * len(items)
    assert max(len(each.items) for each in found.values()) == lists.SIZE


def test_a_column_inside_a_column_has_lists_of_its_own(tmp_path):
    copy = shutil.copytree(SAMPLE, tmp_path / "site")
    inner = copy / "docs" / "zcwj" / "2022"
    (inner / "index.md").write_text("---\n标题: 2022年文件\n类型: 栏目\n---\n", encoding="utf-8")
    site = build(copy, tmp_path / "out")
    assert site.warnings == []
    page = site.plain("zcwj/2022/guifanxingwenjian/index.html")
    assert "2022年文件：规范性文件" in page
    assert '<a href="../index.html">2022年文件</a>' in page
