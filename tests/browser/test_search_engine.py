"""The browser finds what Python finds, in the same order; any query is safe; only parts of the index are loaded."""

import gzip
import random
from urllib.parse import urlsplit

import pytest
from hostile import ADDRESSES, BLANK, WORDS
from parity import COUNT, agree, found

from conftest import REPORT
from gongkai.search import Options
from gongkai.search.engine import ask, counts
from gongkai.search.opened import Index

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
        "广告牌",
        "停车费",
        "停车管费",
        "停车管里",
        "停车办理管法",
        "停车厂管里",
        "政府工做报告",
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
    for query in [*NASTY, *WORDS, *BLANK, *ADDRESSES]:
        agree(index, page, query, Options(5), {"limit": 5})
    assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0


def test_the_browser_agrees_on_words_among_anything(index, page):
    chance = random.Random("anything")
    odd = [
        *"()[]*+?.\\^$|#~=@\t\0\x7f\x85\xa0\u1680\u200b\u2028\ufeff\ufe0fİßﬁ９％０",
        "𠮷",
        "😀",
        "𝟗",
        "\u0301",
        "的",
        "第",
        "號",
    ]
    for _ in range(120):
        words = [chance.choice([*QUERIES, *odd, *odd])[: chance.randrange(1, 8)] for _ in range(chance.randrange(1, 6))]
        query = chance.choice(["", "", " "]).join(words)
        agree(index, page, query, Options(5), {"limit": 5})


def test_a_missing_file_is_told_and_asked_for_again(window, base):
    made = window()
    page = made.open(base + REPORT)
    page.route("**/search/s*", lambda route: route.abort())
    assert found(page, "停车收费")["failed"]
    page.wait_for_function("!document.querySelector('script[src*=\"/search/s\"]')")  # all are refused
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
