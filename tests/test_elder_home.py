"""The home of 长辈版: which columns its blocks lead to, dates in words, and when docs/ has a page of its own."""

import re
from pathlib import Path

import pytest

from built import SAMPLE, build
from gongkai import words
from gongkai.settings import Column
from gongkai.web import elder
from gongkai.web.catalogue import Entry, Kind

ICONS = Path(elder.__file__).parent / "theme" / "partials" / "icons.html"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out").read("zhangbei/index.html")


def blocks(*names):
    columns = [(Column.model_validate({"名称": name, "目录": f"c{place}"}), name) for place, name in enumerate(names)]
    return {block.title: block.url for block in elder.blocks(columns)}


@pytest.mark.parametrize(
    ("names", "led_to"),
    [
        (
            ["政策文件", "通知公告", "法治政府建设报告", "数据表", "政务动态", "关于本站"],
            {"新消息": "政务动态", "政策文件": "政策文件", "政府做了什么": "法治政府建设报告"},
        ),
        (["法治政府建设报告", "数据表", "关于本站"], {"政府做了什么": "法治政府建设报告"}),
        (["数据表"], {"政府做了什么": "数据表"}),
        (["通知公告"], {"新消息": "通知公告"}),
        (["县政府文件", "规范性文件"], {"政策文件": "规范性文件"}),
        (
            ["依申请公开", "政府信息公开指南", "办事指南", "公共服务"],
            {"办事": "办事指南", "申请公开": "依申请公开"},
        ),
        (["关于本站", "机构职能", "政府信息公开指南"], {}),
        ([], {}),
    ],
)
def test_blocks_lead_to_the_columns_that_a_site_has(names, led_to):
    assert blocks(*names) == led_to


def test_blocks_keep_their_order_whatever_the_order_of_the_columns():
    names = ["依申请公开", "数据表", "政策文件", "新闻", "办事指南"]
    assert (
        list(blocks(*names))
        == list(blocks(*reversed(names)))
        == ["办事", "新消息", "政策文件", "政府做了什么", "申请公开"]
    )


def test_no_column_stands_behind_two_blocks():
    led_to = blocks("政策文件和报告", "报告")
    assert led_to == {"政策文件": "政策文件和报告", "政府做了什么": "报告"}


@pytest.mark.parametrize("entry", words.load("elder")["blocks"], ids=lambda entry: entry.example)
def test_word_leads_to_its_example(entry):
    assert blocks(entry.example) == {entry["title"]: entry.example}
    assert f'"{entry["icon"]}"' in ICONS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2023-01-16", "2023年1月16日"),
        ("2022-12-05", "2022年12月5日"),
        ("2022年度", "2022年度"),
        ("", ""),
        ("2023-01-16 09:00", "2023-01-16 09:00"),
    ],
)
def test_dates_are_said_in_words(date, said):
    assert elder.in_words(date) == said


def test_page_is_made_only_when_there_is_none():
    made = elder.page([])
    assert (made.src, made.url, made.kind) == ("zhangbei/index.md", "zhangbei/index.html", Kind.ELDER)
    assert elder.page([made]) is None
    own = Entry("laonian/index.md", "laonian/index.html", Kind.ELDER, "长辈版", {})
    assert elder.page([own]) is None


def test_empty_column_is_no_block(home):
    links = re.findall(r'href="([^"]+)"', re.search(r'<ul class="blocks">(.*?)</ul>', home, re.DOTALL)[1])
    assert links[0] == "tel:12345"
    assert "../zwdt/index.html" not in links
    assert "../tzgg/index.html" in links


def test_page_is_large_without_scripts(home):
    assert '<html lang="zh-Hans" data-mode="elder">' in home
    assert 'href="../index.html?mode="' in home
