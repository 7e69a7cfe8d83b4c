"""问一问 and 常见问题: what the page offers, what search is told of answers, and a site that has them not."""

import re
from pathlib import Path

import pytest

from built import SAMPLE, Page, build
from gongkai import content
from gongkai.frontmatter import split
from gongkai.search import Options, search
from gongkai.search import build as index
from gongkai.search.record import Block, Ground, Record
from gongkai.web import facets, metadata, questions
from gongkai.web.catalogue import Catalogue, Entry, Kind

ROOT = Path(__file__).parents[1]
OFTEN = {"类型": "常见问题", "答复单位": "某局", "答复日期": "2023-01-04"}


def often(title, **meta):
    return Entry(f"wd/{title}.md", f"wd/{title}.html", Kind.DOCUMENT, title, OFTEN | meta)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return build(SAMPLE, tmp_path_factory.mktemp("site") / "out")


def test_page_needs_search_and_its_own_address():
    home = Entry("index.md", "index.html", Kind.HOME, "首页", {})
    found = Entry("search/index.md", "search/index.html", Kind.SEARCH, "搜索", {})
    taken = Entry("ask/README.md", "ask/index.html", Kind.PAGE, "在线提问", {})
    assert questions.page(Catalogue.of([home], ())) is None
    assert questions.page(Catalogue.of([home, found, taken], ())) is None
    assert questions.page(Catalogue.of([home, found], ())).url == "ask/index.html"


def test_site_whose_search_page_is_taken_has_no_page_to_ask(tmp_path):
    (tmp_path / "docs" / "search").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# 首页\n\n还没有内容。\n", encoding="utf-8")
    (tmp_path / "docs" / "search" / "index.md").write_text("# 检索说明\n\n怎样检索。\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 空\ntheme: {name: material}\nplugins: [gongkai]\n", encoding="utf-8"
    )
    made = build(tmp_path, tmp_path / "out")
    assert "ask/index.html" not in made.pages()
    assert "问一问" not in made.read("index.html")


def test_examples_are_figures_of_the_site_or_else_often_asked():
    found = [often("养狗要办什么手续？"), often("不给人看", 检索="否"), often("撤下的", 撤下={"日期": "2023-01-05"})]
    assert questions.examples(found, lambda _: []) == ["养狗要办什么手续？"]


def test_examples_of_the_sample_are_three_links_that_work_without_scripts(site):
    links = [link["href"] for link in Page(site.read("ask/index.html")).all("a") if "?q=" in link.get("href", "")]
    assert len(links) == len(set(links)) == 3
    assert all(link.startswith("index.html?q=") for link in links)


def test_answer_says_who_answered_and_when(site):
    text = re.sub(r"<[^>]*>", "", site.read("about/cjwt/2023/0104-yangquan.html"))
    for words in ("答复单位云江县公安局", "答复日期2023-01-04", "核对日期2023-01-04", "依据"):
        assert words in text
    assert "发文字号" not in text
    assert [field.label for field in metadata.block(often("甲"))] == ["答复单位", "答复日期", "核对日期"]


def test_list_of_questions_offers_no_choices():
    items = [often("甲"), often("乙", 答复日期="2022-01-01")]
    assert list(facets.choices(items)) == [facets.Choice()]


def test_other_ways_of_asking_are_found_as_titles(tmp_path):
    asked = Record(
        0,
        "wd/a.html",
        "养狗要办什么手续？",
        kind="常见问题",
        date="2023-01-04",
        blocks=(Block("p-1", "", "先打疫苗，再登记。"),),
        otherwise=("小狗怎么登记",),
        grounds=(Ground("某办法", "zcwj/a.html", "现行有效"), Ground("某法", "", "")),
    )
    text = (Block("p-2", "", "小狗登记的收费标准，小狗登记的时间。"),)
    other = Record(1, "zcwj/b.html", "收费公告", date="2023-02-01", blocks=text)
    for name, data in index([asked, other]).items():
        (tmp_path / name).write_bytes(data)
    hits = search(tmp_path, "小狗怎么登记", Options()).hits
    assert [hit.url for hit in hits] == ["wd/a.html", "zcwj/b.html"]
    written = next(tmp_path.glob("r0-*.js")).read_text(encoding="utf-8")
    assert "小狗怎么登记" in written
    assert "某办法\\tzcwj/a.html\\t现行有效\\n某法\\t\\t" in written


def test_the_manual_s_question_is_of_its_type():
    manual = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = next(block for block in manual.split("```") if "类型: 常见问题" in block)
    item = content.TYPES["常见问题"].model_validate(split(block.strip() + "\n").values)
    assert len(item.otherwise) == 3
    assert item.grounds[0].endswith(".md")
