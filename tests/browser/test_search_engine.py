"""The browser finds what Python finds, in the same order; any query is safe; only parts of the index are loaded."""

import gzip
from dataclasses import asdict
from urllib.parse import urlsplit

import pytest

from conftest import REPORT
from gongkai.search import Options
from gongkai.search.engine import ask, counts
from gongkai.search.opened import Index

ASK = """([query, options]) => new Promise(done => gongkai.load("search.js",
    () => gongkai.search(query, options, done)))"""
COUNT = ASK.replace("gongkai.search(", "gongkai.searchCounts(")
QUERIES = [
    *(
        "停车收费",
        "停車收費",
        "怎么停车",
        "停车管里办法",
        "云江府发〔2023〕2号",
        "云江府发[2023]2号",
        "云江府发2023年第2号",
    ),
    *(
        "办结率",
        "办结率98.8%",
        "９８．８％",
        "12345热线",
        "法治政府建设",
        "司法局 行政复议",
        "小孩打疫苗",
        "养狗要办证吗",
    ),
    *(
        "户外广告设置",
        "广告牌拆除",
        "tingche",
        "tcgl",
        "停办",
        "车管办",
        "GDP",
        "税",
        "老人",
        "通知",
        "云江县人民政府关于印发的通知",
    ),
    *("云江县司法局关于2021年度法治政府建设情况的报告", "行政复议行政诉讼行政应诉行政执法监督行政审批改革"),
]
NASTY = [
    *(
        "",
        " ",
        "，。",
        "的",
        "怎么",
        "😀👨‍👩‍👧",
        "<img src=x onerror=alert(1)>",
        "a" * 10000,
        "停车" * 5000,
        "[(*+?^$\\",
        "\x00\x1f",
    ),
    *(
        "\ud83d停车",
        "__proto__",
        "constructor",
        "toString 停车",
        "' OR 1=1",
        "〔〕第号",
        "=领养",
        "#办发",
        "~zheng'fu",
        "%2e%2e",
    ),
]


@pytest.fixture(scope="module")
def index(site):
    return Index(site.folder / "search")


@pytest.fixture
def page(window, base):
    made = window()
    page = made.open(base + REPORT)
    yield page
    assert not made.errors
    assert not made.failed
    assert not made.outside


def found(page, query, **options):
    return page.evaluate(ASK, [query, options])


def as_browser(hit):
    """A hit of Python's in the browser's words."""
    flat = asdict(hit)
    excerpt = flat.pop("excerpt")
    flat["doc"], flat["number"], flat["index"] = flat.pop("document"), flat.pop("number_text"), flat.pop("index_number")
    return {**flat, **excerpt, "marks": [list(mark) for mark in excerpt["marks"]], "facts": list(excerpt["facts"])}


def agree(index, page, query, python, browser):
    here, there = ask(index, query, python), found(page, query, **browser)
    assert not there["failed"]
    assert [(hit["url"], hit["score"]) for hit in there["hits"]] == [(hit.url, hit.score) for hit in here.hits], query
    for mine, theirs in zip(here.hits, there["hits"], strict=True):
        facts = [{key: fact[key] for key in fact if key != "order"} for fact in theirs["facts"]]
        wanted = as_browser(mine)
        assert {key: theirs[key] for key in wanted} | {"facts": facts} == wanted
    assert (there["total"], there["more"], there["suggestion"]) == (here.total, here.more, here.suggestion)
    assert [(one["say"], tuple(one["official"])) for one in there["said"]] == list(here.said)


def test_the_browser_agrees_with_python(index, page):
    for query in QUERIES:
        agree(index, page, query, Options(limit=10), {"limit": 10})


def test_it_agrees_when_narrowed_and_sorted(index, page):
    for filters in (
        {"year": "2022"},
        {"type": "法治政府建设年报"},
        {"column": "政策文件", "validity": "有效"},
        {"agency": "无此机构"},
    ):
        agree(index, page, "停车 政府", Options(10, filters=filters), {"limit": 10, "filters": filters})
    agree(index, page, "政府", Options(5, 5, by_date=True), {"limit": 5, "offset": 5, "sort": "date"})


def test_it_counts_what_each_choice_would_leave(index, page):
    for query, filters in (
        ("停车 政府", {}),
        ("停车 政府", {"year": "2022"}),
        ("政府", {"validity": "有效"}),
        ("鸵", {}),
    ):
        here = counts(index, query, Options(filters=filters))
        assert page.evaluate(COUNT, [query, {"filters": filters}]) == here, query
        for year, number in here["year"].items():
            if year:
                left = ask(index, query, Options(filters={**filters, "year": year}))
                assert left.total == number


def test_any_query_is_safe(index, page):
    for query in NASTY:
        there = found(page, query)
        here = ask(index, query.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), Options())
        assert not there["failed"], query
        assert [hit["url"] for hit in there["hits"]] == [hit.url for hit in here.hits], query
    assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0


def test_a_missing_file_is_told_and_asked_for_again(window, base):
    made = window()
    page = made.open(base + REPORT)
    page.route("**/search/s*", lambda route: route.abort())
    assert found(page, "停车收费")["failed"]
    page.unroute("**/search/s*")
    assert found(page, "停车收费")["hits"]


def test_titles_alone_load_no_text(page):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.rpartition("/")[2]))
    hits = found(page, "停车管理", limit=3, titles=True)["hits"]
    assert hits[0]["title"]
    assert not [name for name in asked if name.startswith("c")]


def test_an_answer_costs_few_bytes(site, page):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.partition("/gk/")[2]))
    assert found(page, "老人怎么申请停车收费优惠", limit=5)["hits"]
    sizes = {name: len(gzip.compress((site.folder / name).read_bytes(), 6)) for name in asked}
    assert sum(size for name, size in sizes.items() if name.startswith("search/")) < 50_000
    assert sum(size for name, size in sizes.items() if name.startswith("assets/")) < 10_000
