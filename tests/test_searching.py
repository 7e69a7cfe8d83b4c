"""What search is told of the site's pages, and what the search page offers."""

import re

import pytest

from built import SAMPLE, Page, build
from gongkai.search import making
from gongkai.settings import Column
from gongkai.web import browse, lists, searching
from gongkai.web.catalogue import Catalogue, Entry, Kind
from gongkai.web.examples import examples


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The sample site, with the records of its pages."""
    kept = []

    class Kept:
        def __init__(self, words, folder):
            self.add = kept.append

        def finish(self):
            kept.sort(key=lambda record: record.number)

        def wait(self): ...

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "Here", Kept)
        made = build(SAMPLE, tmp_path_factory.mktemp("site") / "out")
    return made, {record.url: record for record in kept}


@pytest.fixture(scope="module")
def records(site):
    return site[1]


def test_documents_and_texts_are_found_lists_and_tables_are_not(records):
    assert {
        "tzgg/2023/0105-tingche.html",
        "fzzf/2022/bgs/index.html",
        "zcwj/index.html",
        "about/accessibility.html",
    } <= set(records)
    for url in records:
        assert not re.search(
            r"(?:indicators|ledger|numbers|map|404)\.html$|/p\d+\.html|^(?:index|zhangbei|search)", url
        ), url


def test_page_that_asks_for_it_is_left_out(records):
    assert "about/bangzhu.html" not in records


@pytest.mark.parametrize(("value", "found"), [("是", True), ("否", False), (False, False), ("不", False), ([], False)])
def test_only_a_clear_yes_lets_a_page_be_found(value, found):
    assert searching.is_found(Entry("a.md", "a.html", Kind.PAGE, "甲", {"检索": value})) is found


def test_record_says_what_its_page_is(records):
    record = records["zcwj/2017/0520-guanggao.html"]
    told = (record.kind, record.column, record.year, record.date, record.agency, record.number_text, record.validity)
    assert told == ("行政规范性文件", "政策文件", "2017", "2017-05-20", "云江县人民政府", "云江府发〔2017〕9号", "废止")
    assert record.sample


def test_withdrawn_page_tells_its_title_and_why(records):
    record = records["zcwj/2021/0308-mingdan.html"]
    assert [block.text for block in record.blocks] == ["撤下日期 2021-03-20 原因 名单写有住址和身份证号，不应当公开"]
    assert (record.validity, record.summary, record.keywords, record.facts) == ("撤下", "", (), ())


def test_every_block_leads_to_an_element_of_its_page(site, records):
    for url, record in records.items():
        ids = {attributes["id"] for _, attributes in Page(site[0].read(url)).elements if "id" in attributes}
        assert {block.anchor for block in record.blocks} <= ids, url
        assert all(block.text == block.text.strip() != "" for block in record.blocks), url


def test_figures_of_a_report_are_facts_of_the_block_that_states_them(site, records):
    record = records["fzzf/2022/bgs/index.html"]
    assert len(record.facts) == 27
    rows = {
        attributes["id"]
        for _, attributes in Page(site[0].read("fzzf/2022/bgs/indicators.html")).elements
        if "id" in attributes
    }
    for fact in record.facts:
        assert fact.raw in record.blocks[fact.block].text
        assert fact.sentence.replace(" ", "") in record.blocks[fact.block].text.replace(" ", "")
        page, _, anchor = fact.row_url.partition("#")
        assert (page, anchor in rows) == ("fzzf/2022/bgs/indicators.html", True)


def test_records_are_numbered_by_date_then_address(records):
    assert [record.number for record in records.values()] == list(range(len(records)))
    dates = [record.date or record.year for record in records.values()]
    assert dates == sorted(dates)


def test_numbering_does_not_hang_on_the_order_given():
    items = [
        Entry("b.md", "b.html", Kind.DOCUMENT, "乙", {"发布日期": "2022-01-01"}),
        Entry("a.md", "a.html", Kind.DOCUMENT, "甲", {"发布日期": "2022-01-01"}),
        Entry("c.md", "c.html", Kind.DOCUMENT, "丙", {"年度": "2021"}),
        Entry("d.md", "d.html", Kind.DOCUMENT, "丁", {"检索": "否"}),
    ]
    assert searching.numbers(items) == {"c.html": 0, "a.html": 1, "b.html": 2} == searching.numbers(items[::-1])


def test_choices_lead_to_addresses_of_their_own(site):
    text = site[0].read("search/index.html")
    assert 'href="?validity=%E5%BA%9F%E6%AD%A2" data-value="废止" aria-label="有效性：已废止"' in text
    assert 'href="?year=2022" data-value="2022"' in text


def test_pages_of_years_hold_every_document_once(site, records):
    pages = [page for page in site[0].pages() if re.fullmatch(r"search/(?:\d{4}|weizaiming)\.html", page)]
    listed = [
        link["href"]
        for page in pages
        for link in Page(site[0].read(page).partition("<main")[2].partition("</main")[0]).all("a")
    ]
    documents = [
        url for url, record in records.items() if record.kind not in {"栏目", "说明", "页面", "数据", "无障碍声明"}
    ]
    for url in documents:
        assert listed.count(f"../{url}") == 1, url


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("云江县人民政府关于印发《户外广告设施管理办法》的通知", "户外广告设施管理办法"),
        ("云江县民政局关于进一步做好城乡居民低保工作的通知", "城乡居民低保工作的通知"),
        ("关于印发2023年政务公开工作要点的通知", "政务公开工作要点的通知"),
        ("云江县人民政府工作报告", "工作报告"),
        ("云江县养老服务“一件事”指南", "云江县养老服务“一件事”指南"),
        ("2022年度", "2022年度"),
    ],
)
def test_titles_are_put_in_order_by_what_they_are_about(title, meant):
    assert browse.subject(document(title, 发布机构="云江县人民政府")) == meant


def test_pages_of_letters_hold_every_document_once_and_part_no_syllable():
    titles = [
        *(f"关于公路的通知{number}" for number in range(browse.MOST)),
        *(f"关于环境的通知{number}" for number in range(browse.MOST)),
        *("关于婚姻登记的公告", "5G基站", "垃圾分类", "长江"),
    ]
    column = Column.model_validate({"名称": "政策文件", "目录": "zcwj"})
    where = Catalogue.of([document(title) for title in titles], (column,))
    letters = browse.shelves(where, {}, []).letters
    shown = [(shelf.words, shelf.entry.url, shelf.count) for shelf in letters]
    assert shown == [
        ("C", "search/pinyin-c.html", 1),
        ("G", "search/pinyin-g.html", browse.MOST),
        ("huan", "search/pinyin-huan.html", browse.MOST),
        ("hun", "search/pinyin-hun.html", 1),
        ("L", "search/pinyin-l.html", 1),
        ("其他", "search/pinyin-qita.html", 1),
    ]
    assert sorted(item.title for shelf in letters for group in shelf.groups for item in group.items) == sorted(titles)


def test_search_page_leads_to_the_pages_of_letters(site):
    page = Page(site[0].read("search/index.html"))
    letters = [link for link in page.all("a") if link["href"].startswith("pinyin-")]
    assert letters
    for link in letters:
        assert site[0].read(f"search/{link['href']}")


def test_site_without_any_document_has_a_search_page(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# 首页\n\n还没有内容。\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 空\ntheme: {name: material}\nplugins: [gongkai]\n", encoding="utf-8"
    )
    made = build(tmp_path, tmp_path / "out")
    assert made.warnings == []
    assert "search/index.html" in made.pages()


def document(title, **meta):
    return Entry(f"zcwj/{title}.md", f"zcwj/{title}.html", Kind.DOCUMENT, title, meta)


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("云江县人民政府关于印发《云江县户外广告设施管理办法》的通知", "户外广告设施管理办法"),
        ("《云江县公共停车管理办法》解读", "公共停车管理办法"),
        ("关于防范高温中暑的提示", "防范高温中暑"),
        ("云江县人民政府办公室关于2022年法治政府建设情况的报告", None),
    ],
)
def test_example_is_the_subject_of_a_title(title, subject):
    assert examples([document(title)], []) == ([subject] if subject else [])


def test_example_number_is_that_of_a_document_in_force():
    old = document("旧办法", 发文字号="云江府发〔2017〕9号", 有效性="废止")
    new = document("新办法", 发文字号="云江府发〔2022〕5号", 有效性="有效")
    assert examples([old, new], []) == ["云江府发〔2022〕5号"]
    assert examples([old], []) == ["云江府发〔2017〕9号"]
    hidden = document("不找", 发文字号="云江府发〔2022〕7号", 有效性="有效", 检索="否")
    assert examples([hidden], []) == []


def test_long_year_leads_to_the_column_that_has_all():
    column = Column.model_validate({"名称": "政策文件", "目录": "zcwj"})
    items = [
        document(f"文件{number:03}", 发布日期=f"{2021 + number % 2}-01-01") for number in range(2 * browse.MOST + 3)
    ]
    where = Catalogue.of([Entry("zcwj/index.md", "zcwj/index.html", Kind.COLUMN, "政策文件", {}), *items], (column,))
    late, early = browse.shelves(where, lists.listings(where, []), []).years
    assert (late.count, len(late.groups[0].items), late.groups[0].whole) == (101, 100, "zcwj/nian2022/index.html")
    assert (early.count, early.entry.url) == (102, "search/2021.html")
    assert browse.shelves(where, {}, ["search/2022.md"]).years == browse.shelves(where, {}, []).years[1:]
